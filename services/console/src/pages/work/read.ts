/** What somebody in the field has to do: one list of what is offered, in hand, helped with, and to be verified. */
import { hasRight, type Role } from '@mulin/kernel';
import { answerOf, api, type Schemas } from '../../api/client';
import { useSession } from '../../api/session';
import type { Entry } from '../../offline/database';
import { keepOnly } from '../../offline/kept';
import {
  type Done,
  doneSince,
  isContacted,
  isOver,
  type Standing,
  withDone,
  withPending,
} from '../../offline/pending';
import { useKept } from '../../offline/use-kept';
import { useDone, useOutbox } from '../../offline/use-outbox';

type Listed = Schemas['OrderListed'];
type Case = Schemas['CaseListed'];
type InboxItem = Schemas['InboxItem'];
type State = 'offered' | 'taken' | 'finished';

export const parts = ['offered', 'mine', 'helping', 'to-verify'] as const;
type Part = (typeof parts)[number];

export type WorkItem = Readonly<{
  part: Part;
  order: Listed;
  /** How the lists call it, with its deadlines and its place; `null`: they do not show it yet. */
  row: Case | null;
  /** What they have to do next, and why. */
  next: InboxItem | null;
  due: string | null;
  /** Of what was done here and is not sent. */
  entries: readonly Entry[];
}>;

type Read = Readonly<{ orders: readonly Listed[]; rows: readonly Case[]; inbox: readonly InboxItem[] }>;

const most = 200;

const statesFor = (role: Role): readonly State[] => {
  const works = hasRight('order.take', { role }) || hasRight('order.help', { role });
  const verifies = hasRight('order.verify', { role });
  return [...(works ? (['offered', 'taken'] as const) : []), ...(verifies ? (['finished'] as const) : [])];
};

const read = async (account: string, role: Role): Promise<Read> => {
  const states = statesFor(role);
  const [orders, rows, inbox] = await Promise.all([
    Promise.all(
      states.map((state) =>
        answerOf(api.GET('/api/v1/orders', { params: { query: { state, limit: most } } })),
      ),
    ),
    Promise.all(
      states.map((state) =>
        answerOf(api.GET('/api/v1/cases', { params: { query: { state, limit: most } } })),
      ),
    ),
    answerOf(api.GET('/api/v1/inbox', { params: { query: { limit: most } } })),
  ]);
  const own = orders
    .flatMap(({ items }) => items)
    .filter((order) => partOf(asRead(order, null), order.alsoAsked, account, role) !== null);
  const ids = new Set(own.map(({ caseId }) => caseId));
  void keepOnly(account, ids);
  return {
    orders: own,
    rows: rows.flatMap(({ items }) => items).filter(({ caseId }) => ids.has(caseId)),
    inbox: inbox.items.filter(({ caseId, kind }) => kind === 'decide' && ids.has(caseId)),
  };
};

const isHeld = ({ state, member }: Standing, account: string): boolean =>
  state === 'taken' && member === account;

/** Before anything was done here since it was read. */
const asRead = ({ state, member, helpers }: Listed, row: Case | null): Standing => ({
  state,
  member,
  isContacted: isContacted(row?.clocks ?? []),
  isReturned: false,
  // Whoever is listed has not done their part.
  helpers: helpers.map((it) => ({ ...it, state: 'joined' })),
});

const helps = ({ helpers }: Standing, account: string): boolean =>
  helpers.some(({ member, state }) => member === account && (state === 'called' || state === 'joined'));

/** Whose it is, with what was done here; `null`: not theirs. */
const partOf = (now: Standing, alsoAsked: readonly string[], account: string, role: Role): Part | null => {
  const isAsked = now.member === account || alsoAsked.includes(account);
  if (now.state === 'offered' && isAsked) return now.isReturned ? null : 'offered';
  if (isHeld(now, account)) return 'mine';
  if (helps(now, account)) return 'helping';
  return mayVerify(now, account, role) ? 'to-verify' : null;
};

const mayVerify = ({ state, member }: Standing, account: string, role: Role): boolean =>
  state === 'finished' && member !== account && hasRight('order.verify', { role });

type IsOver = (name: string) => boolean;

/** By when something of it runs out, whatever it is; the earliest. */
const nextDueOf = (row: Case | null, next: InboxItem | null, isDone: IsOver): string | null => {
  if (next !== null) return next.until;
  const dues = (row?.clocks ?? []).flatMap(({ name, state, due }) =>
    state === 'running' && due !== null && !isDone(name) ? [due] : [],
  );
  return dues.sort()[0] ?? null;
};

const bySoonest = (a: WorkItem, b: WorkItem): number =>
  (a.due ?? '9').localeCompare(b.due ?? '9') || a.order.number.localeCompare(b.order.number);

type Here = Readonly<{ account: string; role: Role; outbox: readonly Entry[]; done: readonly Done[] }>;

const itemOf = (order: Listed, found: Read, { account, role, outbox, done }: Here): WorkItem | null => {
  const { caseId, alsoAsked } = order;
  const row = found.rows.find((it) => it.caseId === caseId) ?? null;
  const entries = outbox.filter((it) => it.caseId === caseId && it.state !== 'sent');
  const before = asRead(order, row);
  const answered = withDone(
    before,
    done.filter((it) => it.caseId === caseId),
  );
  const now = withPending(answered, entries);
  const part = partOf(now, alsoAsked, account, role);
  if (part === null) return null;
  const isDone: IsOver = (name) => isOver(name, before, now);
  const next =
    found.inbox
      .filter((it) => it.caseId === caseId && !isDone(it.what))
      .sort((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'))[0] ?? null;
  return { part, order, row, next, due: nextDueOf(row, next, isDone), entries };
};

const itemsOf = (found: Read, here: Here): readonly WorkItem[] =>
  found.orders.flatMap((order) => itemOf(order, found, here) ?? []).sort(bySoonest);

/** Read anew every half minute; without network as it was, with what was done since, sent or not. */
export const useWork = () => {
  const session = useSession();
  const role = session?.role ?? 'grid-member';
  const outbox = useOutbox();
  const everything = useDone();
  const asked = useKept('work', (account) => read(account, role));
  const found = asked.data;
  if (found === undefined) return { asked, items: [] };
  const done = doneSince(everything, { askedAt: found.askedAt, now: Date.now() });
  const items = itemsOf(found.answer, { account: session?.account ?? '', role, outbox, done });
  return { asked, items };
};

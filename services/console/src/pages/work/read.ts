/** What somebody in the field has to do: one list of what is offered, in hand, helped with, and to be verified. */
import { hasRight, type Role } from '@mulin/kernel';
import { answerOf, api, type Schemas } from '../../api/client';
import { useSession } from '../../api/session';
import type { Entry } from '../../offline/database';
import { keepOnly } from '../../offline/kept';
import { type Standing, withPending } from '../../offline/pending';
import { useKept } from '../../offline/use-kept';
import { useOutbox } from '../../offline/use-outbox';

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
    .filter((order) => partOf(order, account, role, []) !== null);
  const ids = new Set(own.map(({ caseId }) => caseId));
  void keepOnly(account, ids);
  return {
    orders: own,
    rows: rows.flatMap(({ items }) => items).filter(({ caseId }) => ids.has(caseId)),
    inbox: inbox.items.filter(({ caseId, kind }) => kind === 'decide' && ids.has(caseId)),
  };
};

const isReturned = (entries: readonly Entry[]): boolean =>
  entries.some(({ deed, state }) => deed.does === 'return' && state === 'waiting');

const isHeld = ({ state, member }: Standing, account: string): boolean =>
  state === 'taken' && member === account;

/** Whose it is now, and will be once what was done here is sent; `null`: not theirs. */
const partOf = (order: Listed, account: string, role: Role, entries: readonly Entry[]): Part | null => {
  const { state, member, alsoAsked } = order;
  const now = withPending({ state, member, isContacted: true, helpers: [] }, entries);
  const isAsked = now.member === account || alsoAsked.includes(account);
  if (now.state === 'offered' && isAsked) return isReturned(entries) ? null : 'offered';
  if (isHeld(now, account)) return 'mine';
  if (order.helpers.some((it) => it.member === account)) return 'helping';
  return mayVerify(now, account, role) ? 'to-verify' : null;
};

const mayVerify = ({ state, member }: Standing, account: string, role: Role): boolean =>
  state === 'finished' && member !== account && hasRight('order.verify', { role });

/** By when something of it runs out, whatever it is; the earliest. */
const nextDueOf = (row: Case | null, next: InboxItem | null): string | null => {
  if (next !== null) return next.until;
  const dues = (row?.clocks ?? []).flatMap(({ state, due }) =>
    state === 'running' && due !== null ? [due] : [],
  );
  return dues.sort()[0] ?? null;
};

const bySoonest = (a: WorkItem, b: WorkItem): number =>
  (a.due ?? '9').localeCompare(b.due ?? '9') || a.order.number.localeCompare(b.order.number);

const itemsOf = (found: Read, account: string, role: Role, outbox: readonly Entry[]): readonly WorkItem[] => {
  const items = found.orders.flatMap((order): WorkItem[] => {
    const entries = outbox.filter((it) => it.caseId === order.caseId && it.state !== 'sent');
    const part = partOf(order, account, role, entries);
    if (part === null) return [];
    const row = found.rows.find(({ caseId }) => caseId === order.caseId) ?? null;
    const next =
      found.inbox
        .filter(({ caseId }) => caseId === order.caseId)
        .sort((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'))[0] ?? null;
    return [{ part, order, row, next, due: nextDueOf(row, next), entries }];
  });
  return items.sort(bySoonest);
};

/** Read anew every half minute; without network as it was, with what was done since. */
export const useWork = () => {
  const session = useSession();
  const role = session?.role ?? 'grid-member';
  const outbox = useOutbox();
  const asked = useKept('work', (account) => read(account, role));
  const found = asked.data;
  const items = found === undefined ? [] : itemsOf(found.answer, session?.account ?? '', role, outbox);
  return { asked, items };
};

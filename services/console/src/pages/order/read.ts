/** One order, as its holder, a helper or a verifier needs it in the field. */
import { useQuery } from '@tanstack/react-query';
import { hasRight } from '@mulin/kernel';
import { answerOf, api, Refused, type Schemas } from '../../api/client';
import { onRecord } from '../../api/on-record';
import { type Session, useSession } from '../../api/session';
import type { Entry } from '../../offline/database';
import { keptFirst } from '../../offline/kept';
import { doneSince, isContacted, isOver, type Standing, withDone, withPending } from '../../offline/pending';
import { useKept } from '../../offline/use-kept';
import { useDone, useOutbox } from '../../offline/use-outbox';

type Order = Schemas['Order'];
export type Case = Schemas['CaseListed'];

const rowOf = async (number: string): Promise<Case | null> => {
  try {
    const { items } = await answerOf(api.GET('/api/v1/cases', { params: { query: { number, limit: 1 } } }));
    return items[0] ?? null;
  } catch (error) {
    if (error instanceof Refused) return null; // whoever had it once sees no more of it than the order
    throw error;
  }
};

const read = async (caseId: string) => {
  const order = await answerOf(api.GET('/api/v1/orders/{caseId}', { params: { path: { caseId } } }));
  return { order, row: await rowOf(order.number) };
};

export type Shown = Readonly<{
  order: Order;
  row: Case | null;
  /** With what was done here since it was read, whether it is sent or not. */
  standing: Standing;
  /** What is still owed of its deadlines. */
  running: Case['clocks'];
  entries: readonly Entry[];
}>;

const standingOf = ({ state, member, helpers }: Order, clocks: Case['clocks']): Standing => ({
  state,
  member,
  helpers,
  isContacted: isContacted(clocks),
  isReturned: false,
});

const owed = (clocks: Case['clocks'], before: Standing, now: Standing): Case['clocks'] =>
  clocks.filter(({ name, state }) => state === 'running' && !isOver(name, before, now));

const ofCase = (done: ReturnType<typeof useDone>, caseId: string) =>
  done.filter((it) => it.caseId === caseId);

export const useOrder = (caseId: string) => {
  const outbox = useOutbox();
  const everything = useDone();
  const asked = useKept(`order/${caseId}`, () => read(caseId));
  const shownOf = ({ answer: { order: asRead, row }, askedAt }: NonNullable<typeof asked.data>): Shown => {
    const entries = outbox.filter((it) => it.caseId === caseId && it.state !== 'sent');
    const done = doneSince(ofCase(everything, caseId), { askedAt, now: Date.now() });
    const order = done.findLast((it) => it.order !== null)?.order ?? asRead;
    const clocks = row?.clocks ?? [];
    const before = standingOf(asRead, clocks);
    const standing = withPending(withDone(before, done), entries);
    return { order, row, entries, standing, running: owed(clocks, before, standing) };
  };
  return { asked, shownOf };
};

/** What somebody can do now. */
export type Turn = 'offered' | 'mine' | 'called' | 'helping' | 'verify' | 'nothing';

export const turnOf = ({ order, standing }: Shown, session: Session): Turn => {
  const isTheirs = standing.member === session.account;
  if (standing.state === 'taken' && isTheirs) return 'mine';
  if (isOpen(standing) && (isTheirs || isAsked(order, session))) return 'offered';
  return helpTurn(standing, session) ?? (mayVerify(standing, session) ? 'verify' : 'nothing');
};

const isOpen = ({ state, isReturned }: Standing): boolean => state === 'offered' && !isReturned;

const helpTurn = (standing: Standing, { account }: Session): Turn | null => {
  const help = helpOf(standing, account);
  if (help === undefined) return null;
  return help.state === 'joined' ? 'helping' : 'called';
};

const mayVerify = ({ state, member }: Standing, session: Session): boolean =>
  state === 'finished' && member !== session.account && hasRight('order.verify', session);

/** An emergency is offered to all who are on duty there: whoever may read it, was asked. */
const isAsked = ({ urgency, member }: Order, session: Session): boolean =>
  urgency === 'emergency' && member !== null && session.role === 'grid-member';

/** The help that is waited for of somebody. */
export const helpOf = ({ helpers }: Standing, account: string) =>
  helpers.find((it) => it.member === account && (it.state === 'called' || it.state === 'joined'));

type Words = Schemas['Words'];

/** What was read on this page stays on it: each reading is on record, and one is enough. */
const seen = new Map<string, Words>();

type WordsOf = Readonly<{ caseId: string; turn: Turn; isWanted: boolean }>;

/** What the resident said. Only of orders that are one's own it is kept for reading without network. */
export const useWordsOfOrder = ({ caseId, turn, isWanted }: WordsOf) => {
  const account = useSession()?.account ?? '';
  const purpose = turn === 'verify' ? 'verification' : 'answering';
  const ask = () =>
    answerOf(api.GET('/api/v1/orders/{caseId}/words', { params: { path: { caseId }, query: { purpose } } }));
  return useQuery({
    queryKey: ['field', account, 'words', caseId],
    queryFn: async () => {
      const id = `${account}/${caseId}`;
      const name = `words/${caseId}`;
      const words =
        seen.get(id) ??
        (await keptFirst({ account, name, read: ask, mayKeep: () => turn === 'mine' || turn === 'helping' }));
      seen.set(id, words);
      return words;
    },
    enabled: isWanted,
    ...onRecord,
    // Without network there are none, and one can ask again.
    retry: false,
  });
};

/** What was reported of the work so far; read on purpose. */
export const useReports = ({ caseId, turn, isWanted }: WordsOf) => {
  const account = useSession()?.account ?? '';
  const purpose = turn === 'verify' ? 'verification' : 'answering';
  return useQuery({
    queryKey: ['reports', account, caseId],
    queryFn: async () => {
      const path = { caseId };
      const { items } = await answerOf(
        api.GET('/api/v1/orders/{caseId}/reports', { params: { path, query: { purpose } } }),
      );
      return items;
    },
    enabled: isWanted,
    ...onRecord,
  });
};

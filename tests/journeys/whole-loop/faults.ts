/** What must be so in every town at the end of every story, in whatever order its news came. */
import type { Json } from '../http.js';
import type { Tale } from './telling.js';
import { itemsOf } from './whole.js';

type Span = Readonly<{ from: string; to: string | null }>;
type Cycle = Span & Readonly<{ cycle: number; legs: readonly Span[]; unheld: readonly Span[] }>;

/** Whether one follows the other without gap or overlap, from the beginning of the cycle to its end. */
const isWhole = ({ from, to, legs, unheld }: Cycle): boolean => {
  const length = (span: Span) => (span.to === null ? Infinity : Date.parse(span.to) - Date.parse(span.from));
  const parts = [...legs, ...unheld].sort(
    (one, other) => Date.parse(one.from) - Date.parse(other.from) || length(one) - length(other),
  );
  const ends = parts.map((part) => part.to);
  return [...parts.map((part) => part.from), to].join() === [from, ...ends].join();
};

const over = new Set(['closed', 'declined', 'withdrawn', 'merged']);
/** Whoever asked is waited for, and nobody at work. */
const isAsked = 'verified';

const faultsOfCase = async (
  { town }: Tale,
  id: string,
  waits: readonly Json[],
): Promise<readonly string[]> => {
  const { body: its } = await town.get('hotline-clerk', `/api/v1/cases/${id}`);
  const { body: history } = await town.get('auditor', `/api/v1/orders/${id}/legs`);
  const cycles = (history['cycles'] ?? []) as readonly Cycle[];
  const state = String(its['state']);
  const isOwed = !over.has(state) && state !== isAsked;
  const decides = waits.filter(({ kind }) => kind === 'decide');
  return [
    ...cycles
      .filter((it) => !isWhole(it))
      .map(({ cycle }) => `the legs of cycle ${cycle} are not the whole of it`),
    ...(isOwed && decides.length === 0 ? [`it is ${state}, and waits for nobody`] : []),
    ...(over.has(state) && decides.length > 0 ? [`it is ${state}, and somebody is to do something`] : []),
    ...waits
      .filter(({ to }) => (to as readonly unknown[]).length === 0)
      .map(({ what }) => `${String(what)} is for nobody`),
  ].map((fault) => `${String(its['number'])}: ${fault}`);
};

/** Sentences; none: all is well. */
export const faultsIn = async (tale: Tale): Promise<readonly string[]> => {
  const items = [...(await itemsOf(tale)).values()];
  const ofCases = await Promise.all(
    tale.ids.map((id) =>
      faultsOfCase(
        tale,
        id,
        items.filter(({ caseId }) => caseId === id),
      ),
    ),
  );
  const { body: setAside } = await tale.town.get('operator', '/api/v1/set-aside');
  const left = (setAside['items'] as readonly unknown[]).length;
  return [...ofCases.flat(), ...(left > 0 ? [`${left} messages could not be handled`] : [])];
};

/** How far each case is with its feedback, and when to evaluate it next: for the lists, and for what is done by itself. */
import { column, idOf, type Instant, type Projection, type Query, type ReadModelOf } from '@mulin/kernel';
import type { Event } from '../domain/rating-events.js';
import { decider, type State } from '../domain/rating-state.js';
import { askedLast, isUnasked, nextEvaluation, sinceOf, stageOf } from '../domain/standing.js';

export type AskingRow = Readonly<{ caseId: string; state: State }>;

const since = ({ state }: AskingRow): Instant | null => {
  const last = askedLast(state);
  return last && sinceOf(last);
};

export const askings = {
  name: 'askings',
  version: 7,
  categories: [decider.category],
  key: idOf,
  project: (row, event) => ({
    caseId: idOf(event),
    state: decider.evolve(row?.state ?? decider.initial, event),
  }),
  columns: {
    number: column.text(({ state }) => state.asking?.number ?? askedLast(state)?.question.number ?? null),
    stage: column.text(({ state }) => stageOf(state)),
    area: column.path(({ state }) => askedLast(state)?.question.area ?? null),
    since: column.instant(since),
    nextEvaluation: column.instant(({ state }) => nextEvaluation(state)),
    unasked: column.boolean(({ state }) => isUnasked(state, state.latest)),
  },
  sorts: ['since', 'nextEvaluation'],
} satisfies Projection<AskingRow, Event>;

export type AskingsView = ReadModelOf<typeof askings>;

/** Those that wait to be evaluated, the next one first, page by page; `until`: only those that are due by then. */
export const dueForEvaluation = (
  view: Pick<AskingsView, 'list'>,
  limit: number,
  until?: Instant,
): AsyncGenerator<readonly AskingRow[]> =>
  pages(view, {
    where: { nextEvaluation: until === undefined ? { not: null } : { lte: until } },
    orderBy: [{ by: 'nextEvaluation' }],
    limit,
  });

/** Those whose work was verified while the town asked nobody, page by page. */
export const unasked = (
  view: Pick<AskingsView, 'list'>,
  limit: number,
): AsyncGenerator<readonly AskingRow[]> => pages(view, { where: { unasked: true }, limit });

async function* pages(
  view: Pick<AskingsView, 'list'>,
  query: Query<typeof askings.columns>,
): AsyncGenerator<readonly AskingRow[]> {
  for (let cursor: string | undefined; ;) {
    const { items, next } = await view.list({ ...query, cursor });
    if (items.length > 0) yield items;
    if (next === null) return;
    cursor = next;
  }
}

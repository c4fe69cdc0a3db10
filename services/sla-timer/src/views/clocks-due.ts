/** Every case with clocks, and when to evaluate it next: what the sweep goes through. */
import { column, idOf, type Instant, type Projection, type ReadModelOf, type WhereOf } from '@mulin/kernel';
import * as Clocks from '../domain/clocks/clocks.js';
import { type Due, dueUntil, pagesOf } from './due.js';

type ClocksDue = Readonly<{ caseId: string; state: Clocks.State }>;

const nextEvaluationOf = ({ state }: ClocksDue): Instant | null => Clocks.nextEvaluation(state);

/** That of the case, which is the same in every cycle; `null`: only news of its order was heard so far. */
const numberOf = ({ state }: ClocksDue): string | null =>
  Object.values(state.cycles).find(({ began }) => began !== null)?.began?.number ?? null;

export const clocksDue = {
  name: 'clocks-due',
  version: 13,
  categories: [Clocks.decider.category],
  key: idOf,
  project: (row, event) => ({
    caseId: idOf(event),
    state: Clocks.decider.evolve(row?.state ?? Clocks.decider.initial, event),
  }),
  columns: {
    /** By which people name a case. */
    number: column.text(numberOf),
    // Asked once for each row that is written, and not after each event of it.
    nextEvaluation: column.instant(nextEvaluationOf),
    /** A clock could not be computed: every sweep tries it again. */
    lacksClock: column.boolean(({ state }) => Clocks.lacksClock(state)),
  },
  sorts: ['nextEvaluation'],
} satisfies Projection<ClocksDue, Clocks.Event>;

export type ClocksView = ReadModelOf<typeof clocksDue>;

/** The cases to evaluate. */
export const casesDue =
  (view: Pick<ClocksView, 'list'>): Due =>
  (limit, until) => {
    const where: WhereOf<typeof clocksDue> = {
      or: [{ lacksClock: true }, { nextEvaluation: dueUntil(until) }],
    };
    return pagesOf(
      (cursor) => view.list({ where, orderBy: [{ by: 'nextEvaluation' }], limit, cursor }),
      (row) => ({ id: row.caseId, at: nextEvaluationOf(row) }),
    );
  };

/** How many cases have a deadline that is owed and could not be computed. */
export const countLacking = async (view: ClocksView): Promise<number> =>
  (await view.count('lacksClock', { lacksClock: true })).get('true') ?? 0;

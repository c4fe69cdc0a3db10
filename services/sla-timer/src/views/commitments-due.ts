/** Every dispute and promise with deadlines, and when to evaluate it next: what the sweep goes through. */
import { column, idOf, type Instant, type Projection, type ReadModelOf, type WhereOf } from '@mulin/kernel';
import * as Commitment from '../domain/commitments/commitment.js';
import { type Due, dueUntil, pagesOf } from './due.js';

type CommitmentsDue = Readonly<{ id: string; state: Commitment.State }>;

const nextEvaluationOf = ({ state }: CommitmentsDue): Instant | null => Commitment.nextEvaluation(state);

export const commitmentsDue = {
  name: 'commitments-due',
  version: 1,
  categories: [Commitment.decider.category],
  key: idOf,
  project: (row, event) => ({
    id: idOf(event),
    state: Commitment.decider.evolve(row?.state ?? Commitment.decider.initial, event),
  }),
  columns: {
    // Asked once for each row that is written, and not after each event of it.
    nextEvaluation: column.instant(nextEvaluationOf),
    /** A deadline could not be computed: every sweep tries it again. */
    lacksTerms: column.boolean(({ state }) => Commitment.lacksTerms(state)),
  },
  sorts: ['nextEvaluation'],
} satisfies Projection<CommitmentsDue, Commitment.Event>;

type View = ReadModelOf<typeof commitmentsDue>;

/** The disputes and promises to evaluate. */
export const disputesDue =
  (view: Pick<View, 'list'>): Due =>
  (limit, until) => {
    const where: WhereOf<typeof commitmentsDue> = {
      or: [{ lacksTerms: true }, { nextEvaluation: dueUntil(until) }],
    };
    return pagesOf(
      (cursor) => view.list({ where, orderBy: [{ by: 'nextEvaluation' }], limit, cursor }),
      (row) => ({ id: row.id, at: nextEvaluationOf(row) }),
    );
  };

/** How many disputes and promises have a deadline that is owed and could not be computed. */
export const countLackingTerms = async (view: Pick<View, 'count'>): Promise<number> =>
  (await view.count('lacksTerms', { lacksTerms: true })).get('true') ?? 0;

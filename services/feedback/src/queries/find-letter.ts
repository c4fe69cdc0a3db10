/** Which letter closed a case last; for whoever asked in a case that was merged, what the case came to that answers for it. */
import type { Instant } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { Answered } from '../domain/letter.js';
import type { Conclusion } from '../domain/rating-events.js';
import type { State } from '../domain/rating-state.js';

/** So long a chain of merged cases is followed. */
const mergersAtMost = 5;

export type Letter = Readonly<{ number: string; cycle: number; letterId: string }>;

const cyclesOf = ({ cycles }: State) =>
  Object.entries(cycles)
    .map(([number, cycle]) => ({ number: Number(number), ...cycle }))
    .sort((a, b) => b.number - a.number);

/**
 * The letter of the last conclusion of its own; `null`: there is none. `ofFirst`: for whoever was noted first, to whom
 * no letter goes that was written to somebody else.
 */
export const ownLetter = (state: State, ofFirst: boolean): Letter | null => {
  for (const { conclusion, isLetterOfSomebodyElse } of cyclesOf(state))
    if (conclusion?.letterId !== undefined && !(ofFirst && isLetterOfSomebodyElse)) {
      const { number, cycle, letterId } = conclusion;
      return { number, cycle, letterId };
    }
  return null;
};

type Merger = Readonly<{ cycle: number; into: string; since: Instant }>;

/** Which case answers for it, in which of its own cycles; `null`: it does itself. */
const mergerOf = (state: State): Merger | null => {
  const [last] = cyclesOf(state);
  if (last === undefined) return null;
  const { number: cycle, ends, mergeUndoneAt } = last;
  const merged = ends.findLast(({ because }) => because === 'merged');
  if (merged === undefined || merged.into === null) return null;
  const stands = mergeUndoneAt === null || merged.endedAt > mergeUndoneAt;
  return stands ? { cycle, into: merged.into, since: merged.endedAt } : null;
};

/** Days that are over conclude a case since then, and it is closed when somebody looks: either may be the later. */
const concludedSince = (state: State, since: Instant): Conclusion | null =>
  cyclesOf(state).flatMap(({ conclusion, ends }) => {
    if (conclusion === null) return [];
    const moments = [conclusion.concludedAt, ...ends.map(({ endedAt }) => endedAt)];
    return moments.some((at) => at >= since) ? [conclusion] : [];
  })[0] ?? null;

type Found = Omit<Answered, 'cycle'> & Readonly<{ caseId: string }>;

const followed = async (
  cases: Dependencies['cases'],
  { into, since }: Merger,
  left = mergersAtMost,
): Promise<Found | null> => {
  if (left === 0) return null;
  const { state } = await cases.query(into);
  const next = mergerOf(state);
  const further = next && (await followed(cases, next, left - 1));
  if (further !== null) return further;
  const conclusion = concludedSince(state, since);
  return conclusion && { caseId: into, answering: state, conclusion };
};

/** What the case came to that answers for this one, since it does; `null`: none does, or nothing came of it yet. */
export const answeredTogether = async (
  { cases }: Pick<Dependencies, 'cases'>,
  state: State,
): Promise<(Found & Answered) | null> => {
  const merger = mergerOf(state);
  const found = merger && (await followed(cases, merger));
  return merger && found && { ...found, cycle: merger.cycle };
};

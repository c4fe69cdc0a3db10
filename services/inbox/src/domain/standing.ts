/** Whether a case is still owed an answer, in which cycle, and whether that is an emergency, by all that was heard of it. */
import { type CaseNews, saidBy } from './observed-events.js';

type Standing = Readonly<{
  number: string | null;
  /** The cycle whose items wait; `null`: nothing is owed any more, or nothing was heard yet. */
  cycle: number | null;
}>;

const numberIn = (observed: readonly CaseNews[]): string | null => {
  for (const { said } of observed) if ('number' in said && said.number !== null) return said.number;
  return null;
};

/**
 * The newest cycle that anybody spoke of, unless intake says that it is over. Handling of the next cycle may be heard
 * before the reopening that began it.
 */
export const standingOf = (observed: readonly CaseNews[]): Standing => {
  const last = saidBy(observed, 'intake')
    .filter(({ said }) => said.is !== 'added' && said.is !== 'reclassified')
    .at(-1)?.said;
  const over = last?.is === 'ended' ? last.cycle : 0;
  const newest = Math.max(0, ...observed.map(({ said }) => said.cycle));
  return { number: numberIn(observed), cycle: newest > over ? newest : null };
};

/**
 * Whether a cycle is an emergency. Intake's newest word counts: it knows of an emergency before anybody is asked, and of its corrections. Routing's, of
 * an offer, stands in where an inbox is younger than the case.
 */
export const isEmergencyIn = (observed: readonly CaseNews[], cycle: number): boolean => {
  const ofIntake = saidBy(observed, 'intake').flatMap(({ said }) =>
    said.cycle === cycle && 'urgency' in said ? [said.urgency] : [],
  );
  const ofRouting = saidBy(observed, 'routing').flatMap(({ said }) =>
    said.cycle === cycle && 'urgency' in said ? [said.urgency] : [],
  );
  return (ofIntake.at(-1) ?? ofRouting.at(-1)) === 'emergency';
};

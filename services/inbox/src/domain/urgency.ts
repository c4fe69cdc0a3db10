/** Whether a cycle is an emergency, by all that was heard of it. */
import { type Heard, saidBy } from './heard.js';

/**
 * Intake's newest word counts: it knows of an emergency before anybody is asked, and of its corrections. Routing's, of
 * an offer, stands in where an inbox is younger than the case.
 */
export const isEmergencyIn = (heard: readonly Heard[], cycle: number): boolean => {
  const ofIntake = saidBy(heard, 'intake').flatMap(({ said }) =>
    said.cycle === cycle && 'urgency' in said ? [said.urgency] : [],
  );
  const ofRouting = saidBy(heard, 'routing').flatMap(({ said }) =>
    said.cycle === cycle && 'urgency' in said ? [said.urgency] : [],
  );
  return (ofIntake.at(-1) ?? ofRouting.at(-1)) === 'emergency';
};

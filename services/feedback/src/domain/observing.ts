/** What is told by others: recorded in whatever order it comes, and never refused. */
import type { Decision, Instant } from '@mulin/kernel';
import type { Event, ObservedEvent, Terms } from './rating-events.js';
import { cycleOf, decider, isNewer, type State } from './rating-state.js';
import { isUnasked } from './standing.js';

type Decides = Decision<State, Event>;

/** Whether this was recorded before, or changes nothing. */
const isKnown = (state: State, { type, data }: ObservedEvent): boolean => {
  if (type === 'CaseNoted') return !isNewer(data, state.asking);
  if (type === 'CycleBegan') return data.cycle <= state.latest;
  const { finishes, refusedRound, verification, ends, mergeUndoneAt } = cycleOf(state, data.cycle);
  switch (type) {
    case 'FinishNoted':
      return finishes.some(({ round, finishedAt }) => round === data.round && finishedAt === data.finishedAt);
    case 'FinishRefusalNoted':
      return data.round <= refusedRound;
    case 'VerificationNoted':
      return verification !== null && data.round <= verification.round;
    case 'CycleEnded':
      return ends.some(({ because, endedAt }) => because === data.because && endedAt === data.endedAt);
    case 'MergeUndone':
      return mergeUndoneAt !== null && data.undoneAt <= mergeUndoneAt;
  }
};

/** Whoever asked is asked once in each cycle: since the verification, and with all of their days from now on. */
const asking = (state: State, cycle: number, terms: Terms, now: Instant): readonly Event[] => {
  const { verification } = cycleOf(state, cycle);
  if (verification === null || !isUnasked(state, cycle)) return [];
  return [{ type: 'CallBackDue', data: { ...verification, terms, askedAt: now } }];
};

/** Asks whoever asked of work that was verified while the town did not ask yet: with all of their days from now on. */
export const askNow =
  (terms: Terms): Decides =>
  (state, now) =>
    asking(state, state.latest, terms, now);

/**
 * Records what happened elsewhere, and asks whoever asked where it follows from it.
 *
 * @param terms how the town asks now; what was asked goes on by the terms of then. `null`: it asks nobody.
 */
export const observe =
  (event: ObservedEvent, terms: Terms | null): Decides =>
  (state, now) => {
    if (isKnown(state, event)) return [];
    const after = decider.evolve(state, event);
    if (terms === null) return [event];
    const cycle = 'cycle' in event.data ? event.data.cycle : after.latest;
    return [event, ...asking(after, cycle, terms, now)];
  };

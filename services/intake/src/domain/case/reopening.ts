/** When the town owes an answer once more: by the word of whoever asked, of the desk, or of a rating. */
import { day, type Instant, msBetween } from '@mulin/kernel';
import { type Decides, type Event, known, type ReopenReason, type State, stillOwed } from './case.js';
import * as refusals from './refusals.js';

type Known = ReturnType<typeof known>;

/** The next cycle, with what is noted of the demand by then. */
const reopened = (it: Known, cycle: number, because: ReopenReason, reopenedAt: Instant): Event => {
  const { menuItem, net, urgency, itemUrgency, policy, place, point, words, contact } = it.demand;
  const about = { menuItem, net, urgency, policy, place, words, contact };
  const more = {
    ...(itemUrgency === undefined ? {} : { itemUrgency }),
    ...(point === undefined ? {} : { point }),
  };
  return { type: 'CaseReopened', data: { number: it.number, cycle, because, ...about, ...more, reopenedAt } };
};

type Reopening = Readonly<{
  because: Exclude<ReopenReason, 'redo'>;
  by: 'resident' | 'desk';
  /** Within so many days (of 24 hours) after the closing whoever asked may ask again. */
  days: number;
}>;

/**
 * Whoever asked asks again, by themselves or through the desk, within some days after it was closed; what was ended by
 * mistake the desk takes up again at any time.
 */
export const reopen =
  ({ because, by, days }: Reopening): Decides =>
  (state, now) => {
    const it = known(state);
    const isMistake = because === 'closed-by-mistake';
    if (isMistake && by === 'resident') throw refusals.mistakeNotYours();
    if (it.isArchive) throw refusals.archived();
    if (it.status === 'registered') throw refusals.notOver();
    if (it.status === 'closed' && it.outcome === 'duplicate') throw refusals.wasMerged();
    if (!isMistake) refuseLate(it, days, now);
    return [reopened(it, it.cycle + 1, because, now)];
  };

/** Only what was closed is asked again: what was declined or withdrawn is a demand of its own by then. */
const refuseLate = (it: Known, days: number, now: Instant): void => {
  if (it.status !== 'closed') return void stillOwed(it);
  if (msBetween(it.closedAt, now) > days * day) throw refusals.tooLateToReopen(days);
};

/** What is over by another word than that of a rating stays so. */
const isOverOtherwise = (it: State): boolean =>
  it.status === 'unknown' ||
  it.status === 'declined' ||
  it.status === 'withdrawn' ||
  (it.status === 'closed' && it.outcome === 'duplicate');

/** Told that whoever asked is not content. */
export const redo =
  (nextCycle: number, at: Instant): Decides =>
  (state) =>
    isOverOtherwise(state) || known(state).cycle >= nextCycle
      ? []
      : [reopened(known(state), nextCycle, 'redo', at)];

type Conclusion = Readonly<{
  cycle: number;
  outcome: 'done' | 'explained';
  letterId?: string | undefined;
  at: Instant;
}>;

/** Told that nothing is left to ask: a cycle that is not over by another word is closed. */
export const conclude =
  ({ cycle, outcome, letterId, at }: Conclusion): Decides =>
  (state) => {
    if (state.status !== 'registered' || state.cycle !== cycle) return [];
    const letter = letterId === undefined ? {} : { letterId };
    return [{ type: 'CaseClosed', data: { cycle, outcome, closedAt: at, ...letter } }];
  };

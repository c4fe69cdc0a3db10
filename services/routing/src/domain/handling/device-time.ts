/** When something was done by somebody whose phone may have had no signal: within bounds, and marked. */
import { hour, type Instant, latest, minute, msBetween } from '@mulin/kernel';
import { beforeItBegan, deviceTime } from './refusals.js';

/** A phone without signal comes back within a long weekend; older times are somebody's memory. */
const behindAtMost = 72 * hour;
/** Clocks of phones differ by so much, and not by more. */
const aheadAtMost = 5 * minute;

/** `at`: what the clock of their device said; absent: the town's own clock counts. */
export type Claimed = Readonly<{ at?: Instant | undefined }>;

type Timed = Readonly<{ at: Instant; timedBy?: 'device' }>;

/**
 * The moment that counts.
 *
 * @param since what it cannot have happened before: when it was offered, taken, called.
 * @throws `Rejection` `device-time` for a claim more than 72 hours ago or 5 minutes ahead, `before-it-began` for one
 *   before `since`.
 */
export const timeOf = ({ at }: Claimed, now: Instant, since: Instant): Timed => {
  // Whatever it follows on may have been timed by a device whose clock is ahead.
  if (at === undefined) return { at: latest(since, now) };
  const behind = msBetween(at, now);
  if (behind > behindAtMost || -behind > aheadAtMost) throw deviceTime();
  if (at < since) throw beforeItBegan();
  return { at, timedBy: 'device' };
};

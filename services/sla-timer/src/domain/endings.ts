/** What the end of a case means to its clocks, whoever closed it, and what a file says of it. */
import type { Instant } from '@mulin/kernel';
import { localDay } from '@mulin/working-time';
import type { EndReason } from './clocks/clock-events.js';

/** Beside a time that cannot be, or is not known well enough, nobody can say whether it was in time. */
const unjudgedFlags: readonly string[] = ['implausible-time', 'closed-on-due-day'];

/** Whether no verdict may be given on a row of a file that carries these flags. */
export const isUnjudged = (flags: readonly string[]): boolean =>
  flags.some((flag) => unjudgedFlags.includes(flag));

/**
 * The day of a closing of which its source noted no hour; else `undefined`.
 *
 * @param zone the time zone of the town, by whose days the source counts.
 * @param days the names of the times of which the source knows the day alone.
 */
export const closedDayOf = (
  zone: string,
  days: readonly string[],
  closedAt: Instant | null,
): ReturnType<typeof localDay> | undefined =>
  closedAt !== null && days.includes('closedAt') ? localDay(zone, closedAt) : undefined;

/** What a close means to the clocks that still run. None of it answers anything: whoever finished has answered. */
const reasons: Readonly<Record<string, EndReason>> = {
  done: 'done',
  explained: 'explained',
  declined: 'declined',
  withdrawn: 'withdrawn',
  duplicate: 'merged',
};

/** Why the clocks of a case end that was closed so. The source decides when its own case was answered. */
export const endReasonOf = (outcome: string, isBySource: boolean): EndReason =>
  isBySource ? 'closed' : (reasons[outcome] ?? 'done');

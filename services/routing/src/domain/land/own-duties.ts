/** Whose duties those of a pack's roster are, which the leave of the pack has cut to pieces. */
import { canonical, type Instant } from '@mulin/kernel';
import type * as Leave from '../leave/leave.js';
import { type Duty, isOnDutyFrom } from './roster.js';

/** Whether somebody has it in place of whoever is away by this leave: within its time, where those serve otherwise. */
const standsIn = (
  duty: Duty,
  there: readonly Duty[],
  { account, from, until, standIn }: Leave.Absence,
): boolean =>
  standIn === duty.account &&
  duty.from !== null &&
  from <= duty.from &&
  (until === null || (duty.until !== null && duty.until <= until)) &&
  there.some((it) => it.account === account && it.role === duty.role);

/** Whether somebody has it only while somebody else is away, by the leave of the pack. */
export const isByLeave = (duty: Duty, there: readonly Duty[], away: readonly Leave.Absence[]): boolean =>
  away.some((leave) => standsIn(duty, there, leave));

const isSame = (one: Duty, other: Duty): boolean =>
  canonical({ ...one, from: null, until: null }) === canonical({ ...other, from: null, until: null });

/** Whether one goes on where the other was broken off by a leave. */
const goesOn = (first: Duty, second: Duty, away: readonly Leave.Absence[]): boolean =>
  isSame(first, second) &&
  away.some(
    ({ account, from, until }) => account === first.account && from === first.until && until === second.from,
  );

/**
 * What remains of a pack's duties from a moment on if nobody goes on leave: whoever stands in has none, and whoever is
 * away has theirs in one piece.
 */
export const ownDuties = (
  planned: readonly Duty[],
  away: readonly Leave.Absence[],
  now: Instant,
): readonly Duty[] =>
  planned
    .filter((duty) => !isByLeave(duty, planned, away))
    .reduce<readonly Duty[]>((whole, duty) => {
      const place = whole.findIndex((it) => goesOn(it, duty, away));
      return place < 0
        ? [...whole, duty]
        : whole.map((it, at) => (at === place ? { ...it, until: duty.until } : it));
    }, [])
    .filter((duty) => isOnDutyFrom(duty, now));

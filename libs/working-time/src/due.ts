/** By when something is owed, and how much time has been used: the conventions are those of the README. */
import { hour, instant, type Instant, isMoment, minute, msOf, Rejection, second } from '@mulin/kernel';
import type { Calendar } from './calendar.js';
import { dueInDays } from './days.js';
import { aroundTheClock, type Days, daysOf, type Hours } from './hours.js';
import { backward, beyondReach, forward, pausesOf, workedBetween } from './walk.js';

/** The units that a deadline may be counted in, as packs and vectors write them. */
export const units = [
  'working-second',
  'working-minute',
  'working-hour',
  'working-day',
  'calendar-day',
  'hour',
] as const;

/** `hour` is counted around the clock: the emergency hour. The other times of day are worked time. */
export type Unit = (typeof units)[number];

/** How a deadline in days ends: at the close of business of its last day, or at the clock time it began at. */
export type Ending = 'close' | 'same-time';

/** Half-open: a pause holds its first moment and not its last. Overlapping ones count once. */
export type Pause = readonly [from: Instant, until: Instant];

/** What a deadline is counted by. */
export type Target = Readonly<{
  calendar: Calendar;
  unit: Unit;
  start: Instant;
  /** May be a fraction; a negative one counts back. */
  amount: number;
  /** For days; `close` where nothing is said. */
  end?: Ending | undefined;
  pauses?: readonly Pause[] | undefined;
}>;

/** When a deadline falls. */
export type Due = Readonly<{
  dueAt: Instant;
  /** Days were counted whose holidays are not announced yet, or not known any more: the moment may be another. */
  provisional: boolean;
}>;

/** What is counted by `elapsed`. */
export type Span = Readonly<{
  calendar: Calendar;
  unit: Unit;
  start: Instant;
  until: Instant;
  pauses?: readonly Pause[] | undefined;
}>;

const unitMs = { 'working-second': second, 'working-minute': minute, 'working-hour': hour, hour };

const hoursFor = (unit: Unit, days: Days): Hours => (unit === 'hour' ? aroundTheClock : days);

const pausesIn = (pauses: readonly Pause[] | undefined) =>
  pauses === undefined || pauses.length === 0
    ? []
    : pausesOf(pauses.map(([from, until]) => [msOf(from), msOf(until)]));

const refuseNoNumber = (amount: number) => {
  if (!Number.isFinite(amount))
    throw new Rejection(
      'amount-not-a-number',
      { en: 'The amount of a deadline must be a number.', zh: '时限的数量必须是数字。' },
      'malformed',
    );
};

const momentOf = (ms: number): Instant => {
  const rounded = Math.round(ms);
  if (!isMoment(rounded)) throw beyondReach();
  return instant(rounded);
};

const dueMs = ({ unit, start, amount, end, pauses }: Target, days: Days): number => {
  const [from, breaks] = [msOf(start), pausesIn(pauses)];
  if (unit === 'working-day' || unit === 'calendar-day')
    return dueInDays({ days, unit, start: from, end: end ?? 'close', pauses: breaks }, amount);
  const ms = Math.round(amount * unitMs[unit]);
  const hours = hoursFor(unit, days);
  return ms < 0 ? backward(hours, from, -ms, breaks) : forward(hours, from, ms, breaks);
};

/**
 * When a deadline falls, by the conventions of the README. Counting beyond what is announced, or before what is
 * known, is not refused: the answer is `provisional`.
 *
 * @throws `Rejection`: `amount-not-a-number`, `calendar-without-hours` where nobody ever works again,
 *   `deadline-out-of-reach` more than 50 years away or outside of the years 0 to 9999.
 */
export const due = (target: Target): Due => {
  refuseNoNumber(target.amount);
  const days = daysOf(target.calendar);
  const ms = dueMs(target, days);
  const start = msOf(target.start);
  // A close at 24:00 belongs to the day it ends.
  const lastDay = days.dateOf(Math.max(ms, start) - 1);
  const isUncovered = lastDay > days.coveredUntil || days.dateOf(Math.min(ms, start)) < days.coveredFrom;
  return { dueAt: momentOf(ms), provisional: target.unit !== 'hour' && isUncovered };
};

/**
 * How much time has been used between two moments: worked time, or, for `hour` and `calendar-day`, time by the clock
 * on the wall; without what is paused.
 *
 * @returns milliseconds; negative where `until` comes first.
 */
export const elapsed = ({ calendar, unit, start, until, pauses }: Span): number => {
  const hours = unit === 'calendar-day' ? aroundTheClock : hoursFor(unit, daysOf(calendar));
  const [from, to, breaks] = [msOf(start), msOf(until), pausesIn(pauses)];
  return from <= to ? workedBetween(hours, from, to, breaks) : 0 - workedBetween(hours, to, from, breaks);
};

/**
 * When a share of a deadline is used up: that share of the worked time between start and due, beyond it for a share
 * above 1.
 *
 * @param dueAt as `due` gives it for this target.
 * @param share 0.5: half of it.
 * @throws `Rejection`, as `due`.
 */
export const usedUp = (target: Target, dueAt: Instant, share: number): Instant => {
  if (share === 1) return dueAt;
  const { unit, start, calendar, pauses } = target;
  const hours = hoursFor(unit, daysOf(calendar));
  const [from, breaks] = [msOf(start), pausesIn(pauses)];
  const whole = workedBetween(hours, from, msOf(dueAt), breaks);
  return momentOf(forward(hours, from, Math.round(whole * share), breaks));
};

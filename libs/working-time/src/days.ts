/** Deadlines in days: counted from the day after the start, ended at closing or at the same clock time. */
import { day } from '@mulin/kernel';
import type { Days, Stretches } from './hours.js';
import { momentOf } from './local.js';
import { forward, opening, refuseEndless, workedBetween } from './walk.js';

/** A deadline in days; moments are milliseconds since 1970-01-01T00:00:00Z. */
type DayTarget = Readonly<{
  days: Days;
  unit: 'working-day' | 'calendar-day';
  start: number;
  end: 'close' | 'same-time';
  pauses: Stretches;
}>;

const clockTimeOf = ({ zone }: Days, ms: number): number => {
  const wall = ms + zone.offsetAt(ms);
  return wall - Math.floor(wall / day) * day;
};

const closeOf = ({ days, start }: DayTarget, date: number): number => days.openOn(date).at(-1) ?? start;

const isPaused = (stretches: Stretches, pauses: Stretches): boolean =>
  pauses.length > 0 &&
  stretches.every((from, place) => {
    if (place % 2 === 1) return true;
    const until = stretches[place + 1] ?? from;
    return pauses.some((begins, at) => at % 2 === 0 && begins <= from && (pauses[at + 1] ?? 0) >= until);
  });

/** A working day whose working time was not paused from end to end. */
const isWorked = ({ days, pauses }: DayTarget, date: number): boolean => {
  const open = days.openOn(date);
  return open.length > 0 && !isPaused(open, pauses);
};

/** Whether a date counts towards the target. A calendar day counts unless all of its 24 hours were paused. */
const counts = (target: DayTarget, date: number): boolean => {
  const { days, unit, pauses } = target;
  if (unit === 'working-day') return isWorked(target, date);
  return (
    pauses.length === 0 ||
    !isPaused([momentOf(days.zone, date * day), momentOf(days.zone, (date + 1) * day)], pauses)
  );
};

/** The nth date that counts after `from`, or before it for a negative number. */
const countedDate = (target: DayTarget, from: number, number: number): number => {
  const step = number < 0 ? -1 : 1;
  let date = from;
  for (let left = Math.abs(number); left > 0;) {
    date += step;
    refuseEndless(target.days, date, from, step);
    if (counts(target, date)) left--;
  }
  return date;
};

/** A last day that nobody works rolls forward to one that is worked (Civil Code, article 203). */
const rolled = (target: DayTarget, date: number): number => {
  let last = date;
  while (!isWorked(target, last)) {
    last++;
    refuseEndless(target.days, last, date, 1);
  }
  return last;
};

const atClose = (target: DayTarget, number: number): number => {
  const { days, unit, start } = target;
  const date = countedDate(target, days.dateOf(start), number);
  const close = closeOf(target, unit === 'calendar-day' ? rolled(target, date) : date);
  return number === 0 ? Math.max(close, start) : close;
};

const atSameTime = (target: DayTarget, number: number): number => {
  const { days, unit, start } = target;
  // Working days begin with the next opening; calendar days run whether anybody works or not.
  const begins = unit === 'working-day' ? opening(days, start) : start;
  const date = countedDate(target, days.dateOf(begins), number);
  const last = unit === 'calendar-day' ? rolled(target, date) : date;
  return momentOf(days.zone, last * day + clockTimeOf(days, begins));
};

/**
 * When a deadline in days falls. The day of the start is not counted (Civil Code of the PRC, article 201); a last day
 * that nobody works rolls forward to one that is worked (article 203). A day that was paused from end to end does not
 * count.
 *
 * @param amount days; negative: back. A fraction is that share of the worked time between the whole days on its two
 *   sides.
 * @returns milliseconds since 1970-01-01T00:00:00Z.
 * @throws `Rejection` `calendar-without-hours` or `deadline-out-of-reach`.
 */
export const dueInDays = (target: DayTarget, amount: number): number => {
  const inWhole = (number: number) => (target.end === 'close' ? atClose : atSameTime)(target, number);
  const whole = Math.floor(amount);
  const [begins, share] = [inWhole(whole), amount - whole];
  if (share === 0) return begins;
  const between = workedBetween(target.days, begins, inWhole(whole + 1), []);
  return forward(target.days, begins, Math.round(between * share), []);
};

/** Counting worked time forwards and backwards from a moment, without what is paused. */
import { day, Rejection } from '@mulin/kernel';
import { type Hours, pairsOf, type Stretches } from './hours.js';

/** No deadline of a town lies further away; whoever asks for one has made a mistake. */
const horizonDays = 50 * 366;

const neverWorked = () =>
  new Rejection('calendar-without-hours', {
    en: 'By this calendar nobody ever works again, so that the deadline would never come.',
    zh: '该日历此后没有任何工作时间，时限永远不会到期。',
  });

/** The refusal of a deadline that lies too far away: `deadline-out-of-reach`. */
export const beyondReach = () =>
  new Rejection('deadline-out-of-reach', {
    en: 'A deadline lies at most 50 years away; this one does not.',
    zh: '时限最远为五十年，此时限超出范围。',
  });

/**
 * Pauses in order, overlapping ones made one, empty ones left out.
 *
 * @param pauses pairs of milliseconds since 1970-01-01T00:00:00Z.
 */
export const pausesOf = (pauses: readonly (readonly [number, number])[]): Stretches => {
  const merged: number[] = [];
  for (const [from, until] of [...pauses].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1) ?? -Infinity;
    if (until <= from) continue;
    if (from > last) merged.push(from, until);
    else merged[merged.length - 1] = Math.max(last, until);
  }
  return merged;
};

/** What is left of one stretch when the pauses are taken out. */
const unpaused = (from: number, until: number, pauses: Stretches): Stretches => {
  const left: number[] = [];
  let reached = from;
  for (const [begins, ends] of pairsOf(pauses)) {
    if (ends <= reached || begins >= until) continue;
    if (begins > reached) left.push(reached, begins);
    reached = ends;
  }
  if (reached < until) left.push(reached, until);
  return left;
};

/** The worked stretches of one UTC day without what is paused. */
const counted = (hours: Hours, utcDay: number, pauses: Stretches): Stretches => {
  const open = hours.openIn(utcDay);
  if (pauses.length === 0) return open;
  const left: number[] = [];
  for (let place = 0; place < open.length; place += 2)
    left.push(...unpaused(open[place] ?? 0, open[place + 1] ?? 0, pauses));
  return left;
};

/**
 * Ends a walk from day to day that would not end by itself.
 *
 * @param utcDay where the walk is, in days since 1970-01-01; `firstDay`: where it began; `step`: its direction.
 * @throws `Rejection`: `calendar-without-hours` where nobody works that way any more, `deadline-out-of-reach` after
 *   50 years.
 */
export const refuseEndless = ({ bounds }: Hours, utcDay: number, firstDay: number, step: 1 | -1) => {
  if (bounds && (step > 0 ? utcDay > bounds.last : utcDay < bounds.first)) throw neverWorked();
  if (Math.abs(utcDay - firstDay) > horizonDays) throw beyondReach();
};

/**
 * The moment at which this much has been worked since `start`; all used up exactly at closing is that closing.
 *
 * @param start milliseconds since 1970-01-01T00:00:00Z, as is what it answers.
 * @param amount milliseconds of worked time, at least 0.
 * @throws `Rejection`, as `refuseEndless`.
 */
export const forward = (hours: Hours, start: number, amount: number, pauses: Stretches): number => {
  let left = amount;
  const firstDay = Math.floor(start / day);
  for (let utcDay = firstDay; left > 0; utcDay++) {
    refuseEndless(hours, utcDay, firstDay, 1);
    const open = counted(hours, utcDay, pauses);
    for (let place = 0; place < open.length; place += 2) {
      const from = Math.max(start, open[place] ?? 0);
      const length = (open[place + 1] ?? 0) - from;
      if (length >= left) return from + left;
      if (length > 0) left -= length;
    }
  }
  return start;
};

/**
 * The moment from which on this much has been worked until `start`; used up exactly at opening is that opening.
 *
 * @param start milliseconds since 1970-01-01T00:00:00Z, as is what it answers.
 * @param amount milliseconds of worked time, at least 0.
 * @throws `Rejection`, as `refuseEndless`.
 */
export const backward = (hours: Hours, start: number, amount: number, pauses: Stretches): number => {
  let left = amount;
  const firstDay = Math.floor(start / day);
  for (let utcDay = firstDay; left > 0; utcDay--) {
    refuseEndless(hours, utcDay, firstDay, -1);
    const open = counted(hours, utcDay, pauses);
    for (let place = open.length - 2; place >= 0; place -= 2) {
      const until = Math.min(start, open[place + 1] ?? 0);
      const length = until - (open[place] ?? 0);
      if (length >= left) return until - left;
      if (length > 0) left -= length;
    }
  }
  return start;
};

/**
 * How much is worked from one moment until a later one, without what is paused.
 *
 * @param start milliseconds since 1970-01-01T00:00:00Z, as is `until`.
 * @returns milliseconds.
 */
export const workedBetween = (hours: Hours, start: number, until: number, pauses: Stretches): number => {
  let worked = 0;
  for (let utcDay = Math.floor(start / day); utcDay * day < until; utcDay++) {
    const open = counted(hours, utcDay, pauses);
    for (let place = 0; place < open.length; place += 2) {
      const length = Math.min(until, open[place + 1] ?? 0) - Math.max(start, open[place] ?? 0);
      if (length > 0) worked += length;
    }
  }
  return worked;
};

/**
 * The first worked moment from `start` on: `start` itself, or the next opening.
 *
 * @throws `Rejection`, as `refuseEndless`.
 */
export const opening = (hours: Hours, start: number): number => {
  const firstDay = Math.floor(start / day);
  for (let utcDay = firstDay; ; utcDay++) {
    refuseEndless(hours, utcDay, firstDay, 1);
    const open = hours.openIn(utcDay);
    for (let place = 0; place < open.length; place += 2)
      if ((open[place + 1] ?? 0) > start) return Math.max(start, open[place] ?? 0);
  }
};

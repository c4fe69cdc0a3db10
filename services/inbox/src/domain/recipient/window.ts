/** When somebody wants to hear of what can wait: the hours and days that they have stated. Due moments do not move. */
import { day, type Instant, instant, latest, msOf, plus } from '@mulin/kernel';
import { type Calendar, isOpenAt, localDate, localMoment, openBetween } from '@mulin/working-time';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof weekdays)[number];

/** `08:00` to `24:00`, as wall clocks of the town show them. */
type Hour = string;

export type Window = Readonly<{
  days: readonly Weekday[];
  from: Hour;
  /** Where it is not later than `from`, it is an hour of the next day: `22:00` to `06:00` is a night. */
  to: Hour;
  /** What can wait is told at these hours, all at once; of none, whenever the window is open. */
  digestAt: readonly Hour[];
}>;

/** So it is for whoever has stated nothing. */
export const usualWindow: Window = { days: weekdays, from: '08:00', to: '20:00', digestAt: [] };

/** A window opens within a week; clocks that are set forward may skip it once. */
const lookAheadDays = 15;

const dayAfter = (name: Weekday): Weekday => weekdays[(weekdays.indexOf(name) + 1) % weekdays.length] ?? name;

/** The hours of a window as a calendar: a night belongs to the day on which it begins. */
const calendarOf = ({ days, from, to }: Window, zone: string): Calendar => {
  const isOvernight = to <= from;
  const pieces = days.flatMap((name) =>
    isOvernight
      ? [[name, [from, '24:00']] as const, [dayAfter(name), ['00:00', to]] as const]
      : [[name, [from, to]] as const],
  );
  const week = Object.fromEntries(
    weekdays.map((name) => [
      name,
      pieces.flatMap(([of, [opens = '', closes = '']]) => (of === name ? [[opens, closes] as const] : [])),
    ]),
  );
  return { id: 'window', version: '1', zone, week, overrides: {}, coveredUntil: null };
};

/** The first moment, from this one on, at which the window is open. */
export const whenOpen = (window: Window, zone: string, from: Instant): Instant => {
  const [first] = openBetween(calendarOf(window, zone), from, plus(from, lookAheadDays * day));
  return first === undefined ? from : instant(Math.max(first[0], msOf(from)));
};

/** The first of the stated hours, from this moment on, at which the window is open. */
const nextStated = (window: Window, zone: string, from: Instant): Instant | null => {
  const calendar = calendarOf(window, zone);
  for (let nth = 0; nth < lookAheadDays; nth++) {
    const date = localDate(zone, msOf(plus(from, nth * day)));
    const moments = window.digestAt
      .flatMap((hour) => localMoment(zone, `${date}T${hour}`) ?? [])
      .filter((at) => at >= from && isOpenAt(calendar, at))
      .sort();
    if (moments[0] !== undefined) return moments[0];
  }
  return null;
};

type Waiting = Readonly<{
  /** Since when it waits to be told. */
  since: Instant;
  now: Instant;
}>;

/**
 * When what can wait is told: at the first stated hour since it waits, or at once where none is stated; never while the
 * window is closed, and never before now.
 */
export const whenTold = (window: Window, zone: string, { since, now }: Waiting): Instant => {
  const wanted = window.digestAt.length === 0 ? since : (nextStated(window, zone, since) ?? since);
  return whenOpen(window, zone, latest(now, wanted));
};

/** Whether each of the stated hours is one at which the window is open on some day. */
export const holdsItsHours = (window: Window): boolean => {
  const { from, to, digestAt } = window;
  return digestAt.every((hour) => (to <= from ? hour >= from || hour < to : hour >= from && hour < to));
};

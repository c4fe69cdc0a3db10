/** When somebody wants to hear of what can wait: the hours and days that they have stated. Due moments do not move. */
import { day, type Instant, instant, latest, msOf, plus } from '@mulin/kernel';
import {
  type Calendar,
  isOpenAt,
  localDate,
  localMoment,
  openBetween,
  type Segment,
} from '@mulin/working-time';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Weekday = (typeof weekdays)[number];

/** What a window may name: weekdays, or the days on which the town works, whatever weekday that is. */
export const windowDays = [...weekdays, 'working'] as const;

/** By which wall clocks and which days the hours of people count. */
export type TownTime = Readonly<{
  /** IANA name of the town's zone. */
  zone: string;
  /** When the town works, with its holidays and make-up days; `null`: nobody has said, and it is Monday to Friday. */
  workdays: Calendar | null;
}>;

/** `08:00` to `24:00`, as wall clocks of the town show them. */
type Hour = string;

export type Window = Readonly<{
  days: readonly (typeof windowDays)[number][];
  from: Hour;
  /** Where it is not later than `from`, it is an hour of the next day: `22:00` to `06:00` is a night. */
  to: Hour;
  /** What can wait is told at these hours, all at once; of none, whenever the window is open. */
  digestAt: readonly Hour[];
}>;

/** So it is for whoever has stated nothing. */
export const usualWindow: Window = { days: weekdays, from: '08:00', to: '20:00', digestAt: [] };

/** A window opens within a week, or after the longest holidays; clocks that are set forward may skip it once. */
const lookAheadDays = 15;

const dateAfter = (date: string, days: number): string => plus(instant(date), days * day).slice(0, 10);

const isWeekday = (name: Weekday): boolean => name !== 'sat' && name !== 'sun';

const weekdayOf = (date: string): Weekday =>
  weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % weekdays.length] ?? 'mon';

/** Whether the town works on this date at all. */
const isWorked = (date: string, { zone, workdays }: TownTime): boolean => {
  if (workdays === null) return isWeekday(weekdayOf(date));
  const [from, until] = [date, dateAfter(date, 1)].map((it) => localMoment(zone, `${it}T00:00`));
  if (!from || !until) return false;
  return openBetween(workdays, from, until).length > 0;
};

/**
 * The hours of a window as a calendar, of the days from this moment on that are looked at: a night belongs to the day on
 * which it begins.
 */
const calendarOf = (window: Window, town: TownTime, start: Instant): Calendar => {
  const { days, from, to } = window;
  const isOvernight = to <= from;
  const isOf = (date: string): boolean =>
    days.includes(weekdayOf(date)) || (days.includes('working') && isWorked(date, town));
  const today = localDate(town.zone, msOf(start));
  const dates = Array.from({ length: lookAheadDays + 2 }, (_, nth) => dateAfter(today, nth));
  const hoursOf = (date: string): readonly Segment[] => {
    const night: readonly Segment[] = isOvernight && isOf(dateAfter(date, -1)) ? [['00:00', to]] : [];
    return isOf(date) ? [...night, [from, isOvernight ? '24:00' : to]] : night;
  };
  const overrides = Object.fromEntries(dates.map((date) => [date, { segments: hoursOf(date) }]));
  return { id: 'window', version: '1', zone: town.zone, week: {}, overrides, coveredUntil: null };
};

/** The first moment, from this one on, at which the window is open. */
export const whenOpen = (window: Window, town: TownTime, from: Instant): Instant => {
  const [first] = openBetween(calendarOf(window, town, from), from, plus(from, lookAheadDays * day));
  return first === undefined ? from : instant(Math.max(first[0], msOf(from)));
};

/** The first of the stated hours, from this moment on, at which the window is open. */
const nextStated = (window: Window, town: TownTime, from: Instant): Instant | null => {
  const { zone } = town;
  const calendar = calendarOf(window, town, from);
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
export const whenTold = (window: Window, town: TownTime, { since, now }: Waiting): Instant => {
  const wanted = window.digestAt.length === 0 ? since : (nextStated(window, town, since) ?? since);
  return whenOpen(window, town, latest(now, wanted));
};

/** Whether each of the stated hours is one at which the window is open on some day. */
export const holdsItsHours = (window: Window): boolean => {
  const { from, to, digestAt } = window;
  return digestAt.every((hour) => (to <= from ? hour >= from || hour < to : hour >= from && hour < to));
};

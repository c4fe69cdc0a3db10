/** A calendar made ready to count with: for every date and every UTC day, when exactly the town works. */
import { day, recent } from '@mulin/kernel';
import { type Calendar, type Segment, weekdaysOf } from './calendar.js';
import { type Zone, zoneOf } from './zone.js';

/** Moments in pairs, from and until, in order, touching ones joined: `[from, until, from, until, …]`. */
export type Stretches = readonly number[];

/** When something is counted, as it is needed to walk from day to day. */
export type Hours = Readonly<{
  /** What is worked within one UTC day (days since 1970-01-01). */
  openIn: (utcDay: number) => Stretches;
  /** The UTC days outside which nothing is ever worked; `null`: every week has its hours. */
  bounds: Readonly<{ first: number; last: number }> | null;
}>;

/** The hours of a calendar, by UTC days and by local dates. */
export type Days = Hours &
  Readonly<{
    zone: Zone;
    /** When this local date (days since 1970-01-01) is worked. */
    openOn: (date: number) => Stretches;
    /** The local date of a moment. */
    dateOf: (ms: number) => number;
    /** The first and the last local date whose holidays are known. */
    coveredFrom: number;
    coveredUntil: number;
  }>;

/** Bounds the memory of a process: more than 50 years, so that no deadline is computed twice. */
const daysCached = 20_000;

const remembering = (make: (day: number) => Stretches) => {
  const known = recent<number, Stretches>(daysCached);
  return (utcDay: number): Stretches => {
    const cached = known.get(utcDay);
    if (cached) return cached;
    const made = make(utcDay);
    known.set(utcDay, made);
    return made;
  };
};

const timeOf = (text: string): number => {
  const [hours, minutes] = text.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
};

/** Days since 1970-01-01 of a date such as `2026-02-17`. */
const dateNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / day);

const localHours = (segments: readonly Segment[]): Stretches =>
  joined(segments.map(([opens, closes]) => [timeOf(opens), timeOf(closes)]));

/** In order, empty ones left out, touching ones made one. */
const joined = (pairs: readonly (readonly [number, number])[]): Stretches => {
  const stretches: number[] = [];
  for (const [from, until] of [...pairs].sort(([a], [b]) => a - b)) {
    if (until <= from) continue;
    if (stretches.at(-1) === from) stretches[stretches.length - 1] = until;
    else stretches.push(from, until);
  }
  return stretches;
};

/** Stretches as pairs: `[from, until]`. */
export const pairsOf = (stretches: Stretches): (readonly [number, number])[] =>
  stretches.flatMap((from, place) =>
    place % 2 === 0 ? [[from, stretches[place + 1] ?? from] as const] : [],
  );

/** The times of one offset around a local date: it may begin or end within it. */
const offsetsAround = (
  zone: Zone,
  date: number,
): readonly { from: number; until: number; offset: number }[] =>
  [date - 1, date, date + 1].flatMap((utcDay) => {
    const { at, before, after } = zone.turnIn(utcDay);
    const [start, end] = [utcDay * day, (utcDay + 1) * day];
    if (at === Infinity) return [{ from: start, until: end, offset: before }];
    return [
      { from: start, until: at, offset: before },
      { from: at, until: end, offset: after },
    ];
  });

/**
 * The moments at which wall clocks show these hours on this date. What a clock change skips is not there; what
 * it repeats is there twice.
 */
const momentsOf = (zone: Zone, date: number, hours: Stretches): Stretches => {
  const offsets = offsetsAround(zone, date);
  const first = offsets[0]?.offset ?? 0;
  const midnight = date * day;
  if (offsets.every(({ offset }) => offset === first)) return hours.map((time) => midnight + time - first);
  return joined(
    offsets.flatMap(({ from, until, offset }) =>
      pairsOf(hours).map(
        ([opens, closes]) =>
          [Math.max(from, midnight + opens - offset), Math.min(until, midnight + closes - offset)] as const,
      ),
    ),
  );
};

/** The part of stretches that lies within a UTC day. */
const within = (stretches: Stretches, utcDay: number): (readonly [number, number])[] =>
  pairsOf(stretches).map(
    ([from, until]) => [Math.max(from, utcDay * day), Math.min(until, (utcDay + 1) * day)] as const,
  );

const weekHours = (week: Calendar['week']): readonly Stretches[] => {
  const hours: Stretches[] = Array.from({ length: 7 }, () => []);
  for (const [name, segments] of Object.entries(week))
    for (const weekday of weekdaysOf(name) ?? []) hours[weekday] = localHours(segments);
  return hours;
};

const boundsOf = (week: readonly Stretches[], overrides: ReadonlyMap<number, Stretches>): Hours['bounds'] => {
  if (week.some((hours) => hours.length > 0)) return null;
  const dates = [...overrides.keys()];
  return {
    first: dates.reduce((least, date) => Math.min(least, date), Infinity) - 1,
    last: dates.reduce((most, date) => Math.max(most, date), -Infinity) + 1,
  };
};

const compile = ({ zone: name, week, overrides, coveredFrom, coveredUntil }: Calendar): Days => {
  const zone = zoneOf(name);
  const ofWeek = weekHours(week);
  const ofDates = new Map(
    Object.entries(overrides).map(([date, { segments }]) => [dateNumber(date), localHours(segments)]),
  );
  // 1970-01-01 was a Thursday.
  const hoursOn = (date: number) => ofDates.get(date) ?? ofWeek[(((date + 4) % 7) + 7) % 7] ?? [];

  const openOn = remembering((date) => momentsOf(zone, date, hoursOn(date)));
  const openIn = remembering((utcDay) =>
    joined([utcDay - 1, utcDay, utcDay + 1].flatMap((date) => within(openOn(date), utcDay))),
  );
  return {
    zone,
    openOn,
    openIn,
    bounds: boundsOf(ofWeek, ofDates),
    dateOf: (ms) => Math.floor((ms + zone.offsetAt(ms)) / day),
    coveredFrom: coveredFrom === undefined ? -Infinity : dateNumber(coveredFrom),
    coveredUntil: coveredUntil === null ? Infinity : dateNumber(coveredUntil),
  };
};

const compiled = new WeakMap<Calendar, Days>();

/**
 * A calendar, ready to count with; made once for each object, so that a calendar must not be changed.
 *
 * @param calendar one in which `calendarProblems` finds nothing.
 * @throws `RangeError` where its zone is none.
 */
export const daysOf = (calendar: Calendar): Days => {
  const days = compiled.get(calendar) ?? compile(calendar);
  compiled.set(calendar, days);
  return days;
};

/** Every hour of every day. */
export const aroundTheClock: Hours = {
  openIn: (utcDay) => [utcDay * day, (utcDay + 1) * day],
  bounds: null,
};

import type { Brand } from './ids.js';

/** A moment in UTC to the millisecond, written so that comparing the text compares the time. Years 0000 to 9999. */
export type Instant = Brand<string, 'Instant'>;

/**
 * @param value a text that `Date` reads (ISO 8601 with a zone), milliseconds since 1970, or a `Date`.
 * @throws `RangeError` for what is no moment, or lies outside the years 0000 to 9999.
 */
export const instant = (value: string | number | Date): Instant => {
  const text = new Date(value).toISOString();
  if (text.length !== 24) throw new RangeError(`${text} does not fit in four digits of a year`);
  return text as Instant;
};

/**
 * Whether `instant` can read this.
 *
 * @param value a text in ISO 8601 with a zone, or milliseconds since 1970.
 */
export const isMoment = (value: string | number): boolean => {
  try {
    return instant(value) !== '';
  } catch {
    return false;
  }
};

/** Durations are in milliseconds. */
export const second = 1_000;
/** Milliseconds of a minute. */
export const minute = 60 * second;
/** Milliseconds of an hour. */
export const hour = 60 * minute;
/** Milliseconds of 24 hours. */
export const day = 24 * hour;

/** Milliseconds since 1970. */
export const msOf = (at: Instant): number => Date.parse(at);
/** The moment `ms` milliseconds later; earlier if negative. Throws `RangeError` beyond the years of `instant`. */
export const plus = (start: Instant, ms: number): Instant => instant(msOf(start) + ms);
/** Milliseconds from `start` to `end`; negative if it lies before. */
export const msBetween = (start: Instant, end: Instant): number => msOf(end) - msOf(start);
/** The latest of `first` and the others; `null` among these stands for none. */
export const latest = (first: Instant, ...others: readonly (Instant | null)[]): Instant =>
  others.reduce<Instant>((last, at) => (at !== null && at > last ? at : last), first);
/** The earliest of these moments; `null` stands for none, and is returned if there is no other. */
export const earliest = (...moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((best, at) => (at !== null && (best === null || at < best) ? at : best), null);

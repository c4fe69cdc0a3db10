import type { Brand } from './ids.js';

/** A moment in UTC to the millisecond, written so that comparing the text compares the time. Years 0000 to 9999. */
export type Instant = Brand<string, 'Instant'>;

/** Throws a `RangeError` for what is no moment, or lies outside the years that four digits can say. */
export const instant = (value: string | number | Date): Instant => {
  const text = new Date(value).toISOString();
  if (text.length !== 24) throw new RangeError(`${text} does not fit in four digits of a year`);
  return text as Instant;
};

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

export const msOf = (at: Instant): number => Date.parse(at);
export const plus = (start: Instant, ms: number): Instant => instant(msOf(start) + ms);
export const msBetween = (start: Instant, end: Instant): number => msOf(end) - msOf(start);
export const earliest = (...moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((best, at) => (at !== null && (best === null || at < best) ? at : best), null);

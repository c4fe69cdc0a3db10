/** Days and months as the town has them, whatever zone the reader's device is in. */

/** `2026-05-06`. */
export type Day = string;
/** `2026-05`. */
export type Month = string;

const dayMs = 86_400_000;

/** What a clock on the wall of the zone shows at a moment, as if it were UTC, in milliseconds. */
const wallAt = (zone: string, ms: number): number => {
  const form = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${form.format(ms).replace(' ', 'T')}Z`);
};

/** The day of the zone at a moment in milliseconds since 1970. */
export const dayAt = (zone: string, ms: number): Day => new Date(wallAt(zone, ms)).toISOString().slice(0, 10);

/**
 * The moment at which the wall clock of a zone shows this, as ISO 8601 in UTC.
 *
 * @param wall `2026-05-06`, `2026-05-06T09:00` or with seconds.
 * @returns `null` where it is no time.
 */
export const momentOf = (zone: string, wall: string): string | null => {
  const shown = Date.parse(wall.length === 10 ? `${wall}T00:00:00Z` : `${wall}Z`);
  if (Number.isNaN(shown)) return null;
  const first = shown - (wallAt(zone, shown) - shown);
  // The offset there may be another one than at the first guess.
  return new Date(first - (wallAt(zone, first) - shown)).toISOString().replace('.000Z', 'Z');
};

/** What the wall clock of a zone shows at a moment: `2026-05-06T09:00:00`, as a field for day and time takes it. */
export const wallOf = (zone: string, at: string): string =>
  new Date(wallAt(zone, Date.parse(at))).toISOString().slice(0, 19);

export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

export const monthsAfter = (month: Month, months: number): Month => {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
};

/** The Monday of the week in which a day is. */
export const mondayOf = (day: Day): Day =>
  daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

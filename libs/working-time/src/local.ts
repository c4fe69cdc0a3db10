/** When a zone's wall clocks show a time. */
import { day, type Instant, instant, isMoment } from '@mulin/kernel';
import { localDate, type Zone, zoneOf } from './zone.js';

/**
 * When wall clocks in a zone show a time. One that a clock change skips comes as much later; of two, it is the first.
 *
 * @param wall the time as if it were UTC, in milliseconds since 1970-01-01T00:00:00.
 * @returns milliseconds since 1970-01-01T00:00:00Z.
 */
export const momentOf = (zone: Zone, wall: number): number => {
  const [before, after] = [zone.offsetAt(wall - day), zone.offsetAt(wall + day)];
  const isSecondOnly = zone.offsetAt(wall - before) !== before && zone.offsetAt(wall - after) === after;
  return wall - (isSecondOnly ? after : before);
};

const written = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/;

/** The wall time that this writes, as if it were UTC; `null` if it is none. */
const wallOf = (local: string): number | null => {
  if (!written.test(local)) return null;
  const wall = Date.parse(`${local.replace(' ', 'T')}Z`);
  // `Date` rolls 30 February over into March.
  return Number.isNaN(wall) || instant(wall).slice(0, 10) !== local.slice(0, 10) ? null : wall;
};

/**
 * The moment at which clocks in a zone show a time.
 *
 * @param zone an IANA name; `RangeError` where it is none.
 * @param local `2016-01-12T16:00` (or a blank for the `T`); seconds may follow.
 * @returns `null` for a text that is no such time, as 30 February.
 */
export const localMoment = (zone: string, local: string): Instant | null => {
  const wall = wallOf(local);
  if (wall === null) return null;
  const at = momentOf(zoneOf(zone), wall);
  return isMoment(at) ? instant(at) : null;
};

/**
 * The day of a moment, as calendars on the wall in a zone show it.
 *
 * @param zone an IANA name; `RangeError` where it is none.
 * @returns its first moment, and the first one of the next day.
 */
export const localDay = (zone: string, at: Instant): Readonly<{ from: Instant; until: Instant }> => {
  const wall = Date.parse(`${localDate(zone, Date.parse(at))}T00:00:00Z`);
  const momentAt = (midnight: number) => instant(momentOf(zoneOf(zone), midnight));
  return { from: momentAt(wall), until: momentAt(wall + day) };
};

/** When a zone's wall clocks show a time. */
import { day, type Instant, instant } from '@mulin/kernel';
import { type Zone, zoneOf } from './zone.js';

/** A time that a clock change skips comes as much later; of two, the first. `wall` is the time as if it were UTC. */
export const momentOf = (zone: Zone, wall: number): number => {
  const [before, after] = [zone.offsetAt(wall - day), zone.offsetAt(wall + day)];
  const isSecondOnly = zone.offsetAt(wall - before) !== before && zone.offsetAt(wall - after) === after;
  return wall - (isSecondOnly ? after : before);
};

/** The moment at which clocks in `zone` show `local` (`2016-01-12T16:00`, seconds may follow); `null` if none do. */
export const localMoment = (zone: string, local: string): Instant | null => {
  const [, date, hours, seconds = ':00'] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?$/.exec(local) ?? [];
  if (date === undefined || hours === undefined) return null;
  const wall = Date.parse(`${date}T${hours}${seconds}Z`);
  // `Date` rolls 30 February over into March.
  if (Number.isNaN(wall) || instant(wall).slice(0, 10) !== date) return null;
  return instant(momentOf(zoneOf(zone), wall));
};

/** Which offset a zone's wall clocks had at a moment, for any moment, fast. */
import { day, recent } from '@mulin/kernel';

/** The offset of one UTC day, in milliseconds east of UTC: `before` until `at`, `after` from then on. */
type Turn = Readonly<{ at: number; before: number; after: number }>;

/** Offsets of a zone, in milliseconds east of UTC. */
export type Zone = Readonly<{
  /** `utcDay`: days since 1970-01-01. */
  turnIn: (utcDay: number) => Turn;
  /** `ms`: milliseconds since 1970-01-01T00:00:00Z. */
  offsetAt: (ms: number) => number;
}>;

/** Bounds the memory of a process: a hundred years of one zone. */
const daysCached = 40_000;
const offsetText = /GMT(?:([+-])(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?)?$/;

const read = (text: string): number => {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = offsetText.exec(text) ?? [];
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ms : ms;
};

/** The first millisecond from `low` on at which the offset is no longer the one at `low`. */
const turningPoint = (offset: (ms: number) => number, low: number, high: number): number => {
  const before = offset(low);
  let [known, changed] = [low, high];
  while (changed - known > 1) {
    const middle = Math.floor((known + changed) / 2);
    if (offset(middle) === before) known = middle;
    else changed = middle;
  }
  return changed;
};

const makeZone = (name: string): Zone => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  const offset = (ms: number) => read(format.format(ms));
  const turns = recent<number, Turn>(daysCached);

  // A zone that turned twice within one UTC day and came back is not known to history.
  const turnIn = (utcDay: number): Turn => {
    const cached = turns.get(utcDay);
    if (cached) return cached;
    const [start, end] = [utcDay * day, (utcDay + 1) * day];
    const [before, after] = [offset(start), offset(end - 1)];
    const at = before === after ? Infinity : turningPoint(offset, start, end);
    const turn = { at, before, after };
    turns.set(utcDay, turn);
    return turn;
  };

  const offsetAt = (ms: number): number => {
    const { at, before, after } = turnIn(Math.floor(ms / day));
    return ms < at ? before : after;
  };

  return { turnIn, offsetAt };
};

const zones = new Map<string, Zone>();

/**
 * The offsets of a zone, from the time zone data of the JavaScript engine (IANA).
 *
 * @param name an IANA name, such as `Asia/Shanghai`.
 * @throws `RangeError` for a name that is no zone.
 */
export const zoneOf = (name: string): Zone => {
  const zone = zones.get(name) ?? makeZone(name);
  zones.set(name, zone);
  return zone;
};

/** Whether this names a time zone that the JavaScript engine knows. */
export const isZone = (name: string): boolean => {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
};

const two = (value: number) => String(value).padStart(2, '0');

/**
 * A moment as this zone's wall clocks show it, with its offset: `2026-02-17T08:30:00+08:00`.
 *
 * @param zone an IANA name; `RangeError` where it is none.
 * @param ms milliseconds since 1970-01-01T00:00:00Z; they are shown where they are not whole seconds.
 */
export const localText = (zone: string, ms: number): string => {
  const offset = zoneOf(zone).offsetAt(ms);
  const minutes = Math.abs(Math.trunc(offset / 60_000));
  const wall = new Date(ms + offset).toISOString();
  const shown = wall.endsWith('.000Z') ? wall.slice(0, 19) : wall.slice(0, 23);
  return `${shown}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/**
 * The date that this zone's wall calendars show: `2026-02-17`.
 *
 * @param ms milliseconds since 1970-01-01T00:00:00Z.
 */
export const localDate = (zone: string, ms: number): string => localText(zone, ms).slice(0, 10);

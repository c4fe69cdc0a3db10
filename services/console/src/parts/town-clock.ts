/** The town's wall clock: what is entered as a day and an hour is meant where the town is, whatever the device believes. */
import { useTown } from '../api/town';
import { townNow } from '../api/clock';

const minuteMs = 60_000;

/** How far the wall clock of a zone is ahead of UTC at a moment, in milliseconds. */
const aheadMs = (zone: string, at: number): number => {
  const form = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const parts = new Intl.DateTimeFormat('en-CA', { ...form, timeZone: zone, hourCycle: 'h23' }).formatToParts(
    at,
  );
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return wall - Math.floor(at / minuteMs) * minuteMs;
};

/** `2026-05-06T09:00` of the town as a moment that the API takes; `null`: it is no time. */
export const momentOf = (zone: string, local: string): string | null => {
  const wall = Date.parse(`${local.slice(0, 16)}:00Z`);
  if (Number.isNaN(wall)) return null;
  const guess = wall - aheadMs(zone, wall);
  return new Date(wall - aheadMs(zone, guess)).toISOString();
};

/** A moment, in milliseconds since 1970, as the town's wall clock has it: `2026-05-06T09:00`. */
const localOf = (zone: string, at: number): string =>
  new Date(at + aheadMs(zone, at)).toISOString().slice(0, 16);

/** The zone of the town, and today there. Until the town has answered it is that of the device. */
export const useTownClock = (): Readonly<{ zone: string; today: string }> => {
  const { data } = useTown();
  const zone = data?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zone, today: localOf(zone, townNow()).slice(0, 10) };
};

const dayMs = 24 * 60 * minuteMs;

/** The day so many days after another: `2026-05-06`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

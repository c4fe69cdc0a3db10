/**
 * What a row of a file cannot be, whoever posts it. The command line says the same before anything is sent, as a
 * courtesy; an integrator posts rows without it.
 */
import { hour, type Instant, instant, minute, msBetween } from '@mulin/kernel';
import type { Flag, RowTime } from './events.js';
import * as refusals from './refusals.js';

/** Times are RFC 3339. */
export type Checked = Readonly<{
  sourceId: string;
  sourceNumber?: string | undefined;
  person: string | null;
  contact?: Readonly<{ name?: string | undefined }> | undefined;
  place: Readonly<{ lat?: number | undefined; lon?: number | undefined }> | null;
  reportedAt: string;
  closedAt: string | null;
  dueAt: string | null;
  flags: readonly Flag[];
  days?: readonly RowTime[] | undefined;
}>;

export type DayOf = (at: Instant) => string;

/** Programs write 0001, 1753, 1900, 1904 or 1970 for "never"; and 2099 or 9999 for "not yet". */
const earliest = instant('1971-01-01T00:00:00Z');
const longestTerm = 20 * 366 * 24 * hour;
/** What two clocks that are set by network time may differ by. */
const clockSkew = 2 * minute;
/** The longest day that a change of the clocks makes: the end of today lies at most so far ahead. */
const longestDay = 25 * hour;

const isDay = ({ days = [] }: Checked, time: RowTime): boolean => days.includes(time);

const refuseClosing = (row: Checked, closedAt: Instant, now: Instant): void => {
  if (closedAt < earliest) throw refusals.implausibleTime('closedAt');
  const ahead = isDay(row, 'closedAt') ? longestDay : clockSkew;
  if (msBetween(now, closedAt) > ahead) throw refusals.closedInFuture();
};

const refuseTimes = (row: Checked, now: Instant): void => {
  const reportedAt = instant(row.reportedAt);
  if (reportedAt < earliest) throw refusals.implausibleTime('reportedAt');
  if (msBetween(now, reportedAt) > clockSkew) throw refusals.reportedInFuture();
  if (row.closedAt !== null) refuseClosing(row, instant(row.closedAt), now);
  if (row.dueAt === null) return;
  const dueAt = instant(row.dueAt);
  if (dueAt < earliest || msBetween(reportedAt, dueAt) > longestTerm) throw refusals.implausibleTime('dueAt');
};

/** `1.39E+10`: a workbook has shortened a long number, and its last digits are lost. `3E12` may be a code. */
const shortened = /^[+-]?\d(?:[.,]\d+E\+?|E\+)\d+$/i;

const refuseLostDigits = ({ sourceId, sourceNumber, person, contact }: Checked): void => {
  const named = { sourceId, sourceNumber, person, 'contact.name': contact?.name };
  for (const [field, text] of Object.entries(named))
    if (typeof text === 'string' && shortened.test(text.trim())) throw refusals.digitsLost(field);
};

/** Where equator and prime meridian meet is the sea: it is what programs write for "nowhere". */
const isNowhere = ({ lat, lon }: NonNullable<Checked['place']>): boolean =>
  lat !== undefined && lon !== undefined && Math.abs(lat) < 0.001 && Math.abs(lon) < 0.001;

/**
 * Refused (`Rejection`): a report or a closing in the future, a time before 1971 or a deadline in more than twenty
 * years, a number that a workbook has shortened, the point 0, 0. `now`: of the town, not of whoever posts.
 */
export const refuseImplausible = (row: Checked, now: Instant): void => {
  refuseLostDigits(row);
  refuseTimes(row, now);
  if (row.place !== null && isNowhere(row.place)) throw refusals.implausiblePlace();
};

/** Whether it was closed on the day on which it was due at some hour, and nobody noted when. */
const isClosingTooVague = (row: Checked, dayOf: DayOf): boolean => {
  const { closedAt, dueAt } = row;
  if (closedAt === null || dueAt === null || !isDay(row, 'closedAt') || isDay(row, 'dueAt')) return false;
  return dayOf(instant(closedAt)) === dayOf(instant(dueAt));
};

/**
 * The flags of the row, with those that follow from its times and that whoever posted it left out. `dayOf`: the day of
 * a moment where the town is.
 */
export const flagsOf = (row: Checked, dayOf: DayOf): readonly Flag[] => {
  const reportedAt = instant(row.reportedAt);
  const lies = (time: string | null): boolean => time !== null && instant(time) < reportedAt;
  const follow: readonly (readonly [Flag, boolean])[] = [
    ['closed-before-opened', lies(row.closedAt)],
    ['due-before-reported', lies(row.dueAt)],
    ['date-without-time', (row.days ?? []).length > 0],
    ['closed-on-due-day', isClosingTooVague(row, dayOf)],
  ];
  const more = follow.filter(([flag, isSo]) => isSo && !row.flags.includes(flag)).map(([flag]) => flag);
  return [...row.flags, ...more];
};

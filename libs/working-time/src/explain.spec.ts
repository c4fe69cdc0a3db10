import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { instant, type Instant, msOf } from '@mulin/kernel';
import { type Calendar, calendarOf, due, explain, localText, type PublicDays, type Target } from './index.js';
import { withPublicDays } from './index.js';

const root = new URL('../../../', import.meta.url);
const vectors = new URL('../shared/data/vectors/deadlines.json', root);
// The script beside it wrote this file in this form.
const cn = JSON.parse(readFileSync(new URL('infra/calendars/cn-2007-2026.json', root), 'utf8')) as PublicDays;

const office = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: {
    'mon-fri': [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
  },
};
const town: Calendar = withPublicDays(calendarOf(office), cn);
const shanghai = (text: string): Instant => instant(`${text.replace(' ', 'T')}:00+08:00`);

/** `03-06 17:00 > 03-06 17:30 + working-hours`: from, to, whether it counts, why. */
const linesOf = (target: Omit<Target, 'calendar'>, calendar = town) =>
  explain({ calendar, ...target }).intervals.map(({ from, to, counts, why, name }) => {
    const shown = (at: Instant) => localText(calendar.zone, msOf(at)).slice(5, 16).replace('T', ' ');
    return `${shown(from)} > ${shown(to)} ${counts ? '+' : '-'} ${why}${name === undefined ? '' : ` ${name}`}`;
  });

describe('How a deadline was counted', () => {
  test('in hours: what is worked counts, lunch, nights and weekends do not', () => {
    expect(linesOf({ unit: 'working-hour', start: shanghai('2026-03-06 11:30'), amount: 5 })).toEqual([
      '03-06 11:30 > 03-06 12:00 + working-hours',
      '03-06 12:00 > 03-06 14:00 - outside-hours',
      '03-06 14:00 > 03-06 17:30 + working-hours',
      '03-06 17:30 > 03-07 00:00 - outside-hours',
      '03-07 00:00 > 03-09 00:00 - rest-day',
      '03-09 00:00 > 03-09 08:30 - outside-hours',
      '03-09 08:30 > 03-09 09:30 + working-hours',
    ]);
  });

  test('names the holiday, and the day that makes up for it', () => {
    expect(linesOf({ unit: 'working-hour', start: shanghai('2026-02-14 16:30'), amount: 2 })).toEqual([
      '02-14 16:30 > 02-14 17:30 + make-up-day 春节',
      '02-14 17:30 > 02-15 00:00 - outside-hours',
      '02-15 00:00 > 02-24 00:00 - holiday 春节',
      '02-24 00:00 > 02-24 08:30 - outside-hours',
      '02-24 08:30 > 02-24 09:30 + working-hours',
    ]);
  });

  test('says of a pause what it took away, and nothing of what nobody works anyway', () => {
    const pauses = [[shanghai('2026-03-02 11:00'), shanghai('2026-03-02 14:30')]] as const;
    expect(linesOf({ unit: 'working-hour', start: shanghai('2026-03-02 10:00'), amount: 2, pauses })).toEqual(
      [
        '03-02 10:00 > 03-02 11:00 + working-hours',
        '03-02 11:00 > 03-02 12:00 - paused',
        '03-02 12:00 > 03-02 14:00 - outside-hours',
        '03-02 14:00 > 03-02 14:30 - paused',
        '03-02 14:30 > 03-02 15:30 + working-hours',
      ],
    );
  });

  test('around the clock: all of it counts', () => {
    expect(linesOf({ unit: 'hour', start: shanghai('2026-03-06 23:00'), amount: 26 })).toEqual([
      '03-06 23:00 > 03-08 01:00 + around-the-clock',
    ]);
  });

  test('in working days: the day of the start does not count, and it ends at the close of the last one', () => {
    expect(linesOf({ unit: 'working-day', start: shanghai('2026-02-12 10:00'), amount: 3 })).toEqual([
      '02-12 10:00 > 02-13 00:00 - start-day',
      '02-13 00:00 > 02-14 00:00 + working-day',
      '02-14 00:00 > 02-15 00:00 + make-up-day 春节',
      '02-15 00:00 > 02-24 00:00 - holiday 春节',
      '02-24 00:00 > 02-24 17:30 + working-day',
    ]);
  });

  test('in working days at the same time: what is opened outside of hours begins with the next opening', () => {
    const target = { unit: 'working-day', start: shanghai('2026-03-07 10:00'), end: 'same-time' } as const;
    expect(linesOf({ ...target, amount: 1 })).toEqual([
      '03-07 10:00 > 03-09 00:00 - rest-day',
      '03-09 00:00 > 03-09 08:30 - outside-hours',
      '03-09 08:30 > 03-10 00:00 - start-day',
      '03-10 00:00 > 03-10 08:30 + working-day',
    ]);
  });

  test('in calendar days: each counts, and the last one rolls forward to a day that is worked', () => {
    expect(linesOf({ unit: 'calendar-day', start: shanghai('2026-03-05 10:00'), amount: 2 })).toEqual([
      '03-05 10:00 > 03-06 00:00 - start-day',
      '03-06 00:00 > 03-07 00:00 + calendar-day',
      '03-07 00:00 > 03-08 00:00 + calendar-day',
      '03-08 00:00 > 03-09 17:30 - rolled-forward',
    ]);
  });

  test('in days of which one was paused from opening to close: that one does not count', () => {
    const pauses = [[shanghai('2026-03-03 08:00'), shanghai('2026-03-03 18:00')]] as const;
    expect(linesOf({ unit: 'working-day', start: shanghai('2026-03-02 10:00'), amount: 1, pauses })).toEqual([
      '03-02 10:00 > 03-03 00:00 - start-day',
      '03-03 00:00 > 03-04 00:00 - paused',
      '03-04 00:00 > 03-04 17:30 + working-day',
    ]);
  });

  test('in days and a part of one: of the work of the next day, that share', () => {
    expect(linesOf({ unit: 'working-day', start: shanghai('2026-03-02 10:00'), amount: 1.5 })).toEqual([
      '03-02 10:00 > 03-03 00:00 - start-day',
      '03-03 00:00 > 03-03 17:30 + working-day',
      '03-03 17:30 > 03-04 08:30 - outside-hours',
      '03-04 08:30 > 03-04 12:00 + part-of-day',
    ]);
  });

  test('that is no time at all consists of nothing; one that counts back is refused', () => {
    const start = shanghai('2026-03-02 10:00');
    expect(explain({ calendar: town, unit: 'working-hour', start, amount: 0 })).toEqual({
      dueAt: start,
      intervals: [],
    });
    expect(() => explain({ calendar: town, unit: 'working-hour', start, amount: -1 })).toThrow(RangeError);
    expect(() => explain({ calendar: town, unit: 'working-hour', start, amount: NaN })).toThrow(RangeError);
  });

  test('by a calendar in which a holiday has no name, it is one without a name', () => {
    const closed = { ...calendarOf(office), overrides: { '2026-03-03': { segments: [] } } };
    expect(linesOf({ unit: 'working-day', start: shanghai('2026-03-02 10:00'), amount: 1 }, closed)).toEqual([
      '03-02 10:00 > 03-03 00:00 - start-day',
      '03-03 00:00 > 03-04 00:00 - holiday',
      '03-04 00:00 > 03-04 17:30 + working-day',
    ]);
  });
});

type Vector = Omit<Target, 'calendar'> &
  Readonly<{ id: string; calendar: string; due: string; kind?: string }>;
type Vectors = Readonly<{
  calendars: Readonly<Record<string, { overrides?: unknown }>>;
  vectors: readonly Vector[];
}>;

const moments = ({ start, pauses = [] }: Vector) => ({
  start: instant(start),
  pauses: pauses.map(([from, until]) => [instant(from), instant(until)] as const),
});

(existsSync(vectors) ? test : test.skip)(
  'every vector that somebody computed minute by minute is explained to its due (needs ../shared)',
  () => {
    const file = JSON.parse(readFileSync(vectors, 'utf8')) as Vectors;
    const calendars = Object.entries(file.calendars).map(([id, { overrides, ...rest }]) => {
      const own = calendarOf({ id, version: '1', ...rest, overrides: {} });
      return [id, typeof overrides === 'string' ? withPublicDays(own, cn) : own] as const;
    });
    const of = new Map(calendars);
    const found = file.vectors.map((vector) => {
      const calendar = of.get(vector.calendar) ?? town;
      const target = { ...vector, calendar, ...moments(vector) };
      const { dueAt, intervals } = explain(target);
      expect(dueAt).toBe(due(target).dueAt);
      expect(intervals[0]?.from).toBe(target.start);
      expect(intervals.at(-1)?.to).toBe(dueAt);
      return [vector.id, dueAt] as const;
    });
    expect(found).toEqual(file.vectors.map(({ id, due: dueAt }) => [id, instant(dueAt)]));
    expect(found.length).toBe(46);
  },
);

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { day, instant, plus } from '@mulin/kernel';
import type { PublicDays } from './calendar.js';
import { checkVectors } from './vectors.js';

const root = new URL('../../../', import.meta.url);
const beside = new URL('../shared/data/', root);
const vectors = new URL('vectors/deadlines.json', beside);

/** What lies outside the repository may be absent; the test says so by its name. */
const where = (file: URL) => (existsSync(file) ? test : test.skip);

// The script beside it wrote this file in this form.
const cn = JSON.parse(readFileSync(new URL('infra/calendars/cn-2007-2026.json', root), 'utf8')) as PublicDays;

const noDays: PublicDays = { coveredUntil: '2026-12-31', source: 'nobody', off: {}, makeUp: {} };
const office = { zone: 'Asia/Shanghai', week: { 'mon-fri': [['08:30', '17:30']] } };
const file = (vector: object, rest: object = {}) =>
  JSON.stringify({ calendars: { office }, vectors: [{ id: 'A', calendar: 'office', ...vector }], ...rest });
const monday = { unit: 'working-hour', start: '2026-03-02T09:00:00+08:00', amount: 1 };

describe('A table of deadlines', () => {
  where(vectors)('computed minute by minute agrees with ours, every one (needs ../shared)', () => {
    expect(checkVectors(readFileSync(vectors, 'utf8'), cn)).toEqual({
      checked: 46,
      agreeing: 46,
      disagreeing: 0,
      differences: [],
    });
  });

  test('that is wrong somewhere says where, and what we compute', () => {
    expect(checkVectors(file({ ...monday, due: '2026-03-02T10:01:00+08:00' }), noDays)).toEqual({
      checked: 1,
      agreeing: 0,
      disagreeing: 1,
      differences: [
        { id: 'A', expected: '2026-03-02T10:01:00+08:00', computed: '2026-03-02T10:00:00+08:00' },
      ],
    });
  });

  test('may allow a tolerance', () => {
    const content = file({ ...monday, due: '2026-03-02T10:01:00+08:00' }, { tolerance_seconds: 60 });
    expect(checkVectors(content, noDays)).toMatchObject({ agreeing: 1, disagreeing: 0 });
  });

  test('may ask how much time has been used', () => {
    const span = { kind: 'elapsed', unit: 'working-second', start: '2026-03-02T17:00:00+08:00' };
    const until = '2026-03-03T09:00:00+08:00';
    expect(checkVectors(file({ ...span, until, seconds: 3600 }), noDays)).toMatchObject({ agreeing: 1 });
    expect(checkVectors(file({ ...span, until, seconds: 1800 }), noDays)).toMatchObject({
      differences: [{ id: 'A', expected: 1800, computed: 3600 }],
    });
  });

  test('whose calendar never works shows the reason in place of a moment', () => {
    const content = JSON.stringify({
      calendars: { never: { zone: 'Asia/Shanghai', week: {} } },
      vectors: [{ id: 'A', calendar: 'never', ...monday, due: '2026-03-02T10:00:00+08:00' }],
    });
    expect(checkVectors(content, noDays).differences[0]?.computed).toBe('calendar-without-hours');
  });

  test.each([
    ['no JSON', '{', 'the file'],
    ['no object', '[]', 'the file'],
    ['no list of vectors', JSON.stringify({ calendars: { office } }), 'vectors'],
    ['a calendar nobody described', file({ ...monday, calendar: 'moon', due: '2026-03-02' }), 'A.calendar'],
    ['a moment without an offset', file({ ...monday, due: '2026-03-02T10:00:00' }), 'A.due'],
    ['a unit nobody knows', file({ ...monday, unit: 'fortnight' }), 'A.unit'],
    ['an ending nobody knows', file({ ...monday, unit: 'working-day', end: 'noon' }), 'A.end'],
    ['an amount that is a text', file({ ...monday, amount: '1' }), 'A.amount'],
    ['a pause that is no pair', file({ ...monday, pauses: ['noon'], due: monday.start }), 'A.pauses[0]'],
    [
      'a zone that does not exist',
      file(monday).replace('Asia/Shanghai', 'Asia/Mulin'),
      'calendars.office.zone',
    ],
  ])('with %s is refused, with its place', (_, content, place) => {
    expect(() => checkVectors(content, noDays)).toThrow(
      expect.objectContaining({ code: 'vectors-malformed', message: expect.stringContaining(`${place}: `) }),
    );
  });
});

describe('The holidays of the State Council', () => {
  const years = Array.from({ length: 14 }, (_, place) => new URL(`calendar/${2013 + place}.json`, beside));

  where(years[0] ?? vectors)('are those of its notices, 2013 to 2026 (needs ../shared)', () => {
    type Notice = { days: { date: string; isOffDay: boolean }[] };
    const notices = years.flatMap((year) => (JSON.parse(readFileSync(year, 'utf8')) as Notice).days);
    const announced = new Map(notices.map(({ date, isOffDay }) => [date, !isOffDay]));
    // A notice may name a Monday as worked, which it was anyway: what counts is whether a day is worked.
    const days = Array.from({ length: 14 * 366 }, (_, place) => plus(instant('2013-01-01'), place * day));
    const isWeekday = (date: string) => new Date(date).getUTCDay() % 6 !== 0;
    const worked = (date: string) => (date in cn.makeUp ? true : date in cn.off ? false : isWeekday(date));
    const dates = days.map((at) => at.slice(0, 10)).filter((date) => date < '2027');

    expect(dates.filter(worked)).toEqual(dates.filter((date) => announced.get(date) ?? isWeekday(date)));
  });

  test('are announced to the end of 2026, and no further', () => {
    expect(cn.coveredUntil).toBe('2026-12-31');
    expect(Object.keys({ ...cn.off, ...cn.makeUp }).every((date) => date <= cn.coveredUntil)).toBe(true);
  });
});

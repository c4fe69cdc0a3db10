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

  test('may write its moments with or without seconds, and with fractions of one', () => {
    const agreesWith = (due: string, start = monday.start) =>
      checkVectors(file({ ...monday, start, due }), noDays).agreeing;
    expect(agreesWith('2026-03-02T10:00+08:00')).toBe(1);
    expect(agreesWith('2026-03-02T10:00:00.250+08:00', '2026-03-02T09:00:00.250+08:00')).toBe(1);
    expect(agreesWith('2026-03-02T02:00Z')).toBe(1);
  });

  test('may ask how much time has been used', () => {
    const span = { kind: 'elapsed', unit: 'working-second', start: '2026-03-02T17:00:00+08:00' };
    const until = '2026-03-03T09:00:00+08:00';
    expect(checkVectors(file({ ...span, until, seconds: 3600 }), noDays)).toMatchObject({ agreeing: 1 });
    expect(checkVectors(file({ ...span, until, seconds: 1800 }), noDays)).toMatchObject({
      differences: [{ id: 'A', expected: 1800, computed: 3600 }],
    });
  });

  test('may ask for warnings at a share of the time, in hours of work', () => {
    const asked = {
      ...monday,
      start: '2026-03-02T16:30:00+08:00',
      amount: 4,
      due: '2026-03-03T11:30:00+08:00',
    };
    const warned = (at: string) => checkVectors(file({ ...asked, warnings: [{ percent: 50, at }] }), noDays);
    expect(warned('2026-03-03T09:30:00+08:00').differences).toEqual([]);
    expect(warned('2026-03-02T18:30:00+08:00').differences).toEqual([
      { id: 'A', expected: '2026-03-02T18:30:00+08:00', computed: '2026-03-03T09:30:00+08:00' },
    ]);
  });

  test('may leave out what it means by itself: whole seconds of work, the close of a day, no pause', () => {
    const { unit: _, ...seconds } = { ...monday, amount: 90, due: '2026-03-02T09:01:30+08:00' };
    expect(checkVectors(file(seconds), noDays)).toMatchObject({ agreeing: 1 });
    const days = { ...monday, unit: 'working-day', due: '2026-03-03T17:30:00+08:00' };
    expect(checkVectors(file(days), noDays)).toMatchObject({ agreeing: 1 });
    expect(checkVectors(file({ ...days, end: 'close' }), noDays)).toMatchObject({ agreeing: 1 });
    const sameTime = { ...days, end: 'same-time', due: '2026-03-03T09:00:00+08:00' };
    expect(checkVectors(file(sameTime), noDays)).toMatchObject({ agreeing: 1 });
  });

  test('may pause its clocks', () => {
    const pauses = [['2026-03-02T09:30:00+08:00', '2026-03-02T10:30:00+08:00']];
    const paused = file({ ...monday, pauses, due: '2026-03-02T11:00:00+08:00' });
    expect(checkVectors(paused, noDays)).toMatchObject({ agreeing: 1 });
  });

  test('names what differs by its place where it has no id', () => {
    const content = file({ ...monday, id: 7, due: '2026-03-02T10:01:00+08:00' });
    expect(checkVectors(content, noDays).differences).toEqual([
      {
        id: 'vectors[0]',
        expected: '2026-03-02T10:01:00+08:00',
        computed: '2026-03-02T10:00:00+08:00',
      },
    ]);
  });

  test('tolerates a difference in used time, too, and no second more', () => {
    const span = { kind: 'elapsed', unit: 'working-second', start: '2026-03-02T09:00:00+08:00' };
    const until = '2026-03-02T09:01:00+08:00';
    const agreeing = (seconds: number) =>
      checkVectors(file({ ...span, until, seconds }, { tolerance_seconds: 2 }), noDays).agreeing;
    expect([57, 58, 62, 63].map(agreeing)).toEqual([0, 1, 1, 0]);
  });

  test('has the country’s holidays where a calendar names them by a word, and else the days it names itself', () => {
    const holiday = { ...cn, off: { '2026-03-03': 'a feast' }, makeUp: {} };
    const days = { ...monday, unit: 'working-day' };
    const of = (overrides: unknown, due: string) =>
      checkVectors(file({ ...days, due }, { calendars: { office: { ...office, overrides } } }), holiday)
        .differences;
    expect(of('cn', '2026-03-04T17:30:00+08:00')).toEqual([]);
    expect(of({}, '2026-03-03T17:30:00+08:00')).toEqual([]);
    expect(of({ '2026-03-03': [['08:30', '12:00']] }, '2026-03-03T12:00:00+08:00')).toEqual([]);
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
    ['nothing at all', 'null', 'the file'],
    ['a text', '"vectors"', 'the file'],
    ['calendars that are a list', JSON.stringify({ calendars: [], vectors: [] }), 'calendars'],
    ['a calendar that is none', file({}, { calendars: { office: 7 } }), 'calendars.office'],
    ['a vector that is none', JSON.stringify({ calendars: { office }, vectors: [7] }), 'vectors[0]'],
    ['a moment with a time alone', file({ ...monday, due: '10:00:00+08:00' }), 'A.due'],
    ['a moment within other words', file({ ...monday, due: 'on 2026-03-02T10:00:00Z' }), 'A.due'],
    ['a moment with words behind it', file({ ...monday, due: '2026-03-02T10:00:00Z (UTC)' }), 'A.due'],
    ['a moment that is a list', file({ ...monday, due: ['2026-03-02T10:00:00Z'] }), 'A.due'],
    ['a month that there is not', file({ ...monday, due: '2026-13-02T10:00:00Z' }), 'A.due'],
    ['30 February', file({ ...monday, due: '2026-02-30T10:00:00+08:00' }), 'A.due'],
    ['31 April', file({ ...monday, start: '2026-04-31T10:00:00Z', due: monday.start }), 'A.start'],
    ['a year of five digits', file({ ...monday, due: '9999-12-31T23:00:00-05:00' }), 'A.due'],
    ['a year before the first', file({ ...monday, due: '0000-01-01T00:00:00+08:00' }), 'A.due'],
    ['no start', file({ ...monday, start: undefined, due: monday.start }), 'A.start'],
    [
      'a share without a moment',
      file({ ...monday, due: monday.start, warnings: [{ percent: 50 }] }),
      'A.warnings[0].at',
    ],
    [
      'a share that is no number',
      file({ ...monday, due: monday.start, warnings: [{ percent: '50', at: monday.start }] }),
      'A.warnings[0].percent',
    ],
    ['a share alone', file({ ...monday, due: monday.start, warnings: [50] }), 'A.warnings[0]'],
    ['warnings that are no list', file({ ...monday, due: monday.start, warnings: {} }), 'A.warnings'],
    [
      'a pause that does not begin',
      file({ ...monday, pauses: [[null, monday.start]], due: monday.start }),
      'A.pauses[0][0]',
    ],
    [
      'a pause that does not end',
      file({ ...monday, pauses: [[monday.start]], due: monday.start }),
      'A.pauses[0][1]',
    ],
    ['used time without an end', file({ ...monday, kind: 'elapsed', seconds: 1 }), 'A.until'],
    ['used time of no length', file({ ...monday, kind: 'elapsed', until: monday.start }), 'A.seconds'],
    [
      'an endless tolerance',
      file({ ...monday, due: monday.start }, { tolerance_seconds: 0 }).replace(
        '"tolerance_seconds":0',
        '"tolerance_seconds":1e999',
      ),
      'tolerance_seconds',
    ],
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
      expect.objectContaining({
        code: 'vectors-malformed',
        refusal: 'malformed',
        message: expect.stringContaining(`${place}: `),
      }),
    );
  });

  test.each([
    ['{', 'the file: this is no JSON.', '文件：不是有效的 JSON。'],
    ['[]', 'the file: an object is needed here.', '文件：此处须为对象。'],
    [JSON.stringify({ calendars: {} }), 'vectors: a list is needed here.', 'vectors：此处须为列表。'],
    [
      file({ ...monday, amount: '1', due: monday.start }),
      'A.amount: a number is needed here.',
      'A.amount：此处须为数字。',
    ],
    [
      file({ ...monday, due: 'noon' }),
      'A.due: a time with an offset is needed here.',
      'A.due：此处须为带时差的时间。',
    ],
    [
      file({ ...monday, calendar: 'moon' }),
      'A.calendar: there is no such calendar.',
      'A.calendar：没有这个日历。',
    ],
    [
      file({ ...monday, unit: 'fortnight' }),
      'A.unit: one of working-second, working-minute, working-hour, working-day, calendar-day, hour is needed here.',
      'A.unit：须为working-second、working-minute、working-hour、working-day、calendar-day、hour之一。',
    ],
    [
      file({ ...monday, end: 'noon' }),
      'A.end: close or same-time is needed here.',
      'A.end：须为 "close"（当日下班时）或 "same-time"（同一时刻）。',
    ],
    [
      file(monday, { calendars: { office: { ...office, zone: 'Asia/Mulin' } } }),
      'calendars.office.zone: "Asia/Mulin" is no time zone.',
      'calendars.office.zone："Asia/Mulin"不是有效时区。',
    ],
  ])('is refused in both languages: %s', (content, en, zh) => {
    expect(() => checkVectors(content, noDays)).toThrow(expect.objectContaining({ sentence: { en, zh } }));
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

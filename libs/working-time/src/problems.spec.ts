import { expect, test } from '@jest/globals';
import { calendarOf, calendarProblems, due, withPublicDays } from './index.js';
import { instant } from '@mulin/kernel';

const good = {
  id: 'town',
  version: '2026.1',
  zone: 'Asia/Shanghai',
  week: { 'mon-thu': [['08:30', '17:30']], fri: [['08:30', '12:00']], sat: [] },
  overrides: { '2026-05-01': [], '2026-05-09': { segments: [['09:00', '24:00']], reason: 'fair' } },
  coveredUntil: '2026-12-31',
};

test('a calendar without a mistake is one', () => {
  expect(calendarProblems(good)).toEqual([]);
  expect(calendarOf(good).overrides).toEqual({
    '2026-05-01': { segments: [] },
    '2026-05-09': { segments: [['09:00', '24:00']], reason: 'fair' },
  });
});

test('what it need not say is nothing special: no day differs, nothing is still to be announced', () => {
  const { overrides: _, coveredUntil: __, ...short } = good;
  expect(calendarProblems(short)).toEqual([]);
  expect(calendarOf(short)).toMatchObject({ overrides: {}, coveredUntil: null });
});

test.each([
  ['no calendar at all', null, ''],
  ['a list', [], ''],
  ['no name', { ...good, id: '' }, 'id'],
  ['no version', { ...good, version: 1 }, 'version'],
  ['a zone that does not exist', { ...good, zone: 'Asia/Mulin' }, 'zone'],
  ['no zone', { ...good, zone: undefined }, 'zone'],
  ['no week', { ...good, week: undefined }, 'week'],
  ['a day nobody knows', { ...good, week: { someday: [] } }, 'week.someday'],
  ['a span of three', { ...good, week: { 'mon-wed-fri': [] } }, 'week.mon-wed-fri'],
  ['a day named twice', { ...good, week: { 'mon-fri': [], wed: [] } }, 'week.wed'],
  ['hours that are no list', { ...good, week: { mon: '08:30' } }, 'week.mon'],
  ['a time of one digit', { ...good, week: { mon: [['8:30', '12:00']] } }, 'week.mon[0]'],
  ['an opening alone', { ...good, week: { mon: [['08:30']] } }, 'week.mon[0]'],
  ['a minute past the end of the day', { ...good, week: { mon: [['08:30', '24:01']] } }, 'week.mon[0]'],
  ['hours that go backwards', { ...good, week: { mon: [['12:00', '08:30']] } }, 'week.mon[0]'],
  ['hours of no length', { ...good, week: { mon: [['12:00', '12:00']] } }, 'week.mon[0]'],
  [
    'hours that overlap',
    {
      ...good,
      week: {
        mon: [
          ['13:00', '15:00'],
          ['08:00', '13:30'],
        ],
      },
    },
    'week.mon',
  ],
  ['a date that does not exist', { ...good, overrides: { '2026-02-30': [] } }, 'overrides.2026-02-30'],
  ['a date in words', { ...good, overrides: { 'May Day': [] } }, 'overrides.May Day'],
  ['overrides that are a list', { ...good, overrides: [] }, 'overrides'],
  ['a holiday without hours', { ...good, overrides: { '2026-05-01': {} } }, 'overrides.2026-05-01'],
  ['a beginning of cover that is no date', { ...good, coveredFrom: '2026' }, 'coveredFrom'],
  ['an end of cover that is no date', { ...good, coveredUntil: '2026' }, 'coveredUntil'],
  ['a field nobody reads', { ...good, timezone: 'Asia/Shanghai' }, 'timezone'],
])('%s is named, in its place, in both languages', (_, wrong, at) => {
  const problems = calendarProblems(wrong);
  expect(problems.map((problem) => problem.at)).toContain(at);
  for (const { sentence } of problems) {
    expect(sentence.en).toMatch(/\.$/);
    expect(sentence.zh).toMatch(/。$/);
  }
});

test('every mistake is named, not only the first', () => {
  const wrong = { ...good, zone: 'Mars', week: { mon: [['9', '10']] }, coveredUntil: 'soon' };
  expect(calendarProblems(wrong).map(({ at }) => at)).toEqual(['zone', 'week.mon[0]', 'coveredUntil']);
});

test('one hour may end where the next begins', () => {
  const week = {
    mon: [
      ['08:00', '12:00'],
      ['12:00', '13:00'],
    ],
  };
  expect(calendarProblems({ ...good, week })).toEqual([]);
});

test('a town’s own word on a day outweighs the country’s', () => {
  const days = {
    coveredFrom: '2007-01-01',
    coveredUntil: '2027-12-31',
    source: 'the country',
    off: { '2026-05-09': 'a feast', '2026-05-11': 'another' },
    makeUp: { '2026-05-10': 'a Sunday' },
  };
  const calendar = withPublicDays(calendarOf(good), days);
  const day = (start: string) =>
    due({ calendar, unit: 'working-day', start: instant(`${start}T12:00:00+08:00`), amount: 1 }).dueAt;

  expect(day('2026-05-08')).toBe(instant('2026-05-10T00:00:00+08:00'));
  expect(day('2026-05-09')).toBe(instant('2026-05-10T17:30:00+08:00'));
  expect(day('2026-05-10')).toBe(instant('2026-05-12T17:30:00+08:00'));
  expect(calendar).toMatchObject({
    coveredFrom: '2007-01-01',
    coveredUntil: '2027-12-31',
    source: 'the country',
  });
});

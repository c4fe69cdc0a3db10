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
  ['a name of blanks', { ...good, id: '  ' }, 'id'],
  ['no version', { ...good, version: 1 }, 'version'],
  ['a zone that does not exist', { ...good, zone: 'Asia/Mulin' }, 'zone'],
  ['no zone', { ...good, zone: undefined }, 'zone'],
  ['no week', { ...good, week: undefined }, 'week'],
  ['a day nobody knows', { ...good, week: { someday: [] } }, 'week.someday'],
  ['a span of three', { ...good, week: { 'mon-wed-fri': [] } }, 'week.mon-wed-fri'],
  ['a span from a day nobody knows', { ...good, week: { 'someday-fri': [] } }, 'week.someday-fri'],
  ['a span to a day nobody knows', { ...good, week: { 'mon-someday': [] } }, 'week.mon-someday'],
  ['a day named twice', { ...good, week: { 'mon-fri': [], wed: [] } }, 'week.wed'],
  ['some days named twice', { ...good, week: { 'mon-thu': [], 'wed-sat': [] } }, 'week.wed-sat'],
  ['hours that are no list', { ...good, week: { mon: '08:30' } }, 'week.mon'],
  ['a time of one digit', { ...good, week: { mon: [['8:30', '12:00']] } }, 'week.mon[0]'],
  ['a time of three digits', { ...good, week: { mon: [['008:30', '12:00']] } }, 'week.mon[0]'],
  ['seconds', { ...good, week: { mon: [['08:30', '12:00:00']] } }, 'week.mon[0]'],
  ['an opening alone', { ...good, week: { mon: [['08:30']] } }, 'week.mon[0]'],
  ['three times', { ...good, week: { mon: [['08:30', '12:00', '13:00']] } }, 'week.mon[0]'],
  ['times without a pair', { ...good, week: { mon: ['08:30', '12:00'] } }, 'week.mon[0]'],
  ['nothing in the place of a pair', { ...good, week: { mon: [null] } }, 'week.mon[0]'],
  ['times that are lists', { ...good, week: { mon: [[['08:30'], ['12:00']]] } }, 'week.mon[0]'],
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
  ['an end of cover that is a list', { ...good, coveredUntil: ['2026-12-31'] }, 'coveredUntil'],
  ['an end of cover with a time', { ...good, coveredUntil: '2026-12-31T00:00' }, 'coveredUntil'],
  ['a year of five digits', { ...good, coveredUntil: '+020260-12-31' }, 'coveredUntil'],
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

test('a calendar may say where its days come from, and since when they are known', () => {
  expect(calendarProblems({ ...good, coveredFrom: '2007-01-01', source: 'the council' })).toEqual([]);
});

test('hours that overlap are shown in their order, whichever stands first', () => {
  const [first, second] = [
    ['13:00', '15:00'],
    ['08:00', '13:30'],
  ];
  for (const mon of [
    [first, second],
    [second, first],
  ])
    expect(calendarProblems({ ...good, week: { mon } })).toEqual([
      {
        at: 'week.mon',
        sentence: {
          en: '08:00–13:30 overlaps what opens at 13:00.',
          zh: '13:00与08:00–13:30重叠。',
        },
      },
    ]);
});

test('one hour may end where the next begins, and the later may stand first', () => {
  const [morning, noon] = [
    ['08:00', '12:00'],
    ['12:00', '13:00'],
  ];
  expect(calendarProblems({ ...good, week: { mon: [morning, noon] } })).toEqual([]);
  expect(calendarProblems({ ...good, week: { mon: [noon, morning] } })).toEqual([]);
});

test('a day made up for is worked as the first working day of the week, whichever that is', () => {
  const days = { coveredUntil: '2027-12-31', source: 'the country', off: {}, makeUp: { '2026-05-10': '' } };
  const made = (week: object) =>
    withPublicDays(calendarOf({ ...good, week }), days).overrides['2026-05-10']?.segments;
  const [early, late] = [[['07:00', '11:00']], [['13:00', '17:00']]];

  expect(made({ sat: late, 'tue-fri': early })).toEqual(early);
  expect(made({ mon: [], wed: late, 'sat-sun': early })).toEqual(late);
  expect(made({ sun: early, sat: late })).toEqual(late);
  expect(made({ sun: early })).toEqual(early);
  expect(made({ mon: [] })).toEqual([]);
  expect(made({})).toEqual([]);
});

test('a country that does not say since when its days are known leaves the town’s own word on it', () => {
  const days = { coveredUntil: '2027-12-31', source: 'the country', off: {}, makeUp: {} };
  const known = calendarOf({ ...good, coveredFrom: '2020-01-01', source: 'the town' });
  expect(withPublicDays(known, days)).toMatchObject({
    coveredFrom: '2020-01-01',
    coveredUntil: '2027-12-31',
    source: 'the town',
  });
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

import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { dutyWarnings, placeProblems } from './duties.js';
import { calendarOf } from '@mulin/working-time';
import { readRosters } from '../read/rosters.js';
import { parseTown } from '../read/town.js';

const town = parseTown({
  town: 'mu',
  name: { zh: '牟', en: 'Mu' },
  zone: 'Asia/Shanghai',
  areas: [
    { path: 'mu/c1', name: { zh: '东关', en: 'East' } },
    { path: 'mu/c1/v1' },
    { path: 'mu/c1/v1/g1' },
    { path: 'mu/c2' },
  ],
});
const grid = (id: string) => ({ id, area: `mu/c1/v1/g1/${id}`, name: { en: id, zh: id } });
const land = { town, grids: [grid('m1'), grid('m2')], ids: ['m1', 'm2'] };
const now = instant('2026-06-01T00:00:00+08:00');
const calendars = [
  calendarOf({
    id: 'day',
    version: '1',
    zone: 'Asia/Shanghai',
    week: { 'mon-fri': [['08:00', '18:00']] },
    overrides: { '2026-06-19': [] },
  }),
];
const everybody = ['grid-member', 'grid-leader', 'village-committee', 'community-secretary', 'town-leader'];

type Term = Readonly<{ from?: string; until?: string }>;
const member = (account: string, microGrids: string[], term: Term = {}) => ({ account, microGrids, ...term });
const leader = (account: string, role: string, area: string, term: Term = {}) => ({
  account,
  role,
  area,
  ...term,
});
const members = [member('li', ['m1']), member('wu', ['m2'])];
const leaders = [
  leader('gao', 'grid-leader', 'mu/c1/v1/g1'),
  leader('committee', 'village-committee', 'mu/c1/v1'),
  leader('sun', 'community-secretary', 'mu/c1'),
  leader('he', 'community-secretary', 'mu/c2'),
  leader('mayor', 'town-leader', 'mu'),
];

const found = (file: object, roles = everybody) => {
  const { rosters, entries, leave, problems } = readRosters({ members, leaders, ...file });
  if (rosters === null) throw new Error('these rosters can be read');
  return [
    ...problems,
    ...placeProblems(land, rosters),
    ...dutyWarnings(land, { rosters, entries, leave }, { roles, now, calendars }),
  ];
};
const lines = (file: object, roles = everybody) =>
  found(file, roles).map(({ severity, code, at, sentence }) => `${severity} ${code} ${at}: ${sentence.en}`);

const may = '2026-05-01T00:00:00+08:00';
const july = '2026-07-01T08:00:00+08:00';
const august = '2026-08-01T00:00:00+08:00';

test('Rosters that name somebody everywhere and for ever have nothing to be found', () => {
  expect(found({})).toEqual([]);
});

describe('A micro-grid nobody is on duty for is named with since when and until when', () => {
  test.each([
    ['at any time', [members[0]], 'micro-grid m2 at any time'],
    ['since then', [members[0], member('wu', ['m2'], { until: may })], 'm2 since 2026-05-01 00:00'],
    ['until then', [members[0], member('wu', ['m2'], { from: july })], 'm2 until 2026-07-01 08:00'],
    [
      'now and not for long',
      [members[0], member('wu', ['m2'], { until: may }), member('ma', ['m2'], { from: july })],
      'm2 since 2026-05-01 00:00 until 2026-07-01 08:00',
    ],
    [
      'in a while',
      [members[0], member('wu', ['m2'], { until: july }), member('ma', ['m2'], { from: august })],
      'm2 from 2026-07-01 08:00 until 2026-08-01 00:00',
    ],
    [
      'when the last duty ends',
      [members[0], member('wu', ['m2'], { until: july })],
      'm2 from 2026-07-01 08:00 on',
    ],
  ])('%s', (_, list, expected) => {
    const [hole, ...more] = lines({ members: list });
    expect(more).toEqual([]);
    expect(hole).toMatch(/^warning nobody-on-duty micro-grid m2: nobody is on duty in micro-grid m2 /);
    expect(hole).toContain(expected);
  });

  test('also for programs, and in Chinese', () => {
    const [hole] = found({ members: [members[0], member('wu', ['m2'], { until: july })] });
    expect(hole).toMatchObject({
      since: '2026-07-01T00:00:00.000Z',
      until: null,
      sentence: { zh: '微网格 m2无人值守（自 2026-07-01 08:00 起）' },
    });
  });

  test('a hole that is over is not told', () => {
    const list = [
      members[0],
      member('wu', ['m2'], { until: '2026-04-01T00:00:00Z' }),
      member('ma', ['m2'], { from: may }),
    ];
    expect(lines({ members: list })).toEqual([]);
  });

  test('many holes are named by the first ones and a count', () => {
    const shifts = Array.from({ length: 30 }, (_, place) =>
      member('wu', ['m2'], {
        from: `2026-06-${String(place + 1).padStart(2, '0')}T08:00:00+08:00`,
        until: `2026-06-${String(place + 1).padStart(2, '0')}T17:00:00+08:00`,
      }),
    );
    const told = lines({ members: [members[0], ...shifts] });
    expect(told).toHaveLength(6);
    expect(told.at(-1)).toContain('and 26 more times from 2026-06-05 17:00 on, the last for ever');
  });
});

describe('A role that nobody holds', () => {
  const without = (role: string) => ({ leaders: leaders.filter((it) => it.role !== role) });

  test.each([
    ['grid-leader', ['nobody is grid leader of mu/c1/v1/g1 (g1) at any time']],
    ['village-committee', ['nobody is village committee of mu/c1/v1 (v1) at any time']],
    [
      'community-secretary',
      [
        'nobody is community secretary of mu/c1 (East) at any time',
        'nobody is community secretary of mu/c2 (c2) at any time',
      ],
    ],
    ['town-leader', ['nobody is town leader of mu (Mu) at any time']],
  ])('and stands on a ladder is named for each of its areas: %s', (role, sentences) => {
    expect(found(without(role)).map(({ code, sentence }) => [code, sentence.en])).toEqual(
      sentences.map((sentence) => ['role-unheld', sentence]),
    );
  });

  test('and stands on no ladder is missed by nobody, but for the secretary, who arbitrates', () => {
    expect(found({ leaders: [] }, [])).toMatchObject([
      { at: 'community mu/c1', sentence: { zh: 'mu/c1（东关）没有社区书记（任何时候）' } },
      { at: 'community mu/c2' },
    ]);
  });

  test('for a while is named with since when and until when', () => {
    const list = leaders.map((it) => (it.account === 'mayor' ? { ...it, until: july } : it));
    expect(lines({ leaders: list })).toEqual([
      'warning role-unheld town mu: nobody is town leader of mu (Mu) from 2026-07-01 08:00 on',
    ]);
  });

  test('and is kept by no roster at all, such as the desk’s, is always held', () => {
    expect(found({}, [...everybody, 'hotline-clerk'])).toEqual([]);
  });
});

test('A duty for a place that does not exist is a mistake', () => {
  const file = {
    members: [...members, member('x', ['m9'])],
    leaders: [...leaders, leader('y', 'community-secretary', 'mu/c9')],
  };
  expect(lines(file)).toEqual([
    'mistake unknown-place members: there is no micro-grid m9',
    'mistake unknown-place leaders: there is no area mu/c9',
  ]);
});

describe('Somebody in two places at the same time', () => {
  test('is worth a look, with the time', () => {
    const list = [member('li', ['m1'], { until: august }), member('li', ['m2'], { from: july }), members[1]];
    const after = member('wu', ['m1'], { from: august });
    expect(lines({ members: [...list.slice(0, 2), member('zhang', ['m2']), after] })).toEqual([
      'warning two-places-at-once members.0, members.1 (li): is in two places at the same time, m1 and m2, from 2026-07-01 08:00 until 2026-08-01 00:00',
    ]);
  });

  test('may be a leader, too', () => {
    const list = leaders.map((it) => (it.account === 'he' ? { ...it, account: 'sun' } : it));
    expect(lines({ leaders: list })).toEqual([
      'warning two-places-at-once leaders.2, leaders.3 (sun): is in two places at the same time, mu/c1 and mu/c2, at any time',
    ]);
  });

  test('is not who serves in several micro-grids on purpose, in one entry', () => {
    expect(found({ members: [member('li', ['m1', 'm2'])] })).toEqual([]);
  });

  test('is not who leads the grid in which they serve', () => {
    expect(
      found({ leaders: leaders.map((it) => (it.account === 'gao' ? { ...it, account: 'li' } : it)) }),
    ).toEqual([]);
  });

  test('is not who moves from one place to the next', () => {
    const list = [member('li', ['m1'], { until: july }), member('li', ['m2'], { from: july })];
    expect(
      found({
        members: [...list, member('wu', ['m2'], { until: july }), member('ma', ['m1'], { from: july })],
      }),
    ).toEqual([]);
  });

  test('one duty written down twice is told as that', () => {
    expect(lines({ members: [...members, members[0]] })).toEqual([
      'warning duty-twice members.0, members.2 (li): the same duty stands there twice at any time',
    ]);
  });
});

describe('People who work in shifts', () => {
  const shifts = [
    { id: 'day', calendar: 'day' },
    { id: 'night', calendar: 'day', when: 'closed' },
  ];
  const byDay = (account: string, id: string) => ({ ...member(account, [id]), shift: 'day' });
  const days = [byDay('li', 'm1'), byDay('wu', 'm2')];
  const turn = (week: number, days = 7) => ({
    first: `2026-05-${String(4 + 7 * week).padStart(2, '0')}T08:00:00+08:00`,
    days,
    every: 14,
  });
  const watch = (account: string, week: number, days = 7) => ({
    account,
    area: 'mu/c1',
    shift: 'night',
    turn: turn(week, days),
  });

  test('and those who watch by night, in turn, leave no hour of the year without anybody', () => {
    expect(found({ shifts, members: [...days, watch('gao2', 0), watch('ma', 1)] })).toEqual([]);
  });

  test('leave the first night to nobody where nobody watches: it is named', () => {
    const said = lines({
      shifts,
      members: [...days, { ...watch('ma', 1), until: '2026-06-19T08:00:00+08:00' }],
    });
    expect(said[0]).toBe(
      'warning nobody-on-duty micro-grid m1: nobody is on duty in micro-grid m1 from 2026-06-01 18:00 until 2026-06-02 08:00',
    );
  });

  test('leave a gap between two turns, and it is named with its hours', () => {
    const said = lines({ shifts, members: [...days, watch('gao2', 0), watch('ma', 1, 6)] });
    expect(said[1]).toBe(
      'warning nobody-on-duty micro-grid m1: nobody is on duty in micro-grid m1 from 2026-06-14 08:00 until 2026-06-15 08:00',
    );
  });

  test('may watch by night where they work elsewhere by day', () => {
    const members = [...days, { ...watch('li', 0), area: 'mu/c2' }, watch('gao2', 0), watch('ma', 1)];
    expect(found({ shifts, members })).toEqual([]);
  });

  test.each([
    [
      'a shift that there is not',
      { members: [{ ...days[0], shift: 'late' }] },
      /unknown-shift .*no shift late/,
    ],
    ['a shift twice', { shifts: [...shifts, shifts[0]] }, /twice shifts: day stands there twice/],
    [
      'an area that there is not',
      { shifts, members: [...members, { ...watch('li', 0), area: 'mu/c9' }] },
      /unknown-place members: there is no area mu\/c9/,
    ],
  ])('%s is named', (_, file, expected) => {
    expect(lines(file).join('\n')).toMatch(expected);
  });

  test.each([
    ['both an area and micro-grids', { ...days[0], area: 'mu/c1' }, '微网格与区域须填且只填一项'],
    ['neither', { account: 'li' }, '微网格与区域须填且只填一项'],
    ['turns that overlap themselves', { ...days[0], turn: turn(0, 15) }, '每轮天数超过轮值周期'],
  ])('who has %s is named', (_, wrong, sentence) => {
    const { rosters, problems } = readRosters({ shifts, members: [wrong], leaders });
    expect(rosters).toBeNull();
    expect(problems.map((it) => it.sentence.zh)).toEqual([sentence]);
  });
});

describe('Leave', () => {
  const away = (account: string, more: object = {}) => ({
    account,
    from: '2026-06-08T00:00:00+08:00',
    until: '2026-06-15T00:00:00+08:00',
    ...more,
  });

  test('hands all duties to the stand-in, and takes them back', () => {
    const { rosters } = readRosters({ members, leaders, leave: [away('li', { standIn: 'wu' })] });
    expect(rosters?.members.get('m1')).toEqual([
      { account: 'li', role: 'grid-member', from: null, until: '2026-06-07T16:00:00.000Z' },
      { account: 'li', role: 'grid-member', from: '2026-06-14T16:00:00.000Z', until: null },
      {
        account: 'wu',
        role: 'grid-member',
        from: '2026-06-07T16:00:00.000Z',
        until: '2026-06-14T16:00:00.000Z',
      },
    ]);
    expect(found({ leave: [away('li', { standIn: 'wu' })] })).toEqual([]);
  });

  test('of a secretary is stood in for, too', () => {
    expect(found({ leave: [away('sun', { standIn: 'mayor' })] })).toEqual([]);
  });

  test('without a stand-in is named, and so is the micro-grid that nobody is left in', () => {
    expect(lines({ leave: [away('li')] })).toEqual([
      'warning nobody-on-duty micro-grid m1: nobody is on duty in micro-grid m1 from 2026-06-08 00:00 until 2026-06-15 00:00',
      'warning leave-without-stand-in leave.0 (li): is away, and nobody stands in',
    ]);
  });

  test('of the stand-in at the same time is named', () => {
    const leave = [away('li', { standIn: 'wu' }), away('wu', { standIn: 'gao' })];
    expect(lines({ leave })).toEqual([
      'warning stand-in-away leave.0 (li): wu, who should stand in, is away then, too',
    ]);
  });

  test('twice at one time is named', () => {
    const leave = [away('li', { standIn: 'wu' }), away('li', { standIn: 'gao' })];
    expect(lines({ leave })).toEqual([
      'warning leave-twice leave.1 (li): overlaps with another leave of theirs',
    ]);
  });

  test.each([
    [
      'of somebody whom no roster names',
      away('nobody', { standIn: 'wu' }),
      /unknown-account .*nobody stands on no/,
    ],
    ['with a stand-in whom no roster names', away('li', { standIn: 'nobody' }), /unknown-account/],
    [
      'that ends before it begins',
      away('li', { until: '2026-06-01T00:00:00+08:00' }),
      /ends-before-it-begins/,
    ],
  ])('%s is a mistake', (_, leave, expected) => {
    expect(lines({ leave: [leave] }).join('\n')).toMatch(expected);
  });

  test('of no length leaves other duties as they are, and so does a duty of no length', () => {
    const ended = {
      ...member('li', ['m1']),
      from: '2026-06-08T00:00:00+08:00',
      until: '2026-06-01T00:00:00+08:00',
    };
    expect(lines({ members: [...members, ended] }).map((line) => line.split(' ')[1])).toEqual([
      'ends-before-it-begins',
    ]);
  });

  test.each([
    ['before it begins', '2026-06-01T00:00:00+08:00'],
    ['when it begins', '2026-06-08T00:00:00+08:00'],
  ])('that ends %s is named once, and nothing is made of it', (_, until) => {
    const mistaken = away('li', { until, standIn: 'wu' });
    expect(lines({ leave: [away('li', { standIn: 'wu' }), mistaken] })).toEqual([
      'mistake ends-before-it-begins leave.1 (li): until is not after from',
    ]);
    expect(lines({ leave: [away('li', { until })] })).toEqual([
      'mistake ends-before-it-begins leave.0 (li): until is not after from',
    ]);
  });
});

describe('Offices and helpers', () => {
  const office = {
    id: 'civil-affairs',
    name: { zh: '民政办', en: 'Civil Affairs' },
    members: [{ account: 'tang' }],
  };
  const helper = (role: string, area: string) => ({ account: `${role}-1`, role, area });

  test('are read, each with their people', () => {
    const { rosters, problems } = readRosters({
      members,
      leaders,
      offices: [office],
      helpers: [
        helper('mediator', 'mu/c1'),
        helper('verifier', 'mu'),
        { ...helper('helper', 'mu/c1/v1'), standing: 'volunteer' },
      ],
    });
    expect(problems).toEqual([]);
    expect(rosters?.offices.get('civil-affairs')).toMatchObject({
      name: { en: 'Civil Affairs' },
      duties: [{ account: 'tang', role: 'office-member' }],
    });
    expect(rosters?.helpers.get('mu/c1/v1')).toMatchObject([{ role: 'helper', standing: 'volunteer' }]);
  });

  test('an office twice, and a mediator of a grid, are mistakes', () => {
    expect(lines({ offices: [office, office] })).toContain(
      'mistake twice offices: civil-affairs stands there twice',
    );
    expect(lines({ helpers: [helper('mediator', 'mu/c1/v1/g1')] })).toContain(
      'mistake wrong-level helpers.0 (mediator-1) area: mu/c1/v1/g1 is no community or town, which a mediator works for',
    );
  });
});

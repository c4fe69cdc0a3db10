import { describe, expect, test } from '@jest/globals';
import { type Instant, instant, plus } from '@mulin/kernel';
import { calendarOf } from '@mulin/working-time';
import type { MicroGrid } from './micro-grid.js';
import type { Duty } from './roster.js';
import type { Land, Net } from './territory.js';
import type { LandEvent } from './land.js';
import { flatbushGrids } from '../../adapters/flatbush-index.js';

const march = instant('2026-03-02T00:00:00Z');
const may = instant('2026-05-04T00:00:00Z');
const longAgo = instant('1999-01-01T00:00:00Z');

const box = (west: number, south: number, east: number, north: number): Land => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];
const ringWithHole: Land = [[...(box(0, 2, 3, 5)[0] ?? []), ...(box(1, 3, 2, 4)[0] ?? [])]];

const grid = (id: string, path: string, land: Land, net: Net = 'life'): MicroGrid => ({
  id,
  name: { en: id, zh: id },
  net,
  area: `mu/${path}/${id}`,
  land,
});
const drawn = (microGrid: MicroGrid, version = 1, since: Instant | null = null): LandEvent => ({
  type: 'MicroGridDrawn',
  data: { microGrid, version, since },
});
const member = (account: string, from: Instant | null = null, until: Instant | null = null): Duty => ({
  account,
  role: 'grid-member',
  from,
  until,
});
const posted = (
  place: string,
  duties: readonly Duty[],
  version = 1,
  since: Instant | null = null,
): LandEvent => ({
  type: 'RosterPosted',
  data: { place, duties, version, since },
});

const west = grid('west', 'c1/v1/g1', box(0, 0, 1, 1));
const east = grid('east', 'c1/v1/g1', box(1, 0, 2, 1));
const north = grid('north', 'c2/v2/g2', ringWithHole);
const stalls = grid('stalls', 'c1/v1/g1', box(0.5, 0.5, 1.5, 0.8), 'commerce');
const town = [
  drawn(west),
  drawn(east),
  drawn(north),
  drawn(stalls),
  posted('west', [member('li', null, may), member('zhang')]),
  posted('east', [member('wu')]),
  posted('stalls', [member('zhao')]),
];
const grids = flatbushGrids(town);
const at = (lat: number, lon: number) => ({ lat, lon });

describe('Whose land it is', () => {
  test('a demand goes to the micro-grid that the place lies in, and who stands first on its roster is asked first', () => {
    expect(grids.landFor('life', at(0.2, 0.2), march)).toEqual({
      microGrid: 'west',
      area: 'mu/c1/v1/g1/west',
      net: 'life',
    });
    expect(grids.onDuty('west', march)).toEqual(['li', 'zhang']);
  });

  test('the micro-grid of the demand’s own net answers where there is one, else that of the life net', () => {
    expect(grids.landFor('commerce', at(0.6, 1.2), march)).toMatchObject({ microGrid: 'stalls' });
    expect(grids.landFor('commerce', at(0.2, 1.2), march)).toMatchObject({ microGrid: 'east' });
    expect(grids.landFor('life', at(0.6, 1.2), march)).toMatchObject({ microGrid: 'east' });
    expect(grids.landFor('production', at(0.6, 1.2), march)).toMatchObject({ microGrid: 'east' });
  });

  test('a point on a border belongs to the lowest id of those that share it, whatever the order of drawing', () => {
    for (const events of [town, [...town].reverse()])
      expect(flatbushGrids(events).landFor('life', at(0.2, 1), march)).toMatchObject({
        microGrid: 'east',
      });
  });

  test('a hole in a micro-grid is nobody’s land, and so is what lies outside', () => {
    expect(grids.landFor('life', at(2.5, 0.5), march)).toMatchObject({ microGrid: 'north' });
    expect(grids.landFor('life', at(3.5, 1.5), march)).toBeNull();
    expect(grids.landFor('life', at(50, 50), march)).toBeNull();
  });

  test('a micro-grid with nobody on its roster is somebody’s land all the same', () => {
    expect(grids.landFor('life', at(2.5, 0.5), march)).toMatchObject({ microGrid: 'north' });
    expect(grids.onDuty('north', march)).toEqual([]);
  });

  test('a term of duty that is over hands on to the next', () => {
    expect(grids.onDuty('west', may)).toEqual(['zhang']);
  });
});

describe('As it was in force', () => {
  const redrawn = flatbushGrids([
    ...town,
    drawn(grid('west', 'c1/v1/g1', box(0, 0, 0.5, 1)), 2, may),
    drawn(grid('middle', 'c1/v1/g1', box(0.5, 0, 1, 1)), 1, may),
    posted('east', [], 2, may),
    { type: 'MicroGridGivenUp', data: { id: 'stalls', version: 2, since: may } },
  ]);

  test('what the town began with holds for all that was before', () => {
    expect(redrawn.landFor('life', at(0.2, 0.7), longAgo)).toMatchObject({ microGrid: 'west' });
  });

  test('a new border counts from when it was drawn', () => {
    expect(redrawn.landFor('life', at(0.2, 0.7), march)).toMatchObject({ microGrid: 'west' });
    expect(redrawn.landFor('life', at(0.2, 0.7), may)).toMatchObject({ microGrid: 'middle' });
  });

  test('a roster counts from when it was posted', () => {
    expect(redrawn.onDuty('east', march)).toEqual(['wu']);
    expect(redrawn.onDuty('east', may)).toEqual([]);
  });

  test('a micro-grid that was given up answers for what happened before, and not after', () => {
    expect(redrawn.landFor('commerce', at(0.6, 1.2), march)).toMatchObject({ microGrid: 'stalls' });
    expect(redrawn.landFor('commerce', at(0.6, 1.2), may)).toMatchObject({ microGrid: 'east' });
    expect(redrawn.microGrid('stalls', may)).toBeNull();
    expect(redrawn.microGrid('stalls', march)).toMatchObject({ net: 'commerce' });
  });
});

describe('What is said later of moments to come', () => {
  const june = instant('2026-06-01T00:00:00Z');
  const july = instant('2026-07-01T00:00:00Z');
  const elsewhere = (path: string) => grid('west', path, box(0, 0, 1, 1));
  const [inC1, inC2, inC3] = ['c1/v1/g1', 'c2/v2/g2', 'c3/v3/g3'].map(elsewhere);
  if (!inC1 || !inC2 || !inC3) throw new Error('there are three');
  const areaAt = (events: readonly LandEvent[], moment: Instant) =>
    flatbushGrids(events).microGrid('west', moment)?.area;
  const given = (since: Instant): LandEvent => ({
    type: 'MicroGridGivenUp',
    data: { id: 'west', version: 2, since },
  });

  test('replaces what was announced for them before', () => {
    const events = [drawn(inC1), drawn(inC2, 2, june), drawn(inC3, 3, may), posted('west', [member('li')])];
    expect([march, may, june].map((moment) => areaAt(events, moment))).toEqual(
      [inC1, inC3, inC3].map(({ area }) => area),
    );
    expect(flatbushGrids(events).isOnDuty('li', july, 'mu/c2')).toBe(false);
    expect(flatbushGrids(events).isOnDuty('li', july, 'mu/c1')).toBe(true);
  });

  test('leaves everything before it as it was', () => {
    const events = [drawn(inC1), drawn(inC2, 2, may), drawn(inC3, 3, july)];
    expect([march, may, june, july].map((moment) => areaAt(events, moment))).toEqual(
      [inC1, inC2, inC2, inC3].map(({ area }) => area),
    );
  });

  test('of the very moment replaces it, too', () => {
    const events = [drawn(inC1), drawn(inC2, 2, may), drawn(inC3, 3, may), posted('west', [member('li')])];
    expect(areaAt(events, may)).toBe(inC3.area);
    expect(flatbushGrids(events).isOnDuty('li', may, 'mu/c2')).toBe(false);
  });

  test('leaves the end of what had been given up before as it was', () => {
    const events = [drawn(inC1), given(may), drawn(inC2, 3, july)];
    expect([march, june, july].map((moment) => areaAt(events, moment))).toEqual([
      inC1.area,
      undefined,
      inC2.area,
    ]);
  });

  test('for ever before replaces all that was said', () => {
    const events = [drawn(inC1), drawn(inC2, 2, may), drawn(inC3, 3, null)];
    expect([longAgo, june].map((moment) => areaAt(events, moment))).toEqual([inC3.area, inC3.area]);
  });

  test('is land and duty only from then on', () => {
    const events = [drawn(inC1, 1, may), posted('west', [member('li')])];
    const later = flatbushGrids(events);
    const justBefore = plus(may, -1);
    expect([justBefore, may].map((moment) => later.isOnDuty('li', moment))).toEqual([false, true]);
    expect([justBefore, may].map((moment) => later.standIns('west', moment))).toEqual([[], ['li']]);
    expect([justBefore, may].map((moment) => later.homeCommunity(moment))).toEqual(['', 'mu/c1']);
    expect(later.microGrids(justBefore)).toEqual([]);
  });

  test('that a roster is taken down leaves nobody on duty from then on; that it was there is known', () => {
    const takenDown = flatbushGrids([
      ...town,
      { type: 'RosterTakenDown', data: { place: 'east', version: 2, since: may } },
    ]);
    expect([march, may].map((moment) => takenDown.onDuty('east', moment))).toEqual([['wu'], []]);
    expect(['east', 'north'].map((place) => takenDown.isNamed(place))).toEqual([true, false]);
  });
});

test('what no micro-grid is called so has no land, nobody on duty and nobody to stand in', () => {
  expect(grids.microGrid('unheard-of', march)).toBeNull();
  expect(grids.onDuty('unheard-of', march)).toEqual([]);
});

test('land of another net than that of the demand is nobody’s for it, but for the life net', () => {
  const alone = flatbushGrids([drawn(stalls)]);
  expect(alone.landFor('production', at(0.6, 1), march)).toBeNull();
  expect(alone.landFor('commerce', at(0.6, 1), march)).toMatchObject({ microGrid: 'stalls' });
});

describe('The first community by its path', () => {
  const of = (id: string, community: string) => drawn(grid(id, `${community}/v/g`, box(0, 0, 1, 1)), 1, may);
  const three = flatbushGrids([of('a', 'c2'), of('b', 'c1'), of('d', 'c3')]);

  test('keeps what has no place, whatever its micro-grids are called', () => {
    expect(three.homeCommunity(may)).toBe('mu/c1');
  });

  test('is that of nobody while there is no land, also for what lies somewhere', () => {
    expect(three.communityNear(at(0.5, 0.5), march)).toBe('');
    expect(three.communityNear(at(0.5, 0.5), may)).toMatch(/^mu\/c/);
  });
});

describe('Who stands in, and who arbitrates', () => {
  test('those of the same micro-grid first, then those of the same grid, of the same net first', () => {
    expect(grids.standIns('west', march)).toEqual(['li', 'zhang', 'wu', 'zhao']);
  });

  test('nobody from another grid', () => {
    expect(grids.standIns('north', march)).toEqual([]);
    expect(grids.standIns('unheard-of', march)).toEqual([]);
  });

  test('nobody’s land falls to the nearest community, and what has no place to the first', () => {
    expect(grids.communityNear(at(6, 1), march)).toBe('mu/c2');
    expect(grids.communityNear(at(-1, 1), march)).toBe('mu/c1');
    expect(grids.homeCommunity(march)).toBe('mu/c1');
  });

  test('who is on duty is known by name', () => {
    expect(grids.isOnDuty('li', march)).toBe(true);
    expect(grids.isOnDuty('li', may)).toBe(false);
    expect(grids.isOnDuty('nobody', march)).toBe(false);
  });

  test('whose shift begins later is expected, and whose duty has ended for good is not', () => {
    const shifts = flatbushGrids([
      drawn(west),
      posted('west', [member('li', null, march), member('zhang', may), member('wu', march, may)]),
    ]);
    expect(['li', 'zhang', 'wu'].map((it) => shifts.isExpected(it, march))).toEqual([false, true, true]);
    expect(['li', 'zhang', 'wu'].map((it) => shifts.isOnDuty(it, march))).toEqual([false, false, true]);
  });

  test('an arbiter can choose from every micro-grid there is', () => {
    expect(grids.microGrids(march).map(({ microGrid }) => microGrid)).toEqual([
      'east',
      'north',
      'stalls',
      'west',
    ]);
  });
});

describe('By day and by night', () => {
  const calendar = calendarOf({
    id: 'day',
    version: '1',
    zone: 'UTC',
    week: { 'mon-fri': [['08:00', '18:00']] },
  });
  const shift = (id: string, when: 'open' | 'closed'): LandEvent => ({
    type: 'ShiftSet',
    data: { shift: { id, when, calendar }, version: 1, since: null },
  });
  const turn = (first: string) => ({ first: instant(first), days: 7, every: 14 });
  const shifts = flatbushGrids([
    ...town,
    shift('day', 'open'),
    shift('night', 'closed'),
    posted('west', [{ ...member('li'), shift: 'day' }], 2),
    posted('east', [{ ...member('wu'), shift: 'day' }], 2),
    posted('mu/c1', [
      { account: 'sun', role: 'community-secretary', from: null, until: null },
      { ...member('first'), shift: 'night', turn: turn('2026-03-02T08:00:00Z') },
      { ...member('second'), shift: 'night', turn: turn('2026-03-09T08:00:00Z') },
    ]),
  ]);
  const noon = instant('2026-03-03T12:00:00Z');
  const night = instant('2026-03-03T22:00:00Z');
  const nextNight = instant('2026-03-10T22:00:00Z');

  test('the micro-grid’s own grid member is asked by day, and whoever watches over the community by night', () => {
    expect(shifts.onDuty('west', noon)).toEqual(['li']);
    expect(shifts.onDuty('west', night)).toEqual(['first', 'li']);
    expect(shifts.standIns('west', noon)).toEqual(['li', 'wu', 'zhao']);
    expect(shifts.standIns('west', night)).toEqual(['zhao', 'first', 'li', 'wu']);
  });

  test('those who watch take turns, for ever', () => {
    expect(shifts.onDuty('west', nextNight)[0]).toBe('second');
    expect(shifts.onDuty('west', instant('2031-03-12T22:00:00Z'))[0]).toMatch(/first|second/);
  });

  test('a shift that nobody has set yet keeps nobody away', () => {
    const unset = flatbushGrids([
      ...town,
      { type: 'ShiftSet', data: { shift: { id: 'day', when: 'open', calendar }, version: 1, since: may } },
      posted('west', [{ ...member('li'), shift: 'day' }, member('zhang')], 2),
    ]);
    expect(unset.onDuty('west', night)).toEqual(['li', 'zhang']);
  });

  test('whoever serves in an office is asked in their hours first, and at others after those whose hours they are', () => {
    const clerk = (account: string, more: Partial<Duty> = {}): Duty => ({
      ...member(account),
      role: 'office-member',
      ...more,
    });
    const office = flatbushGrids([
      ...town,
      shift('day', 'open'),
      posted('office:works', [clerk('tan', { shift: 'day' }), clerk('mei'), clerk('gone', { until: march })]),
    ]);
    expect(office.serving('office:works', noon)).toEqual(['tan', 'mei']);
    expect(office.serving('office:works', night)).toEqual(['mei', 'tan']);
  });

  test('a secretary is no grid member', () => {
    expect(shifts.onDuty('west', noon)).not.toContain('sun');
  });

  test('a day’s end takes nothing out of anybody’s hands', () => {
    expect(shifts.isOnDuty('li', night, 'mu/c1/v1/g1/west')).toBe(true);
    expect(shifts.isOnDuty('first', noon, 'mu/c1/v1/g1/west')).toBe(true);
    expect(shifts.isOnDuty('first', noon, 'mu/c2')).toBe(false);
  });
});

test('who answered in a micro-grid that was redrawn keeps what was reported before', () => {
  const redrawn = flatbushGrids([
    ...town,
    { type: 'MicroGridGivenUp', data: { id: 'west', version: 2, since: may } },
  ]);
  expect(redrawn.onDuty('west', may)).toEqual(['zhang']);
  expect(redrawn.isOnDuty('zhang', may, 'mu/c1/v1/g1/west')).toBe(true);
});

test('a town without land has nobody’s land everywhere', () => {
  const empty = flatbushGrids([]);
  expect(empty.landFor('life', at(0, 0), march)).toBeNull();
  expect(empty.microGrids(march)).toEqual([]);
});

test('a unit is served by those it is made of: an office by its members, an area by whoever leads it', () => {
  const of = (role: Duty['role'], account: string, until: Instant | null = null): Duty => ({
    account,
    role,
    from: null,
    until,
  });
  const grids = flatbushGrids([
    ...town,
    posted('office:works', [of('office-member', 'tan'), of('office-member', 'gone', march)]),
    posted('mu/c1/v1', [of('village-committee', 'he'), of('grid-member', 'watch'), of('verifier', 'gao')]),
    posted('mu/c1', [of('mediator', 'ma'), of('community-secretary', 'wu'), of('helper', 'fang')]),
    posted('mu', [of('town-leader', 'zhou'), of('helper', 'shen')]),
  ]);
  expect(grids.serving('office:works', may)).toEqual(['tan']);
  expect(grids.serving('mu/c1/v1', may)).toEqual(['he']);
  expect(grids.serving('mu/c1', may)).toEqual(['wu']);
  expect(grids.serving('mu', may)).toEqual(['zhou']);
  expect(grids.serving('west', may)).toEqual(grids.onDuty('west', may));
  expect(['zhang', 'wu'].map((account) => grids.isServing('west', account, may))).toEqual([true, false]);
  expect(grids.serving('helpers:mu/c1', may)).toEqual(['fang', 'shen']);
  expect(grids.serving('helpers:mu', may)).toEqual(['shen']);
  expect(grids.isServing('office:works', 'tan', may)).toBe(true);
  expect(grids.isServing('office:works', 'gone', may)).toBe(false);
});

test('an emergency alarms all of that grid who are at work, and who leads it and the community, each once', () => {
  const leads = (account: string, role: Duty['role']): Duty => ({ ...member(account), role });
  const noHours = calendarOf({ id: 'none', version: '1', zone: 'UTC', week: {} });
  const led = flatbushGrids([
    ...town,
    {
      type: 'ShiftSet',
      data: { shift: { id: 'never', when: 'open', calendar: noHours }, version: 1, since: null },
    },
    posted('mu/c1/v1/g1', [
      leads('qian', 'grid-leader'),
      leads('wu', 'grid-leader'),
      { ...leads('left', 'grid-leader'), until: march },
      { ...leads('asleep', 'grid-leader'), shift: 'never' },
    ]),
    posted('mu/c1/v1', [leads('he', 'village-committee')]),
    posted('mu/c1', [leads('sun', 'community-secretary'), member('watch')]),
    posted('mu/c2', [leads('far', 'community-secretary')]),
  ]);
  expect(led.alarmed('west', march)).toEqual([
    { member: 'li' },
    { member: 'zhang' },
    { member: 'wu' },
    { member: 'zhao' },
    { member: 'watch' },
    { member: 'qian', unit: 'mu/c1/v1/g1' },
    { member: 'sun', unit: 'mu/c1' },
  ]);
  expect(led.alarmed('west', may).map((it) => it.member)).not.toContain('li');
  expect(led.alarmed('nowhere', march)).toEqual([]);
});

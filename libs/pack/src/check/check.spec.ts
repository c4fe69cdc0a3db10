import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { isMistake, lineOf } from '../problem.js';
import { checkPack } from './check.js';
import { parseGrids } from '../read/grids.js';
import { parseRosters } from '../read/rosters.js';
import { parseTown } from '../read/town.js';

const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ].map((corner) => corner.map((it) => it / 100)),
  ],
});
const feature = (id: string, geometry: object, more: object = {}) => ({
  type: 'Feature',
  properties: { id, name: id, net: 'life', area: `mu/c1/v1/g1/${id}`, ...more },
  geometry,
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

const town = {
  town: 'mu',
  name: { zh: '牟', en: 'Mu' },
  zone: 'Asia/Shanghai',
  areas: [{ path: 'mu/c1' }, { path: 'mu/c1/v1' }, { path: 'mu/c1/v1/g1' }],
};
const grids = collection(feature('m1', box(0, 0, 1, 1)), feature('m2', box(1, 0, 2, 1)));
const rosters = {
  members: [
    { account: 'li', microGrids: ['m1'] },
    { account: 'wu', microGrids: ['m2'], from: '2026-01-01T00:00:00+08:00' },
  ],
  leaders: [{ account: 'sun', role: 'community-secretary', area: 'mu/c1' }],
};

const asked = { now: instant('2026-06-01T00:00:00Z'), roles: ['community-secretary'] };
const problemsOf = (files: Partial<{ town: unknown; grids: unknown; rosters: unknown }>) =>
  checkPack({ town, grids, rosters, ...files }, asked);
const lines = (files: Parameters<typeof problemsOf>[0]) => problemsOf(files).map((it) => lineOf(it));

test('a good pack has no problem', () => {
  expect(problemsOf({})).toEqual([]);
});

describe('town.json', () => {
  test.each([
    ['a slug with a space', { town: 'Mu Town' }, 'town.json: town'],
    ['a zone that is none', { zone: 'Mars/Olympus' }, 'Mars/Olympus is no time zone'],
    [
      'an area that hangs in the air',
      { areas: [...town.areas, { path: 'mu/c2/v1' }] },
      'mu/c2/v1: the area it should lie in',
    ],
    ['an area of another town', { areas: [...town.areas, { path: 'xu/c1' }] }, 'xu/c1'],
    ['an area twice', { areas: [...town.areas, { path: 'mu/c1' }] }, 'mu/c1: it stands there twice'],
    [
      'a micro-grid among the areas',
      { areas: [...town.areas, { path: 'mu/c1/v1/g1/m1' }] },
      'stands in grids.geojson',
    ],
    ['an unknown field', { mayor: 'x' }, 'mayor'],
    ['no areas', { areas: [] }, 'areas'],
  ])('%s is named', (_, change, expected) => {
    expect(lines({ town: { ...town, ...change } }).join('\n')).toContain(expected);
  });

  test('without it nothing can be compared, and its mistakes are told', () => {
    expect(lines({ town: null })).toHaveLength(1);
  });
});

describe('grids.geojson', () => {
  test.each([
    ['no FeatureCollection', [], 'grids.geojson'],
    [
      'an unknown net',
      collection(feature('m1', box(0, 0, 1, 1), { net: 'water' })),
      'feature m1 properties.net',
    ],
    [
      'an area that is no micro-grid',
      collection(feature('m1', box(0, 0, 1, 1), { area: 'mu/c1/v1/g1' })),
      'feature m1 area',
    ],
    [
      'an unknown grid',
      collection(feature('m1', box(0, 0, 1, 1), { area: 'mu/c1/v1/g9/m1' })),
      'town.json knows no grid mu/c1/v1/g9',
    ],
    [
      'an id twice',
      collection(feature('m1', box(0, 0, 1, 1)), feature('m1', box(1, 0, 2, 1))),
      'feature m1: its id is used twice',
    ],
    [
      'the town’s own name as an id',
      collection(feature('mu', box(0, 0, 1, 1))),
      'is the name of the town itself',
    ],
    [
      'a feature without an id',
      collection({ type: 'Feature', properties: {}, geometry: box(0, 0, 1, 1) }),
      'features.0 properties.id',
    ],
    [
      'a ring that is not closed',
      collection(
        feature('m1', {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
          ],
        }),
      ),
      'feature m1: part 1, ring 1 is not closed',
    ],
    [
      'an overlap',
      collection(feature('m1', box(0, 0, 1, 1)), feature('m2', box(0.5, 0, 2, 1))),
      'feature m1, m2: micro-grids of one net overlap',
    ],
    [
      'a gap',
      collection(
        ...[box(0, 0, 3, 1), box(0, 2, 3, 3), box(0, 1, 1, 2), box(2, 1, 3, 2)].map((it, place) =>
          feature(`m${place}`, it),
        ),
      ),
      "are nobody's and surrounded by m0, m1, m2, m3",
    ],
    [
      'no life net',
      collection(feature('m1', box(0, 0, 1, 1), { net: 'commerce' })),
      'no micro-grid of the life net',
    ],
  ])('%s is named', (_, changed, expected) => {
    expect(lines({ grids: changed }).join('\n')).toContain(expected);
  });

  test('ids that only look different are told', () => {
    const alike = collection(feature('m1', box(0, 0, 1, 1)), feature('M1', box(1, 0, 2, 1)));
    expect(lines({ grids: alike }).join('\n')).toContain('feature M1: its id looks like that of feature m1');
  });

  test('a flaw that leaves it land is a warning, and the rest is looked at all the same', () => {
    const ring = [[0, 0], [1, 0], [1, 1], [2, 2], [1, 1], [0, 1], [0, 0]]; // prettier-ignore
    const spiked = { type: 'Polygon', coordinates: [ring.map((corner) => corner.map((it) => it / 100))] };
    const found = problemsOf({ grids: collection(feature('m1', spiked), feature('m2', box(0.5, 0, 2, 1))) });
    expect(found.map(({ code }) => code)).toEqual(['spike', 'overlap']);
  });

  test('nets lie over each other, and only the life net must have no gap', () => {
    const over = collection(
      ...grids.features,
      feature('k1', box(0.2, 0.2, 0.8, 0.8), { net: 'commerce' }),
      feature('k2', box(1.2, 0.2, 1.8, 0.8), { net: 'commerce' }),
    );
    expect(problemsOf({ grids: over }).filter(isMistake)).toEqual([]);
  });
});

describe('rosters.json', () => {
  test.each([
    [
      'an unknown micro-grid',
      { members: [...rosters.members, { account: 'x', microGrids: ['m9'] }] },
      'there is no micro-grid m9',
    ],
    [
      'an unknown area',
      { leaders: [{ account: 'x', role: 'community-secretary', area: 'mu/c9' }] },
      'there is no area mu/c9',
    ],
    [
      'a secretary of a village',
      { leaders: [{ account: 'x', role: 'community-secretary', area: 'mu/c1/v1' }] },
      'leaders.0 (x) area: mu/c1/v1 is no community',
    ],
    ['an unknown role', { leaders: [{ account: 'x', role: 'king', area: 'mu' }] }, 'leaders.0.role'],
    [
      'a term that ends before it begins',
      {
        members: [
          { account: 'li', microGrids: ['m1'], from: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' },
        ],
      },
      'members.0 (li): until is not after from',
    ],
    [
      'a date without an offset',
      { members: [{ account: 'li', microGrids: ['m1'], from: '2026-02-01' }] },
      'members.0.from',
    ],
    [
      'a year of five digits',
      { members: [{ account: 'li', microGrids: ['m1'], until: '9999-12-31T23:00:00-05:00' }] },
      'members.0.until',
    ],
    ['no list of members', { members: 7 }, 'members'],
  ])('%s is named', (_, change, expected) => {
    expect(lines({ rosters: { ...rosters, ...change } }).join('\n')).toContain(expected);
  });

  test('a micro-grid with nobody on duty is worth a look', () => {
    expect(problemsOf({ rosters: { ...rosters, members: [rosters.members[0]] } })).toMatchObject([
      { severity: 'warning', code: 'nobody-on-duty', at: 'micro-grid m2' },
    ]);
  });

  test('is looked at beside land in which something is wrong', () => {
    const broken = collection(feature('m1', box(0, 0, 1, 1)), feature('m2', { type: 'Point' }));
    const unknown = { ...rosters, members: [...rosters.members, { account: 'x', microGrids: ['m9'] }] };
    expect(problemsOf({ grids: broken, rosters: unknown }).map(({ code }) => code)).toEqual([
      'no-polygon',
      'unknown-place',
    ]);
    expect(problemsOf({ grids: {} }).every(({ file }) => file === 'grids.geojson')).toBe(true);
  });
});

test('where only mistakes are asked for, no warning is sought', () => {
  const empty = { town, grids, rosters: { members: [], leaders: [] } };
  expect(checkPack(empty, asked)).not.toEqual([]);
  expect(checkPack(empty, null)).toEqual([]);
});

test('every mistake of a file is named at once, in both languages', () => {
  const bad = collection(feature('m1', box(0, 0, 1, 1), { net: 'water' }), feature('m2', { type: 'Point' }));
  expect(() => parseGrids(bad, parseTown(town))).toThrow(/feature m1.*feature m2/s);
  const [first] = problemsOf({ grids: bad });
  expect(first?.sentence.zh).toMatch(/\p{Script=Han}/u);
  expect(() => parseRosters({})).toThrow(/members.*leaders/s);
  expect(() => parseTown({ ...town, zone: 'x' })).toThrow(/zone/);
});

test('the sample town has no problem, not even a sliver', () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../../../infra/packs/small/${name}`, import.meta.url), 'utf8'));
  const sample = { town: read('town.json'), grids: read('grids.geojson'), rosters: read('rosters.json') };
  expect(checkPack(sample, { ...asked, roles: ['grid-leader', 'village-committee', 'town-leader'] })).toEqual(
    [],
  );
  expect(parseGrids(sample.grids, parseTown(sample.town)).filter(({ net }) => net === 'life')).toHaveLength(
    12,
  );
});

describe('A map that was redrawn', () => {
  const march = '2026-03-01T00:00:00+08:00';
  const old = feature('g1', box(0, 0, 2, 1), { until: march });
  const parts = [
    feature('m1', box(0, 0, 1, 1), { from: march }),
    feature('m2', box(1, 0, 2, 1), { from: march }),
  ];

  test('lies under the new one without a word, and nobody is missed in it any more', () => {
    expect(problemsOf({ grids: collection(...parts, old) })).toEqual([]);
  });

  test('may keep its ids', () => {
    const before = [
      feature('m1', box(0, 0, 1, 2), { until: march }),
      feature('m2', box(1, 0, 2, 1), { until: march }),
    ];
    expect(problemsOf({ grids: collection(...parts, ...before) })).toEqual([]);
  });

  test('has one id twice at one time', () => {
    const again = feature('m1', box(0, 1, 1, 2), { from: '2026-02-01T00:00:00+08:00' });
    expect(lines({ grids: collection(...parts, old, again) })).toContain(
      'grids.geojson: feature m1: its id is used twice',
    );
  });

  test('overlaps while two maps are in force at once, and it is said when', () => {
    const late = feature('g1', box(0, 0, 2, 1), { until: '2026-03-02T00:00:00+08:00' });
    const found = problemsOf({ grids: collection(...parts, late) }).filter(isMistake);
    expect(found.map(({ code }) => code)).toEqual(['overlap', 'overlap']);
    expect(lineOf(found[0] ?? fail())).toMatch(/from 2026-03-01 00:00 until 2026-03-02 00:00/);
  });

  test('leaves the town without a map for a day', () => {
    const early = feature('g1', box(0, 0, 2, 1), { until: '2026-02-28T00:00:00+08:00' });
    expect(problemsOf({ grids: collection(...parts, early) })).toMatchObject([
      { severity: 'mistake', code: 'no-life-net' },
    ]);
  });

  test('ends before it begins', () => {
    const turned = feature('g1', box(0, 0, 2, 1), { from: march, until: '2026-02-28T00:00:00+08:00' });
    expect(lines({ grids: collection(...parts, turned) })).toContain(
      'grids.geojson: feature g1: until is not after from',
    );
  });
});

const fail = (): never => {
  throw new Error('there is nothing');
};

import { describe, expect, test } from '@jest/globals';
import { buildPack, type Wish } from './build.js';
import { instant } from '@mulin/kernel';
import { lineOf } from '../problem.js';
import { checkPack } from '../check/check.js';
import { parseGrids } from '../read/grids.js';
import { parseRosters } from '../read/rosters.js';
import { parseTown } from '../read/town.js';

const box = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south + 1],
      [west, south],
    ].map((corner) => corner.map((it) => it / 100)),
  ],
});

/** Eight by two, numbered row by row; wards are the halves, parity is a colour. */
const features = Array.from({ length: 16 }, (_, place) => ({
  type: 'Feature',
  properties: {
    code: place + 1,
    called: `Block ${place + 1}`,
    ward: place % 8 < 4 ? 1 : 2,
    colour: place % 2 === 0 ? 'red' : 'blue',
  },
  geometry: box(place % 8, Math.floor(place / 8)),
}));
const wish: Wish = {
  grids: { type: 'FeatureCollection', features },
  idField: 'code',
  nameField: 'called',
  zone: 'America/New_York',
  town: 'mu',
};
const json = (files: Readonly<Record<string, string>>, name: string) => JSON.parse(files[name] ?? 'null');

const built = buildPack(wish);

describe('A pack made of polygons', () => {
  test('is complete, and nothing is wrong with it', () => {
    expect(built).toMatchObject({ grids: 16, communities: 2, problems: [] });
    expect(Object.keys(built.files).sort()).toEqual([
      'calendars.json',
      'grids.geojson',
      'menu.json',
      'policies.json',
      'rosters.json',
      'town.json',
    ]);
    const [town, grids, rosters] = ['town.json', 'grids.geojson', 'rosters.json'].map((it) =>
      json(built.files, it),
    );
    const roles = ['grid-leader', 'village-committee', 'town-leader'];
    const asked = { now: instant('2026-06-01T00:00:00Z'), roles };
    expect(checkPack({ town, grids, rosters }, asked)).toEqual([]);
  });

  test('names each micro-grid and its path', () => {
    const grids = parseGrids(json(built.files, 'grids.geojson'), parseTown(json(built.files, 'town.json')));
    expect(grids[4]).toMatchObject({
      id: '5',
      name: { en: 'Block 5' },
      net: 'life',
      area: 'mu/ward-2/village-1/grid-1/5',
    });
  });

  test('has one account on duty for each micro-grid, as identity names it', () => {
    const { members, leaders } = parseRosters(json(built.files, 'rosters.json'));
    expect(members.get('5')).toMatchObject([{ account: 'grid-member@mu/ward-2/village-1/grid-1/5' }]);
    expect(leaders.get('mu/ward-1')).toMatchObject([{ account: 'community-secretary@mu/ward-1' }]);
    expect(members.size).toBe(16);
  });

  test('has the menu that imports need, and each item a policy that is there', () => {
    const items = json(built.files, 'menu.json').items as { id: string; policy: string; net: string }[];
    const policies = (json(built.files, 'policies.json').policies as { id: string }[]).map(({ id }) => id);
    expect(items.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'general-request',
        'street-and-lighting',
        'sanitation',
        'housing',
        'traffic',
        'parks-and-trees',
        'water-and-drainage',
        'animals',
        'business-and-market',
        'enterprise-safety',
        'emergency-danger',
        'consultation',
      ]),
    );
    expect(items.filter(({ policy }) => !policies.includes(policy))).toEqual([]);
    expect(new Set(items.map(({ net }) => net))).toEqual(new Set(['life', 'production', 'commerce']));
  });

  test('gives an emergency two hours and what is urgent a day, whatever its menu item', () => {
    type Clock = Readonly<{ name: string; length: object; urgencies?: Readonly<Record<string, object>> }>;
    const policies = json(built.files, 'policies.json').policies as { id: string; clocks: Clock[] }[];
    const lengthOf = (urgency: string) =>
      policies.map(({ clocks }) => {
        const complete = clocks.find(({ name }) => name === 'complete');
        return complete?.urgencies?.[urgency] ?? complete?.length;
      });
    expect(lengthOf('emergency')).toEqual(policies.map(() => ({ unit: 'hour', amount: 2 })));
    expect(lengthOf('urgent')).toEqual(
      policies.map(({ id }) => ({ unit: 'hour', amount: id === 'emergency' ? 2 : 24 })),
    );
  });

  test('works Chinese hours and holidays in China, and from nine to five elsewhere', () => {
    const calendarIn = (zone: string) =>
      json(buildPack({ ...wish, zone }).files, 'calendars.json').calendars[0];
    expect(calendarIn('America/New_York')).toMatchObject({
      zone: 'America/New_York',
      week: { 'mon-fri': [['09:00', '17:00']] },
    });
    expect(calendarIn('Asia/Shanghai')).toMatchObject({ publicDays: 'cn' });
  });
});

describe('Which community a micro-grid lies in', () => {
  const communitiesBy = (change: Partial<Wish>) => buildPack({ ...wish, ...change }).communities;

  test('is what the named property says', () => {
    const { files, communities } = buildPack({ ...wish, communityField: 'colour' });
    expect(communities).toBe(2);
    expect(json(files, 'town.json').areas[0]).toMatchObject({ path: 'mu/blue' });
  });

  test('is else the property that groups neighbours', () => {
    expect(json(built.files, 'town.json').areas.map(({ path }: { path: string }) => path)).toContain(
      'mu/ward-1',
    );
  });

  test('is the town itself where nothing says so', () => {
    const bare = features.map(({ properties: { code, called }, ...rest }) => ({
      ...rest,
      properties: { code, called },
    }));
    expect(communitiesBy({ grids: { type: 'FeatureCollection', features: bare } })).toBe(1);
  });
});

describe('What cannot be used', () => {
  const withFirst = (change: object) =>
    buildPack({
      ...wish,
      grids: { type: 'FeatureCollection', features: [{ ...features[0], ...change }, ...features.slice(1)] },
    });

  test.each([
    [
      'a broken polygon',
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
            ],
          ],
        },
      },
      'feature 1: was left out: part 1, ring 1 has fewer',
    ],
    [
      'an id that is used already',
      { properties: { code: 2, called: 'x', ward: 1 } },
      'feature 2: was left out: its id is used already',
    ],
    [
      'a feature without an id',
      { properties: { called: 'x', ward: 1 } },
      'feature 1: was left out: it has no code',
    ],
    [
      'an id without a letter',
      { properties: { code: '///', called: 'x', ward: 1 } },
      'feature 1: was left out: /// cannot be an id',
    ],
    [
      'an id that is another one’s when it is cleaned',
      { properties: { code: ' 2 /', called: 'x', ward: 1 } },
      'feature 2: was left out: its id becomes 2, as that of feature 2 / does',
    ],
    [
      'an id that is the town’s',
      { properties: { code: 'mu', called: 'x', ward: 1 } },
      'feature mu: was left out: mu is the name of the town itself',
    ],
  ])('%s is left out and named', (_, change, problem) => {
    const { grids, problems, files } = withFirst(change);
    expect(grids).toBe(15);
    expect(problems.map((it) => lineOf(it)).join('\n')).toContain(problem);
    expect(() => parseTown(json(files, 'town.json'))).not.toThrow();
  });

  test('a name that is missing is made of the id, and told', () => {
    const { grids, problems } = withFirst({ properties: { code: 1, ward: 1 } });
    expect(grids).toBe(16);
    expect(problems).toMatchObject([
      { severity: 'note', at: 'feature 1', sentence: { en: 'has no called: it is called 1' } },
    ]);
  });

  test('positions that repeat and rings that enclose nothing are taken out, and told', () => {
    const [ring = []] = box(0, 0).coordinates;
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [ring[0], ...ring],
        [ring[0], ring[2], ring[2], ring[0]],
      ],
    };
    const { files, problems } = withFirst({ geometry });
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'note repeated-point',
      'note no-area',
    ]);
    expect(json(files, 'grids.geojson').features[0].geometry.coordinates).toEqual([[ring]]);
  });

  test('two names of a community that are one in a path make one community, and it is told', () => {
    const named = features.map((it, place) => ({
      ...it,
      properties: { ...it.properties, ward: place % 2 === 0 ? 'East/1' : 'East 1' },
    }));
    const { files, communities, problems } = buildPack({
      ...wish,
      grids: { type: 'FeatureCollection', features: named },
      communityField: 'ward',
    });
    expect(communities).toBe(1);
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'communities-merged', at: 'community East-1' },
    ]);
    expect(() => parseTown(json(files, 'town.json'))).not.toThrow();
  });

  test('a file with nothing to use makes no pack', () => {
    expect(buildPack({ ...wish, grids: { hello: 1 } })).toMatchObject({ files: {}, grids: 0 });
    expect(buildPack({ ...wish, idField: 'nothing' })).toMatchObject({ files: {}, grids: 0 });
  });

  test('micro-grids that overlap are used: a check of the pack says so', () => {
    const { grids, problems } = withFirst({ geometry: box(0.5, 0) });
    expect({ grids, problems }).toEqual({ grids: 16, problems: [] });
  });
});

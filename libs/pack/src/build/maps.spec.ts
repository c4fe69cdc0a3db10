/** Maps as offices draw them: what becomes of each, and that what was built is what a town can start with. */
import { describe, expect, test } from '@jest/globals';
import { problemsOfFiles } from '../check/whole-pack.js';
import { lineOf } from '../problem.js';
import { filesOf } from '../read/files.js';
import { parseGrids } from '../read/grids.js';
import { parseTown } from '../read/town.js';
import { buildPack, type Wish } from './build.js';
import { mapIn } from './map-file.js';

type Ring = number[][];
type Drawn = Readonly<{ type: 'Feature'; properties: object; geometry: unknown }>;

const box = (west: number, south: number, side = 0.01): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const feature = (id: string, geometry: unknown, more: object = {}): Drawn => ({
  type: 'Feature',
  properties: { id, name: `village ${id}`, ...more },
  geometry,
});
const polygon = (...rings: readonly Ring[]) => ({ type: 'Polygon', coordinates: rings });
const plain = (id: string, west: number, south: number) => feature(id, polygon(box(west, south)));

/** Three squares round the corner that the first feature fills. */
const neighbours = [plain('b', 119.01, 36), plain('c', 119, 36.01), plain('d', 119.01, 36.01)];
const collection = (features: readonly Drawn[], more: object = {}) => ({
  type: 'FeatureCollection',
  features,
  ...more,
});

const build = (map: unknown, more: Partial<Wish> = {}) => {
  const wish = { idField: 'id', nameField: 'name', zone: 'Asia/Shanghai', town: 'mu', ...more };
  const { files, grids, problems } = buildPack({ grids: map, ...wish });
  const said = (it: (typeof problems)[number]) => `${it.severity} ${it.code} ${it.at}`;
  if (grids === 0) return { grids, ids: [], found: problems.map(said), checked: [], land: [], problems };
  const read = filesOf(files);
  const drawn = parseGrids(read.grids, parseTown(read.town));
  return {
    grids,
    ids: drawn.map(({ id }) => id).sort(),
    land: drawn.map(({ land }) => land),
    found: problems.map(said),
    checked: problemsOfFiles(read, null)
      .filter(({ severity }) => severity !== 'note')
      .map(said),
    problems,
  };
};
const first = (geometry: unknown, more: object = {}) =>
  build(collection([feature('a', geometry, more), ...neighbours]));

const whole = { grids: 4, ids: ['a', 'b', 'c', 'd'], checked: [] };

describe('A geometry that means one thing only is used, and what was done to it is said', () => {
  const corner = box(119, 36);
  test.each([
    ['as it should be', polygon(corner), []],
    ['turning the other way', polygon([...corner].reverse()), []],
    ['with heights', polygon(corner.map((position) => [...position, 12.5])), []],
    ['not closed', polygon(corner.slice(0, 4)), ['note ring-closed feature a']],
    [
      'of two parts that are not closed',
      { type: 'MultiPolygon', coordinates: [[box(119, 36, 0.004).slice(0, 4)], [box(119.005, 36, 0.005)]] },
      ['note ring-closed feature a'],
    ],
    [
      'with each point twice',
      polygon(corner.flatMap((position) => [position, position])),
      ['note repeated-point feature a'],
    ],
    [
      'in a collection with its label',
      {
        type: 'GeometryCollection',
        geometries: [polygon(corner), { type: 'Point', coordinates: [119, 36] }],
      },
      ['note not-polygons feature a'],
    ],
    [
      'that crosses itself by a slip of the pen',
      polygon([
        ...corner.slice(0, 3),
        [119.005, 36.01],
        [119.0051, 36.0101],
        [119.005, 36.0101],
        [119.0051, 36.01],
        ...corner.slice(3),
      ]),
      ['warning crossing-mended feature a'],
    ],
  ])('%s', (_, geometry, found) => {
    expect(first(geometry)).toMatchObject({ ...whole, found });
  });
});

describe('A geometry that may mean several things, or nothing, is left out aloud', () => {
  const eight: Ring = [
    [119, 36],
    [119.01, 36.01],
    [119.01, 36],
    [119, 36.01],
    [119, 36],
  ];
  test.each([
    ['none at all', null, 'no-geometry'],
    ['no coordinates', { type: 'Polygon', coordinates: [] }, 'no-polygon'],
    ['a line', { type: 'LineString', coordinates: box(119, 36) }, 'no-polygon'],
    ['a collection without a polygon', { type: 'GeometryCollection', geometries: [] }, 'no-polygon'],
    ['an eight', polygon(eight), 'self-crossing'],
    [
      'a position without a number',
      polygon([
        [119, 36],
        ['x', 1],
        [119.01, 36.01],
        [119, 36],
      ] as Ring),
      'no-positions',
    ],
  ])('%s', (_, geometry, code) => {
    const { ids, found, checked } = first(geometry);
    expect({ ids, found, checked }).toEqual({
      ids: ['b', 'c', 'd'],
      found: [`mistake ${code} feature a`],
      checked: [],
    });
  });
});

describe('A lake or an enclave is no mistake', () => {
  const hole = box(119.003, 36.003, 0.004);
  test('as a hole with water in it', () => {
    expect(first(polygon(box(119, 36), [...hole].reverse()))).toMatchObject({ ...whole, found: [] });
  });

  test('as a hole with another area in it', () => {
    const features = [feature('a', polygon(box(119, 36), [...hole].reverse())), feature('e', polygon(hole))];
    expect(build(collection([...features, ...neighbours]))).toMatchObject({
      grids: 5,
      found: [],
      checked: [],
    });
  });
});

describe('Ids', () => {
  test('that are one when they are cleaned are both named', () => {
    const { ids, problems } = build(
      collection([feature('村 1', polygon(box(119, 36))), feature('村/1', polygon(box(119.01, 36)))]),
    );
    expect(ids).toEqual(['村-1']);
    expect(problems.map((it) => lineOf(it))).toEqual([
      'feature 村/1: was left out: its id becomes 村-1, as that of feature 村 1 does',
    ]);
  });

  test('of an exclave that is drawn as a feature of its own make one micro-grid of both', () => {
    const { ids, land, found } = build(collection([plain('a', 119, 36), plain('a', 119.03, 36)]));
    expect(ids).toEqual(['a']);
    expect(land[0]).toHaveLength(2);
    expect(found).toEqual(['note parts-joined feature a']);
  });
});

test('A net that is none is said, and a Chinese name of one is understood', () => {
  expect(first(polygon(box(119, 36)), { net: 'Water' }).found).toEqual(['warning unknown-net feature a']);
  expect(first(polygon(box(119, 36)), { net: '生活网' }).found).toEqual([]);
});

test('A name of more than a hundred characters is cut aloud, so that a town can start', () => {
  expect(first(polygon(box(119, 36)), { name: '村'.repeat(101) })).toMatchObject({
    ...whole,
    found: ['note name-cut feature a'],
  });
});

describe('The datum of a map', () => {
  const metres = (easting: number) =>
    collection([
      feature('a', polygon(box(easting, 4_000_000, 1_000))),
      feature('b', polygon(box(easting + 1_000, 4_000_000, 1_000))),
    ]);
  const declaring = (map: object, name: string) => ({ ...map, crs: { type: 'name', properties: { name } } });
  const westOf = (land: readonly number[][][][][]) => land[0]?.[0]?.[0]?.[0];

  test('that it declares is heeded, and what is written is in WGS 84', () => {
    const built = build(declaring(metres(500_000), 'urn:ogc:def:crs:EPSG::4549'));
    expect(built).toMatchObject({ grids: 2, found: ['note converted '], checked: [] });
    const [lon = 0, lat = 0] = westOf(built.land) ?? [];
    expect(lon).toBeCloseTo(120, 7);
    expect(lat).toBeCloseTo(36.130_293, 5);
  });

  test('that somebody names is heeded where the map says nothing, or knows no better', () => {
    expect(build(metres(40_500_000), { datum: 'EPSG:4528' })).toMatchObject({ grids: 2, checked: [] });
    const squares = collection([plain('a', 119, 36), plain('b', 119.01, 36)]);
    const told = build(squares, { datum: 'GCJ-02' });
    expect(build(declaring(squares, 'urn:ogc:def:crs:OGC:1.3:CRS84'), { datum: 'gcj02' })).toEqual(told);
    const [lon = 0, lat = 0] = westOf(told.land) ?? [];
    // In the east of China GCJ-02 lies some 500 m to the east of WGS 84.
    expect(119 - lon).toBeGreaterThan(0.004);
    expect(Math.abs(36 - lat)).toBeLessThan(0.002);
  });

  test.each([
    ['metres without a word', metres(500_000), undefined, /metres of a projection.*its datum must be named/],
    ['another numbering of zones', metres(40_500_000), 'EPSG:4549', /did you mean EPSG:4528/],
    [
      'two that disagree',
      declaring(metres(500_000), 'EPSG:4549'),
      'BD09',
      /itself says EPSG:4549, and not BD09/,
    ],
    [
      'one that nobody knows',
      declaring(metres(500_000), 'our own grid'),
      undefined,
      /our own grid is no datum/,
    ],
    ['one that nobody knows by name', metres(500_000), 'somewhere', /somewhere is no datum/],
    ['one without public parameters', declaring(metres(500_000), 'EPSG:2385'), undefined, /Xian 1980/],
    [
      'a link to nowhere',
      { ...metres(1), crs: { type: 'link', properties: { href: 'x.prj' } } },
      undefined,
      /x\.prj/,
    ],
  ])('that is wrong is refused: %s', (_, map, datum, sentence) => {
    const built = build(map, datum === undefined ? {} : { datum });
    expect(built.grids).toBe(0);
    expect(built.problems.map((it) => lineOf(it)).join()).toMatch(sentence);
  });
});

test('A pack whose town.json names its datum has its map and its places in it', () => {
  const { files } = buildPack({
    grids: collection([plain('a', 119, 36), plain('b', 119.01, 36)]),
    idField: 'id',
    nameField: 'name',
    zone: 'Asia/Shanghai',
    town: 'mu',
  });
  const { town, grids } = filesOf(files);
  const inGcj = parseTown({
    ...(town as object),
    datum: '火星坐标',
    outside: [{ lat: 36.005, lon: 119.005 }],
  });
  expect(inGcj.outside[0]?.lon).toBeLessThan(119);
  expect(parseGrids(grids, inGcj)[0]?.land[0]?.[0]?.[0]?.[0]).toBeLessThan(118.996);
  expect(() => parseTown({ ...(town as object), datum: 'Mars' })).toThrow(
    'town.json: datum: Mars is no datum',
  );
});

describe('A file', () => {
  const text = JSON.stringify({ name: '村' });
  test.each([
    ['UTF-8', Buffer.from(text), []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), []],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), ['encoding']],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), ['encoding']],
    [
      'GBK',
      Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xb4, 0xe5]), Buffer.from('"}')]),
      ['encoding'],
    ],
  ])('in %s is read', (_, bytes, codes) => {
    const { map, problems } = mapIn(bytes);
    expect({ map, codes: problems.map(({ code }) => code) }).toEqual({ map: { name: '村' }, codes });
  });

  test.each([
    ['no JSON', Buffer.from('{\n  "type": oops }'), 'it is not JSON: it breaks at line 2, column 11'],
    ['no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xff]), 'encoding'],
    ['nothing', Buffer.from(''), 'it is not JSON: it breaks at line 1, column 1'],
  ])('with %s is none', (_, bytes, sentence) => {
    expect(
      mapIn(bytes)
        .problems.map((it) => lineOf(it))
        .join(),
    ).toContain(sentence);
  });
});

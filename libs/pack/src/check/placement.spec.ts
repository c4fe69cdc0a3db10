import { describe, expect, test } from '@jest/globals';
import type { Land } from '../geometry/plane.js';
import type { Net } from '../words.js';
import { placementWarnings } from './placement.js';
import { parseTown } from '../read/town.js';

const town = parseTown({
  town: 'mu',
  name: { zh: '牟', en: 'Mu' },
  zone: 'Asia/Shanghai',
  areas: [{ path: 'mu/c1' }],
});

/** Cells of about a kilometre, near 120° E, 36° N. */
const box = (west: number, south: number, east: number, north: number): Land => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ].map(([x = 0, y = 0]) => [120 + x / 100, 36 + y / 100]),
  ],
];
const cell = (column: number, row: number): Land => box(column, row, column + 1, row + 1);
const swapped = (land: Land): Land =>
  land.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [y, x])));

const grid = (id: string, land: Land, path = 'c1/v1/g1', net: Net = 'life') => ({
  id,
  name: { en: id, zh: id },
  net,
  area: `mu/${path}/${id}`,
  land,
});
const nine = Array.from({ length: 9 }, (_, place) =>
  grid(`m${place + 1}`, cell(place % 3, Math.floor(place / 3)), `c1/v1/g${Math.floor(place / 3) + 1}`),
);
const lines = (grids: Parameters<typeof placementWarnings>[0], change: object = {}) =>
  placementWarnings(grids, { ...town, ...change }).map(
    ({ severity, code, at, sentence }) => `${severity} ${code} ${at}: ${sentence.en}`,
  );

test('Micro-grids that lie together and where their paths say have nothing to be found', () => {
  expect(lines(nine)).toEqual([]);
});

describe('A micro-grid far from all the others', () => {
  test('is named with its place and how far', () => {
    const [far, ...more] = lines([...nine, grid('m10', cell(1_000, 0))]);
    expect(more).toEqual([]);
    expect(far).toMatch(
      /^warning far-off feature m10: lies 8\d\d km from the middle of the others, near 36\.00500/,
    );
  });

  test('may have latitude and longitude swapped, where both are degrees that there are', () => {
    // In the south of Europe both orders are places on earth.
    const there = (land: Land): Land =>
      land.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x - 100, y + 5])));
    const moved = nine.map((it) => ({ ...it, land: there(it.land) }));
    const [, ...rest] = moved;
    const first = { ...nine[0], land: swapped(there(cell(0, 0))) } as (typeof nine)[number];
    const [far] = lines([first, ...rest], { zone: 'Europe/Rome' });
    expect(far).toMatch(/^warning far-off feature m1: .* seem to be swapped there$/);
  });

  test('of two is told where they cannot be one town', () => {
    expect(lines([grid('m1', cell(0, 0)), grid('m2', cell(2, 0))])).toEqual([]);
    expect(lines([grid('m1', cell(0, 0)), grid('m2', cell(3_000, 0))]).join()).toMatch(/far-off/);
  });
});

describe('A whole map elsewhere on earth than its zone', () => {
  test('is told where latitude and longitude swapped explain it', () => {
    const boston = nine.map((it) => ({
      ...it,
      land: it.land.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [y + 6, x - 191]))),
    }));
    const [line, ...more] = lines(boston, { zone: 'America/New_York' });
    expect(more).toEqual([]);
    expect(line).toMatch(/^warning swapped : the map lies near -70\.9.*seem to be swapped$/);
  });

  test('is not told otherwise: who knows what for', () => {
    expect(lines(nine, { zone: 'UTC' })).toEqual([]);
    expect(lines(nine, { zone: 'America/Lima' })).toEqual([]);
  });
});

describe('A micro-grid that its path puts somewhere else', () => {
  test('is told where it lies beside others and far from its own', () => {
    const wrong = nine.map((it) => (it.id === 'm9' ? { ...it, area: 'mu/c1/v1/g1/m9' } : it));
    const [line, ...more] = lines(wrong);
    expect(more).toEqual([]);
    expect(line).toMatch(
      /^warning outside-its-area feature m9 area: lies 1,112 m from the rest of mu\/c1\/v1\/g1, beside m\d, near/,
    );
  });

  test('may be an island', () => {
    expect(lines([...nine, grid('m10', cell(5, 5), 'c1/v1/g1')])).toEqual([]);
  });
});

describe('An enterprise or a market', () => {
  test('lies in the town and in its own grid', () => {
    expect(lines([...nine, grid('k1', box(0.2, 0.2, 1.8, 0.8), 'c1/v1/g1', 'production')])).toEqual([]);
  });

  test('that sticks out of the town is told with how much of it', () => {
    const [line, ...more] = lines([...nine, grid('k1', box(-0.5, 0.2, 0.5, 0.8), 'c1/v1/g1', 'production')]);
    expect(more).toEqual([]);
    expect(line).toMatch(
      /^warning outside-town feature k1: 30\d,\d\d\d m² of it lie where there is no micro-grid/,
    );
  });

  test('that lies in another grid than its path says is told', () => {
    expect(lines([...nine, grid('k1', box(0.2, 2.2, 0.8, 2.8), 'c1/v1/g1', 'commerce')])).toEqual([
      expect.stringMatching(
        /^warning outside-its-area feature k1 area: lies for the most part outside of mu\/c1\/v1\/g1/,
      ),
    ]);
  });
});

test('A place that is named as nobody’s and lies in a micro-grid is told', () => {
  const outside = [{ lat: 36.005, lon: 120.005 }];
  const [problem] = placementWarnings(nine, { ...town, outside });
  expect(problem).toMatchObject({ file: 'town.json', at: 'outside.0', code: 'outside-is-land' });
});

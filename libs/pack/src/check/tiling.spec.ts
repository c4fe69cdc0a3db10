import { describe, expect, test } from '@jest/globals';
import type { Land, Point } from '../geometry/plane.js';
import type { Net } from '../words.js';
import { tilingProblems } from './tiling.js';

type Corner = [number, number];

/** Near the equator, where a thousandth of a degree is 111 m both ways: a cell is a square of 1,112 m. */
const ring = (...corners: Corner[]): Corner[] => {
  const scaled = corners.map(([x, y]): Corner => [x / 100, y / 100]);
  const [first = [0, 0]] = scaled;
  return [...scaled, first];
};
const box = (west: number, south: number, east: number, north: number): Corner[] =>
  ring([west, south], [east, south], [east, north], [west, north]);
const cell = (column: number, row: number): Land => [[box(column, row, column + 1, row + 1)]];
const cellArea = 1_111.95 ** 2;

const grid = (id: string, land: Land, net: Net = 'life') => ({
  id,
  name: { en: id, zh: id },
  net,
  area: `mu/c1/v1/g1/${id}`,
  land,
});

/** m1, m2 … in the order they are named. */
const found = (lands: readonly Land[], outside: readonly Point[] = []) =>
  tilingProblems(
    lands.map((land, place) => grid(`m${place + 1}`, land)),
    outside,
  );
const codes = (lands: readonly Land[]) => found(lands).map(({ severity, code }) => `${severity} ${code}`);

describe('Micro-grids that tile a town', () => {
  test('share their corners, and nothing is found', () => {
    expect(found([cell(0, 0), cell(1, 0), [[box(0, 1, 2, 2)]]])).toEqual([]);
  });

  test('may meet where one has a corner and the other none', () => {
    expect(found([[[box(0, 0, 2, 1)]], cell(0, 1), cell(1, 1)])).toEqual([]);
  });

  test('may lie round each other', () => {
    const frame: Land = [[box(0, 0, 3, 3), [...box(1, 1, 2, 2)].reverse()]];
    expect(found([frame, cell(1, 1)])).toEqual([]);
  });

  test('may leave a bay that opens to the outside', () => {
    const horseshoe: Land = [[ring([0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3])]];
    expect(found([horseshoe])).toEqual([]);
    expect(found([cell(0, 0), cell(1, 0), cell(2, 0), cell(0, 1), cell(2, 1)])).toEqual([]);
  });

  test('may be islands with water between them', () => {
    expect(found([cell(0, 0), cell(5, 0), cell(2, 3)])).toEqual([]);
    expect(found([cell(0, 0), [[box(1.2, 0, 2.2, 1)]]])).toEqual([]);
  });

  test('may lie over those of other nets, and enterprises need not fill the town', () => {
    const over = [
      grid('k1', [[box(0.2, 0.2, 0.4, 0.8)]], 'commerce'),
      grid('k2', [[box(0.42, 0.2, 0.6, 0.8)]], 'commerce'),
    ];
    expect(tilingProblems([grid('m1', cell(0, 0)), ...over], [])).toEqual([]);
  });
});

describe('An overlap', () => {
  test('is measured, placed and named', () => {
    const [overlap, ...more] = found([[[box(0, 0, 2, 1)]], [[box(1, 0, 3, 1)]]]);
    expect(more).toEqual([]);
    expect(overlap).toMatchObject({ severity: 'mistake', code: 'overlap', at: 'feature m1, m2' });
    expect((overlap?.squareMetres ?? 0) / cellArea).toBeCloseTo(1, 3);
    expect(overlap?.place?.lon).toBeCloseTo(0.015, 6);
    expect(overlap?.sentence.en).toMatch(/overlap by 1,236,\d\d\d m² near 0.00500, 0.01500/);
    expect(overlap?.sentence.zh).toMatch(/重叠 1,236,\d\d\d 平方米，位于 0.00500, 0.01500 附近/);
  });

  test('of two that are the same is named as that', () => {
    expect(codes([cell(0, 0), cell(0, 0)])).toEqual(['mistake same-land']);
  });

  test('is found where one lies within the other, touching nothing or a corner', () => {
    expect(codes([cell(0, 0), [[box(0.4, 0.4, 0.6, 0.6)]]])).toEqual(['mistake overlap']);
    expect(codes([cell(0, 0), [[box(0, 0, 0.5, 0.5)]]])).toEqual(['mistake overlap']);
    expect(codes([cell(0, 0), [[ring([0, 0], [0.6, 0.5], [0.5, 0.6])]]])).toEqual(['mistake overlap']);
  });

  test('that is thinner than what lines could sample is found', () => {
    const wide: Land[] = Array.from({ length: 40 }, (_, row) => cell(0, row));
    // 2.2 m over a border of 1,112 m, in a town 44 km long.
    expect(codes([...wide, [[box(0.998, 0, 2, 1)]]])).toEqual(['warning overlap']);
  });

  test('of two of one enterprise net is one, whatever lies below', () => {
    const over = [
      grid('k1', [[box(0.2, 0.2, 0.6, 0.8)]], 'production'),
      grid('k2', [[box(0.4, 0.2, 0.8, 0.8)]], 'production'),
    ];
    expect(tilingProblems([grid('m1', cell(0, 0)), ...over], [])).toMatchObject([
      { code: 'overlap', at: 'feature k1, k2' },
    ]);
  });
});

describe('A gap', () => {
  test('between two neighbours that is open to the outside is named with both, its place and its size', () => {
    const east: Land = [[box(1.04, 0, 2.04, 1)]];
    const [gap, ...more] = found([cell(0, 0), east, cell(0, 1), cell(1, 1)]);
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ severity: 'mistake', code: 'gap', at: 'feature m1, m2' });
    expect((gap?.squareMetres ?? 0) / cellArea).toBeCloseTo(0.04, 3);
    expect(gap?.sentence.en).toMatch(
      /m1, m2 leave a gap of 49,\d\d\d m², about 43 m wide, near 0.00500, 0.01020/,
    );
    expect(gap?.sentence.zh).toMatch(/m1、m2 之间有空隙，面积 49,\d\d\d 平方米/);
  });

  test('open at both ends is one', () => {
    expect(codes([cell(0, 0), [[box(1.05, 0, 2, 1)]]])).toEqual(['mistake gap']);
  });

  test('like a wedge is one', () => {
    expect(codes([cell(0, 0), [[ring([1.06, 0], [2, 0], [2, 1], [1, 1])]]])).toEqual(['mistake gap']);
  });

  test('through the whole town names all whom it divides', () => {
    const rows = [0, 1, 2, 3].flatMap((row) => [cell(0, row), [[box(1.03, row, 2, row + 1)]] as Land]);
    const [gap, ...more] = found(rows);
    expect(more).toEqual([]);
    expect(gap?.at).toBe('feature m1, m2, m3, m4, m5, m6, m7, m8');
    expect(gap?.sentence.en).toContain('m1, m2, m3, m4, m5, m6 and 2 more leave a gap');
  });

  test('that the town surrounds is one where it is a strip', () => {
    const lands: Land[] = [
      [[box(0, 0, 3, 1)]],
      [[box(0, 1.05, 3, 2)]],
      [[box(-1, 0, 0, 2)]],
      [[box(3, 0, 4, 2)]],
    ];
    expect(found(lands)).toMatchObject([{ severity: 'mistake', code: 'gap', at: 'feature m1, m2, m3, m4' }]);
  });

  test('that is small for a micro-grid and no sliver is a warning', () => {
    expect(codes([cell(0, 0), [[box(1.004, 0, 2, 1)]]])).toEqual(['warning gap']);
  });

  test('in the land of one micro-grid is none', () => {
    expect(
      codes([[[ring([0, 0], [2, 0], [2, 1], [1.02, 1], [1.02, 0.1], [1, 0.1], [1, 1], [0, 1])]]]),
    ).toEqual([]);
  });
});

describe('Land that the town surrounds and that is nobody’s', () => {
  const round = [
    [0, 0],
    [1, 0],
    [2, 0],
    [0, 1],
    [2, 1],
    [0, 2],
    [1, 2],
    [2, 2], // prettier-ignore
  ].map(([column = 0, row = 0]) => cell(column, row));
  const lakeside: Land = [[box(0, 0, 1, 1), [...box(0.4, 0.4, 0.7, 0.6)].reverse()]];

  test('is no mistake: it may be a lake or an enclave; its size and place are told', () => {
    const [lake, ...more] = found(round);
    expect(more).toEqual([]);
    expect(lake).toMatchObject({ severity: 'warning', code: 'surrounded-land' });
    expect((lake?.squareMetres ?? 0) / cellArea).toBeCloseTo(1, 3);
    expect(lake?.place).toMatchObject({ lat: expect.closeTo(0.015, 6), lon: expect.closeTo(0.015, 6) });
    // A hole in one micro-grid was drawn by somebody.
    expect(codes([lakeside])).toEqual(['note hole']);
  });

  test('is nothing at all where the pack names a place in it', () => {
    expect(found(round, [{ lat: 0.012, lon: 0.018 }])).toEqual([]);
    expect(found([lakeside], [{ lat: 0.005, lon: 0.005 }])).toEqual([]);
    expect(found(round, [{ lat: 0.5, lon: 0.5 }])).toHaveLength(1);
  });
});

describe('A sliver', () => {
  test('thinner than a metre is tolerated, and counted with its place', () => {
    // 0.55 m over a border of 1,112 m.
    const [note, ...more] = found([cell(0, 0), [[box(0.9995, 0, 2, 1)]], cell(0, 1), cell(1, 1)]);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ severity: 'note', code: 'slivers', at: 'net life' });
    expect(note?.sentence.en).toMatch(/^tolerated: 1 sliver \(61\d m² in all\).*near 0.00500, 0.01000/);
  });

  test('smaller than the floor of a house is one in any form', () => {
    const notch: Land = [[ring([0, 0], [1, 0], [1, 0.5], [0.996, 0.503], [1, 0.506], [1, 1], [0, 1])]];
    expect(codes([notch, cell(1, 0)])).toEqual(['note slivers']);
  });

  test('thinner than a metre and larger than 2,000 m² is none', () => {
    const long: Land = [[box(0, 0, 1, 3)]];
    expect(codes([long, [[box(0.9994, 0, 2, 3)]]])).toEqual(['warning overlap']);
  });
});

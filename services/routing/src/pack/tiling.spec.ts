import { describe, expect, test } from '@jest/globals';
import type { Land } from '../domain/territory.js';
import { landOf } from './land.js';
import { flawsOf, squareMetresOf } from './tiling.js';

type Corner = [number, number];

/** Near the equator, where a thousandth of a degree is 111 m both ways. */
const ring = (...corners: Corner[]): Corner[] => {
  const scaled = corners.map(([x, y]): Corner => [x / 1_000, y / 1_000]);
  const [first = [0, 0]] = scaled;
  return [...scaled, first];
};
const box = (west: number, south: number, east: number, north: number): Corner[] =>
  ring([west, south], [east, south], [east, north], [west, north]);
const land = (...rings: Corner[][]): Land => [rings];
const cell = 111.195 ** 2;

describe('What a polygon must be', () => {
  const mistakesIn = (geometry: unknown) => landOf(geometry).mistakes.map(({ en }) => en);
  const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });

  test('a closed ring that goes round something is land', () => {
    expect(mistakesIn(polygon(box(0, 0, 1, 1)))).toEqual([]);
    expect(landOf(polygon(box(0, 0, 1, 1))).land).toEqual([[box(0, 0, 1, 1)]]);
  });

  test('heights are left out: they say nothing about whose land it is', () => {
    const high = box(0, 0, 1, 1).map((corner) => [...corner, 250]);
    expect(landOf(polygon(high)).land).toEqual([[box(0, 0, 1, 1)]]);
  });

  test.each([
    ['no geometry', null, 'has no geometry'],
    ['a point', { type: 'Point', coordinates: [1, 2] }, 'is no Polygon'],
    ['no coordinates', { type: 'Polygon' }, 'is no Polygon'],
    ['a ring that is not closed', polygon(box(0, 0, 1, 1).slice(0, 4)), 'not closed'],
    ['two corners', polygon([[0, 0], [1, 1], [0, 0]]), 'fewer than four'], // prettier-ignore
    ['a line there and back', polygon(ring([0, 0], [1, 1], [2, 2], [1, 1])), 'encloses nothing'],
    ['a figure of eight', polygon(ring([0, 0], [2, 2], [2, 0], [0, 3])), 'crosses itself'],
    ['a place off the earth', polygon([[200, 0], [201, 0], [201, 1], [200, 0]]), 'leaves the earth'], // prettier-ignore
    ['words for numbers', polygon([['a', 'b']]), 'no list of positions'],
    ['a number that is none', polygon([[0, 0], [1, Number.NaN], [1, 1], [0, 0]]), 'no list of positions'], // prettier-ignore
    ['no ring at all', { type: 'MultiPolygon', coordinates: [[]] }, 'has no ring'],
  ])('%s is refused', (_, geometry, mistake) => {
    expect(mistakesIn(geometry).join()).toContain(mistake);
    expect(landOf(geometry).land).toBeNull();
  });

  test('a ring that touches itself in a corner is land: real borders do', () => {
    expect(mistakesIn(polygon(ring([0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1])))).toEqual([]);
  });

  test('every mistake is named with its ring', () => {
    const parts = [[box(0, 0, 1, 1)], [box(2, 0, 3, 1), box(0, 0, 1, 1).slice(0, 4)]];
    expect(mistakesIn({ type: 'MultiPolygon', coordinates: parts })).toEqual([
      'part 2, ring 2 is not closed: it does not end where it began',
    ]);
  });
});

describe('Whether micro-grids tile a town', () => {
  const flaws = (...tiles: Land[]) => flawsOf(tiles.map((it, place) => ({ id: `m${place + 1}`, land: it })));

  test('neighbours that share their corners have no flaw', () => {
    expect(flaws(land(box(0, 0, 1, 1)), land(box(1, 0, 2, 1)), land(box(0, 1, 2, 2)))).toEqual([]);
  });

  test('an overlap is measured, placed and named', () => {
    const [overlap, ...more] = flaws(land(box(0, 0, 2, 1)), land(box(1, 0, 3, 1)));
    expect(more).toEqual([]);
    expect(overlap).toMatchObject({ kind: 'overlap', ids: ['m1', 'm2'] });
    expect((overlap?.squareMetres ?? 0) / cell).toBeCloseTo(1, 2);
    expect(overlap?.lon).toBeCloseTo(0.0015, 5);
  });

  test('the same polygon twice overlaps wholly', () => {
    expect((flaws(land(box(0, 0, 1, 1)), land(box(0, 0, 1, 1)))[0]?.squareMetres ?? 0) / cell).toBeCloseTo(
      1,
      2,
    );
  });

  test('a hole that nobody fills is a gap; one that somebody fills is none', () => {
    const frame = land(box(0, 0, 3, 3), box(1, 1, 2, 2));
    const [gap, ...more] = flaws(frame);
    expect(more).toEqual([]);
    expect(gap).toMatchObject({ kind: 'gap', ids: [] });
    expect((gap?.squareMetres ?? 0) / cell).toBeCloseTo(1, 2);
    expect(flaws(frame, land(box(1, 1, 2, 2)))).toEqual([]);
  });

  test('a bay that opens to the outside is no gap', () => {
    const horseshoe = land(ring([0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3]));
    expect(flaws(horseshoe)).toEqual([]);
    const lying = land(ring([0, 0], [3, 0], [3, 1], [1, 1], [1, 2], [3, 2], [3, 3], [0, 3]));
    expect(flaws(lying)).toEqual([]);
  });

  test('two towns with water between them have no gap', () => {
    expect(flaws(land(box(0, 0, 1, 1)), land(box(5, 0, 6, 1)), land(box(2, 3, 3, 4)))).toEqual([]);
  });

  test('land is measured without its holes, whichever way its rings turn', () => {
    expect(squareMetresOf(land(box(0, 0, 3, 3), box(1, 1, 2, 2))) / cell).toBeCloseTo(8, 3);
    expect(squareMetresOf(land([...box(0, 0, 1, 1)].reverse())) / cell).toBeCloseTo(1, 3);
  });
});

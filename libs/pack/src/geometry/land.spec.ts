import { describe, expect, test } from '@jest/globals';
import { landOf } from './land.js';
import { landArea } from './plane.js';

type Corner = [number, number];

/** Near the equator, where a thousandth of a degree is 111 m both ways. */
const ring = (...corners: Corner[]): Corner[] => {
  const scaled = corners.map(([x, y]): Corner => [x / 1_000, y / 1_000]);
  const [first = [0, 0]] = scaled;
  return [...scaled, first];
};
const box = (west: number, south: number, east: number, north: number): Corner[] =>
  ring([west, south], [east, south], [east, north], [west, north]);
const clockwise = (corners: Corner[]): Corner[] => [...corners].reverse();
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const parts = (...polygons: unknown[][]) => ({ type: 'MultiPolygon', coordinates: polygons });
const cell = 111.195 ** 2;

const found = (geometry: unknown) => landOf(geometry).findings;
const codes = (geometry: unknown) => found(geometry).map(({ severity, code }) => `${severity} ${code}`);

describe('Land', () => {
  test('is what a closed ring goes round', () => {
    expect(landOf(polygon(box(0, 0, 1, 1)))).toEqual({ land: [[box(0, 0, 1, 1)]], findings: [] });
  });

  test('has no heights: they say nothing about whose land it is', () => {
    const high = box(0, 0, 1, 1).map((corner) => [...corner, 250]);
    expect(landOf(polygon(high)).land).toEqual([[box(0, 0, 1, 1)]]);
  });

  test('may touch itself in a corner: real borders do', () => {
    expect(codes(polygon(ring([0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1])))).toEqual([]);
  });

  test('may turn either way, and have holes that turn the other way', () => {
    expect(codes(polygon(box(0, 0, 3, 3), clockwise(box(1, 1, 2, 2))))).toEqual([]);
    expect(codes(polygon(clockwise(box(0, 0, 3, 3)), box(1, 1, 2, 2)))).toEqual([]);
  });

  test('may have parts that lie beside each other, and one within the hole of another', () => {
    expect(codes(parts([box(0, 0, 1, 1)], [box(1, 0, 2, 1)], [box(5, 5, 6, 6)]))).toEqual([]);
    const frame = [box(0, 0, 3, 3), clockwise(box(1, 1, 2, 2))];
    expect(codes(parts(frame, [box(1.2, 1.2, 1.8, 1.8)]))).toEqual([]);
  });

  test('is measured without its holes, whichever way its rings turn', () => {
    expect(landArea([[box(0, 0, 3, 3), box(1, 1, 2, 2)]]) / cell).toBeCloseTo(8, 3);
    expect(landArea([[clockwise(box(0, 0, 1, 1))]]) / cell).toBeCloseTo(1, 3);
  });
});

describe('No land is', () => {
  test.each([
    ['no geometry', null, 'no-geometry', 'has no geometry'],
    ['a point', { type: 'Point', coordinates: [1, 2] }, 'no-polygon', 'is no Polygon'],
    ['no coordinates', { type: 'Polygon' }, 'no-polygon', 'is no Polygon'],
    [
      'a ring that is not closed',
      polygon(box(0, 0, 1, 1).slice(0, 4)),
      'not-closed',
      'part 1, ring 1 is not closed',
    ],
    [
      'two corners',
      polygon([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
      'too-few-points',
      'fewer than four',
    ],
    ['a line there and back', polygon(ring([0, 0], [1, 1], [2, 2], [1, 1])), 'no-area', 'encloses nothing'],
    [
      'one corner four times',
      polygon([
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
      'no-area',
      'encloses nothing',
    ],
    ['next to no area', polygon(ring([0, 0], [1, 0], [1, 0.000_05])), 'no-area', 'encloses nothing: 0.31 m²'],
    [
      'a place off the earth',
      polygon([
        [200, 0],
        [201, 0],
        [201, 1],
        [200, 0],
      ]),
      'off-earth',
      'leaves the earth at [200, 0]',
    ],
    [
      'latitude before longitude',
      polygon([
        [36, 119],
        [36, 120],
        [37, 120],
        [36, 119],
      ]),
      'off-earth',
      'seem to be swapped',
    ],
    [
      'metres of a projection',
      polygon([
        [4e7, 4e6],
        [4.1e7, 4e6],
        [4.1e7, 4.1e6],
        [4e7, 4e6],
      ]),
      'off-earth',
      'metres of a projection',
    ],
    [
      'a ring across the antimeridian',
      polygon([
        [179, 0],
        [-179, 0],
        [-179, 1],
        [179, 1],
        [179, 0],
      ]),
      'antimeridian',
      'RFC 7946',
    ],
    ['words for numbers', polygon([['a', 'b']]), 'no-positions', 'no list of positions'],
    [
      'a number that is none',
      polygon([
        [0, 0],
        [1, Number.NaN],
        [1, 1],
        [0, 0],
      ]),
      'no-positions',
      'no list of positions',
    ],
    ['no ring at all', parts([]), 'no-ring', 'has no ring'],
    [
      'a hole as large as its ring',
      polygon(box(0, 0, 1, 1), clockwise(box(0, 0, 1, 1))),
      'no-area',
      'its holes leave nothing',
    ],
  ])('%s', (_, geometry, code, sentence) => {
    // prettier-ignore
    expect(landOf(geometry).land).toBeNull();
    const mistakes = found(geometry).filter(({ severity }) => severity === 'mistake');
    expect(mistakes[0]).toMatchObject({ code });
    expect(mistakes[0]?.sentence.en).toContain(sentence);
    expect(mistakes[0]?.sentence.zh).toMatch(/\p{Script=Han}/u);
  });

  test('a figure of eight, which is named with the place where it crosses itself', () => {
    const [crossing] = found(polygon(ring([0, 0], [2, 2], [2, 0], [0, 2])));
    expect(crossing).toMatchObject({ code: 'self-crossing', severity: 'mistake' });
    expect(crossing?.where.place?.lat).toBeCloseTo(0.001, 9);
    expect(crossing?.where.place?.lon).toBeCloseTo(0.001, 9);
  });

  test('a figure of eight that crosses itself exactly in a corner', () => {
    expect(codes(polygon(ring([0, 0], [1, 1], [2, 2], [2, 0], [1, 1], [0, 2.5])))).toEqual([
      'mistake self-crossing',
    ]);
    expect(codes(polygon(ring([0, 0], [2, 2], [2, 0], [1, 1], [0, 2.5])))).toEqual(['mistake self-crossing']);
  });

  test('every mistake is named with its ring', () => {
    const two = parts([box(0, 0, 1, 1)], [box(2, 0, 3, 1), box(0, 0, 1, 1).slice(0, 4)]);
    expect(found(two).map(({ sentence }) => sentence.en)).toEqual([
      'part 2, ring 2 is not closed: it does not end where it began',
    ]);
  });
});

describe('Land with a flaw that leaves it land', () => {
  const one = (geometry: unknown) => {
    const { land, findings } = landOf(geometry);
    expect(land).not.toBeNull();
    expect(findings).toHaveLength(1);
    return findings[0];
  };

  test('a spike is named with its tip and its length', () => {
    const spike = one(polygon(ring([0, 0], [2, 0], [2, 2], [4, 4], [2, 2], [0, 2])));
    expect(spike).toMatchObject({ severity: 'warning', code: 'spike' });
    expect(spike?.where.place).toEqual({ lat: 0.004, lon: 0.004 });
    expect(spike?.where.metres).toBeCloseTo(111.195 * Math.hypot(2, 2), 0);
  });

  test.each([
    ['over several corners', ring([0, 0], [2, 0], [2, 2], [3, 2.5], [4, 4], [3, 2.5], [2, 2], [0, 2]), 4],
    ['into the land', ring([0, 0], [2, 0], [2, 2], [1, 1], [2, 2], [0, 2]), 1],
    [
      'that does not quite come back to where it began',
      ring([0, 0], [2, 0], [2, 2], [4, 2], [2, 2.005], [0, 2.005]),
      4,
    ],
    ['from the first corner of the ring', ring([0, 0], [2, 0], [2, 2], [0, 2], [0, 0], [-2, -2]), -2],
    ['that comes back along only a part of its way', ring([0, 0], [2, 0], [2, 4], [2, 2], [0, 2]), 2],
  ])('a spike %s is one, too', (_, corners, lon) => {
    const spike = one(polygon(corners));
    expect(spike).toMatchObject({ code: 'spike' });
    expect(spike?.where.place?.lon).toBeCloseTo(lon / 1_000, 6);
  });

  test('a finger that is blunt and encloses next to nothing is a spike', () => {
    expect(
      one(polygon(ring([0, 0], [2, 0], [2, 1], [4, 1], [4, 1.003], [2, 1.003], [2, 2], [0, 2]))),
    ).toMatchObject({
      code: 'spike',
      where: { metres: expect.closeTo(2 * 111.195, 0) },
    });
  });

  test('a sharp corner that goes round something is none', () => {
    expect(codes(polygon(ring([0, 0], [10, 0], [10, 0.2])))).toEqual([]);
  });

  test.each([
    [
      'positions that repeat the one before',
      polygon(ring([0, 0], [1, 0], [1, 0], [1, 1], [1, 1], [0, 1])),
      'repeated-point',
      'has 2 positions repeated at once',
    ],
    [
      'a hole that touches its ring in a point',
      polygon(box(0, 0, 3, 3), clockwise(ring([0, 1], [1, 0.5], [1, 1.5]))),
      'hole-touches',
      'in a point',
    ],
    [
      'a hole that touches its ring along a line',
      polygon(box(0, 0, 3, 3), clockwise(box(0, 1, 1, 2))),
      'hole-touches',
      'along 111 m',
    ],
    [
      'a hole that turns as its ring does',
      polygon(box(0, 0, 3, 3), box(1, 1, 2, 2)),
      'hole-same-turn',
      'turns the same way',
    ],
    [
      'a hole of no area',
      polygon(box(0, 0, 3, 3), ring([1, 1], [2, 2], [1, 1])),
      'no-area',
      'part 1, ring 2 encloses nothing',
    ],
    [
      'a further part of no area',
      parts([box(0, 0, 3, 3)], [ring([5, 5], [6, 6], [5, 5])]),
      'no-area',
      'part 2, ring 1 encloses nothing',
    ],
    [
      'parts that overlap',
      parts([box(0, 0, 2, 2)], [box(1, 0, 3, 2)]),
      'parts-overlap',
      'part 1 and part 2 overlap by 24,729 m²',
    ],
    [
      'one part twice',
      parts([box(0, 0, 2, 2)], [box(0, 0, 2, 2)]),
      'part-nested',
      'part 2 lies within part 1',
    ],
    [
      'a part within a larger one',
      parts([box(1, 1, 2, 2)], [box(0, 0, 3, 3)]),
      'part-nested',
      'part 1 lies within part 2',
    ],
  ])('%s', (_, geometry, code, sentence) => {
    // prettier-ignore
    expect(one(geometry)).toMatchObject({ severity: 'warning', code });
    expect(one(geometry)?.sentence.en).toContain(sentence);
    expect(one(geometry)?.sentence.zh).toMatch(/\p{Script=Han}/u);
  });
});

describe('Land that two programs read as two different things', () => {
  test.each([
    ['a hole outside of its ring', polygon(box(0, 0, 1, 1), clockwise(box(2, 0, 3, 1))), 'hole-outside'],
    [
      'a hole that is larger than its ring: they are in the wrong order',
      polygon(box(1, 1, 2, 2), clockwise(box(0, 0, 3, 3))),
      'hole-crosses',
    ],
    [
      'a hole that sticks out of its ring',
      polygon(box(0, 0, 2, 2), clockwise(box(1, 0.5, 3, 1.5))),
      'hole-crosses',
    ],
    [
      'a hole that sticks out along a border of its ring',
      polygon(box(0, 0, 2, 2), clockwise(box(1, 0, 3, 1))),
      'hole-crosses',
    ],
    [
      'holes that overlap',
      polygon(box(0, 0, 4, 4), clockwise(box(1, 1, 3, 3)), clockwise(box(2, 2, 3.5, 3.5))),
      'holes-overlap',
    ],
    [
      'a hole within a hole',
      polygon(box(0, 0, 4, 4), clockwise(box(1, 1, 3, 3)), clockwise(box(1.5, 1.5, 2, 2))),
      'holes-overlap',
    ],
    [
      'a part that was meant as a hole',
      parts([box(0, 0, 3, 3)], [clockwise(box(1, 1, 2, 2))]),
      'part-meant-as-hole',
    ],
  ])('%s is refused, with its place', (_, geometry, code) => {
    // prettier-ignore
    expect(landOf(geometry).land).toBeNull();
    const [mistake] = found(geometry).filter(({ severity }) => severity === 'mistake');
    expect(mistake).toMatchObject({ code, where: { place: { lat: expect.any(Number) } } });
  });
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Land } from './plane.js';
import { gapsOf } from './gaps.js';
import { overlapsOf } from './overlaps.js';
import { landArea } from './plane.js';
import { mapOf } from './tiles.js';

type Corner = readonly [number, number];
const side = 4;

/** The corners of a lattice of four by four cells of a kilometre, each moved by up to 300 m. */
const lattice = fc
  .array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 })), {
    minLength: (side + 1) ** 2,
    maxLength: (side + 1) ** 2,
  })
  .map((shifts) => (column: number, row: number): Corner => {
    const [dx, dy] = shifts[row * (side + 1) + column] ?? [0, 0];
    return [119 + (column * 100 + dx) / 10_000, 36 + (row * 100 + dy) / 10_000];
  });

type Corners = (column: number, row: number) => Corner;

const cellOf = (corner: Corners, column: number, row: number): Land => {
  const ring = [
    corner(column, row),
    corner(column + 1, row),
    corner(column + 1, row + 1),
    corner(column, row + 1),
  ];
  return [[[...ring, ring[0] ?? [0, 0]].map((it) => [...it])]];
};

const tilesOf = (corner: Corners) =>
  Array.from({ length: side * side }, (_, place) => {
    const [column, row] = [place % side, Math.floor(place / side)];
    return { id: `m${place}`, land: cellOf(corner, column, row) };
  });

const areas = (pieces: readonly { squareMetres: number }[]) =>
  pieces.reduce((sum, { squareMetres }) => sum + squareMetres, 0);

test('cells that share their corners have neither overlap nor gap, to the last digit', () => {
  fc.assert(
    fc.property(lattice, (corner) => {
      const map = mapOf(tilesOf(corner));
      expect(overlapsOf(map)).toEqual({ overlaps: [], uncompared: [] });
      expect(gapsOf(map)).toEqual({ gaps: [], isUnknown: false });
    }),
    { numRuns: 40 },
  );
});

test('what one cell takes by a corner moved for it alone is overlap, what it gives up is gap', () => {
  const moved = fc.record({
    corner: lattice,
    column: fc.integer({ min: 1, max: side - 2 }),
    row: fc.integer({ min: 1, max: side - 2 }),
    by: fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })),
  });
  fc.assert(
    fc.property(moved, ({ corner, column, row, by: [dx, dy] }) => {
      const tiles = tilesOf(corner);
      const place = row * side + column;
      const before = tiles[place]?.land ?? [];
      // Its first corner lies inside the lattice, so that whatever it leaves is surrounded.
      const shifted: Corners = (x, y) => {
        const [lon, lat] = corner(x, y);
        return x === column && y === row ? [lon + dx / 10_000, lat + dy / 10_000] : [lon, lat];
      };
      const after = cellOf(shifted, column, row);
      const map = mapOf(tiles.map((tile, number) => (number === place ? { ...tile, land: after } : tile)));
      const { overlaps } = overlapsOf(map);
      const taken = areas(overlaps.flatMap(({ pieces }) => pieces));
      const left = areas(gapsOf(map).gaps);
      const gained = landArea(after) - landArea(before);
      // Each piece is measured at a latitude of its own.
      expect(Math.abs(taken - left - gained)).toBeLessThan(1 + 0.001 * (taken + left));
      expect(overlaps.every(({ ids }) => ids.includes(`m${place}`))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

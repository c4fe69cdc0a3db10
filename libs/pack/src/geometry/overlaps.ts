/** Where tiles lie over each other, piece by piece, exactly. */
import { common } from './clip.js';
import { interfere } from './interfere.js';
import { landArea, type Position } from './plane.js';
import {
  areaSide,
  type Border,
  borderBox,
  keyOf,
  type Mapped,
  type Piece,
  pieceOf,
  type TileMap,
} from './tiles.js';

/** Land that two tiles share, in pieces that are connected. */
export type Overlap = Readonly<{
  ids: readonly [string, string];
  /** Both cover the same land. */
  isSame: boolean;
  pieces: readonly Piece[];
}>;

/** What `overlapsOf` found. */
type Overlaps = Readonly<{
  overlaps: readonly Overlap[];
  /** Pairs for which the library found no answer. */
  uncompared: readonly (readonly [string, string])[];
}>;

const middleOfBorder = ({ from, to }: Border): Position => [
  ((from[0] ?? 0) + (to[0] ?? 0)) / 2,
  ((from[1] ?? 0) + (to[1] ?? 0)) / 2,
];

const unmatched = (borders: readonly Border[], others: readonly Border[]): readonly Border[] => {
  const keys = new Set(others.map(({ from, to }) => keyOf(to, from)));
  return borders.filter(({ from, to }) => !keys.has(keyOf(from, to)));
};

const within = (tile: Mapped, [west, south, east, north]: Mapped['box']): readonly Border[] =>
  tile.borders.filter((border) => {
    const [minX, minY, maxX, maxY] = borderBox(border);
    return minX <= east && maxX >= west && minY <= north && maxY >= south;
  });

/**
 * Quickly, and exactly where it says no: neighbours that share their corners share no land where no other two
 * borders meet and no border lies within the other tile.
 */
const mayOverlap = (one: Mapped, other: Mapped): boolean => {
  const box: Mapped['box'] = [
    Math.max(one.box[0], other.box[0]),
    Math.max(one.box[1], other.box[1]),
    Math.min(one.box[2], other.box[2]),
    Math.min(one.box[3], other.box[3]),
  ];
  const [ofOne, ofOther] = [within(one, box), within(other, box)];
  const [alone, otherAlone] = [unmatched(ofOne, ofOther), unmatched(ofOther, ofOne)];
  return (
    alone.some((border) => otherAlone.some((it) => interfere(border, it))) ||
    alone.some((border) => areaSide(other.land, middleOfBorder(border)) !== 'out') ||
    otherAlone.some((border) => areaSide(one.land, middleOfBorder(border)) !== 'out')
  );
};

/** The larger one holds "all of it" but for rounding. */
const nearlyAll = 0.999;

/** Every pair of tiles that share land, exactly: tiles that touch share none. */
export const overlapsOf = ({ tiles, near }: TileMap): Overlaps => {
  const overlaps: Overlap[] = [];
  const uncompared: (readonly [string, string])[] = [];
  const pairs = tiles.flatMap((one) =>
    near(one.box)
      .filter(({ place }) => place > one.place)
      .map((other) => [one, other] as const),
  );
  for (const [one, other] of pairs.filter(([first, second]) => mayOverlap(first, second))) {
    const shared = common(one.land, other.land);
    const ids = [one.id, other.id] as const;
    if (shared === null) uncompared.push(ids);
    if (shared === null || shared.length === 0) continue;
    const isSame = landArea(shared) >= nearlyAll * Math.max(one.area, other.area);
    overlaps.push({ ids, isSame, pieces: shared.map(pieceOf) });
  }
  return { overlaps, uncompared };
};

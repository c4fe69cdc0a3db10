/**
 * Land between tiles that is nobody's. What the tiles surround is found exactly, as the holes of their union. What
 * is open to the outside is a gap where it is a strip between two tiles that face each other; anything wider is a
 * bay of the town's outline.
 */
import { together, without } from './clip.js';
import {
  borderLength,
  type Box,
  boxOf,
  type Position,
  type Ring,
  segmentsOf,
  sideOf,
  widened,
} from './plane.js';
import { holesBetween } from './outline.js';
import { type Strip, stripsIn } from './strips.js';
import {
  areaSide,
  type Border,
  borderBox,
  elongationOf,
  finder,
  isBeside,
  type Piece,
  pieceOf,
  type TileMap,
} from './tiles.js';

/** A piece of nobody's land. */
export type Gap = Piece &
  Readonly<{
    /** `gap` between neighbours; `surrounded`: too wide for one, a lake or an enclave. */
    kind: 'gap' | 'surrounded';
    /** Whom it borders on. */
    ids: readonly string[];
  }>;

/** What `gapsOf` found. */
type Gaps = Readonly<{
  gaps: readonly Gap[];
  /** The library found no union, so that nothing can be said of what is surrounded. */
  isUnknown: boolean;
}>;

/** A strip is a gap up to this share of the side of a usual micro-grid (100 m where that is 1 km by 1 km). */
const gapWidthShare = 0.1;
/** At least so many times longer than wide, or narrower than `narrowM`. */
const leastElongation = 8;
const narrowM = 10;
/** An open strip accompanies at least this share of all borders of a tile: shorter ones are inlets of the outline. */
const leastBorderShare = 0.1;
/** About a centimetre, in degrees and in metres. */
const touching = { degrees: 1e-7, metres: 0.01 };

const isNarrow = (piece: Piece, mostWidth: number): boolean =>
  piece.meanWidth < narrowM || (elongationOf(piece) >= leastElongation && piece.meanWidth <= mostWidth);

/** Whom a piece of nobody's land borders on: looked at in the middle of each of its sides. */
const neighboursOf = ({ rings }: Piece, map: TileMap, bordersNear: BordersNear): readonly string[] => {
  const tiles = rings.flatMap(segmentsOf).flatMap(([[ax = 0, ay = 0], [bx = 0, by = 0]]) => {
    const middle: Position = [(ax + bx) / 2, (ay + by) / 2];
    return bordersNear(widened(boxOf([middle]), touching.degrees))
      .filter((border) => isBeside(border, middle, touching.metres))
      .map(({ tile }) => tile);
  });
  return [...new Set(tiles)].flatMap((tile) => map.tiles[tile]?.id ?? []).sort();
};

type BordersNear = (box: Box) => readonly Border[];

type Surrounded = Readonly<{ pieces: readonly Piece[]; isUnknown: boolean }>;

/** The holes of the union of all tiles; clipped only where borders do not fit together. `null`: nobody can tell. */
const holesOf = (map: TileMap): readonly Ring[] | null =>
  holesBetween(map) ?? together(map.tiles.map(({ land }) => land))?.flatMap(([, ...inner]) => inner) ?? null;

/** What lies within the outline of all tiles and in none of them. */
const surroundedBy = (map: TileMap): Surrounded => {
  const found = holesOf(map);
  const holes = found ?? [];
  const left = holes.map((hole) =>
    without(
      [[hole.map(([lon = 0, lat = 0]) => [lon, lat])]],
      map.near(boxOf(hole)).map(({ land }) => land),
    ),
  );
  return {
    pieces: left.flatMap((land) => (land ?? []).map(pieceOf)),
    isUnknown: found === null || left.includes(null),
  };
};

/** The strips that are in no tile and not surrounded, joined where they meet. */
const openPieces = (strips: readonly Strip[], map: TileMap): readonly Piece[] =>
  (together(strips.map(({ rings }) => [rings])) ?? []).flatMap((rings) => {
    const others = map.near(boxOf(rings[0] ?? [])).map(({ land }) => land);
    return (without([rings], others) ?? []).map(pieceOf);
  });

/** For how much of all its borders each tile is accompanied by a piece. */
const sharesOf = ({ rings }: Piece, strips: readonly Strip[], map: TileMap): ReadonlyMap<string, number> => {
  const shares = new Map<string, number>();
  for (const { tiles, metres, middle } of strips) {
    if (areaSide([rings], middle) === 'out') continue;
    for (const { id, land } of tiles.flatMap((tile) => map.tiles[tile] ?? []))
      shares.set(id, (shares.get(id) ?? 0) + metres / borderLength(land));
  }
  return shares;
};

const openGaps = (map: TileMap, surrounded: readonly Piece[], mostM: number): readonly Gap[] => {
  const inHoles = finder(surrounded, ({ rings }) => boxOf(rings[0] ?? []));
  const isSurrounded = (point: Position) =>
    inHoles(boxOf([point])).some(({ rings }) => sideOf(rings[0] ?? [], point) !== 'out');
  const strips = stripsIn(map, mostM).filter(
    ({ middle }) => map.holders(middle).length === 0 && !isSurrounded(middle),
  );
  return openPieces(strips, map).flatMap((piece): readonly Gap[] => {
    const shares = sharesOf(piece, strips, map);
    const isLong = Math.max(0, ...shares.values()) >= leastBorderShare;
    return isLong && elongationOf(piece) >= leastElongation
      ? [{ ...piece, kind: 'gap', ids: [...shares.keys()].sort() }]
      : [];
  });
};

/**
 * Every piece of land that is nobody's and that the tiles surround, or leave open between two of them. What they
 * surround is exact (`polyclip-ts`); what is open is a strip by the limits of this file.
 */
export const gapsOf = (map: TileMap): Gaps => {
  const mostM = gapWidthShare * Math.sqrt(map.usualArea);
  const bordersNear = finder(map.borders, borderBox);
  const { pieces, isUnknown } = surroundedBy(map);
  const surrounded = pieces.map((piece): Gap => {
    const ids = neighboursOf(piece, map, bordersNear);
    return { ...piece, ids, kind: ids.length > 1 && isNarrow(piece, mostM) ? 'gap' : 'surrounded' };
  });
  return { gaps: [...surrounded, ...openGaps(map, pieces, mostM)], isUnknown };
};

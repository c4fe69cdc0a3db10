/** Micro-grids as tiles of a map: their borders, with the land to the left, and who lies near whom. */
import Flatbush from 'flatbush';
import type { Land } from './plane.js';
import {
  borderLength,
  type Box,
  boxOf,
  boxOfLand,
  landArea,
  meanWidth,
  middleOf,
  planeAt,
  type Position,
  ringArea,
  segmentsOf,
  sideOf,
} from './plane.js';
import type { Point } from './plane.js';

/** A micro-grid, or anything else that has an id and land. */
type Tile = Readonly<{ id: string; land: Land }>;

/** A connected piece of ground. */
export type Piece = Readonly<{ squareMetres: number; meanWidth: number; place: Point; rings: Land[number] }>;

/** A polygon (its outer ring, then its holes) with its measures. */
export const pieceOf = (rings: Land[number]): Piece => ({
  squareMetres: landArea([rings]),
  meanWidth: meanWidth([rings]),
  place: middleOf(rings),
  rings,
});

/** How many times longer than wide: of a square 4, of a strip about its length by its width. */
export const elongationOf = ({ rings, meanWidth: width }: Piece): number =>
  width === 0 ? Infinity : borderLength([rings]) / 2 / width;

/** A segment of the border of a tile, by its place in the list, with its land to the left. */
export type Border = Readonly<{ tile: number; from: Position; to: Position }>;

const bordersOf = (land: Land, tile: number): readonly Border[] =>
  land.flatMap((rings) =>
    rings.flatMap((ring, place) => {
      const isLeft = ringArea(ring) > 0 === (place === 0);
      return segmentsOf(ring)
        .filter(([from, to]) => from[0] !== to[0] || from[1] !== to[1])
        .map(([from, to]) => (isLeft ? { tile, from, to } : { tile, from: to, to: from }));
    }),
  );

/** The same for the same way from position to position. */
export const keyOf = (from: Position, to: Position): string => `${from[0]},${from[1]}>${to[0]},${to[1]}`;

const indexOf = (boxes: readonly Box[]): Flatbush | null => {
  if (boxes.length === 0) return null;
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  return index;
};

/** Finds whatever has a box that meets this one. */
export const finder = <Item>(items: readonly Item[], boxOfItem: (item: Item) => Box) => {
  const index = indexOf(items.map(boxOfItem));
  return (box: Box): readonly Item[] => (index?.search(...box) ?? []).flatMap((place) => items[place] ?? []);
};

/** Whether a point lies inside a piece of land, outside, or exactly on a border. */
export const areaSide = (land: Land, point: Position): 'in' | 'on' | 'out' => {
  for (const [outer = [], ...holes] of land) {
    const side = sideOf(outer, point);
    if (side === 'out') continue;
    const inHoles = holes.map((hole) => sideOf(hole, point));
    if (side === 'on' || inHoles.includes('on')) return 'on';
    if (!inHoles.includes('in')) return 'in';
  }
  return 'out';
};

/** A tile with what is asked of it more than once; `area` in square metres. */
export type Mapped = Tile & Readonly<{ place: number; box: Box; borders: readonly Border[]; area: number }>;

/** Everything that is asked of tiles more than once. */
export const mapOf = (tiles: readonly Tile[]) => {
  const mapped = tiles.map((tile, place): Mapped => ({
    ...tile,
    place,
    box: boxOfLand(tile.land),
    borders: bordersOf(tile.land, place),
    area: landArea(tile.land),
  }));
  const near = finder(mapped, ({ box }) => box);
  const sizes = mapped.map(({ area }) => area).sort((one, other) => one - other);
  return {
    tiles: mapped,
    near,
    borders: mapped.flatMap(({ borders }) => borders),
    /** The middle one by size, in square metres. */
    usualArea: sizes[Math.floor(sizes.length / 2)] ?? 0,
    /** Who has this point inside. */
    holders: ([lon = 0, lat = 0]: Position): readonly Mapped[] =>
      near([lon, lat, lon, lat]).filter(({ land }) => areaSide(land, [lon, lat]) === 'in'),
  };
};

/** What `mapOf` gives. */
export type TileMap = ReturnType<typeof mapOf>;

/** The box around a border. */
export const borderBox = ({ from, to }: Border): Box => boxOf([from, to]);

/** Whether a point lies on a border, give or take so many metres. */
export const isBeside = ({ from, to }: Border, point: Position, metres: number): boolean => {
  const { toMetres } = planeAt(from);
  const [[x, y], [px, py]] = [toMetres(to), toMetres(point)];
  const length = Math.hypot(x, y);
  const along = (px * x + py * y) / length;
  const away = Math.abs(px * y - py * x) / length;
  return away <= metres && along >= 0 - metres && along <= length + metres;
};

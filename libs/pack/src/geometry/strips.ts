/** The strips between borders of two tiles that face each other. */
import type { Land } from './plane.js';
import { degreesOf, planeAt, type Position, widened } from './plane.js';
import { type Border, borderBox, finder, keyOf, type TileMap } from './tiles.js';

/** The land between two borders of two tiles that face each other. */
export type Strip = Readonly<{
  tiles: readonly [number, number];
  /** Its length. */
  metres: number;
  rings: Land[number];
  middle: Position;
}>;

/** Borders face each other where they run in opposite directions, give or take 45 degrees. */
const leastOpposite = 0.7;
/** Nearer than this they are one border. */
const apartM = 0.01;

/** Borders without the same border on the other side. */
const unmatched = ({ borders }: TileMap): readonly Border[] => {
  const keys = new Set(borders.map(({ from, to }) => keyOf(from, to)));
  return borders.filter(({ from, to }) => !keys.has(keyOf(to, from)));
};

/** Metres along a border, and away from it to its right, where its tile is not. */
const frameOf = (border: Border) => {
  const { toMetres, toDegrees } = planeAt(border.from);
  const [x, y] = toMetres(border.to);
  const length = Math.hypot(x, y);
  const [east, north] = [x / length, y / length];
  return {
    length,
    seen: (position: Position) => {
      const [px, py] = toMetres(position);
      return { along: px * east + py * north, away: px * north - py * east };
    },
    at: (along: number, away: number) =>
      toDegrees([along * east + away * north, along * north - away * east]),
  };
};

type Frame = ReturnType<typeof frameOf>;
type Facing = Readonly<{ from: number; to: number; near: number; far: number }>;

/** Which stretch of a border another one faces, and how far away it is at both ends; `null`: it does not. */
const facing = ({ length, seen }: Frame, other: Border): Facing | null => {
  // Running the other way, it ends where it is first seen.
  const [first, last] = [seen(other.to), seen(other.from)];
  const span = last.along - first.along;
  if (span <= 0 || span < leastOpposite * Math.hypot(span, last.away - first.away)) return null;
  const awayAt = (along: number) => first.away + ((along - first.along) / span) * (last.away - first.away);
  const [from, to] = [Math.max(0, first.along), Math.min(length, last.along)];
  return to <= from ? null : { from, to, near: awayAt(from), far: awayAt(to) };
};

const stripBetween = (one: Border, other: Border, mostM: number): Strip | null => {
  const frame = frameOf(one);
  const seen = facing(frame, other);
  if (seen === null) return null;
  const { from, to, near, far } = seen;
  const [least, most] = [Math.min(near, far), Math.max(near, far)];
  if (least < 0 - apartM || most < apartM || most > mostM) return null;
  const { at } = frame;
  return {
    tiles: [one.tile, other.tile],
    metres: to - from,
    rings: [[at(from, 0), at(from, near), at(to, far), at(to, 0), at(from, 0)]],
    middle: at((from + to) / 2, (near + far) / 4),
  };
};

/** All strips that are nowhere wider than this. */
export const stripsIn = (map: TileMap, mostM: number): readonly Strip[] => {
  const borders = unmatched(map).map((border, number) => ({ ...border, number }));
  const near = finder(borders, borderBox);
  return borders.flatMap((one) => {
    const reach = degreesOf(mostM, one.from[1] ?? 0);
    return near(widened(borderBox(one), reach))
      .filter(({ number, tile }) => number > one.number && tile !== one.tile)
      .flatMap((other) => stripBetween(one, other, mostM) ?? []);
  });
};

/** Where a ring goes out and comes back by the same way, or so near to it that nothing is enclosed. */
import Flatbush from 'flatbush';
import { boxOf, planeAt, type Position, type Ring } from './plane.js';

/** Which segments belong to it, by their place in the ring. */
export type Spike = Readonly<{ tip: Position; metres: number; segments: ReadonlySet<number> }>;

type Xy = readonly [number, number];

/** Below these a tip is a spike: a border that is meant goes round something. */
const limits = [
  { degrees: 0.5, widthM: 2 },
  { degrees: 2, widthM: 0.5 },
];
/** A leg shorter than this may be the rounding of a corner. */
const shortestM = 1;
/** A ring that runs beside itself nearer than this, for longer than that, encloses nothing there. */
const fingerWidthM = 0.5;
const fingerLengthM = 10;

const away = ([ax, ay]: Xy, [bx, by]: Xy): Xy => [bx - ax, by - ay];
const dot = ([ax, ay]: Xy, [bx, by]: Xy): number => ax * bx + ay * by;
const cross = ([ax, ay]: Xy, [bx, by]: Xy): number => ax * by - ay * bx;

const isSharp = (before: Xy, tip: Xy, after: Xy): boolean => {
  const [one, other] = [away(tip, before), away(tip, after)];
  const angle = Math.atan2(Math.abs(cross(one, other)), dot(one, other));
  const shorter = Math.min(Math.hypot(...one), Math.hypot(...other));
  const width = shorter * Math.sin(angle);
  return (
    shorter >= shortestM &&
    limits.some(({ degrees, widthM }) => angle < (degrees * Math.PI) / 180 && width < widthM)
  );
};

type Corner = (place: number) => Xy;

/** How many corners it goes out over before it comes back over the same ones. */
const depthOf = (at: Corner, tip: number, most: number): number => {
  let depth = 1;
  while (depth < most && Math.hypot(...away(at(tip - depth - 1), at(tip + depth + 1))) === 0) depth++;
  return depth;
};

/** The way from the tip over so many corners, forwards (1) or backwards (-1). */
const legOf = (at: Corner, tip: number, depth: number, way: 1 | -1): number =>
  Array.from({ length: depth }, (_, step) =>
    Math.hypot(...away(at(tip + way * step), at(tip + way * (step + 1)))),
  ).reduce((sum, metres) => sum + metres, 0);

/** Spikes of a ring that has no position twice in a row. */
export const spikesOf = (ring: Ring): readonly Spike[] => {
  const { toMetres } = planeAt(ring[0] ?? []);
  const corners = ring.slice(1).map(toMetres);
  const count = corners.length;
  const inRing = (place: number): number => ((place % count) + count) % count;
  const at: Corner = (place) => corners[inRing(place)] ?? [0, 0];
  return corners.flatMap((tip, place): readonly Spike[] => {
    if (!isSharp(at(place - 1), tip, at(place + 1))) return [];
    const depth = depthOf(at, place, count / 2 - 1);
    // The corner at `place` is the end of the segment of that place.
    const segments = Array.from({ length: 2 * depth }, (_, step) => inRing(place - depth + 1 + step));
    const metres = Math.min(legOf(at, place, depth, 1), legOf(at, place, depth, -1));
    return [{ tip: ring[place + 1] ?? [], metres, segments: new Set(segments) }];
  });
};

type Leg = Readonly<{ place: number; from: Xy; to: Xy }>;

/** For how many metres two segments run beside each other in opposite directions, nearer than a finger is wide. */
const besideFor = (one: Leg, other: Leg): number => {
  const [along, back] = [away(one.from, one.to), away(other.from, other.to)];
  const length = Math.hypot(...along);
  if (dot(along, back) > -0.99 * length * Math.hypot(...back)) return 0;
  const unit: Xy = [along[0] / length, along[1] / length];
  const ends = [other.from, other.to].map((end) => away(one.from, end));
  if (ends.some((end) => Math.abs(cross(unit, end)) >= fingerWidthM)) return 0;
  const [first = 0, last = 0] = ends.map((end) => dot(unit, end)).sort((a, b) => a - b);
  return Math.min(length, last) - Math.max(0, first);
};

/** Stretches of a ring that run beside each other, thinner than a finger: the longest one first. */
export const fingersOf = (ring: Ring): readonly Spike[] => {
  const { toMetres } = planeAt(ring[0] ?? []);
  const corners = ring.map(toMetres);
  const legs = corners.slice(1).map((to, place): Leg => ({ place, from: corners[place] ?? to, to }));
  if (legs.length === 0) return [];
  const index = new Flatbush(legs.length);
  for (const { from, to } of legs) index.add(...boxOf([from, to]));
  index.finish();
  return legs
    .filter(({ from, to }) => Math.hypot(...away(from, to)) >= fingerLengthM)
    .flatMap((one) => {
      const [west, south, east, north] = boxOf([one.from, one.to]);
      const [reach, tip] = [fingerWidthM, ring[one.place + 1] ?? []];
      return index
        .search(west - reach, south - reach, east + reach, north + reach, (place) => place > one.place + 1)
        .flatMap((place): readonly Spike[] => {
          const other = legs[place];
          const metres = other === undefined ? 0 : besideFor(one, other);
          return metres < fingerLengthM ? [] : [{ tip, metres, segments: new Set([one.place, place]) }];
        });
    })
    .sort((one, other) => other.metres - one.metres);
};

/** Whether a ring crosses itself, as a figure of eight does. Touching itself in a point is no crossing. */
import Flatbush from 'flatbush';

type Position = readonly number[];

const turn = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));

/** Each segment has its ends strictly on both sides of the other. */
const cross = (a: Position, b: Position, c: Position, d: Position): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

const boxOf = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): [number, number, number, number] => [
  Math.min(ax, bx),
  Math.min(ay, by),
  Math.max(ax, bx),
  Math.max(ay, by),
];

/** Where the ring first crosses itself: a corner near it; `null`: nowhere. */
export const crossingOf = (ring: readonly Position[]): Position | null => {
  const segments = ring.slice(1).map((end, place) => [ring[place] ?? end, end] as const);
  const index = new Flatbush(segments.length);
  for (const [from, to] of segments) index.add(...boxOf(from, to));
  index.finish();

  for (const [place, [from, to]] of segments.entries()) {
    const crossesHere = (other: number): boolean => {
      const [start, end] = segments[other] ?? [from, to];
      return other > place && cross(from, to, start, end);
    };
    if (index.search(...boxOf(from, to), crossesHere).length > 0) return from;
  }
  return null;
};

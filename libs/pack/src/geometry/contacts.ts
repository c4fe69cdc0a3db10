/** Where the rings of one piece of land meet themselves and each other. Decided exactly: no rounding misses a touch. */
import Flatbush from 'flatbush';
import {
  boxOf,
  isOn,
  isSame,
  latOf,
  lonOf,
  metresBetween,
  type Position,
  type Ring,
  segmentsOf,
  turn,
} from './plane.js';

/** A crossing changes sides; a touch does not; a seam is a stretch along which both run. */
export type Contact = Readonly<{
  kind: 'crossing' | 'touch' | 'seam';
  /** Which rings, by their place in the list. */
  rings: readonly [number, number];
  /** Which segments, by their place in their ring. */
  segments: readonly [number, number];
  place: Position;
  /** The length of a seam; 0 for the others. */
  metres: number;
}>;

type Segment = Readonly<{
  ring: number;
  place: number;
  /** The place of the segment that follows: after the last one the first. */
  next: number;
  /** Where the segment before it begins. */
  before: Position;
  from: Position;
  to: Position;
}>;
type Met = Pick<Contact, 'kind' | 'place' | 'metres'>;

const segmentsIn = (rings: readonly Ring[]): readonly Segment[] =>
  rings.flatMap((ring, number) => {
    const segments = segmentsOf(ring);
    return segments.map(([from, to], place) => ({
      ring: number,
      place,
      next: (place + 1) % segments.length,
      before: segments.at(place - 1)?.[0] ?? from,
      from,
      to,
    }));
  });

/** On which side of the way `before → at → after` a point lies, seen from `at`: 1 left, -1 right, 0 on the way. */
const sideOfWay = (before: Position, at: Position, after: Position, point: Position): number => {
  // Mirrored where the way turns right, so that the narrower side is always the left one.
  const bend = turn(before, at, after) < 0 ? -1 : 1;
  const legs = [bend * turn(before, at, point), bend * turn(at, after, point)];
  if (legs.every((leg) => leg > 0)) return bend;
  return legs.some((leg) => leg < 0) ? 0 - bend : 0;
};

/** The way of `guest` through its first corner, which lies on `host`: does it change sides there? */
const metAtCorner = (host: Segment, guest: Segment): Met => {
  const at = guest.from;
  const before = isSame(host.from, at) ? host.before : host.from;
  const sides = [guest.before, guest.to].map((point) => sideOfWay(before, at, host.to, point));
  const isCrossing = (sides[0] ?? 0) * (sides[1] ?? 0) < 0;
  return { kind: isCrossing ? 'crossing' : 'touch', place: at, metres: 0 };
};

/** Of two segments on one line: the stretch that both cover. */
const seamOf = (one: Segment, other: Segment): Met | null => {
  const isWide = Math.abs(lonOf(one.to) - lonOf(one.from)) > Math.abs(latOf(one.to) - latOf(one.from));
  const along = isWide ? lonOf : latOf;
  const sorted = [one, other].map(({ from, to }) => (along(from) < along(to) ? [from, to] : [to, from]));
  const start = sorted.map(([first = []]) => first).reduce((a, b) => (along(a) > along(b) ? a : b));
  const end = sorted.map(([, last = []]) => last).reduce((a, b) => (along(a) < along(b) ? a : b));
  return along(start) < along(end) ? { kind: 'seam', place: start, metres: metresBetween(start, end) } : null;
};

const intersectionOf = ({ from, to }: Segment, other: Segment): Position => {
  const [near, far] = [turn(other.from, other.to, from), turn(other.from, other.to, to)];
  const share = near / (near - far);
  return [lonOf(from) + share * (lonOf(to) - lonOf(from)), latOf(from) + share * (latOf(to) - latOf(from))];
};

/** On which side of a segment the two ends of another one lie. */
const sidesOf = ({ from, to }: Segment, other: Segment): readonly number[] =>
  [other.from, other.to].map((end) => Math.sign(turn(from, to, end)));

const areApart = ([one = 0, other = 0]: readonly number[]): boolean => one * other < 0;

const holds = ({ from, to }: Segment, point: Position): boolean => isOn(from, to, point);

/** A corner is the end of one segment and the beginning of the next: it is looked at once, as a beginning. */
const touchOf = (one: Segment, other: Segment): Met | null => {
  if (holds(one, other.from) && !isSame(other.from, one.to)) return metAtCorner(one, other);
  const isEnd = [other.from, other.to].some((end) => isSame(end, one.from));
  return holds(other, one.from) && !isEnd ? metAtCorner(other, one) : null;
};

/** How two segments meet that do not follow each other; `null`: they do not, or it is told with another pair. */
const met = (one: Segment, other: Segment): Met | null => {
  const [sides, back] = [sidesOf(one, other), sidesOf(other, one)];
  if (areApart(sides) && areApart(back))
    return { kind: 'crossing', place: intersectionOf(one, other), metres: 0 };
  const seam = sides.every((side) => side === 0) ? seamOf(one, other) : null;
  return seam ?? touchOf(one, other);
};

const followEachOther = (one: Segment, other: Segment): boolean =>
  one.ring === other.ring && (one.next === other.place || other.next === one.place);

/** Every contact of rings that are closed and have no position twice in a row. */
export const contactsOf = (rings: readonly Ring[]): readonly Contact[] => {
  const segments = segmentsIn(rings);
  if (segments.length === 0) return [];
  const index = new Flatbush(segments.length);
  for (const { from, to } of segments) index.add(...boxOf([from, to]));
  index.finish();
  return segments.flatMap((one, first) =>
    index
      .search(...boxOf([one.from, one.to]), (second) => second > first)
      .flatMap((second): readonly Contact[] => {
        const other = segments[second];
        if (other === undefined || followEachOther(one, other)) return [];
        const found = met(one, other);
        return found === null
          ? []
          : [{ ...found, rings: [one.ring, other.ring], segments: [one.place, other.place] }];
      }),
  );
};

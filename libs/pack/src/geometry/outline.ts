/**
 * The outline of tiles that share their corners, without clipping anything: a border that two tiles share in opposite
 * directions lies within the town, and what is left are the rings of its outline and of the holes in it.
 */
import { type Position, type Ring, ringArea } from './plane.js';
import { interfere } from './interfere.js';
import { type Border, borderBox, finder, keyOf, type TileMap } from './tiles.js';

const keyAt = ([lon, lat]: Position): string => `${lon},${lat}`;

const shared = (borders: readonly Border[]): readonly Border[] => {
  const keys = new Set(borders.map(({ from, to }) => keyOf(from, to)));
  return borders.filter(({ from, to }) => !keys.has(keyOf(to, from)));
};

/** Whether two of these borders meet otherwise than at their ends: then only clipping can tell. */
const doMeet = (borders: readonly Border[]): boolean => {
  const near = finder(borders, borderBox);
  return borders.some((border) =>
    near(borderBox(border)).some((it) => it !== border && interfere(border, it)),
  );
};

/** The borders that are in no ring yet, by the corner at which they begin. */
type Left = Map<string, readonly Border[]>;

/** Takes the borders of one ring out of those that are left; `null`: it is not clear how it goes on. */
const takeRing = (first: Border, left: Left): Ring | null => {
  const ring: Position[] = [];
  for (let border = first; ;) {
    const begins = keyAt(border.from);
    left.set(begins, left.get(begins)?.filter((it) => it !== border) ?? []);
    ring.push(border.from);
    if (keyAt(border.to) === keyAt(first.from)) return [...ring, first.from];
    // Where several rings touch in a corner, any of them may go on.
    const [next, ...others] = left.get(keyAt(border.to)) ?? [];
    if (next === undefined || others.length > 0) return null;
    border = next;
  }
};

/** Borders put together to rings; `null`: they cannot be, or not in one way only. */
const ringsOf = (borders: readonly Border[]): readonly Ring[] | null => {
  const left: Left = new Map();
  for (const border of borders) {
    const begins = keyAt(border.from);
    left.set(begins, [...(left.get(begins) ?? []), border]);
  }
  const rings: Ring[] = [];
  for (const first of borders) {
    if (left.get(keyAt(first.from))?.includes(first) !== true) continue;
    const ring = takeRing(first, left);
    if (ring === null) return null;
    rings.push(ring);
  }
  return rings;
};

/** What such tiles may leave free between them; `null`: their borders do not fit together so. */
export const holesBetween = ({ borders }: TileMap): readonly Ring[] | null => {
  const open = shared(borders);
  if (doMeet(open)) return null;
  return ringsOf(open)?.filter((ring) => ringArea(ring) < 0) ?? null;
};

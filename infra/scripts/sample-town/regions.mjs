/** Divides a set of cells into parts that hang together, and draws the border of a part. */
import { areaOf, pointOf } from './mesh.mjs';

const distance = ([ax, ay], [bx, by]) => Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2);

/** To cross a road is as far as this many metres; so borders follow roads. */
const roadMetres = 900;

/** Cells to begin with, far from each other. */
const seedsIn = (cells, ids, count, chance) => {
  const seeds = [chance.oneOf(ids)];
  while (seeds.length < count) {
    const left = ids.filter((id) => !seeds.includes(id));
    const far = (id) => Math.min(...seeds.map((it) => distance(cells[it].point, cells[id].point)));
    const tried = chance.shuffled(left).slice(0, Math.max(3, Math.ceil(left.length / 3)));
    seeds.push(tried.reduce((best, id) => (far(id) > far(best) ? id : best)));
  }
  return seeds;
};

/** The free cell beside a part that lies nearest to its seed; `null`: it is shut in. */
const nextOf = (cells, part, free) => {
  let best = null;
  for (const id of part.ids)
    for (const { id: other, overRoad } of cells[id].neighbours) {
      if (!free.has(other)) continue;
      const far = distance(cells[part.seed].point, cells[other].point) + (overRoad ? roadMetres : 0);
      if (best === null || far < best.far || (far === best.far && other < best.id)) best = { id: other, far };
    }
  return best?.id ?? null;
};

/**
 * `shares` says how large each part shall be, in relation to the others: the smallest, measured so, grows next. Every cell
 * of `ids`, which hang together, gets into one part, and each part hangs together.
 */
export const divided = (cells, ids, shares, chance) => {
  const seeds = seedsIn(cells, ids, shares.length, chance);
  const parts = seeds.map((seed, place) => ({ seed, ids: [seed], share: shares[place] }));
  const free = new Set(ids.filter((id) => !seeds.includes(id)));
  while (free.size > 0) {
    const inTurn = [...parts].sort((a, b) => a.ids.length / a.share - b.ids.length / b.share);
    const [part, id] = inTurn.map((it) => [it, nextOf(cells, it, free)]).find(([, found]) => found !== null);
    part.ids.push(id);
    free.delete(id);
  }
  return parts.map((part) => part.ids);
};

/** Whether one can walk through these cells from each to each. */
export const isInOnePiece = (cells, ids) => {
  const left = new Set(ids);
  const next = [ids[0]];
  left.delete(ids[0]);
  while (next.length > 0)
    for (const { id } of cells[next.pop()].neighbours) if (left.delete(id)) next.push(id);
  return left.size === 0;
};

/** Borders that no two cells of the set share, by the corner at which they begin. */
const bordersOf = (cells, ids) => {
  const borders = new Map();
  for (const id of ids) {
    const { ring } = cells[id];
    ring.forEach((from, place) => borders.set(`${from} ${ring[(place + 1) % ring.length]}`, true));
  }
  const from = new Map();
  for (const border of borders.keys()) {
    const [begins, ends] = border.split(' ');
    if (borders.has(`${ends} ${begins}`)) continue;
    from.set(begins, [...(from.get(begins) ?? []), ends]);
  }
  return from;
};

const angleOf = (from, to) => {
  const [[ax, ay], [bx, by]] = [pointOf(from), pointOf(to)];
  return Math.atan2(by - ay, bx - ax);
};

/** Where several borders go on from one corner, the one that keeps the land to the left hand. */
const goingOn = (before, at, candidates) => {
  const back = angleOf(at, before);
  const turn = (to) => (back - angleOf(at, to) + 4 * Math.PI) % (2 * Math.PI);
  return candidates.reduce((best, to) => (turn(to) < turn(best) ? to : best));
};

/** The border of a set of cells that hangs together, as the coordinates of a GeoJSON Polygon: outer ring first. */
export const polygonOf = (cells, ids) => {
  const from = bordersOf(cells, ids);
  const rings = [];
  while (from.size > 0) {
    const [first] = from.keys();
    const ring = [first];
    for (let before = null, at = first; ;) {
      const ends = from.get(at);
      const next = ends.length === 1 ? ends[0] : goingOn(before ?? ends[0], at, ends);
      const left = ends.filter((it) => it !== next);
      if (left.length === 0) from.delete(at);
      else from.set(at, left);
      if (next === first) break;
      ring.push(next);
      [before, at] = [at, next];
    }
    rings.push(ring);
  }
  rings.sort((a, b) => areaOf(b) - areaOf(a));
  return rings.map((ring) => [...ring, ring[0]].map(pointOf));
};

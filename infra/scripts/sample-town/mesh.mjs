/**
 * The ground of the sample town: some fifteen hundred small cells that fit together without gap or overlap, because each
 * corner is made once and used by all cells that meet in it. Every area of the town is a set of cells.
 */
import { Delaunay } from 'd3-delaunay';

/** The middle of the town, in degrees, and how many metres a degree is there. */
const middle = { lon: 119.762, lat: 36.382 };
const metresPerDegree = { lon: 111_320 * 0.8051, lat: 110_980 };
const half = 6_600;
const box = [-half, -half, half, half];

/** Degrees with six decimals: a corner is known to a decimetre, and equal ones are written alike. */
export const positionOf = ([x, y]) => [
  Number((middle.lon + x / metresPerDegree.lon).toFixed(6)),
  Number((middle.lat + y / metresPerDegree.lat).toFixed(6)),
];
export const metresOf = ([lon, lat]) => [
  (lon - middle.lon) * metresPerDegree.lon,
  (lat - middle.lat) * metresPerDegree.lat,
];

/** Main roads, straight between these points: nobody's micro-grid lies on both sides of one if it can be helped. */
export const roads = [
  [
    [-6_000, -600],
    [-1_200, 150],
    [1_900, -250],
    [6_000, 900],
  ],
  [
    [-500, -6_000],
    [150, -1_500],
    [-250, 1_700],
    [700, 6_000],
  ],
  [
    [-4_800, 4_300],
    [-250, 1_700],
  ],
  [
    [1_900, -250],
    [4_600, -4_700],
  ],
];
const segments = roads.flatMap((road) => road.slice(1).map((to, place) => [road[place], to]));

const between = ([ax, ay], [bx, by]) => Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2);

const toSegment = ([x, y], [[ax, ay], [bx, by]]) => {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return between([x, y], [ax + share * (bx - ax), ay + share * (by - ay)]);
};
const toRoad = (point) => Math.min(...segments.map((it) => toSegment(point, it)));

/** How far the cells lie from each other: near the middle people live more closely together. */
const spacing = (point) => 115 + 0.034 * between(point, [0, 0]);

const bucket = 300;

const scattered = (chance) => {
  const points = [];
  const buckets = new Map();
  const near = ([x, y]) => {
    const [column, row] = [Math.floor(x / bucket), Math.floor(y / bucket)];
    return [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => buckets.get(`${column + dx} ${row + dy}`) ?? []),
    );
  };
  for (let tries = 0; tries < 24_000; tries++) {
    const point = [chance.between(-half, half), chance.between(-half, half)];
    const far = spacing(point);
    if (toRoad(point) < far * 0.62 || near(point).some((it) => between(it, point) < far * 0.78)) continue;
    points.push(point);
    const key = point.map((it) => Math.floor(it / bucket)).join(' ');
    buckets.set(key, [...(buckets.get(key) ?? []), point]);
  }
  return points;
};

/** Two rows of points, one on either side of each road: the border between two cells that face each other is the road. */
const alongRoads = () => {
  const points = [];
  for (const [[ax, ay], [bx, by]] of segments) {
    const length = between([ax, ay], [bx, by]);
    const [dx, dy] = [(bx - ax) / length, (by - ay) / length];
    for (let at = 60; at < length - 60;) {
      const [x, y] = [ax + dx * at, ay + dy * at];
      const side = spacing([x, y]) * 0.36;
      for (const sign of [1, -1]) {
        const point = [x - dy * side * sign, y + dx * side * sign];
        // Where roads meet, the rows of one would cross the other.
        if (segments.every((it) => toSegment(point, it) > side * 0.9)) points.push(point);
      }
      at += spacing([x, y]) * 0.95;
    }
  }
  return points;
};

/** The outline of the town: a circle that a river and hills have bent. */
const radiusAt = (angle) =>
  4_900 + 520 * Math.sin(2 * angle + 0.7) + 340 * Math.sin(3 * angle - 1.1) + 210 * Math.sin(7 * angle + 2.3);
const isInTown = ([x, y]) => Math.sqrt(x * x + y * y) < radiusAt(Math.atan2(y, x));

const keyOf = (point) => positionOf(point).join(',');

/** The corners of a cell, counter-clockwise, each once. */
const cornersOf = (voronoi, place) => {
  const keys = voronoi.cellPolygon(place).slice(0, -1).map(keyOf);
  const ring = keys.filter((key, at) => key !== keys[(at + 1) % keys.length]);
  return areaOf(ring) < 0 ? ring.reverse() : ring;
};

export const pointOf = (key) => key.split(',').map(Number);

/** In square metres; less than nothing where the ring turns clockwise. */
export const areaOf = (ring) => {
  const points = ring.map((key) => metresOf(pointOf(key)));
  return (
    points.reduce((sum, [x, y], place) => {
      const [nextX, nextY] = points[(place + 1) % points.length];
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
};

/** Whether the way from one cell to the other crosses a road. */
const crosses = (one, other) =>
  segments.some(([a, b]) => {
    const side = ([px, py], [qx, qy], [x, y]) => (qx - px) * (y - py) - (qy - py) * (x - px);
    return side(a, b, one) * side(a, b, other) < 0 && side(one, other, a) * side(one, other, b) < 0;
  });

/** Cells that touch along a border, by the borders that they share. */
const neighboursOf = (cells) => {
  const byBorder = new Map();
  for (const { id, ring } of cells)
    ring.forEach((from, place) => byBorder.set(`${from} ${ring[(place + 1) % ring.length]}`, id));
  for (const cell of cells) {
    const beside = cell.ring.map((from, place) =>
      byBorder.get(`${cell.ring[(place + 1) % cell.ring.length]} ${from}`),
    );
    const others = [...new Set(beside.filter((it) => it !== undefined))];
    cell.neighbours = others.map((id) => ({ id, overRoad: crosses(cell.point, cells[id].point) }));
  }
};

/** `{ id, point, ring, neighbours: [{ id, overRoad }], isAtRoad }` of every cell; its id is its place in the list. */
export const meshOf = (chance) => {
  const points = [...alongRoads(), ...scattered(chance)];
  const voronoi = Delaunay.from(points).voronoi(box);
  const inside = points.flatMap((point, place) => (isInTown(point) ? [{ point, place }] : []));
  const cells = inside.map(({ point, place }, id) => ({
    id,
    point,
    ring: cornersOf(voronoi, place),
    isAtRoad: toRoad(point) < spacing(point) * 0.5,
  }));
  neighboursOf(cells);
  return cells;
};

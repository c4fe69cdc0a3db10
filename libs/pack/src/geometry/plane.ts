/**
 * Measures on the ground. The earth is flat within a town: degrees are scaled to metres at the latitude of what is
 * measured (equirectangular projection, sphere), which is exact to 0.5 % up to the size of a county, and not
 * valid near the poles.
 */
import { orient2d } from 'robust-predicates';

/** Polygons, each its outer ring and then its holes, in degrees: `[longitude, latitude]`. */
export type Land = number[][][][];

/** A place in degrees of WGS 84. */
export type Point = Readonly<{ lat: number; lon: number }>;

/** A position of GeoJSON (RFC 7946): longitude and latitude in degrees. */
export type Position = readonly number[];
/** Closed: the last position is the first. */
export type Ring = readonly Position[];
/** A bounding box in degrees, in the order of RFC 7946. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const metresPerDegree = 111_195;

/** The longitude of a position, in degrees. */
export const lonOf = (position: Position): number => position[0] ?? 0;
/** The latitude of a position, in degrees. */
export const latOf = (position: Position): number => position[1] ?? 0;

/** How much shorter a degree of longitude is than one of latitude. */
const shrink = (lat: number): number => Math.cos((lat * Math.PI) / 180);

/** Metres east and north of an origin, and back. */
export const planeAt = ([originLon = 0, originLat = 0]: Position) => {
  const perLon = metresPerDegree * shrink(originLat);
  return {
    toMetres: ([lon = 0, lat = 0]: Position): readonly [number, number] => [
      (lon - originLon) * perLon,
      (lat - originLat) * metresPerDegree,
    ],
    toDegrees: ([x, y]: readonly [number, number]): [number, number] => [
      originLon + x / perLon,
      originLat + y / metresPerDegree,
    ],
  };
};

/** The shorter way round the earth, in degrees. */
export const lonBetween = (from: number, to: number): number => ((to - from + 540) % 360) - 180;

/** Metres between two positions, the shorter way round the earth. */
export const metresBetween = ([lon = 0, lat = 0]: Position, [toLon = 0, toLat = 0]: Position): number =>
  Math.hypot(lonBetween(lon, toLon) * shrink((lat + toLat) / 2), toLat - lat) * metresPerDegree;

/** Positive where `c` lies to the left of the way from `a` to `b`, negative to its right, 0 exactly on it. */
export const turn = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position) =>
  // The library's y axis points down.
  0 - orient2d(ax, ay, bx, by, cx, cy);

/** Whether two positions are the same, to the last digit. */
export const isSame = (one: Position, other: Position): boolean => one[0] === other[0] && one[1] === other[1];

/** From each position to the next one. */
export const segmentsOf = (ring: Ring): readonly (readonly [Position, Position])[] =>
  ring.slice(1).map((to, place) => [ring[place] ?? to, to]);

/** Square metres: positive where the ring turns left (counter-clockwise). */
export const ringArea = (ring: Ring): number => {
  const [origin = []] = ring;
  const { toMetres } = planeAt(origin);
  return segmentsOf(ring).reduce((sum, [from, to]) => {
    const [[ax, ay], [bx, by]] = [toMetres(from), toMetres(to)];
    return sum + (ax * by - bx * ay) / 2;
  }, 0);
};

/** The length of a ring in metres. */
export const lengthOf = (ring: Ring): number =>
  segmentsOf(ring).reduce((sum, [from, to]) => sum + metresBetween(from, to), 0);

/** Square metres, without its holes, whichever way its rings turn. */
export const landArea = (land: Land): number =>
  land.reduce(
    (sum, rings) =>
      sum + rings.reduce((own, ring, place) => own + Math.abs(ringArea(ring)) * (place === 0 ? 1 : -1), 0),
    0,
  );

/** All the borders of a piece of land, in metres. */
export const borderLength = (land: Land): number =>
  land.flat().reduce((sum, ring) => sum + lengthOf(ring), 0);

/** How wide something is on average: of a strip its width, of a square half its side. */
export const meanWidth = (land: Land): number => {
  const border = borderLength(land);
  return border === 0 ? 0 : (2 * landArea(land)) / border;
};

const nowhere: Box = [Infinity, Infinity, -Infinity, -Infinity];

/** The box around positions; around none, one that meets nothing. */
export const boxOf = (positions: readonly Position[]): Box => {
  let [west, south, east, north] = nowhere;
  for (const [lon = 0, lat = 0] of positions) {
    [west, south] = [Math.min(west, lon), Math.min(south, lat)];
    [east, north] = [Math.max(east, lon), Math.max(north, lat)];
  }
  return [west, south, east, north];
};

/** The box around a piece of land. */
export const boxOfLand = (land: Land): Box => boxOf(land.flatMap(([outer = []]) => outer));

/** So many degrees larger on each side. */
export const widened = ([west, south, east, north]: Box, by: number): Box => [
  west - by,
  south - by,
  east + by,
  north + by,
];

/** At least so many degrees, of latitude and of longitude, as metres have at a latitude; for widening boxes. */
export const degreesOf = (metres: number, lat: number): number =>
  metres / (metresPerDegree * Math.max(0.01, shrink(lat)));

const liesBetween = (value: number, one: number, other: number): boolean =>
  Math.min(one, other) <= value && value <= Math.max(one, other);

/** Whether a point lies exactly on the way from one position to another. */
export const isOn = (from: Position, to: Position, point: Position): boolean =>
  turn(from, to, point) === 0 &&
  liesBetween(lonOf(point), lonOf(from), lonOf(to)) &&
  liesBetween(latOf(point), latOf(from), latOf(to));

/** Half-open, so that a line through a corner meets one of its two segments. */
const meetsLine = (from: Position, to: Position, lat: number): boolean =>
  latOf(from) > lat !== latOf(to) > lat;

/** Whether a point lies inside a ring, outside or exactly on it. */
export const sideOf = (ring: Ring, point: Position): 'in' | 'on' | 'out' => {
  let isIn = false;
  for (const [from, to] of segmentsOf(ring)) {
    if (isOn(from, to, point)) return 'on';
    const isNorthward = latOf(to) > latOf(from);
    if (meetsLine(from, to, latOf(point)) && turn(from, to, point) > 0 === isNorthward) isIn = !isIn;
  }
  return isIn ? 'in' : 'out';
};

/** Where a line from west to east meets the rings, in order. */
const crossingsAt = (rings: readonly Ring[], lat: number): readonly number[] =>
  rings
    .flatMap(segmentsOf)
    .filter(([from, to]) => meetsLine(from, to, lat))
    .map(([from, to]) => {
      const share = (lat - latOf(from)) / (latOf(to) - latOf(from));
      return lonOf(from) + share * (lonOf(to) - lonOf(from));
    })
    .sort((one, other) => one - other);

/** A point inside of a polygon, about its middle; of one without an inside, its first corner. */
export const middleOf = (rings: readonly Ring[]): Point => {
  const [outer = []] = rings;
  const [, south, , north] = boxOf(outer);
  const lat = (south + north) / 2;
  const crossings = crossingsAt(rings, lat);
  const stretches = crossings.flatMap((from, place) =>
    place % 2 === 0 ? [{ from, to: crossings[place + 1] ?? from }] : [],
  );
  const widest = stretches.reduce<(typeof stretches)[number] | null>(
    (most, it) => (most !== null && most.to - most.from >= it.to - it.from ? most : it),
    null,
  );
  const [corner = []] = outer;
  return widest === null
    ? { lat: latOf(corner), lon: lonOf(corner) }
    : { lat, lon: (widest.from + widest.to) / 2 };
};

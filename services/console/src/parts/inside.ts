/** Points and pieces of land, in degrees. */
import type { Schemas } from '../api/client';

type Geometry = Schemas['MicroGridFeature']['geometry'];
type Ring = readonly (readonly number[])[];
type Point = Readonly<{ lat: number; lon: number }>;

const at = (position: readonly number[] | undefined): readonly [number, number] => [
  position?.[0] ?? 0,
  position?.[1] ?? 0,
];

/** Where a parallel crosses the border of the land, from west to east. */
const crossings = (rings: readonly Ring[], lat: number): readonly number[] =>
  rings
    .flatMap((ring) =>
      ring.slice(1).flatMap((position, before) => {
        const [west, south] = at(ring[before]);
        const [east, north] = at(position);
        const isCrossed = south > lat !== north > lat;
        return isCrossed ? [west + ((lat - south) / (north - south)) * (east - west)] : [];
      }),
    )
    .sort((a, b) => a - b);

const partsOf = (geometry: Geometry): readonly (readonly Ring[])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Whether the point lies in the land; in a hole of it, it does not. */
export const isInside = (geometry: Geometry, { lat, lon }: Point): boolean =>
  partsOf(geometry).some((rings) => crossings(rings, lat).filter((border) => border < lon).length % 2 === 1);

/**
 * A point that certainly lies in the land, for where an order goes that names the land alone: the middle of the widest stretch within the land, half way
 * between its south and its north.
 */
export const pointInside = (geometry: Geometry): Point | null => {
  const rings = partsOf(geometry)[0] ?? [];
  const lats = (rings[0] ?? []).map((position) => at(position)[1]);
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2;
  const found = crossings(rings, lat);
  const stretches = found.flatMap((from, place) => {
    const to = found[place + 1];
    return place % 2 === 0 && to !== undefined ? [{ width: to - from, lon: (from + to) / 2 }] : [];
  });
  const widest = stretches.sort((a, b) => b.width - a.width)[0];
  return widest === undefined ? null : { lat, lon: widest.lon };
};

/** Somewhere in a micro-grid: for made-up demands. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MicroGrid } from '../read/grids.js';
import type { Point } from './plane.js';

const tries = 64;
/** About a metre. */
const rounded = (degrees: number): number => Number(degrees.toFixed(5));

/** `chance` gives numbers from 0 to 1, another one each time; where none of its points lies inside, it is a corner. */
export const placeIn = ({ land }: Pick<MicroGrid, 'land'>, chance: () => number): Point => {
  const corners = land.flatMap(([outer = []]) => outer);
  const spanOf = (axis: 0 | 1) => {
    const all = corners.map((corner) => corner[axis] ?? 0);
    return [Math.min(...all), Math.max(...all)] as const;
  };
  const [[west, east], [south, north]] = [spanOf(0), spanOf(1)];
  for (let left = tries; left > 0; left--) {
    const point = [west + chance() * (east - west), south + chance() * (north - south)].map(rounded);
    if (booleanPointInPolygon(point, { type: 'MultiPolygon', coordinates: land }))
      return { lon: point[0] ?? 0, lat: point[1] ?? 0 };
  }
  const [[lon = 0, lat = 0] = []] = corners;
  return { lon, lat };
};

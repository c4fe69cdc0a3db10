/** How far a town reaches. */
import type { Pack } from '@mulin/pack';

/** West, south, east and north in degrees of WGS 84, as GeoJSON orders a `bbox`. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The box around all borders that a pack draws, whenever they are in force. A town without land is nowhere: refused. */
export const boundsOf = ({ grids }: Pick<Pack['routing'], 'grids'>): Bounds => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of grids.flatMap(({ land }) => land.flat(2))) {
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
  }
  if (west > east) throw new Error('a pack has a micro-grid at least');
  return [west, south, east, north];
};

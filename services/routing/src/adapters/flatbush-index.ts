/** Where land lies, by a packed R-tree of boxes (flatbush) and the polygons within them (turf). */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import { gridsOn } from '../domain/land/grids.js';
import type { IndexLand } from '../domain/land/land.js';
import type { Land } from '../domain/land/territory.js';

const boxOf = (land: Land): [number, number, number, number] => {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of land.flatMap(([outer = []]) => outer)) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
};

/** What has no land at all still has a place in the index, where nobody asks. */
const boxesOf = (lands: readonly Land[]): Flatbush => {
  const index = new Flatbush(Math.max(lands.length, 1));
  if (lands.length === 0) index.add(999, 999, 999, 999);
  for (const land of lands) index.add(...boxOf(land));
  index.finish();
  return index;
};

/** The borders of a town in memory: made in one pass, asked without I/O. */
const flatbushIndex: IndexLand = (lands) => {
  const index = boxesOf(lands);
  return {
    covering: ({ lat, lon }, isAsked) =>
      index.search(lon, lat, lon, lat, isAsked).filter((place) => {
        const coordinates = lands[place] ?? [];
        return booleanPointInPolygon([lon, lat], { type: 'MultiPolygon', coordinates });
      }),
    nearest: ({ lat, lon }, isAsked) => index.neighbors(lon, lat, 1, Infinity, isAsked)[0] ?? null,
  };
};

/** The town's grids by this index. */
export const flatbushGrids = gridsOn(flatbushIndex);

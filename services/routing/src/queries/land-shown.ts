/** The land of the town as a map shows it: GeoJSON (RFC 7946), in WGS 84. */
import { type Level, type LocalizedText, upTo } from '@mulin/kernel';
import type { NamedArea } from '@mulin/pack';
import type * as MicroGrids from '../domain/land/micro-grid.js';
import type { Land } from '../domain/land/territory.js';

/** Six digits of a degree are a tenth of a metre. */
const precision = 1e6;

const rounded = (degrees: number): number => Math.round(degrees * precision) / precision;

/** Positions that are one when they are rounded are written once. */
const ringShown = (ring: readonly (readonly number[])[]): number[][] => {
  const all = ring.map((position) => position.map(rounded));
  const distinct = all.filter(
    (position, place) => place === 0 || position.some((it, axis) => it !== all[place - 1]?.[axis]),
  );
  // A ring has four positions at least.
  return distinct.length < 4 ? all : distinct;
};

const geometryOf = (land: Land) => {
  const parts = land.map((rings) => rings.map(ringShown));
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? { type: 'Polygon' as const, coordinates: only }
    : { type: 'MultiPolygon' as const, coordinates: parts };
};

type Place = Readonly<{ path: string; name: LocalizedText }>;

/** What a map shows of micro-grids: borders and names, and nothing else that the file of the pack may hold. */
export const landShown = (drawn: readonly MicroGrids.MicroGrid[], areas: readonly NamedArea[]) => {
  const names = new Map(areas.map(({ path, name }) => [path, name]));
  const around = (level: Level, area: string): Place | null => {
    const path = upTo(level, area);
    const name = names.get(path);
    return name === undefined ? null : { path, name };
  };
  return {
    type: 'FeatureCollection' as const,
    features: drawn.map(({ id, name, net, area, land }) => ({
      type: 'Feature' as const,
      id,
      properties: {
        id,
        name,
        net,
        area,
        community: around('community', area),
        village: around('village', area),
        grid: around('grid', area),
      },
      geometry: geometryOf(land),
    })),
  };
};

/** Which community each feature lies in, where the file has no such level of its own. */
import { slugOf } from './slug.js';

type Feature = Readonly<{
  properties: Readonly<Record<string, unknown>>;
  geometry: { coordinates: number[][][][] };
}>;
type Wish = Readonly<{ idField: string; nameField: string; communityField?: string; town: string }>;

/** A property as text; `null`: it has none that says anything. */
export const valueOf = (properties: Readonly<Record<string, unknown>>, field: string): string | null => {
  const value = properties[field];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

type Box = [west: number, south: number, east: number, north: number];

const boxOf = (features: readonly Feature[]): Box => {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of features.flatMap(({ geometry }) => geometry.coordinates.flat(2))) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
};

const sizeOf = ([west, south, east, north]: Box): number => (east - west) * (north - south);

const groupsBy = (
  features: readonly Feature[],
  field: string,
): ReadonlyMap<string | null, readonly Feature[]> => {
  const groups = new Map<string | null, Feature[]>();
  for (const feature of features) {
    const value = valueOf(feature.properties, field);
    const group = groups.get(value);
    if (group) group.push(feature);
    else groups.set(value, [feature]);
  }
  return groups;
};

/** How much land the groups would take up as rectangles: neighbours take less than features far apart. */
const spread = (groups: ReadonlyMap<unknown, readonly Feature[]>): number =>
  [...groups.values()].reduce((sum, group) => sum + sizeOf(boxOf(group)), 0);

/** The property that groups neighbours best into at least two and at most a quarter as many; `null`: none does. */
const bestField = (features: readonly Feature[], { idField, nameField }: Wish): string | null => {
  const [first] = features;
  const candidates = Object.keys(first?.properties ?? {})
    .filter((field) => field !== idField && field !== nameField && field !== 'net')
    .map((field) => ({ field, groups: groupsBy(features, field) }))
    .filter(({ groups }) => !groups.has(null) && groups.size >= 2 && groups.size <= features.length / 4)
    .map(({ field, groups }) => ({ field, spread: spread(groups) }))
    .sort((one, other) => one.spread - other.spread);
  return candidates[0]?.field ?? null;
};

/** A bare number says little: `7` becomes `ward-7`. */
const named = (value: string, field: string): string => (/^\d+$/.test(value) ? `${field}-${value}` : value);

/** For each feature the name of its community; the town itself where nothing says so. */
export const communitiesIn = (features: readonly Feature[], wish: Wish): readonly string[] => {
  const field = wish.communityField ?? bestField(features, wish);
  return features.map(({ properties }) => {
    const value = field === null ? null : valueOf(properties, field);
    return value === null || field === null || slugOf(value) === '' ? wish.town : named(value, field);
  });
};

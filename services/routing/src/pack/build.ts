/** A pack made of nothing but polygons: everything else is what a town can begin with. */
import type { DutyRole } from '../domain/roster.js';
import { type Land, type Net, nets, upTo } from '../domain/territory.js';
import { examine } from './check.js';
import { communitiesIn, valueOf } from './communities.js';
import { defaultCalendars } from './defaults/calendars.js';
import { defaultMenu } from './defaults/menu.js';
import { defaultPolicies } from './defaults/policies.js';
import { landOf } from './land.js';
import { isMistake, lineOf } from './problem.js';
import { slugOf } from './slug.js';

export type Wish = Readonly<{
  /** A GeoJSON FeatureCollection. */
  grids: unknown;
  /** The properties that hold a feature's id and its name. */
  idField: string;
  nameField: string;
  zone: string;
  /** The town's slug. */
  town?: string;
  /** The property that says which community a feature lies in; absent: the one that groups neighbours best. */
  communityField?: string;
}>;

export type Built = Readonly<{
  /** File name to content. Empty where nothing could be used. */
  files: Readonly<Record<string, string>>;
  grids: number;
  communities: number;
  /** What was left out, or is wrong with what was made, each with its name. */
  problems: readonly string[];
  /** What is tolerated, and may be worth a look. */
  warnings: readonly string[];
}>;

type Properties = Readonly<Record<string, unknown>>;
type Usable = Readonly<{
  id: string;
  name: string;
  net: Net;
  properties: Properties;
  geometry: Geometry;
  at: string;
}>;
type Geometry = { type: 'MultiPolygon'; coordinates: Land };
type Read = Readonly<{ usable: Usable | null; problems: readonly string[]; warnings: readonly string[] }>;

const leftOut = (at: string, why: string): Read => ({
  usable: null,
  problems: [`${at} was left out: ${why}`],
  warnings: [],
});

/** The id of a feature, as it stands in the file and as it can be used; or why it cannot. */
const idIn = (properties: Properties, idField: string): { raw: string; id: string } | string => {
  const raw = valueOf(properties, idField);
  if (raw === null) return `it has no ${idField}`;
  const id = slugOf(raw);
  return id === '' ? `${raw} cannot be an id` : { raw, id };
};

const readFeature = (feature: unknown, place: number, { idField, nameField }: Wish): Read => {
  const { properties: own, geometry } = (feature ?? {}) as {
    properties?: Properties | null;
    geometry?: object;
  };
  const properties = own ?? {};
  const called = idIn(properties, idField);
  if (typeof called === 'string') return leftOut(`feature ${place + 1}`, called);

  const { id, raw } = called;
  const at = `feature ${raw}`;
  const { land, mistakes } = landOf(geometry);
  if (land === null) return leftOut(at, mistakes.map(({ en }) => en).join(', '));
  const net = nets.find((it) => it === properties['net']) ?? 'life';
  const name = valueOf(properties, nameField);
  return {
    usable: {
      id,
      name: name ?? id,
      net,
      at,
      properties,
      geometry: { type: 'MultiPolygon', coordinates: land },
    },
    problems: [],
    warnings: name === null ? [`${at} has no ${nameField}: it is called ${id}`] : [],
  };
};

const withoutDoubles = (read: readonly Read[], town: string): readonly Read[] => {
  const seen = new Set<string>([town]);
  return read.map((it) => {
    if (it.usable === null) return it;
    const { id, at } = it.usable;
    if (seen.has(id)) return leftOut(at, 'its id is used already');
    seen.add(id);
    return it;
  });
};

const featuresOf = (grids: unknown): readonly unknown[] => {
  const { type, features } = (grids ?? {}) as { type?: unknown; features?: unknown };
  return type === 'FeatureCollection' && Array.isArray(features) ? features : [];
};

type Placed = Usable & Readonly<{ community: string; area: string }>;

const both = (name: string) => ({ zh: name, en: name });

const townFile = ({ town, zone }: { town: string; zone: string }, placed: readonly Placed[]) => {
  const communities = [...new Set(placed.map(({ community }) => community))].sort();
  return {
    town,
    name: both(town),
    zone,
    areas: communities.flatMap((name) => {
      const path = `${town}/${slugOf(name)}`;
      return [path, `${path}/village-1`, `${path}/village-1/grid-1`].map((area) => ({
        path: area,
        name: both(name),
      }));
    }),
  };
};

const gridsFile = (placed: readonly Placed[]) => ({
  type: 'FeatureCollection',
  features: placed.map(({ id, name, net, area, geometry }) => ({
    type: 'Feature',
    properties: { id, name, net, area },
    geometry,
  })),
});

/** The account that somebody of this role in this area has where nobody names one. */
const held = <Role extends DutyRole>(role: Role, area: string) => ({
  account: `${role}@${area}`,
  role,
  area,
});

/** One account for each micro-grid, and one for each who leads. */
const rostersFile = (town: string, placed: readonly Placed[]) => ({
  members: placed.map(({ id, area }) => ({ account: held('grid-member', area).account, microGrids: [id] })),
  leaders: [
    ...[...new Set(placed.map(({ area }) => upTo('community', area)))]
      .sort()
      .flatMap((community) => [
        held('grid-leader', `${community}/village-1/grid-1`),
        held('village-committee', `${community}/village-1`),
        held('community-secretary', community),
      ]),
    held('town-leader', town),
  ],
});

const textOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
/** Geometry is for machines: one feature to a line. */
const linesOf = ({ type, features }: ReturnType<typeof gridsFile>): string =>
  `{"type":${JSON.stringify(type)},"features":[\n${features.map((it) => JSON.stringify(it)).join(',\n')}\n]}\n`;

const nothing = (problems: readonly string[]): Built => ({
  files: {},
  grids: 0,
  communities: 0,
  problems,
  warnings: [],
});

/** Takes what can be used, says what cannot and why, and adds all else that a town needs to begin. */
export const buildPack = (wish: Wish): Built => {
  const { zone, town = 'town' } = wish;
  const features = featuresOf(wish.grids);
  if (features.length === 0) return nothing(['the file is no GeoJSON FeatureCollection with features']);

  const read = withoutDoubles(
    features.map((feature, place) => readFeature(feature, place, wish)),
    town,
  );
  const usable = read.flatMap((it) => it.usable ?? []);
  const problems = read.flatMap((it) => it.problems);
  if (usable.length === 0) return nothing(problems);

  const communities = communitiesIn(usable, { ...wish, town });
  const placed = usable.map((it, place): Placed => {
    const community = communities[place] ?? town;
    return { ...it, community, area: `${town}/${slugOf(community)}/village-1/grid-1/${it.id}` };
  });
  const json = {
    town: townFile({ town, zone }, placed),
    grids: gridsFile(placed),
    rosters: rostersFile(town, placed),
  };
  const found = examine(json);
  const linesFor = (wanted: boolean) =>
    found.filter((it) => isMistake(it) === wanted).map((it) => lineOf(it));
  return {
    files: {
      'town.json': textOf(json.town),
      'grids.geojson': linesOf(json.grids),
      'rosters.json': textOf(json.rosters),
      'menu.json': textOf(defaultMenu),
      'policies.json': textOf(defaultPolicies),
      'calendars.json': textOf(defaultCalendars(zone)),
    },
    grids: placed.length,
    communities: new Set(placed.map(({ community }) => community)).size,
    problems: [...problems, ...linesFor(true)],
    warnings: [...read.flatMap((it) => it.warnings), ...linesFor(false)],
  };
};

/** A pack made of nothing but polygons: everything else is what a town can begin with. */
import { upTo } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { DutyRole } from '../words.js';
import { communitiesIn } from './communities.js';
import { defaultCalendars } from './defaults/calendars.js';
import { defaultMenu } from './defaults/menu.js';
import { defaultPolicies } from './defaults/policies.js';
import { readMap, type Usable } from './features.js';
import { slugOf } from './slug.js';

const { warning } = problemsIn('');

/** What a town is built from: a map, and what its properties mean. */
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
  /** In which the map is drawn (as `datumOf` reads it); absent: as the map itself declares, else WGS 84. */
  datum?: string;
}>;

/** A pack that was built and is not written yet. */
export type Built = Readonly<{
  /** File name to content. Empty where nothing could be used. */
  files: Readonly<Record<string, string>>;
  grids: number;
  communities: number;
  /**
   * What was left out of the map or changed in it. How what was made fits together is for the check of the
   * whole pack to say.
   */
  problems: readonly PackProblem[];
}>;

type Placed = Usable & Readonly<{ community: string; area: string }>;

const both = (name: string) => ({ zh: name, en: name });

/** Two names may be one slug when they are cleaned: then it is one community, by the first name. */
const communitiesBySlug = (placed: readonly Placed[]): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>();
  for (const name of [...new Set(placed.map(({ community }) => community))].sort())
    names.set(slugOf(name), [...(names.get(slugOf(name)) ?? []), name]);
  return names;
};

const mergedCommunities = (communities: ReadonlyMap<string, readonly string[]>): readonly PackProblem[] =>
  [...communities]
    .filter(([, names]) => names.length > 1)
    .map(([slug, names]) =>
      warning('communities-merged', `community ${slug}`, {
        en: `${names.join(' and ')} became one community: in a path both are ${slug}`,
        zh: `${names.join('、')} 在路径中均为 ${slug}，已归为一个社区`,
      }),
    );

type Named = Readonly<{ town: string; zone: string }>;

const townFile = ({ town, zone }: Named, communities: ReadonlyMap<string, readonly string[]>) => ({
  town,
  name: both(town),
  zone,
  areas: [...communities].flatMap(([slug, [name = slug]]) => {
    const path = `${town}/${slug}`;
    return [path, `${path}/village-1`, `${path}/village-1/grid-1`].map((area) => ({
      path: area,
      name: both(name),
    }));
  }),
});

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

const nothing = (problems: readonly PackProblem[]): Built => ({
  files: {},
  grids: 0,
  communities: 0,
  problems,
});

/**
 * A whole pack from a map: what can be used is taken, what cannot is said with its reason (`problems`), and all else
 * that a town needs to begin is added (menu, policies, calendars, rosters). What is written is in WGS 84. Whether a
 * town starts with it is for `problemsOfFiles` to say. It throws for nothing that a map may hold.
 */
export const buildPack = (wish: Wish): Built => {
  const { zone, town = 'town' } = wish;
  const { usable, problems } = readMap({ ...wish, town });
  if (usable.length === 0) return nothing(problems);

  const names = communitiesIn(usable, { ...wish, town });
  const placed = usable.map((it, place): Placed => {
    const community = names[place] ?? town;
    return { ...it, community, area: `${town}/${slugOf(community)}/village-1/grid-1/${it.id}` };
  });
  const communities = communitiesBySlug(placed);
  return {
    files: {
      'town.json': textOf(townFile({ town, zone }, communities)),
      'grids.geojson': linesOf(gridsFile(placed)),
      'rosters.json': textOf(rostersFile(town, placed)),
      'menu.json': textOf(defaultMenu),
      'policies.json': textOf(defaultPolicies),
      'calendars.json': textOf(defaultCalendars(zone)),
    },
    grids: placed.length,
    communities: communities.size,
    problems: [...problems, ...mergedCommunities(communities)],
  };
};

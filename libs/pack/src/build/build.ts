/** A pack made of nothing but polygons: everything else is what a town can begin with. */
import { type LocalizedText, upTo } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import { type DutyRole, type Net, nets } from '../words.js';
import { communitiesIn, valueOf } from './communities.js';
import { defaultCalendars } from './defaults/calendars.js';
import { defaultMenu } from './defaults/menu.js';
import { defaultPolicies } from './defaults/policies.js';
import { landOf } from '../geometry/land.js';
import type { Finding } from '../geometry/finding.js';
import { type Land, ringArea } from '../geometry/plane.js';
import { smallestArea, withoutRepeats } from '../geometry/ring.js';
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
  /**
   * What was left out of the map or changed in it. How what was made fits together is for the check of the
   * whole pack to say.
   */
  problems: readonly PackProblem[];
}>;

type Properties = Readonly<Record<string, unknown>>;
type Usable = Readonly<{
  id: string;
  name: string;
  net: Net;
  properties: Properties;
  geometry: Geometry;
  /** The id as it stands in the map. */
  raw: string;
}>;
type Geometry = { type: 'MultiPolygon'; coordinates: Land };
type Read = Readonly<{ usable: Usable | null; problems: readonly PackProblem[] }>;

// The map has a name that only its owner knows.
const { mistake, warning, note } = problemsIn('');

const leftOut = (at: string, code: string, { en, zh }: LocalizedText): PackProblem =>
  mistake(code, at, { en: `was left out: ${en}`, zh: `未采用：${zh}` });

const dropped = (...problems: readonly PackProblem[]): Read => ({ usable: null, problems });

const called = (raw: string): string => `feature ${raw}`;

/** The id of a feature, as it stands in the file and as it can be used; or why it cannot. */
const idIn = (properties: Properties, idField: string): { raw: string; id: string } | LocalizedText => {
  const raw = valueOf(properties, idField);
  if (raw === null) return { en: `it has no ${idField}`, zh: `缺少属性 ${idField}` };
  const id = slugOf(raw);
  return id === '' ? { en: `${raw} cannot be an id`, zh: `${raw} 不能用作编号` } : { raw, id };
};

const nameless = (at: string, id: string, nameField: string): PackProblem =>
  note('no-name', at, {
    en: `has no ${nameField}: it is called ${id}`,
    zh: `缺少属性 ${nameField}，以 ${id} 命名`,
  });

/** What means nothing is taken out: positions that repeat the one before, and rings that enclose nothing. */
const meaningless = ['repeated-point', 'no-area'];

const isNothing = (ring: Land[number][number]): boolean => Math.abs(ringArea(ring)) < smallestArea;

const cleaned = (land: Land): Land =>
  land
    .filter(([outer = []]) => !isNothing(outer))
    .map((rings) =>
      rings.filter((ring) => !isNothing(ring)).map((ring) => [...withoutRepeats(ring)] as number[][]),
    );

const cleanedNote = (at: string, { code, sentence: { en, zh }, where }: Finding): PackProblem =>
  note(code, at, { en: `${en}: taken out`, zh: `${zh}，已去除` }, where);

const readFeature = (feature: unknown, place: number, { idField, nameField }: Wish): Read => {
  const { properties: own, geometry } = (feature ?? {}) as {
    properties?: Properties | null;
    geometry?: object;
  };
  const properties = own ?? {};
  const named = idIn(properties, idField);
  if ('en' in named) return dropped(leftOut(called(String(place + 1)), 'no-id', named));

  const { id, raw } = named;
  const at = called(raw);
  const { land, findings } = landOf(geometry);
  if (land === null)
    return dropped(
      ...findings
        .filter(({ severity }) => severity === 'mistake')
        .map(({ code, sentence, where }) => ({ ...leftOut(at, code, sentence), ...where })),
    );
  const net = nets.find((it) => it === properties['net']) ?? 'life';
  const name = valueOf(properties, nameField);
  return {
    usable: {
      id,
      name: name ?? id,
      net,
      raw,
      properties,
      geometry: { type: 'MultiPolygon', coordinates: cleaned(land) },
    },
    problems: [
      ...(name === null ? [nameless(at, id, nameField)] : []),
      ...findings.filter(({ code }) => meaningless.includes(code)).map((finding) => cleanedNote(at, finding)),
    ],
  };
};

/** Two ids of the map may be one when they are cleaned; the first one keeps it. */
const collision = ({ id, raw }: Usable, first: string | null): PackProblem =>
  leftOut(
    called(raw),
    'id-twice',
    first === null
      ? { en: `${id} is the name of the town itself`, zh: `${id} 与镇的代号相同` }
      : first === raw
        ? { en: 'its id is used already', zh: '编号重复' }
        : {
            en: `its id becomes ${id}, as that of feature ${first} does`,
            zh: `其编号整理后为 ${id}，与要素 ${first} 相同`,
          },
  );

const withoutDoubles = (read: readonly Read[], town: string): readonly Read[] => {
  const seen = new Map<string, string | null>([[town, null]]);
  return read.map((it) => {
    if (it.usable === null) return it;
    const { id, raw } = it.usable;
    const first = seen.get(id);
    if (first !== undefined) return dropped(collision(it.usable, first));
    seen.set(id, raw);
    return it;
  });
};

const featuresOf = (grids: unknown): readonly unknown[] => {
  const { type, features } = (grids ?? {}) as { type?: unknown; features?: unknown };
  return type === 'FeatureCollection' && Array.isArray(features) ? features : [];
};

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
        zh: `${names.join('、')} 在路径中均为 ${slug}，已合并为一个社区`,
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

const noCollection = (): Built =>
  nothing([
    mistake('no-features', '', {
      en: 'the file is no GeoJSON FeatureCollection with features',
      zh: '文件不是带要素的 GeoJSON FeatureCollection',
    }),
  ]);

/** Takes what can be used, says what cannot and why, and adds all else that a town needs to begin. */
export const buildPack = (wish: Wish): Built => {
  const { zone, town = 'town' } = wish;
  const features = featuresOf(wish.grids);
  if (features.length === 0) return noCollection();

  const read = withoutDoubles(
    features.map((feature, place) => readFeature(feature, place, wish)),
    town,
  );
  const usable = read.flatMap((it) => it.usable ?? []);
  const problems = read.flatMap((it) => it.problems);
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

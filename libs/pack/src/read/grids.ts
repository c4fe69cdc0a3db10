/** `grids.geojson`: the micro-grids of a town, one feature each. */
import { type Instant, levelOf, type LocalizedText, upTo } from '@mulin/kernel';
import { type PackProblem, problemsIn, readBy, refuseMistakes } from '../problem.js';
import { z } from 'zod';
import { type Land } from '../geometry/plane.js';
import { type Net, nets } from '../words.js';
import { longestName, Name, Path, saying, Slug } from './fields.js';
import { landOf } from '../geometry/land.js';
import type { Datum } from '../datum.js';
import type { Finding } from '../geometry/finding.js';
import { datumOfMap, geometryInWgs84 } from './crs.js';
import { doOverlap, type InForce, isInForce, termProblems } from './terms.js';
import { Moment, type Town } from './town.js';

const file = 'grids.geojson';
const { mistake, warning } = problemsIn(file);

/** A micro-grid; its land in WGS 84. */
export type MicroGrid = Readonly<{
  id: string;
  name: LocalizedText;
  net: Net;
  /** `town/community/village/grid/micro-grid`. */
  area: string;
  land: Land;
}> &
  InForce;

/** The micro-grids of the map that is in force at a moment, in the order of the file. */
export const gridsAt = (grids: readonly MicroGrid[], at: Instant): readonly MicroGrid[] =>
  grids.filter((grid) => isInForce(grid, at));

/** `grids.geojson`, as far as it is the same for every feature. */
export const Collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()).min(1),
});

const Properties = z.looseObject({
  id: z
    .union([Slug, z.number().transform(String)])
    .meta(saying('the micro-grid’s id, never changed later', '微网格编号，启用后不再更改')),
  name: z
    .union([z.string().trim().min(1).max(longestName), Name])
    .optional()
    .meta(saying('how it is called; absent: its id', '名称；未填则用编号')),
  net: z
    .enum(nets)
    .meta(
      saying(
        'life covers the whole town; production and commerce lie over it',
        '生活网覆盖全镇，生产网、商业网叠加其上',
      ),
    ),
  area: Path.meta(saying('town/community/village/grid/id', '镇/社区/村/网格/编号')),
  from: Moment.nullish().meta(
    saying(
      'this border is in force from then on, with offset; absent: for ever before',
      '边界生效时间，带时区；未填则一直有效',
    ),
  ),
  until: Moment.nullish().meta(
    saying('in force until then (exclusive); absent: for ever', '边界失效时间，不含；未填则长期有效'),
  ),
});

/** A feature of `grids.geojson`; its geometry is read by `landOf`. */
export const Feature = z.looseObject({
  type: z.literal('Feature'),
  properties: Properties,
  geometry: z.unknown(),
});

const idIn = (feature: unknown): readonly string[] => {
  const id = (feature as { properties?: { id?: unknown } } | null)?.properties?.id;
  return typeof id === 'string' || typeof id === 'number' ? [String(id)] : [];
};

/** How a feature is called when something is wrong with it: by its id if it has one, and by its place. */
const calledIn = (feature: unknown, place: number): string => {
  const [id] = idIn(feature);
  return id === undefined ? `features.${place}` : `feature ${id}`;
};

const both = (name: string | LocalizedText): LocalizedText =>
  typeof name === 'string' ? { en: name, zh: name } : name;

const areaProblems = ({ id, area }: MicroGrid, { town, areas }: Town, at: string): readonly PackProblem[] => {
  if (levelOf(area) !== 'micro-grid' || !area.endsWith(`/${id}`))
    return [
      mistake('wrong-area', `${at} area`, {
        en: `${area} is not town/community/village/grid/${id}`,
        zh: `${area} 不符合“镇/社区/村/网格/${id}”的形式`,
      }),
    ];
  if (id === town)
    return [
      mistake('id-of-town', at, { en: `${id} is the name of the town itself`, zh: `${id} 与镇的代号相同` }),
    ];
  const grid = upTo('grid', area);
  return upTo('town', area) === town && areas.some(({ path }) => path === grid)
    ? []
    : [
        mistake('unknown-area', `${at} area`, {
          en: `town.json knows no grid ${grid}`,
          zh: `town.json 中没有网格 ${grid}`,
        }),
      ];
};

type Read = Readonly<{ grids: readonly MicroGrid[]; problems: readonly PackProblem[] }>;

const said = ({ severity, code, sentence, where }: Finding, at: string): PackProblem => ({
  severity,
  code,
  file,
  at,
  sentence,
  ...where,
});

type Map = Readonly<{ town: Town; datum: Datum }>;

const readFeature = (feature: unknown, place: number, { town, datum }: Map): Read => {
  const at = calledIn(feature, place);
  const { value, problems } = readBy(Feature, feature, { file, at });
  if (value === null) return { grids: [], problems };

  const { geometry, finding } = geometryInWgs84(value.geometry, datum);
  if (finding !== null) return { grids: [], problems: [said(finding, at)] };
  const { land, findings } = landOf(geometry);
  const { id, name = id, net, area, from, until } = value.properties;
  const found = findings.map((it) => said(it, at));
  if (land === null) return { grids: [], problems: found };
  const term = { ...(from ? { from } : {}), ...(until ? { until } : {}) };
  const grid = { id, name: both(name), net, area, land, ...term };
  const own = [...areaProblems(grid, town, at), ...termProblems(mistake, term, at)];
  return { grids: [grid], problems: [...found, ...own] };
};

/** How an id reads: what differs in nothing else is mixed up by people, files and spreadsheets. */
const lookOf = (id: string): string => id.normalize('NFKC').toLowerCase();

type Named = Readonly<{ id: string; term: InForce }>;

const TermOnly = z.object({ properties: z.object({ from: Moment.nullish(), until: Moment.nullish() }) });

/** The id of a feature and when its border is in force; a term that cannot be read is said elsewhere. */
const namedIn = (feature: unknown): readonly Named[] => {
  const { from, until } = TermOnly.safeParse(feature).data?.properties ?? {};
  return idIn(feature).map((id) => ({
    id,
    term: { ...(from ? { from } : {}), ...(until ? { until } : {}) },
  }));
};

/** One id may stand there again with another term: the same micro-grid, drawn anew. */
const duplicates = (features: readonly unknown[]): readonly PackProblem[] => {
  const byLook = new Map<string, Named[]>();
  return features.flatMap(namedIn).flatMap((named): readonly PackProblem[] => {
    const { id, term } = named;
    const at = `feature ${id}`;
    const look = lookOf(id);
    const before = byLook.get(look) ?? [];
    byLook.set(look, [...before, named]);
    if (before.some((it) => it.id === id && doOverlap(it.term, term)))
      return [mistake('id-twice', at, { en: 'its id is used twice', zh: '编号重复' })];
    const alike = before.find((it) => it.id !== id)?.id;
    return alike === undefined
      ? []
      : [
          warning('ids-alike', at, {
            en: `its id looks like that of feature ${alike}: one is taken for the other`,
            zh: `编号与要素 ${alike} 难以区分，容易混淆`,
          }),
        ];
  });
};

/** The features that can be used, the ids of all (`null`: there are no features), and what is wrong with each. */
export const readGrids = (json: unknown, town: Town): Read & Readonly<{ ids: readonly string[] | null }> => {
  const { value, problems } = readBy(Collection, json, { file });
  if (value === null) return { grids: [], ids: null, problems };
  const { datum, finding } = datumOfMap(json, town.datum);
  const ids = value.features.flatMap(idIn);
  if (finding !== null) return { grids: [], ids, problems: [said(finding, '')] };
  const read = value.features.map((feature, place) => readFeature(feature, place, { town, datum }));
  return {
    grids: read.flatMap(({ grids }) => grids),
    ids,
    problems: [...duplicates(value.features), ...read.flatMap((it) => it.problems)],
  };
};

/**
 * The micro-grids of a town.
 *
 * @param json the content of `grids.geojson`, in the datum that it declares, else that of the town.
 * @throws `Rejection` `pack-invalid`, with every mistake named.
 */
export const parseGrids = (json: unknown, town: Town): readonly MicroGrid[] => {
  const { grids, problems } = readGrids(json, town);
  refuseMistakes(problems);
  return grids;
};

/** `grids.geojson`: the micro-grids of a town, one feature each. */
import type { Sentence } from '@mulin/kernel';
import { z } from 'zod';
import type { MicroGrid } from '../domain/micro-grid.js';
import { levelOf, nets, upTo } from '../domain/territory.js';
import { landOf } from './land.js';
import { mistake, Name, type PackProblem, Path, readBy, refuseMistakes, Slug } from './problem.js';
import type { Town } from './town.js';

const file = 'grids.geojson';

const Collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()).min(1),
});

const Properties = z.looseObject({
  id: z.union([Slug, z.number().transform(String)]),
  name: z.union([z.string().trim().min(1).max(100), Name]).optional(),
  net: z.enum(nets),
  area: Path,
});

const Feature = z.looseObject({ type: z.literal('Feature'), properties: Properties, geometry: z.unknown() });

/** How a feature is called when something is wrong with it: by its id if it has one, and by its place. */
const calledIn = (feature: unknown, place: number): string => {
  const properties = (feature as { properties?: { id?: unknown } } | null)?.properties;
  const id = properties?.id;
  return typeof id === 'string' || typeof id === 'number' ? `feature ${id}` : `features.${place}`;
};

const both = (name: string | Sentence): Sentence =>
  typeof name === 'string' ? { en: name, zh: name } : name;

const areaProblems = ({ id, area }: MicroGrid, { town, areas }: Town, at: string): readonly PackProblem[] => {
  if (levelOf(area) !== 'micro-grid' || !area.endsWith(`/${id}`))
    return [
      mistake(
        file,
        `${at} area`,
        `${area} is not town/community/village/grid/${id}`,
        `${area} 不符合“镇/社区/村/网格/${id}”的形式`,
      ),
    ];
  if (id === town) return [mistake(file, at, `${id} is the name of the town itself`, `${id} 与镇的代号相同`)];
  const grid = upTo('grid', area);
  return upTo('town', area) === town && areas.some(({ path }) => path === grid)
    ? []
    : [mistake(file, `${at} area`, `town.json knows no grid ${grid}`, `town.json 中没有网格 ${grid}`)];
};

type Read = { grids: readonly MicroGrid[]; problems: readonly PackProblem[] };

const readFeature = (feature: unknown, place: number, town: Town): Read => {
  const at = calledIn(feature, place);
  const { value, problems } = readBy(Feature, feature, file, at);
  if (value === null) return { grids: [], problems };

  const { land, mistakes } = landOf(value.geometry);
  const { id, name = id, net, area } = value.properties;
  if (land === null) return { grids: [], problems: mistakes.map(({ en, zh }) => mistake(file, at, en, zh)) };
  const grid = { id, name: both(name), net, area, land };
  return { grids: [grid], problems: areaProblems(grid, town, at) };
};

const duplicates = (features: readonly unknown[]): readonly PackProblem[] => {
  const seen = new Set<string>();
  return features.flatMap((feature, place) => {
    const id = calledIn(feature, place);
    const again = seen.has(id);
    seen.add(id);
    return again ? [mistake(file, id, 'its id is used twice', '编号重复')] : [];
  });
};

/** The features that can be used, and what is wrong with each. */
export const readGrids = (json: unknown, town: Town): Read => {
  const { value, problems } = readBy(Collection, json, file);
  if (value === null) return { grids: [], problems };
  const read = value.features.map((feature, place) => readFeature(feature, place, town));
  return {
    grids: read.flatMap(({ grids }) => grids),
    problems: [...duplicates(value.features), ...read.flatMap((it) => it.problems)],
  };
};

/** Refused (`pack-invalid`) with every mistake named. */
export const parseGrids = (json: unknown, town: Town): readonly MicroGrid[] => {
  const { grids, problems } = readGrids(json, town);
  refuseMistakes(problems);
  return grids;
};

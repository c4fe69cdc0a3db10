/** `town.json`: the town's slug, name and zone, and its areas from the communities down to the grids. */
import { instant, type Sentence } from '@mulin/kernel';
import { z } from 'zod';
import { levelOf } from '../domain/territory.js';
import { mistake, Name, type PackProblem, Path, readBy, refuseMistakes } from './problem.js';

const file = 'town.json';

export type NamedArea = Readonly<{ path: string; name: Sentence }>;

export type Town = Readonly<{
  /** The slug that every fact, event and row of this town carries. */
  town: string;
  name: Sentence;
  zone: string;
  /** Communities, villages and grids. The first community keeps what lies nowhere. */
  areas: readonly NamedArea[];
}>;

const Area = z.strictObject({ path: Path, name: Name.optional() });

const TownFile = z.strictObject({
  /** Part of case numbers and of file names, so plain. */
  town: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  name: Name,
  zone: z.string().min(1),
  areas: z.array(Area).min(1),
});

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const areaProblems = ({ town, areas }: z.infer<typeof TownFile>): readonly PackProblem[] => {
  const known = new Set([town, ...areas.map(({ path }) => path)]);
  const seen = new Set<string>();
  return areas.flatMap(({ path }) => {
    const problems: PackProblem[] = [];
    if (levelOf(path) === 'micro-grid')
      problems.push(
        mistake(file, path, 'a micro-grid stands in grids.geojson', '微网格应写入 grids.geojson'),
      );
    if (!known.has(path.slice(0, path.lastIndexOf('/'))))
      problems.push(mistake(file, path, 'the area it should lie in is not named', '未列出其上级区域'));
    if (seen.has(path)) problems.push(mistake(file, path, 'it stands there twice', '重复出现'));
    seen.add(path);
    return problems;
  });
};

const ownProblems = (town: z.infer<typeof TownFile>): readonly PackProblem[] => {
  const zone = isZone(town.zone)
    ? []
    : [mistake(file, 'zone', `${town.zone} is no time zone`, `${town.zone} 不是有效时区`)];
  const communities = town.areas.some(({ path }) => levelOf(path) === 'community')
    ? []
    : [mistake(file, 'areas', 'a town has at least one community', '至少须有一个社区')];
  return [...zone, ...communities, ...areaProblems(town)];
};

/** A name for an area that has none: the last part of its path. */
const nameOf = (path: string): Sentence => {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return { en: last, zh: last };
};

export const readTown = (json: unknown): { town: Town | null; problems: readonly PackProblem[] } => {
  const { value, problems } = readBy(TownFile, json, file);
  if (value === null) return { town: null, problems };
  const areas = value.areas.map(({ path, name }) => ({ path, name: name ?? nameOf(path) }));
  return { town: { ...value, areas }, problems: ownProblems(value) };
};

/** Refused (`pack-invalid`) with every mistake named. */
export const parseTown = (json: unknown): Town => {
  const { town, problems } = readTown(json);
  refuseMistakes(problems);
  if (town === null) throw new Error('a town without a mistake was not read');
  return town;
};

/** For a moment that a pack names, with its offset. */
export const Moment = z.iso.datetime({ offset: true }).transform((text) => instant(text));

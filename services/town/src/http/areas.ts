/** The areas of a town, and who may work in which. */
import { type Area, isOfAnArea, type LocalizedText, Rejection, type Role, roleWords } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';

export type Areas = Readonly<{
  town: string;
  /** Communities, villages, grids and micro-grids. */
  inside: ReadonlySet<string>;
  /** Where grid members serve: micro-grids, and whole areas in which somebody is on watch. */
  posts: ReadonlySet<string>;
}>;

export const areasOf = ({ town: { town, areas }, routing }: Pick<Pack, 'town' | 'routing'>): Areas => {
  const microGrids = routing.grids.map(({ area }) => area);
  return {
    town,
    inside: new Set([...areas.map(({ path }) => path), ...microGrids]),
    posts: new Set([...microGrids, ...routing.rosters.watch.keys()]),
  };
};

const unknownArea = (area: string) =>
  new Rejection(
    'area-unknown',
    { en: `This town has no area ${area}.`, zh: `本镇没有区域 ${area}。` },
    'malformed',
  );

const notOfRole = (area: string) =>
  new Rejection('area-not-of-role', {
    en: `A grid member works in a micro-grid, or where somebody is on watch, and ${area} is neither.`,
    zh: `网格员须隶属微网格或有人值班的区域，${area} 两者都不是。`,
  });

const areaMissing = (role: Role, example: string) =>
  new Rejection(
    'area-missing',
    {
      en: `A ${roleWords[role].en} answers for a part of the town: name its area, such as ${example}.`,
      zh: `${roleWords[role].zh}只负责镇内部分区域，请指定其区域，例如 ${example}。`,
    },
    'malformed',
  );

/** The whole town, where nobody says; a role of a part of it is refused (`area-missing`) without one. */
export const areaFor = (areas: Areas, role: Role, area: string = areas.town): Area => {
  const { town, inside, posts } = areas;
  const own = role === 'grid-member' ? posts : inside;
  if (area === town) refuseWhole(areas, role, own);
  else if (!inside.has(area)) throw unknownArea(area);
  else if (!own.has(area)) throw notOfRole(area);
  // One of the town's own paths, which were read as such.
  return area as Area;
};

const refuseWhole = ({ town }: Areas, role: Role, own: ReadonlySet<string>): void => {
  const [example = town] = own;
  if (isOfAnArea(role)) throw areaMissing(role, example);
};

/** How an area is called; one that has no name by its path. */
export type AreaNames = (path: string) => LocalizedText;

export const areaNames = ({ town, routing }: Pick<Pack, 'town' | 'routing'>): AreaNames => {
  const names = new Map<string, LocalizedText>([
    [town.town, town.name],
    ...town.areas.map(({ path, name }) => [path, name] as const),
    ...routing.grids.map(({ area, name }) => [area, name] as const),
  ]);
  return (path) => names.get(path) ?? { en: path, zh: path };
};

/** The areas of a town, and who may work in which. */
import { type Area, Rejection, type Role } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';

export type Areas = Readonly<{
  town: string;
  /** Communities, villages, grids and micro-grids. */
  inside: ReadonlySet<string>;
  microGrids: ReadonlySet<string>;
}>;

export const areasOf = ({ town: { town, areas }, routing }: Pick<Pack, 'town' | 'routing'>): Areas => {
  const microGrids = routing.grids.map(({ area }) => area);
  return {
    town,
    inside: new Set([...areas.map(({ path }) => path), ...microGrids]),
    microGrids: new Set(microGrids),
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
    en: `A grid member works in a micro-grid, and ${area} is none.`,
    zh: `网格员须隶属微网格,${area} 不是微网格。`,
  });

/** Where somebody of this role works: the whole town, where nobody says. */
export const areaFor = ({ town, inside, microGrids }: Areas, role: Role, area: string = town): Area => {
  if (area !== town && !inside.has(area)) throw unknownArea(area);
  if (role === 'grid-member' && area !== town && !microGrids.has(area)) throw notOfRole(area);
  // One of the town's own paths, which were read as such.
  return area as Area;
};

/** What parts of the town are called, by their paths. */
import { hasRight } from '@mulin/kernel';
import { useSession } from '../api/session';
import { useAreasOnDuty, useMicroGrids, useTown } from '../api/town';
import type { Schemas } from '../api/client';
import { useLanguage } from '../app/texts';

type Names = ReadonlyMap<string, Schemas['Name']>;
type NamedArea = Readonly<{ path: string; name: string }>;

const namesIn = (map: Schemas['MicroGridMap'] | undefined): Names =>
  new Map(
    (map?.features ?? []).flatMap(({ properties: { community, village, grid } }) =>
      [community, village, grid].flatMap((it) => (it === null ? [] : [[it.path, it.name] as const])),
    ),
  );

const listIn = (list: ReturnType<typeof useAreasOnDuty>['data']): Names =>
  new Map((list?.areas ?? []).map(({ path, name }) => [path, name]));

/** Whoever may list all areas of the town need not read its map, which is four times as much. */
const useNamed = (): Names => {
  const session = useSession();
  const mayList = Boolean(session && !session.area.includes('/') && hasRight('area.list', session));
  const listed = useAreasOnDuty(mayList);
  const shapes = useMicroGrids(session !== undefined && !mayList);
  const town = useTown();
  const named: Names = mayList ? listIn(listed.data) : namesIn(shapes.data);
  return new Map([...(town.data === undefined ? [] : [[town.data.town, town.data.name] as const]), ...named]);
};

/** The town, and each of its communities, villages and grids in the order of their paths; none until it has answered. */
export const useAreas = (): readonly NamedArea[] => {
  const language = useLanguage();
  return [...useNamed()]
    .map(([path, name]) => ({ path, name: name[language] }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
};

/** Says an area by its name, with what it lies in; a path that has none is shown as it is. */
export const useAreaName = () => {
  const areas = new Map(useAreas().map(({ path, name }) => [path, name]));
  return (path: string): string => {
    const parts = path.split('/');
    const known = parts
      .map((_, nth) => parts.slice(0, nth + 1).join('/'))
      // What lies in the town needs not say so.
      .filter((it) => it.includes('/') || it === path)
      .map((it) => areas.get(it))
      .filter((name) => name !== undefined);
    return known.length === 0 ? path : known.slice(-2).join(' · ');
  };
};

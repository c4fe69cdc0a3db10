/** What parts of the town are called, by their paths. */
import { useMicroGrids } from '../api/town';
import type { Schemas } from '../api/client';
import { useLanguage } from '../app/texts';

type Names = ReadonlyMap<string, Schemas['Name']>;
type NamedArea = Readonly<{ path: string; name: string }>;

const namesIn = ({ features }: Schemas['MicroGridMap']): Names =>
  new Map(
    features.flatMap(({ properties: { community, village, grid } }) =>
      [community, village, grid].flatMap((it) => (it === null ? [] : [[it.path, it.name] as const])),
    ),
  );

/** Every community, village and grid of the town, in the order of their paths; none until the town has answered. */
export const useAreas = (): readonly NamedArea[] => {
  const language = useLanguage();
  const { data } = useMicroGrids();
  const names: Names = data === undefined ? new Map() : namesIn(data);
  return [...names]
    .map(([path, name]) => ({ path, name: name[language] }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
};

/** Says an area by its name, with what it lies in; a path that has none is shown as it is. */
export const useAreaName = () => {
  const areas = new Map(useAreas().map(({ path, name }) => [path, name]));
  return (path: string): string => {
    const parts = path.split('/');
    const known = parts
      .map((_, nth) => areas.get(parts.slice(0, nth + 1).join('/')))
      .filter((name) => name !== undefined);
    return known.length === 0 ? path : known.slice(-2).join(' · ');
  };
};

/** How people call an area, as the map of the town names it. */
import { useMicroGrids, useTown } from '../api/town';
import type { Schemas } from '../api/client';
import { useLanguage } from '../app/texts';

type Named = Readonly<{ path: string; name: Schemas['Name'] }>;

const namesIn = ({ features }: Schemas['MicroGridMap']): ReadonlyMap<string, Schemas['Name']> => {
  const areas = features.flatMap(({ properties: { community, village, grid } }) =>
    [community, village, grid].filter((it): it is Named => it !== null),
  );
  return new Map(areas.map(({ path, name }) => [path, name]));
};

/** An area that nobody has named is called by nothing. */
export const useAreaName = (): ((path: string) => string) => {
  const language = useLanguage();
  const town = useTown();
  const shapes = useMicroGrids();
  const names = shapes.data === undefined ? null : namesIn(shapes.data);
  return (path) => (path === town.data?.town ? town.data.name[language] : names?.get(path)?.[language]) ?? '';
};

/** What the town calls its areas, micro-grids and menu items, in the reader's language; a code without a name as it is. */
import { useAreasOnDuty, useMenu, useTown } from '../api/town';
import { hasRight } from '@mulin/kernel';
import { useSession } from '../api/session';
import { useLanguage } from '../app/texts';

/** The areas that lie in one's own, with their micro-grids; nothing for whoever may not list them. */
const useAreas = () => {
  const session = useSession();
  return useAreasOnDuty(session !== null && session !== undefined && hasRight('area.list', session));
};

export const useNames = () => {
  const language = useLanguage();
  const areas = useAreas();
  const menu = useMenu();
  const town = useTown();
  const named = new Map([
    ...(areas.data?.microGrids ?? []).map(({ area, name }) => [area, name] as const),
    ...(areas.data?.areas ?? []).map(({ path, name }) => [path, name] as const),
    ...(town.data === undefined ? [] : [[town.data.town, town.data.name] as const]),
  ]);
  return {
    area: (path: string): string => named.get(path)?.[language] ?? path,
    microGrid: (id: string): string =>
      areas.data?.microGrids.find(({ microGrid }) => microGrid === id)?.name[language] ?? id,
    item: (code: string): string => menu.data?.items.find((it) => it.id === code)?.name[language] ?? code,
  };
};

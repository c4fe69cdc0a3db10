/** What the town calls its areas, micro-grids and menu items, in the reader's language; a code without a name as it is. */
import { useAreasOnDuty, useMenu } from '../api/town';
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
  return {
    area: (path: string): string =>
      areas.data?.areas.find((it) => it.path === path)?.name[language] ??
      areas.data?.microGrids.find(({ area }) => area === path)?.name[language] ??
      path,
    item: (code: string): string => menu.data?.items.find((it) => it.id === code)?.name[language] ?? code,
  };
};

/** What the town calls its areas, micro-grids and menu items, in the reader's language; a code without a name as it is. */
import { hasRight } from '@mulin/kernel';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import { useSession } from '../api/session';
import { useLanguage } from '../app/texts';

const hourMs = 3_600_000;

/** The areas that lie in one's own, with their micro-grids; nothing for whoever may not list them. */
const useAreas = () => {
  const session = useSession();
  return useQuery({
    queryKey: ['areas'],
    queryFn: () => answerOf(api.GET('/api/v1/areas')),
    enabled: session !== null && session !== undefined && hasRight('area.list', session),
    staleTime: hourMs,
  });
};

export const useNames = () => {
  const language = useLanguage();
  const areas = useAreas();
  const menu = useQuery({
    queryKey: ['menu', language],
    queryFn: () => answerOf(api.GET('/api/v1/menu')),
    staleTime: hourMs,
  });
  return {
    area: (path: string): string =>
      areas.data?.areas.find((it) => it.path === path)?.name[language] ??
      areas.data?.microGrids.find(({ area }) => area === path)?.name[language] ??
      path,
    item: (code: string): string => menu.data?.items.find((it) => it.id === code)?.name[language] ?? code,
  };
};

/**
 * What the town says of itself, what can be asked of it, and where its parts lie. It changes with the town pack alone, so
 * that it is read once, whoever shows it.
 */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client';

/** Not even after a command, or with news: it is a third of a megabyte. */
const kept = { staleTime: 'static', gcTime: Infinity } as const;
const hourMs = 3_600_000;

export const useTown = (): UseQueryResult<Schemas['Town']> =>
  useQuery({ queryKey: ['town'], queryFn: () => answerOf(api.GET('/api/v1/town')), ...kept });

export const useMicroGrids = (isNeeded = true): UseQueryResult<Schemas['MicroGridMap']> =>
  useQuery({
    queryKey: ['micro-grids'],
    queryFn: () => answerOf(api.GET('/api/v1/grids')),
    enabled: isNeeded,
    ...kept,
  });

export const useMenu = () =>
  useQuery({ queryKey: ['menu'], queryFn: () => answerOf(api.GET('/api/v1/menu')), staleTime: hourMs });

/** Areas that lie in one's own, and who is on duty in each: not for everybody (`area.list`). */
export const useAreasOnDuty = (isAllowed = true) =>
  useQuery({
    queryKey: ['areas'],
    queryFn: () => answerOf(api.GET('/api/v1/areas')),
    enabled: isAllowed,
    staleTime: 60_000,
  });

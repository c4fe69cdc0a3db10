/** What the town says of itself, and where its micro-grids lie: it changes seldom, and is kept for as long as the page is. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client';

const kept = { staleTime: Infinity, gcTime: Infinity } as const;

export const useTown = (): UseQueryResult<Schemas['Town']> =>
  useQuery({ queryKey: ['town'], queryFn: () => answerOf(api.GET('/api/v1/town')), ...kept });

export const useMicroGrids = (): UseQueryResult<Schemas['MicroGridMap']> =>
  useQuery({ queryKey: ['micro-grids'], queryFn: () => answerOf(api.GET('/api/v1/grids')), ...kept });

/** What the town offers and where its micro-grids lie: it changes with the town pack alone. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client';

const hourMs = 3_600_000;

export const useMenu = () =>
  useQuery({
    queryKey: ['menu'],
    queryFn: () => answerOf(api.GET('/api/v1/menu')),
    staleTime: hourMs,
  });

/** The same that the map draws, without the map. */
export const useGrids = () =>
  useQuery({
    queryKey: ['micro-grids'],
    queryFn: () => answerOf(api.GET('/api/v1/grids')),
    staleTime: hourMs,
  });

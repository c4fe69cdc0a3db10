/** Cases that meet the conditions of an address, a page at a time. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import type { paths } from '../../api/schema';
import { useLanguage } from '../../app/texts';

type Query = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;

const pageOf = 100;
const againMs = 30_000;
const fewPages = 3;

const queryOf = (params: URLSearchParams): Query => {
  const q = params.get('q');
  const known = [
    'state',
    'open',
    'escalated',
    'closedFrom',
    'closedTo',
    'missedFrom',
    'missedTo',
    'net',
    'late',
    'area',
    'grid',
    'menuItem',
    'holder',
    'from',
    'to',
    'channel',
  ] as const;
  const given = known.flatMap((name) => (params.get(name) === null ? [] : [[name, params.get(name)]]));
  return { ...Object.fromEntries(given), ...(q === null ? {} : { q }), limit: pageOf } as Query; // the town checks it
};

export const useCases = (params: URLSearchParams) => {
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: ['cases', params.toString(), language],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/cases', {
          params: { query: { ...queryOf(params), ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Whoever has scrolled far reads on; all those pages are not asked for every half minute.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > fewPages ? false : againMs),
  });
};

/** The two records, a page at a time, by what the address asks for. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';

export type Happening = Schemas['SignInRecord']['what'];

/** Each kind once, in the order of the choice: a kind of the town that is not here does not compile. */
const kinds: Readonly<Record<Happening, true>> = {
  'signed-in': true,
  'signed-in-by-demo': true,
  'demo-ended': true,
  'sign-in-failed': true,
  'sign-in-locked': true,
  'signed-out': true,
  'password-changed': true,
  'password-reset': true,
  'account-added': true,
  'account-disabled': true,
  'account-enabled': true,
  'account-changed': true,
  'case-opened': true,
  'case-code-wrong': true,
  'case-locked': true,
};
export const happenings = Object.keys(kinds) as readonly Happening[]; // the keys of the lines above

const pageOf = 100;

/** What is given and not empty. */
const given = <Name extends string>(
  params: URLSearchParams,
  names: readonly Name[],
): Partial<Record<Name, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value]];
    }),
  ) as Partial<Record<Name, string>>;

const cursorOf = (pageParam: string | null) => (pageParam === null ? {} : { cursor: pageParam });

const readingsQuery = (params: URLSearchParams) => ({ ...given(params, ['case', 'reader']), limit: pageOf });

export const readReadings = (params: URLSearchParams, cursor: string | null) =>
  answerOf(
    api.GET('/api/v1/readings', { params: { query: { ...readingsQuery(params), ...cursorOf(cursor) } } }),
  );

export const useReadings = (params: URLSearchParams) => {
  const language = useLanguage();
  return useInfiniteQuery({
    queryKey: ['readings', readingsQuery(params), language],
    queryFn: ({ pageParam }) => readReadings(params, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
};

const signInsQuery = (params: URLSearchParams) => {
  const what = happenings.find((it) => it === params.get('what'));
  return { ...given(params, ['about']), ...(what === undefined ? {} : { what }), limit: pageOf };
};

export const readSignIns = (params: URLSearchParams, cursor: string | null) =>
  answerOf(
    api.GET('/api/v1/sign-ins', { params: { query: { ...signInsQuery(params), ...cursorOf(cursor) } } }),
  );

export const useSignIns = (params: URLSearchParams) =>
  useInfiniteQuery({
    queryKey: ['sign-ins', signInsQuery(params)],
    queryFn: ({ pageParam }) => readSignIns(params, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

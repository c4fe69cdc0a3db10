/** Who sits before the page. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { forgetOthers, keepFor } from '../offline/kept';
import { api, answerOf, NotReached, Refused, whenSignedOut } from './client';
import {
  breakOff,
  brokenOffNow,
  keepSession,
  keptName,
  keptSession,
  lastSession,
  type Session,
  whenBrokenOff,
} from './kept-session';
import { followed } from './other-tabs';
import { forgetOthersInTab } from './tab';

export type { Session } from './kept-session';

const key = ['session'] as const;

const readSession = async (): Promise<Session | null> => {
  try {
    const session = await answerOf(api.GET('/api/v1/sessions/current'));
    keepSession(session);
    forgetOthersInTab(session.account);
    return session;
  } catch (error) {
    if (error instanceof NotReached && lastSession() !== null) return lastSession();
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    const last = keptSession();
    if (last !== null) keepSession({ ...last, isOver: true });
    return null;
  }
};

const againMs = 5_000;

const useAsked = () =>
  useQuery({
    queryKey: key,
    queryFn: readSession,
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.status === 'error' && state.data === undefined ? againMs : false),
  });

/** `undefined` while it is not known yet; `null`: nobody is signed in. */
export const useSignedIn = (): Session | null | undefined => useAsked().data;

/** Whose work was broken off in this tab, because their session ended; `null`: nobody's. */
const useBrokenOff = (): Session | null => useSyncExternalStore(whenBrokenOff, brokenOffNow);

/** Whose page this is: who is signed in, or whose work was broken off, so that it stays under the question who one is. */
export const useSession = (): Session | null | undefined => {
  const brokenOff = useBrokenOff();
  const session = useSignedIn();
  return session === null ? brokenOff : session;
};

const end = (queries: QueryClient): void => {
  const session = queries.getQueryData<Session | null>(key) ?? null;
  if (session !== null) {
    breakOff(session);
    keepSession({ ...session, isOver: true });
  }
  // What was read stays under the page that is open, and nowhere else.
  queries.removeQueries({ type: 'inactive' });
  queries.setQueryData(key, null);
};

/** Who sits here as this tab has it; `undefined` while it is not known yet. */
const mineOf = (queries: QueryClient) => {
  const session = queries.getQueryData<Session | null>(key);
  if (session === undefined) return undefined;
  const { account } = session ?? brokenOffNow() ?? {};
  return account === undefined ? null : { account, isBrokenOff: session === null };
};

const follow = (queries: QueryClient): void => {
  const mine = mineOf(queries);
  if (mine === undefined) return;
  const now = keptSession();
  const what = followed(mine, now);
  if (what === 'begin-anew') location.reload();
  if (what === 'end') end(queries);
  if (what !== 'go-on' || now === null) return;
  breakOff(null);
  keepFor(now.account);
  queries.setQueryData(key, now);
};

/** In the frame, once. @returns why it is not known who sits here. */
export const useSessionWatch = (): Error | null => {
  const queries = useQueryClient();
  const { data, error } = useAsked();
  useEffect(() => {
    const inAnotherTab = ({ key: name }: StorageEvent) => {
      if (name === keptName || name === null) follow(queries);
    };
    // A page that the browser had put aside heard nothing meanwhile.
    const isBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) follow(queries);
    };
    addEventListener('storage', inAnotherTab);
    addEventListener('pageshow', isBack);
    const unlisten = whenSignedOut(() => end(queries));
    return () => {
      removeEventListener('storage', inAnotherTab);
      removeEventListener('pageshow', isBack);
      unlisten();
    };
  }, [queries]);
  return data === undefined ? error : null;
};

const forgetRead = (queries: QueryClient): void =>
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });

/** For the session that is there after signing in or out. Nothing of whoever sat here before stays. */
export const useNewSession = () => {
  const queries = useQueryClient();
  return (session: Session | null): void => {
    forgetRead(queries);
    breakOff(null);
    queries.setQueryData(key, session);
    keepSession(session);
    forgetOthersInTab(session?.account ?? null);
    void forgetOthers(session?.account ?? null);
  };
};

/** Whoever does not sign in again has left this page, and what they read goes with them. */
export const useLeaving = () => {
  const queries = useQueryClient();
  return (): void => {
    breakOff(null);
    forgetRead(queries);
  };
};

/** Whose session has ended here last: who signs in next is most likely them. */
export const lastAccount = (): string => keptSession()?.account ?? '';

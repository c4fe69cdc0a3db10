/** Who sits before the page. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { forgetOthers, forgetRead, keepFor } from '../offline/kept';
import { forgetAhead } from './ahead';
import {
  api,
  answerOf,
  beginSitting,
  NotReached,
  Refused,
  whenSignedOut,
  whyOutOf,
  sittingNumber,
} from './client';
import { townNow } from './clock';
import { breakOff, brokenOffNow, keepSession, whenBrokenOff } from './kept-session';
import { isOwed, keptName, keptSession, lastSession, type Session, type WhyOut } from './last-session';
import { endSession } from './leaving';
import { followed } from './other-tabs';
import { forgetOthersInTab } from './tab';

export type { Session } from './last-session';

const key = ['session'] as const;

/** Nothing that was read is on this device any more; what waits to be sent is. */
const shut = async (why: WhyOut | null = null): Promise<void> => {
  const last = keptSession();
  if (last !== null) keepSession({ ...last, isOver: true, why: why ?? undefined });
  await forgetRead();
};

/** Without network: whoever sat here before, until their session ends; then nobody, until there is network again. */
const withoutNetwork = async (error: NotReached): Promise<Session | null> => {
  const last = lastSession();
  if (last === null && keptSession() === null && navigator.onLine) throw error;
  if (last === null) await shut();
  else keepFor(last.account);
  return last;
};

/** As the town has it, and kept so; `undefined`: somebody has signed in or out since it was asked. */
const askedNow = async (isOld: () => boolean): Promise<Session | null | undefined> => {
  try {
    const session = await answerOf(api.GET('/api/v1/sessions/current'));
    if (isOld()) return undefined;
    keepSession(session);
    forgetOthersInTab(session.account);
    return session;
  } catch (error) {
    if (isOld()) return undefined;
    if (error instanceof NotReached) return withoutNetwork(error);
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    await shut(whyOutOf(error));
    return null;
  }
};

const readSession = async (queries: QueryClient): Promise<Session | null> => {
  // Whoever has signed out here is out, whatever the town's cookie says: it is told as soon as it is reached.
  if (isOwed()) {
    // They may have closed the page while it still forgot. What they were writing in this tab stays for them alone.
    keepSession(null);
    void forgetOthers(null);
    await endSession();
    forgetAhead();
  }
  if (isOwed()) return null;
  const sitting = sittingNumber();
  const session = await askedNow(() => sittingNumber() !== sitting || isOwed());
  if (session !== undefined) return session;
  return isOwed() ? null : (queries.getQueryData<Session | null>(key) ?? null);
};

const againMs = 5_000;

/** Whoever this page was opened for, as far as the device knew. */
const lastHere = lastSession() ?? undefined;
keepFor(lastHere?.account ?? null);

const useAsked = () => {
  const queries = useQueryClient();
  return useQuery({
    queryKey: key,
    queryFn: () => readSession(queries),
    staleTime: Infinity,
    // Until the town has answered, whoever it was last: what they may see the town decides at each reading.
    placeholderData: () => lastSession() ?? undefined,
    refetchOnReconnect: 'always',
    refetchInterval: ({ state }) => (state.status === 'error' && state.data === undefined ? againMs : false),
  });
};

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

/** What is open stays, out of sight, until they have signed in again; what was read stays nowhere else. */
const end = (queries: QueryClient, why: WhyOut | null = null): void => {
  // Until the town has said who sits here, it is whoever was here last.
  const known = queries.getQueryData<Session | null>(key);
  const session = known === undefined ? lastSession() : known;
  if (session !== null) breakOff(session);
  void shut(why);
  queries.removeQueries({ type: 'inactive' });
  queries.setQueryData(key, null);
};

const isOver = ({ until }: Pick<Session, 'until'>): boolean =>
  until !== null && Date.parse(until) <= townNow();

const lookMs = 10_000;

/** A session ends when its time is over, whether the town can be asked or not. */
const useSessionEnd = (session: Session | null | undefined): void => {
  const queries = useQueryClient();
  useEffect(() => {
    if (session === null || session === undefined) return undefined;
    const look = () => {
      if (isOver(session)) end(queries);
    };
    look();
    const timer = setInterval(look, lookMs);
    // A phone that slept rings no alarm; whoever takes it out of their pocket looks at it.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [session, queries]);
};

const isAnswer = ({ queryKey }: Readonly<{ queryKey: readonly unknown[] }>): boolean =>
  queryKey[0] !== key[0];

/** Whoever was signed out in the middle of something is back: what is shown stays, with what was typed, and is read anew. */
const comeBack = (queries: QueryClient, session: Session): void => {
  beginSitting();
  breakOff(null);
  queries.setQueryData(key, session);
  void queries.invalidateQueries({ predicate: isAnswer });
};

/** Who sits here as this tab has it; `undefined` while it is not known yet. */
const mineOf = (queries: QueryClient) => {
  const known = queries.getQueryData<Session | null>(key);
  const session = known === undefined ? lastHere : known;
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
  if (what === 'end') end(queries, now?.why);
  if (what !== 'go-on' || now === null) return;
  comeBack(queries, now);
  keepFor(now.account);
};

/** In the frame, once. @returns why it is not known who sits here. */
export const useSessionWatch = (): Error | null => {
  const queries = useQueryClient();
  const { data, error } = useAsked();
  useSessionEnd(data);
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
    const unlisten = whenSignedOut((why) => end(queries, why));
    return () => {
      removeEventListener('storage', inAnotherTab);
      removeEventListener('pageshow', isBack);
      unlisten();
    };
  }, [queries]);
  return data === undefined ? error : null;
};

/** Whoever has another role now than when they were signed out goes on with nothing of before. */
const isBack = (before: Session | null, session: Session | null): session is Session =>
  before !== null && before.account === session?.account && before.role === session.role;

const forgetAnswers = (queries: QueryClient): void => queries.removeQueries({ predicate: isAnswer });

/**
 * For the session that is there after signing in or out. Whoever comes back goes on where they were, and begins anew where
 * they have another role now; nothing of somebody else is shown or kept. What somebody was writing in another tab stays there for them alone, until anybody else signs in.
 */
export const useNewSession = () => {
  const queries = useQueryClient();
  return (session: Session | null): void => {
    if (isBack(brokenOffNow(), session)) comeBack(queries, session);
    else {
      beginSitting();
      forgetAnswers(queries);
      breakOff(null);
      queries.setQueryData(key, session);
    }
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
    forgetAnswers(queries);
  };
};

/** Why it ended, where an operator has ended it. */
export const whyOut = (): WhyOut | null => keptSession()?.why ?? null;

/** Whose session has ended here last: who signs in next is most likely them. */
export const lastAccount = (): string => keptSession()?.account ?? '';

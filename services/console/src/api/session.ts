/** Who sits before the page. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { townNow } from './clock';
import { forgetOthers, forgetRead, keepFor } from '../offline/kept';
import { endSession, isOwed } from './leaving';
import { api, answerOf, NotReached, Refused, type Schemas, whenSignedOut } from './client';

export type Session = Schemas['Session'];

const key = ['session'] as const;

const kept = 'mulin-session';

/** `clockBehindMs`: how far this device's clock was behind the town's when it was kept. */
type KeptSession = Session & Readonly<{ clockBehindMs?: number }>;

/** Who it was, for reading without network; the town decides by its cookie. */
const keep = (session: Session | null): void => {
  keepFor(session?.account ?? null);
  try {
    const it: KeptSession | null = session && { ...session, clockBehindMs: townNow() - Date.now() };
    if (it === null) localStorage.removeItem(kept);
    else localStorage.setItem(kept, JSON.stringify(it));
  } catch {
    // A browser that keeps nothing.
  }
};

const keptSession = (): KeptSession | null => {
  try {
    return JSON.parse(localStorage.getItem(kept) ?? 'null') as KeptSession | null; // as it was kept
  } catch {
    return null;
  }
};

const isOver = ({ until }: Pick<Session, 'until'>, now: number): boolean =>
  until !== null && Date.parse(until) <= now;

/** Who it was on this device, as far as the device knows. */
export const lastSession = (): Session | null => {
  const session = keptSession();
  if (session === null || session.until === null) return null;
  return isOver(session, Date.now() + (session.clockBehindMs ?? 0)) ? null : session;
};

/** Nothing that was read is on this device any more; what waits to be sent is. */
const shut = async (): Promise<void> => {
  keep(null);
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

const readSession = async (): Promise<Session | null> => {
  // Whoever has signed out here is out, whatever the town's cookie says: it is told as soon as it is reached.
  if (isOwed()) await endSession();
  if (isOwed()) return null;
  try {
    const session = await answerOf(api.GET('/api/v1/sessions/current'));
    keep(session);
    return session;
  } catch (error) {
    if (error instanceof NotReached) return withoutNetwork(error);
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    await shut();
    return null;
  }
};

/** `undefined` while it is not known yet; `null`: nobody is signed in. */
export const useSession = (): Session | null | undefined => {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: key,
    queryFn: readSession,
    staleTime: Infinity,
    refetchOnReconnect: 'always',
  });
  useEffect(() => {
    // The cookie is of all tabs: where somebody else signs in, this one begins anew as theirs.
    const inAnotherTab = ({ key: name }: StorageEvent) => {
      if (name === kept && lastSession()?.account !== data?.account) location.reload();
    };
    addEventListener('storage', inAnotherTab);
    return () => removeEventListener('storage', inAnotherTab);
  }, [data]);
  useEffect(
    () =>
      whenSignedOut(() => {
        end(queries);
      }),
    [queries],
  );
  return data;
};

/** The form that is open stays, out of sight, until they have signed in again; what was read stays nowhere else. */
const end = (queries: QueryClient): void => {
  void shut();
  queries.removeQueries({ type: 'inactive' });
  queries.setQueryData(key, null);
};

const lookMs = 10_000;

/** In the frame, once: a session ends when its time is over, whether the town can be asked or not. */
export const useSessionEnd = (session: Session | null | undefined): void => {
  const queries = useQueryClient();
  useEffect(() => {
    if (session === null || session === undefined) return undefined;
    const look = () => {
      if (isOver(session, townNow())) end(queries);
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

/** For the session that is there after signing in or out. Nothing of whoever sat here before stays. */
export const useNewSession = () => {
  const queries = useQueryClient();
  return (session: Session | null): void => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
    queries.setQueryData(key, session);
    keep(session);
    void forgetOthers(session?.account ?? null);
  };
};

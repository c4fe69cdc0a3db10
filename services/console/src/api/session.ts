/** Who sits before the page. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { townNow } from './clock';
import { forgetOthers, keepFor } from '../offline/kept';
import { api, answerOf, NotReached, Refused, type Schemas, whenSignedOut } from './client';

export type Session = Schemas['Session'];

const key = ['session'] as const;

const kept = 'mulin-session';

/** Who it was, for reading without network; the town decides by its cookie. */
const keep = (session: Session | null): void => {
  keepFor(session?.account ?? null);
  try {
    if (session === null) localStorage.removeItem(kept);
    else localStorage.setItem(kept, JSON.stringify(session));
  } catch {
    // A browser that keeps nothing.
  }
};

/** Who it was on this device, as far as the device knows. */
export const lastSession = (): Session | null => {
  try {
    const session = JSON.parse(localStorage.getItem(kept) ?? 'null') as Session | null; // as it was kept
    const until = session?.until ?? null;
    return until !== null && Date.parse(until) > townNow() ? session : null;
  } catch {
    return null;
  }
};

const readSession = async (): Promise<Session | null> => {
  try {
    const session = await answerOf(api.GET('/api/v1/sessions/current'));
    keep(session);
    return session;
  } catch (error) {
    if (error instanceof NotReached && lastSession() !== null) return lastSession();
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    keep(null);
    return null;
  }
};

keepFor(lastSession()?.account ?? null);

/** `undefined` while it is not known yet; `null`: nobody is signed in. */
export const useSession = (): Session | null | undefined => {
  const queries = useQueryClient();
  // Until the town has answered, whoever it was last: what they may see the town decides at each reading.
  const { data } = useQuery({
    queryKey: key,
    queryFn: readSession,
    staleTime: Infinity,
    placeholderData: () => lastSession() ?? undefined,
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
        keep(null);
        // What was read stays under the page that is open, and nowhere else.
        queries.removeQueries({ type: 'inactive' });
        queries.setQueryData(key, null);
      }),
    [queries],
  );
  return data;
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

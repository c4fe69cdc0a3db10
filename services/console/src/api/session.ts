/** Who sits before the page. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, answerOf, Refused, type Schemas, whenSignedOut } from './client';

export type Session = Schemas['Session'];

const key = ['session'] as const;

const readSession = async (): Promise<Session | null> => {
  try {
    return await answerOf(api.GET('/api/v1/sessions/current'));
  } catch (error) {
    if (error instanceof Refused && error.status === 401) return null;
    throw error;
  }
};

/** `undefined` while it is not known yet; `null`: nobody is signed in. */
export const useSession = (): Session | null | undefined => {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: key, queryFn: readSession, staleTime: Infinity });
  useEffect(() => whenSignedOut(() => queries.setQueryData(key, null)), [queries]);
  return data;
};

/** For the session that is there after signing in or out. Nothing of whoever sat here before stays. */
export const useNewSession = () => {
  const queries = useQueryClient();
  return (session: Session | null): void => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
    queries.setQueryData(key, session);
  };
};

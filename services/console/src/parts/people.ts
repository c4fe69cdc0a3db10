/** Who works for the town, and what they are called: an account is shown by the name of whoever has it. */
import { hasRight } from '@mulin/kernel';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { useSession } from '../api/session';

export type Person = Schemas['Person'];

const readAnewMs = 300_000;

/** Nobody for whom it is not: residents see no accounts either. */
export const usePeople = () => {
  const session = useSession();
  return useQuery({
    queryKey: ['people', session?.account],
    queryFn: async () => (await answerOf(api.GET('/api/v1/people'))).items,
    enabled: session !== null && session !== undefined && hasRight('person.list', session),
    staleTime: readAnewMs,
    retry: false,
  });
};

/** An account by its name; as it is where nobody said one, or where the names were not reached. */
export const usePersonName = () => {
  const { data } = usePeople();
  const names = new Map((data ?? []).map(({ account, name }) => [account, name]));
  return (account: string): string => names.get(account) ?? account;
};

/** Whoever may be given something to do by a promise. */
export const mayKeepPromises = ({ role }: Person): boolean => hasRight('promise.keep', { role });

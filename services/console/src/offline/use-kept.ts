/** What a view of the field reads: as it is now, or as it was when there was network last. */
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../api/session';
import { useLanguage } from '../app/texts';
import { orKept } from './kept';

const againMs = 30_000;

/** @param name what it is kept under; what belongs to a case has the id of the case after a slash. */
export const useKept = <Answer>(name: string, read: (account: string) => Promise<Answer>) => {
  const account = useSession()?.account ?? '';
  const language = useLanguage();
  return useQuery({
    queryKey: ['field', account, name, language],
    queryFn: () => orKept({ account, name, read: () => read(account) }),
    enabled: account !== '',
    refetchInterval: againMs,
  });
};

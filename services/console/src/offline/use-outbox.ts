/** The outbox as views see it. */
import { useCallback, useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSession, useSignedIn } from '../api/session';
import type { Entry } from './database';
import { doneBy } from './kept';
import { entriesOf, putIn, type ToDo, whenOutboxChanged } from './outbox';
import type { Done } from './pending';
import { sendWaiting } from './sending';

const key = 'outbox';
const againMs = 30_000;
/** What is on the page is waited for so long, and not longer. */
const shownWithinMs = 5_000;

type Here = Readonly<{ entries: readonly Entry[]; done: readonly Done[] }>;
const nothing: Here = { entries: [], done: [] };

/** Read together: what is sent is answered in the same moment, and never neither. */
const useHere = () => {
  const account = useSession()?.account ?? null;
  const { data } = useQuery({
    queryKey: [key, account],
    queryFn: async () =>
      account === null ? nothing : { entries: await entriesOf(account), done: await doneBy(account) },
    networkMode: 'always',
    retry: false,
    staleTime: Infinity,
  });
  return data ?? nothing;
};

/** Everything of whoever sits here, as it was done. */
export const useOutbox = (): readonly Entry[] => useHere().entries;

/** What whoever sits here has done, and was answered, in the last days. */
export const useDone = (): readonly Done[] => useHere().done;

const useShown = () => {
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.race([
        queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key }),
        new Promise((done) => setTimeout(done, shownWithinMs)),
      ]),
    [queries],
  );
};

/** Does something by way of the outbox: it is written down, sent at once where that is possible, else later. */
export const useDo = (): ((toDo: Omit<ToDo, 'account'>) => Promise<void>) => {
  const account = useSession()?.account;
  const shown = useShown();
  return useCallback(
    async (toDo) => {
      if (account === undefined) return;
      await putIn({ ...toDo, account });
      void sendWaiting(account, shown);
    },
    [account, shown],
  );
};

/** Sends what waits, now. */
export const useSendNow = (): (() => Promise<void>) => {
  const account = useSession()?.account;
  const shown = useShown();
  return useCallback(async () => {
    if (account !== undefined) await sendWaiting(account, shown);
  }, [account, shown]);
};

/** In the frame, once: sends on opening, whenever there is network again, and every half minute. */
export const useSender = (): void => {
  // Where a session was broken off nothing is sent until its owner is back.
  const account = useSignedIn()?.account;
  const queries = useQueryClient();
  const sendNow = useSendNow();
  useEffect(() => whenOutboxChanged(() => void queries.invalidateQueries({ queryKey: [key] })), [queries]);
  useEffect(() => {
    if (account === undefined) return undefined;
    const send = () => void sendNow();
    send();
    const timer = setInterval(send, againMs);
    addEventListener('online', send);
    return () => {
      clearInterval(timer);
      removeEventListener('online', send);
    };
  }, [account, sendNow]);
};

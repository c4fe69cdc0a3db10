/** One stream of what waits for whoever is signed in: whatever it tells, what is shown is read anew. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isReadByItself } from './on-record';

/** News come in bursts; one reading answers them all. */
const gatherMs = 400;

/** @returns whether the stream stands. The browser makes it anew by itself, and goes on where it ended. */
export const useLive = (account: string | null): boolean => {
  const queries = useQueryClient();
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    if (account === null) return undefined;
    const stream = new EventSource('/api/v1/inbox/stream');
    let soon: ReturnType<typeof setTimeout> | undefined;
    const readAnew = () => {
      clearTimeout(soon);
      soon = setTimeout(
        () => void queries.invalidateQueries({ refetchType: 'active', predicate: isReadByItself }),
        gatherMs,
      );
    };
    for (const name of ['item', 'gone', 'read', 'reset']) stream.addEventListener(name, readAnew);
    stream.addEventListener('ready', () => setLive(true));
    stream.addEventListener('error', () => setLive(false));
    return () => {
      clearTimeout(soon);
      stream.close();
      setLive(false);
    };
  }, [account, queries]);
  return isLive;
};

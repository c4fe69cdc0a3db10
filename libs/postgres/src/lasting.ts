/** A connection that is made again whenever it is lost, from the first wish for it until it is closed. */
import type { Stop } from '@mulin/kernel';
import type pg from 'pg';
import { connect, leave } from './connection.js';

export type Lasting = Readonly<{
  /** Waits for the attempt that is under way; `undefined`: it failed, and others follow by themselves. */
  client(): Promise<pg.Client | undefined>;
  /** The connection there is just now. */
  current(): pg.Client | undefined;
  close: Stop;
}>;

const firstPauseMs = 50;
const longestPauseMs = 2_000;

/** `greet` is the first to speak on each new connection; if it fails, that connection is given up. */
export const lasting = (url: string, name: string, greet: (fresh: pg.Client) => Promise<void>): Lasting => {
  const closing = new AbortController();
  let client: pg.Client | undefined;
  let attempt: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pause = firstPauseMs;

  const attach = async () => {
    const fresh = await greeted(url, name, greet);
    if (closing.signal.aborted) return leave(fresh.client);
    client = fresh.client;
    pause = firstPauseMs;
    void fresh.ended.then(() => {
      client = undefined;
      again();
    });
  };

  const reach = () =>
    (attempt ??= attach()
      .catch(again)
      .finally(() => (attempt = undefined)));

  const again = () => {
    if (closing.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(() => void reach(), pause);
    pause = Math.min(pause * 2, longestPauseMs);
  };

  return {
    client: async () => {
      if (client === undefined && !closing.signal.aborted) await reach();
      return client;
    },
    current: () => client,
    close: async () => {
      closing.abort();
      clearTimeout(timer);
      await attempt;
      if (client !== undefined) await leave(client);
    },
  };
};

const greeted = async (url: string, name: string, greet: (fresh: pg.Client) => Promise<void>) => {
  const line = await connect(url, name);
  try {
    await greet(line.client);
    return line;
  } catch (error) {
    await leave(line.client);
    throw error;
  }
};

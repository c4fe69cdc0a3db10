/** A connection that is made again whenever it is lost, from the first wish for it until it is closed. */
import type { Stop } from '@mulin/kernel';
import type pg from 'pg';
import { connect } from './connection.js';

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
  let client: pg.Client | undefined;
  let attempt: Promise<void> | undefined;
  let pause = firstPauseMs;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const again = () => {
    if (isClosed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void reach();
    }, pause);
    pause = Math.min(pause * 2, longestPauseMs);
  };

  const attach = async () => {
    let hasEnded = false;
    const fresh = await connect(url, name, () => {
      hasEnded = true;
      client = undefined;
      again();
    });
    await greet(fresh).catch(async (error: unknown) => {
      await leave(fresh);
      throw error;
    });
    if (isClosed) return leave(fresh);
    if (hasEnded) return;
    client = fresh;
    pause = firstPauseMs;
  };

  const reach = () =>
    (attempt ??= attach()
      .catch(again)
      .finally(() => (attempt = undefined)));

  return {
    client: async () => {
      if (client === undefined && !isClosed) await reach();
      return client;
    },
    current: () => client,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await attempt;
      if (client !== undefined) await leave(client);
    },
  };
};

const leave = (client: pg.Client): Promise<void> => client.end().catch(() => undefined);

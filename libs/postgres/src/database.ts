/** What every adapter on PostgreSQL asks of it: statements, transactions, news, and a lock that outlives nobody. */
import { type Stop } from '@mulin/kernel';
import type { Sql } from './session/connection.js';
import { type AdvisoryLock, advisoryLocks } from './session/advisory-locks.js';
import { listening } from './session/listening.js';
import { openPool, type Transaction } from './session/pool.js';

export type Database = Readonly<{
  url: string;

  /**
   * One statement on any connection. Throws `Unavailable` when PostgreSQL is down, its own errors otherwise. It
   * waits no longer than its limit; while PostgreSQL says nothing at all, it fails at once.
   */
  sql: Sql;

  /**
   * All of it or nothing, durable when it answers. It is not tried again by itself. `limitMs` is for each of its
   * statements, and for what its owner does between them.
   */
  transaction: Transaction;

  /**
   * Hears a channel (`pg_notify`) until stopped, and from the moment this resolves. Whenever the connection had
   * been lost every listener is called with `''`, and must look for themselves. A world that is down is no
   * error here: it is listened to as soon as it is back.
   */
  listen(channel: string, heard: (payload: string) => void): Promise<Stop>;

  /** A lock that ends with its session; `null`: somebody holds it. */
  hold(key: string): Promise<AdvisoryLock | null>;

  /** Within seconds, whether anybody answers or not. */
  close: Stop;
}>;

const oldestVersion = 15;

export const openDatabase = async (options: {
  url: string;
  max?: number;
  applicationName?: string;
  /** How long a statement may take that names no limit of its own. */
  limitMs?: number;
}): Promise<Database> => {
  const { url, max = 10, applicationName = 'mulin', limitMs } = options;
  const pool = openPool({ url, max, applicationName, limitMs });
  const ears = listening(url, applicationName);
  const locks = advisoryLocks(url, applicationName);
  let closing: Promise<void> | undefined;

  const close = async () => {
    await Promise.all([ears.close(), locks.close()]);
    await pool.close();
  };

  const database: Database = {
    url,
    sql: pool.sql,
    transaction: pool.transaction,
    listen: ears.listen,
    hold: locks.hold,
    close: () => (closing ??= close()),
  };
  try {
    await refuseOld(pool.sql);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
};

const refuseOld = async (sql: Sql) => {
  const [row] = await sql<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  if (row !== undefined && row.version >= oldestVersion) return;
  throw new Error(
    `Mulin needs PostgreSQL ${oldestVersion} or newer, and this server is version ${row?.version}.`,
  );
};

/** What every adapter on PostgreSQL asks of it: statements, transactions, news, and a lock that outlives nobody. */
import { type Stop } from '@mulin/kernel';
import pg from 'pg';
import { connectionTo, type Sql, sqlOf } from './connection.js';
import { notConnected, translated } from './errors.js';
import { type Hold, holding } from './holding.js';
import { listening } from './listening.js';

export type Database = Readonly<{
  url: string;

  /** One statement on any connection. Throws `Unavailable` when PostgreSQL is down, its own errors otherwise. */
  sql: Sql;

  /** All of it or nothing, durable when it answers. It is not tried again by itself. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;

  /**
   * Hears a channel (`pg_notify`) until stopped, and from the moment this resolves. Whenever the connection had
   * been lost every listener is called with `''`, and must look for themselves. A world that is down is no
   * error here: it is listened to as soon as it is back.
   */
  listen(channel: string, heard: (payload: string) => void): Promise<Stop>;

  /** A lock that ends with its connection; `null`: somebody holds it. `lost` resolves when it is not ours any more. */
  hold(key: string): Promise<Hold | null>;

  close: Stop;
}>;

const oldestVersion = 15;

export const openDatabase = async (options: {
  url: string;
  max?: number;
  applicationName?: string;
}): Promise<Database> => {
  const { url, max = 10, applicationName = 'mulin' } = options;
  const pool = new pg.Pool({ ...connectionTo(url, applicationName), max, idleTimeoutMillis: 30_000 });
  pool.on('error', () => {});
  const sql = sqlOf(pool);
  const ears = listening(url, applicationName);
  const locks = holding(url, applicationName);
  let closing: Promise<void> | undefined;

  const close = async () => {
    await Promise.all([ears.close(), locks.close()]);
    await pool.end();
  };

  const database: Database = {
    url,
    sql,
    transaction: (work) => inTransaction(pool, work),
    listen: ears.listen,
    hold: locks.hold,
    close: () => (closing ??= close()),
  };
  try {
    await refuseOld(sql);
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

const inTransaction = async <T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> => {
  const client = await pool.connect().catch((error: unknown) => {
    throw notConnected(error);
  });
  let broken: Error | undefined;
  const note = (error: Error) => {
    broken = error;
  };
  client.on('error', note);
  try {
    await client.query('begin');
    const answer = await work(sqlOf(client));
    const { command } = await client.query('commit');
    // PostgreSQL answers the commit of a failed transaction with a rollback and no error.
    if (command === 'ROLLBACK') throw new Error('A statement of this transaction failed: nothing is kept.');
    return answer;
  } catch (error) {
    await client.query('rollback').catch(note);
    throw translated(error);
  } finally {
    client.off('error', note);
    client.release(broken);
  }
};

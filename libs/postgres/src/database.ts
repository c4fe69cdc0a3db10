/** What every adapter on PostgreSQL needs of it: statements, transactions, LISTEN, and advisory locks. */
import { type Stop } from '@mulin/kernel';
import type { Limits } from './grants.js';
import type { Sql } from './session/connection.js';
import { type AdvisoryLock, advisoryLocks, type HoldOptions } from './session/advisory-locks.js';
import { listening } from './session/listening.js';
import { openPool, type Transaction } from './session/pool.js';

/** The role that owns the tables, where it is not the one that works with them. */
export type Owner = Readonly<{
  url: string;
  transaction: Transaction;
  /** The daily role, which gets its rights from the owner. */
  grantee: string;
  /** Tables of which the daily role is given no more than this. Default: none. */
  limits?: Limits | undefined;
}>;

/** A database, as libs use it. */
export type Database = Readonly<{
  url: string;

  /** Makes and alters tables; absent: the role of `url` owns them itself. */
  owner?: Owner;

  /**
   * One statement on any connection of the pool, on disk when it resolves. Throws `Unavailable` when PostgreSQL is not
   * reached or ends the connection, and the driver's own error when it refuses the statement. It waits no longer than
   * its limit (10 seconds by default); while PostgreSQL answers nothing at all, it fails at once.
   */
  sql: Sql;

  /**
   * All statements of the work or none, on disk when it resolves. It is not tried again by itself. `limitMs`
   * (milliseconds) is for each of its statements, and for what is done between two of them.
   */
  transaction: Transaction;

  /**
   * Calls `heard` with each payload of a channel (`pg_notify`), from when this resolves until it is stopped. After the
   * connection was lost every listener is called with `''`, because notifications may be missing: it must read what it
   * needs itself. It does not fail while PostgreSQL is not reached: it listens as soon as it is.
   */
  listen(channel: string, listener: (payload: string) => void): Promise<Stop>;

  /**
   * A session-level advisory lock on the hash of a text, alone or (`shared`) with others. `null`: this process holds it
   * so already, or another one holds it in a way that excludes this. A process that holds a lock alone may share it,
   * too, and then give back the first: so it goes over without a gap. Throws `Unavailable`.
   */
  hold(key: string, options?: HoldOptions): Promise<AdvisoryLock | null>;

  /** Ends all connections; within seconds, also where PostgreSQL does not answer. */
  close: Stop;
}>;

/** The oldest major version that the tests run on. */
const oldestVersion = 15;

/**
 * Opens a pool of connections, and when they are first needed one session for LISTEN and one for locks.
 *
 * @throws `Unavailable` where PostgreSQL is not reached, an `Error` where it is older than version 15.
 */
export const openDatabase = async (options: {
  /** `postgres://user:password@host:port/database?…` */
  url: string;
  /** The same database as the owner of its tables: for migrations. Absent: the role of `url` migrates them, too. */
  ownerUrl?: string | undefined;
  /** Tables of which the owner gives the role of `url` no more than this. Default: none. */
  limits?: Limits | undefined;
  /** How many connections the pool has at most. Default: 10. */
  max?: number;
  /** What the server shows in `pg_stat_activity`. Default: `mulin`. */
  applicationName?: string;
  /** How many milliseconds a statement may take that names no limit of its own. Default: 10,000. */
  limitMs?: number;
}): Promise<Database> => {
  const { url, ownerUrl, limits, max = 10, applicationName = 'mulin', limitMs } = options;
  const owners = ownerUrl === undefined ? undefined : ownerOf(ownerUrl, { url, applicationName, limits });
  const pool = openPool({ url, max, applicationName, limitMs });
  const ears = listening(url, applicationName);
  const locks = advisoryLocks(url, applicationName);
  let closing: Promise<void> | undefined;

  const close = async () => {
    await Promise.all([ears.close(), locks.close(), owners?.close()]);
    await pool.close();
  };

  const database: Database = {
    url,
    ...(owners === undefined ? {} : { owner: owners.owner }),
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

/** The role that works with the tables every day, and what it is given at most. */
type Daily = Readonly<{ url: string; applicationName: string; limits: Owner['limits'] }>;

/** Connects when it is needed, and not for long: after the start of a town nothing is migrated. */
const ownerOf = (url: string, { url: dailyUrl, applicationName, limits }: Daily) => {
  const { transaction, close } = openPool({
    url,
    max: 2,
    applicationName: `${applicationName} migrates`,
    limitMs: undefined,
  });
  const owner: Owner = {
    url,
    transaction,
    grantee: decodeURIComponent(new URL(dailyUrl).username),
    limits,
  };
  return { owner, close };
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

/** The pool of connections: statements and transactions, none of which waits for ever. */
import { settledWithin, type Stop } from '@mulin/kernel';
import pg from 'pg';
import { ask, connectionTo, type Sql, type SqlOptions, sqlOf } from './connection.js';
import { isStalePlan, meansDown, notConnected, sqlState, translated } from '../errors.js';
import { closeMs, goodbyeMs, pingMs, restedMs, statementMs } from './limits.js';
import { hasRunOut, type CircuitBreaker, circuitBreaker } from './circuit-breaker.js';

export type Transaction = <T>(
  work: (sql: Sql) => Promise<T>,
  options?: Readonly<{ limitMs?: number }>,
) => Promise<T>;

type Pool = Readonly<{ sql: Sql; transaction: Transaction; close: Stop }>;

type Wanted = Readonly<{ url: string; max: number; applicationName: string; limitMs: number | undefined }>;

export const openPool = ({ url, max, applicationName, limitMs = statementMs }: Wanted): Pool => {
  const settings = { statement_timeout: limitMs };
  const pool = new pg.Pool({
    ...connectionTo(url, applicationName, settings),
    max,
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', () => {});
  const clients = clientsOf(pool);
  const silence = circuitBreaker(url, applicationName);
  const lent = lending(pool, silence);
  const transaction = transactions(lent, limitMs);

  const sql: Sql = async <Row extends object>(
    text: string,
    values?: readonly unknown[],
    options: SqlOptions = {},
  ): Promise<readonly Row[]> => {
    const { limitMs: its = limitMs } = options;
    const patient = { ...options, limitMs: its };
    // The server's own limit is longer only within a transaction that says so.
    if (its > limitMs) return transaction((within) => within<Row>(text, values, patient), { limitMs: its });
    try {
      return await lent((client) => ask<Row>(client, text, values, patient));
    } catch (error) {
      if (!isStalePlan(error)) throw error;
      // Nothing of it was carried out, so it may be asked again: without a name it is planned anew.
      return await lent((client) => ask<Row>(client, text, values, { limitMs: its }));
    }
  };

  return {
    sql,
    transaction,
    close: async () => {
      await silence.close();
      await settledWithin(pool.end(), closeMs);
      await settledWithin(clients.gone(), goodbyeMs);
      clients.destroy();
    },
  };
};

/** Every connection there is, so that a server that says nothing any more cannot keep one open. */
const clientsOf = (pool: pg.Pool) => {
  const clients = new Set<pg.PoolClient>();
  let allGone = () => {};

  pool.on('connect', (client) => {
    clients.add(client);
    // While it is lent out the pool does not listen, and an error that nobody hears would end the program.
    client.on('error', () => {});
  });
  pool.on('remove', (client) => {
    clients.delete(client);
    if (clients.size === 0) allGone();
  });

  return {
    gone: () => new Promise<void>((resolve) => (clients.size === 0 ? resolve() : (allGone = resolve))),
    destroy: () => {
      for (const client of clients) client.connection.stream.destroy();
    },
  };
};

/** Whether a connection that rested in the pool is still there. Asked only where it rested for long. */
const restedConnections = () => {
  const usedAt = new WeakMap<pg.PoolClient, number>();
  let doubtedUntil = 0;

  return {
    used: (client: pg.PoolClient) => void usedAt.set(client, performance.now()),
    isThere: async (client: pg.PoolClient): Promise<boolean> => {
      const now = performance.now();
      const restedSince = usedAt.get(client) ?? now;
      if (restedSince < doubtedUntil) return false;
      if (now - restedSince < restedMs) return true;
      try {
        await ask(client, 'select 1', undefined, { limitMs: pingMs });
        return true;
      } catch {
        // Those that rested as long are as dead, or new ones will soon be alive in their place.
        doubtedUntil = now;
        return false;
      }
    },
  };
};

type Lent = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>;

/** Lends a connection that is there. One on which anything but a plain refusal happened does not come back. */
const lending = (pool: pg.Pool, silence: CircuitBreaker): Lent => {
  const { used, isThere } = restedConnections();

  const checkOut = async (): Promise<pg.PoolClient> => {
    for (;;) {
      const client = await pool.connect();
      if (await isThere(client)) return client;
      client.release(true);
    }
  };

  const giveBack = (client: pg.PoolClient, isFine: boolean) => {
    used(client);
    client.release(!isFine);
  };

  return async (work) => {
    silence.refuse();
    const askedAt = performance.now();
    const client = await checkOut().catch((error: unknown) => {
      silence.failed(askedAt, error);
      throw notConnected(error);
    });
    try {
      const answer = await work(client);
      silence.answered();
      giveBack(client, true);
      return answer;
    } catch (error) {
      const isRefusal = sqlState(error) !== undefined;
      if (isRefusal) silence.answered();
      else silence.failed(askedAt, error);
      giveBack(client, isRefusal && !meansDown(error));
      throw translated(error);
    }
  };
};

/** How a transaction went, where its connection is fine. */
type Outcome<T> = Readonly<{ answer: T }> | Readonly<{ error: unknown }>;

const transactions =
  (lent: Lent, usualMs: number): Transaction =>
  async (work, { limitMs = usualMs } = {}) => {
    const outcome = await lent((client) => outcomeOf(client, work, { limitMs, usualMs }));
    if ('error' in outcome) throw translated(outcome.error);
    return outcome.answer;
  };

type Limits = Readonly<{ limitMs: number; usualMs: number }>;

/** Throws where the connection is in trouble: it ends, and with it the transaction. */
const outcomeOf = async <T>(
  client: pg.PoolClient,
  work: (sql: Sql) => Promise<T>,
  { limitMs, usualMs }: Limits,
): Promise<Outcome<T>> => {
  await ask(client, beginWith(limitMs, usualMs), undefined);
  try {
    const answer = await work(sqlOf(client, { limitMs }));
    await commit(client, limitMs);
    return { answer };
  } catch (error) {
    if (hasRunOut(error) || isStalePlan(error)) throw error;
    const isFine = await ask(client, 'rollback', undefined, { limitMs: pingMs }).then(
      () => true,
      () => false,
    );
    if (isFine) return { error };
    throw error;
  }
};

const beginWith = (limitMs: number, usualMs: number): string =>
  limitMs === usualMs
    ? 'begin'
    : `begin; set local statement_timeout = ${limitMs}; set local idle_in_transaction_session_timeout = ${limitMs}`;

const commit = async (client: pg.PoolClient, limitMs: number): Promise<void> => {
  const config: pg.QueryConfig & { query_timeout: number } = { text: 'commit', query_timeout: limitMs };
  const { command } = await client.query(config);
  // PostgreSQL answers the commit of a failed transaction with a rollback and no error.
  if (command === 'ROLLBACK') throw new Error('A statement of this transaction failed: nothing is kept.');
};

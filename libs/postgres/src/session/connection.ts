/** How a connection is made and ended: the same for the pool, for listening and for holding. */
import { settledWithin } from '@mulin/kernel';
import pg from 'pg';
import { notConnected, translated } from '../errors.js';
import {
  connectMs,
  goodbyeMs,
  graceMs,
  idleInTransactionMs,
  sessionConnectMs,
  statementMs,
} from './limits.js';

/**
 * Rows of a statement. With `name` it is prepared once for each connection: for statements that come often.
 * `limitMs` is how long it may take; `statementMs` if not given.
 */
export type Sql = <Row extends object = Record<string, unknown>>(
  text: string,
  values?: readonly unknown[],
  options?: SqlOptions,
) => Promise<readonly Row[]>;

/**
 * `name`: the statement is prepared under it once for each connection. `limitMs`: how long it may take, in
 * milliseconds.
 */
export type SqlOptions = Readonly<{ name?: string; limitMs?: number }>;

/** Object ids of types, as in `pg_type`. They are read as numbers: what Mulin counts is below 2 ** 53. */
const int8 = 20;
const int8Array = 1016;
/** No name in the driver's list of types, yet it reads them. */
const textArray = 1009 as Parameters<typeof pg.types.getTypeParser>[0];

const types = new pg.TypeOverrides();
types.setTypeParser(int8, Number);
const listOf: (text: string) => readonly (string | null)[] = pg.types.getTypeParser(textArray);
types.setTypeParser(int8Array, (text: string) =>
  listOf(text).map((item) => (item === null ? null : Number(item))),
);

type ServerSettings = Readonly<Record<string, string | number>>;

/**
 * No answer is given before the commit is on disk, and each statement sees what was committed before it, whatever
 * the server's own settings are. The server ends what takes too long, and notices soon that a client is gone.
 */
const ours: ServerSettings = {
  synchronous_commit: 'on',
  default_transaction_isolation: String.raw`read\ committed`,
  statement_timeout: statementMs,
  idle_in_transaction_session_timeout: idleInTransactionMs,
  tcp_keepalives_idle: 5,
  tcp_keepalives_interval: 2,
  tcp_keepalives_count: 4,
};

const optionsOf = (settings: ServerSettings): string =>
  Object.entries({ ...ours, ...settings })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');

/** The driver takes `options` of the address instead of ours; the server lets the last one of a name win. */
const withOptions = (url: string, options: string) => {
  const [address = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  const theirs = parameters.get('options');
  if (theirs === null) return { connectionString: url, options };
  parameters.delete('options');
  return { connectionString: `${address}?${parameters.toString()}`, options: `${theirs} ${options}` };
};

/** After this much silence the system asks whether the other side is there. */
const keepAliveMs = 5_000;

export const connectionTo = (
  url: string,
  applicationName: string,
  settings: ServerSettings = {},
): pg.ClientConfig => ({
  ...withOptions(url, optionsOf(settings)),
  application_name: applicationName,
  connectionTimeoutMillis: connectMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: keepAliveMs,
  types,
});

/** Ends a connection; where the server does not answer within a second, its socket is closed. */
export const leave = async (client: pg.Client): Promise<void> => {
  const left = client.end().catch(() => undefined);
  if (!(await settledWithin(left, goodbyeMs))) client.connection.stream.destroy();
};

/** A connection outside the pool. It has an `error` listener: without one, an error would end the whole process. */
export const connect = async (
  url: string,
  applicationName: string,
  settings: ServerSettings = {},
): Promise<pg.Client> => {
  const client = new pg.Client({
    ...connectionTo(url, applicationName, settings),
    connectionTimeoutMillis: sessionConnectMs,
  });
  client.on('error', () => void leave(client));
  try {
    await client.connect();
  } catch (error) {
    void leave(client);
    throw notConnected(error);
  }
  return client;
};

type Queryable = Readonly<{ query: (config: pg.QueryConfig) => Promise<pg.QueryResult> }>;

/** Throws what the driver throws. */
export const ask = async <Row extends object>(
  queryable: Queryable,
  text: string,
  values: readonly unknown[] | undefined,
  { name, limitMs = statementMs }: SqlOptions = {},
): Promise<readonly Row[]> => {
  const config: pg.QueryConfig & { query_timeout: number } = { text, query_timeout: limitMs + graceMs };
  if (values !== undefined) config.values = [...values];
  if (name !== undefined) config.name = name;
  const result: pg.QueryResult | pg.QueryResult[] = await queryable.query(config);
  // Several statements in one text give several results; the last one answers.
  const rows = Array.isArray(result) ? result.at(-1)?.rows : result.rows;
  // The caller who wrote the statement knows the shape of its rows; nothing here could check it.
  return (rows ?? []) as readonly Row[];
};

/** Statements on one connection. `usual` are their options where a statement does not name its own. */
export const sqlOf =
  (queryable: Queryable, usual: SqlOptions = {}): Sql =>
  async <Row extends object>(text: string, values?: readonly unknown[], options?: SqlOptions) => {
    try {
      return await ask<Row>(queryable, text, values, { ...usual, ...options });
    } catch (error) {
      throw translated(error);
    }
  };

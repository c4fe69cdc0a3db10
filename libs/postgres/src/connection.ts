/** How a connection is made: the same for the pool, for listening and for holding. */
import pg from 'pg';
import { notConnected, translated } from './errors.js';

/** Rows of a statement. With `name` it is prepared once for each connection: for statements that come often. */
export type Sql = <Row extends object = Record<string, unknown>>(
  text: string,
  values?: readonly unknown[],
  options?: { name?: string },
) => Promise<readonly Row[]>;

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

export const connectMs = 15_000;

/**
 * No answer is given before the commit is on disk, and each statement sees what was committed before it, whatever
 * the server's own settings are.
 */
const ours = String.raw`-c synchronous_commit=on -c default_transaction_isolation=read\ committed`;

/** The driver takes `options` of the address instead of ours; the server lets the last one of a name win. */
const withOurs = (url: string) => {
  const [address = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  const theirs = parameters.get('options');
  if (theirs === null) return { connectionString: url, options: ours };
  parameters.delete('options');
  return { connectionString: `${address}?${parameters.toString()}`, options: `${theirs} ${ours}` };
};

export const connectionTo = (url: string, applicationName: string): pg.ClientConfig => ({
  ...withOurs(url),
  application_name: applicationName,
  connectionTimeoutMillis: connectMs,
  keepAlive: true,
  types,
});

const pulseMs = 20_000;

/** Ends a connection that is dead without having ended: its network swallows what it says. */
const feel = (client: pg.Client) => {
  const pulse = setInterval(() => {
    const silence = setTimeout(() => void leave(client), pulseMs / 2);
    client
      .query('select 1')
      .catch(() => undefined)
      .finally(() => clearTimeout(silence));
  }, pulseMs).unref();
  client.once('end', () => clearInterval(pulse));
};

/** A connection of its own, and whether it has ended, which is known before anything else happens on it. */
export type Line = Readonly<{ client: pg.Client; ended: Promise<void>; hasEnded: () => boolean }>;

/** Its errors are heard here: one that nobody hears would end the whole program. */
export const connect = async (url: string, applicationName: string): Promise<Line> => {
  const client = new pg.Client(connectionTo(url, applicationName));
  let over = false;
  const ended = new Promise<void>((resolve) =>
    client.once('end', () => {
      over = true;
      resolve();
    }),
  );
  client.on('error', () => void leave(client));
  try {
    await client.connect();
  } catch (error) {
    void leave(client);
    throw notConnected(error);
  }
  feel(client);
  return { client, ended, hasEnded: () => over };
};

/** Goodbye, whether anybody is there to hear it or not. */
export const leave = (client: pg.Client): Promise<void> => client.end().catch(() => undefined);

type Queryable = Readonly<{ query: (config: pg.QueryConfig) => Promise<pg.QueryResult> }>;

export const sqlOf =
  (queryable: Queryable): Sql =>
  async <Row extends object>(text: string, values?: readonly unknown[], options?: { name?: string }) => {
    try {
      const result: pg.QueryResult | pg.QueryResult[] = await queryable.query({
        text,
        ...(values === undefined ? {} : { values: [...values] }),
        ...(options?.name === undefined ? {} : { name: options.name }),
      });
      // Several statements in one text give several results; the last one answers.
      const rows = Array.isArray(result) ? result.at(-1)?.rows : result.rows;
      // The caller who wrote the statement knows the shape of its rows; nothing here could check it.
      return (rows ?? []) as readonly Row[];
    } catch (error) {
      throw translated(error);
    }
  };

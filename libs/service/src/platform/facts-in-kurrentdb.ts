/** A town whose events are in KurrentDB, while everything else is in its PostgreSQL; and that the two belong together. */
import { nameOnSharedBus } from '@mulin/bus';
import {
  type KeptLog,
  type KurrentConnection,
  kurrentEnd,
  kurrentEventStore,
  kurrentKeptLog,
  openKurrent,
} from '@mulin/event-store';
import {
  type EventStore,
  type Position,
  Rejection,
  type Stop,
  Unavailable,
  type Upcasts,
  WrongExpectedRevision,
} from '@mulin/kernel';
import { type Database, isTableThere, type Sql, sqlState, tablesNamed } from '@mulin/postgres';
import { ConfigurationError } from '../host/config.js';
import { townIdIn } from '../host/town-tables.js';

/** The logs of a town in KurrentDB. */
export type KurrentFacts = Readonly<{
  connection: KurrentConnection;
  /** The log of a service, by the name of its schema. */
  log: (schema: string, upcasts: Upcasts | 'as-stored') => EventStore;
  /** The same as it is kept, for whoever copies it. */
  kept: (schema: string) => KeptLog;
  /** What the town itself says there: whose events they are. */
  ownLog: EventStore;
  town: string;
  prefix: string | undefined;
}>;

type Whose = Readonly<{ kurrentUrl?: string | undefined; topicPrefix?: string | undefined; town: string }>;

const notUsable = (reason: Unavailable | Rejection): ConfigurationError => {
  const said = reason.sentence;
  return new ConfigurationError('kurrentdb-not-usable', {
    en: `The KurrentDB of KURRENTDB_URL cannot be used: ${said.en}`,
    zh: `无法使用 \`KURRENTDB_URL\` 指定的 \`KurrentDB\`：${said.zh}`,
  });
};

const opened = (url: string): Promise<KurrentConnection> =>
  openKurrent(url).catch((error: unknown) => {
    throw error instanceof Unavailable || error instanceof Rejection ? notUsable(error) : error;
  });

/** A server takes what stands before the first dash for the category of a stream, so that nothing before it has one. */
const withoutDash = (name: string): string => name.replaceAll('-', '_2d');

/**
 * Connects to the KurrentDB of a town; `undefined` where its events are in PostgreSQL.
 *
 * @throws `ConfigurationError` `kurrentdb-not-usable`.
 */
export const kurrentFacts = async (whose: Whose): Promise<KurrentFacts | undefined> => {
  const { kurrentUrl, topicPrefix: prefix, town } = whose;
  if (kurrentUrl === undefined) return undefined;
  const connection = await opened(kurrentUrl);
  const called = (name: string) => withoutDash(nameOnSharedBus({ prefix, town }, name));
  return {
    connection,
    log: (schema, upcasts) => kurrentEventStore({ connection, log: called(schema), upcasts }),
    kept: (schema) => kurrentKeptLog(connection, called(schema)),
    ownLog: kurrentEventStore({ connection, log: called('whole_town') }),
    town,
    prefix,
  };
};

const inKurrent = () =>
  new ConfigurationError('facts-in-kurrentdb', {
    en: 'The events of this town are in KurrentDB: set KURRENTDB_URL.',
    zh: '本镇的事件存于 `KurrentDB`：请设置 `KURRENTDB_URL`。',
  });

const inPostgres = () =>
  new ConfigurationError('facts-in-postgres', {
    en: 'The events of this town are kept in PostgreSQL: start without KURRENTDB_URL, or move the town with mulin export and restore into an empty database.',
    zh: '本镇的事件存于 `PostgreSQL`：请不设 `KURRENTDB_URL` 启动，或用 `mulin export` 和 `mulin restore` 将本镇迁入空数据库。',
  });

/** What only the owner of the tables can say has not been said. */
const engineUnknown = () =>
  new ConfigurationError('facts-engine-unknown', {
    en: 'This database does not say yet that its events are in KurrentDB: run mulin tables apply with KURRENTDB_URL, or start the town once with the owner of the tables.',
    zh: '数据库尚未记明事件存于 `KurrentDB`：请设置 `KURRENTDB_URL` 后运行 `mulin tables apply`，或以表的所有者启动本镇一次。',
  });

const ofAnother = () =>
  new ConfigurationError('kurrentdb-of-another-town', {
    en: 'The KurrentDB of KURRENTDB_URL and this database do not belong together: each of them has been used with another one, or is empty where the other is not. Name the right one, or set another MULIN_TOPIC_PREFIX.',
    zh: '`KURRENTDB_URL` 指定的 `KurrentDB` 与此数据库不相配：其中之一曾与其他数据库或 `KurrentDB` 配用，或只有一方为空。请改用正确的一个，或另设 `MULIN_TOPIC_PREFIX`。',
  });

/** Where the events of a database are, and for KurrentDB what its logs are called there (`nameOnSharedBus`). */
type Engine = Readonly<{ engine: 'kurrentdb' | 'postgresql'; town: string | null; prefix: string | null }>;

/** `null`: no process has said it yet. */
const engineIn = async ({ sql }: Pick<Database, 'sql'>): Promise<Engine | null> =>
  (await sql<Engine>('select engine, town, prefix from mulin.facts_engine'))[0] ?? null;

/** What concerns all services is for the owner of their tables, where the role of this process is another one. */
const asOwner = <Answer>(database: Database, work: (sql: Sql) => Promise<Answer>): Promise<Answer> =>
  database.owner === undefined ? work(database.sql) : database.owner.transaction(work);

const holdsFacts = async (database: Database): Promise<boolean> => {
  const tables = await tablesNamed(database, 'facts');
  return asOwner(database, async (sql) => {
    for (const table of tables) if ((await sql(`select from ${table} limit 1`)).length > 0) return true;
    return false;
  });
};

const notPermitted = '42501';

/**
 * Says where the events are unless somebody has said it: who comes first decides.
 *
 * @returns what is said then; `null`: nothing, and the role of this process may not.
 */
const noted = async (database: Database, { engine, town, prefix }: Engine): Promise<Engine | null> => {
  await asOwner(database, (sql) =>
    sql(
      `insert into mulin.facts_engine (engine, town, prefix) values ($1, $2, $3)
       on conflict (only_one) do update set town = excluded.town, prefix = excluded.prefix
       where facts_engine.engine = excluded.engine and facts_engine.town is null`,
      [engine, town, prefix],
    ),
  ).catch((error: unknown) => {
    if (sqlState(error) !== notPermitted) throw error;
  });
  return engineIn(database);
};

const identity = 'town-identity';

const idIn = async ({ ownLog }: KurrentFacts): Promise<string | null> => {
  const [event] = await ownLog.readStream(identity);
  return event === undefined ? null : String((event.data as { id: unknown }).id);
};

const nameIn = async (facts: KurrentFacts, id: string): Promise<void> => {
  const metadata = { town: facts.town, actor: 'system', correlationId: id, causationId: id };
  const named = { id, type: 'TownNamed', data: { id }, metadata };
  await facts.ownLog.appendToStream(identity, [named], { expectedRevision: 'no-stream' }).catch((error) => {
    // Another process of this town, or another town, was faster: which, is read next.
    if (!(error instanceof WrongExpectedRevision)) throw error;
  });
};

/** The process has no KurrentDB: the first of such a town says so, so that none with one comes after it. */
const claimPostgres = async (database: Database, known: Engine | null): Promise<void> => {
  const said = known ?? (await noted(database, { engine: 'postgresql', town: null, prefix: null }));
  if (said?.engine === 'kurrentdb') throw inKurrent();
};

const claimKurrent = async (
  database: Database,
  facts: KurrentFacts,
  { known, id }: Readonly<{ known: Engine | null; id: string }>,
): Promise<void> => {
  const { town, prefix = null } = facts;
  const isElsewhere = known === null ? await holdsFacts(database) : known.engine === 'postgresql';
  if (isElsewhere) throw inPostgres();
  if (known === null) await nameIn(facts, id);
  if ((await idIn(facts)) !== id) throw ofAnother();
  const said = await noted(database, { engine: 'kurrentdb', town, prefix });
  if (said === null) throw engineUnknown();
  if (said.engine !== 'kurrentdb') throw inPostgres();
};

/**
 * Makes sure that the events that a process will read belong to its database, and notes in both where they are.
 *
 * @param id what tells this town from another of its name (`townIdIn`).
 * @throws `ConfigurationError` `facts-in-kurrentdb`, `facts-in-postgres`, `kurrentdb-of-another-town` or
 *   `facts-engine-unknown`.
 */
export const claimFacts = async (
  database: Database,
  facts: KurrentFacts | undefined,
  id: string,
): Promise<void> => {
  const known = await engineIn(database);
  if (facts === undefined) await claimPostgres(database, known);
  else await claimKurrent(database, facts, { known, id });
};

/** The logs of a town in KurrentDB as they are kept there, for whoever copies the town. */
export type KeptFacts = Readonly<{
  town: string;
  log: (schema: string) => KeptLog;
  /** The position of the newest event of the whole server: what all logs held at one moment is not after it. */
  end: () => Promise<Position | null>;
  close: Stop;
}>;

/**
 * Where the events of a database are; `null`: it does not say, as there is no town in it or an older one.
 *
 * @throws `ConfigurationError` `facts-engine-unknown` for an older one whose events are in KurrentDB.
 */
const engineOf = async (database: Database): Promise<Engine | null> => {
  if (await isTableThere(database.sql, 'mulin.facts_engine')) return engineIn(database);
  if (!(await isTableThere(database.sql, 'mulin.facts_elsewhere'))) return null;
  if ((await database.sql('select from mulin.facts_elsewhere')).length > 0) throw engineUnknown();
  return null;
};

const opening = async (database: Database, facts: KurrentFacts): Promise<KeptFacts> => {
  const { connection, kept, town } = facts;
  try {
    if ((await idIn(facts)) !== (await townIdIn(database))) throw ofAnother();
    return { town, log: kept, end: () => kurrentEnd(connection), close: connection.close };
  } catch (error) {
    await connection.close();
    throw error;
  }
};

/**
 * Opens the logs of the town of a database where they are in KurrentDB; `null`: they are in the database, or there is
 * no town in it. The town may be running.
 *
 * @throws `ConfigurationError` `facts-in-kurrentdb` where no server is named, `facts-in-postgres` where one is named in
 *   vain, `facts-engine-unknown`, `kurrentdb-of-another-town`, `kurrentdb-not-usable`.
 */
export const keptFactsOf = async (
  database: Database,
  kurrentUrl: string | undefined,
): Promise<KeptFacts | null> => {
  const said = await engineOf(database);
  if (said === null) return null;
  if (said.engine === 'postgresql') {
    if (kurrentUrl !== undefined) throw inPostgres();
    return null;
  }
  // What its logs are called is said at its next start.
  if (said.town === null) throw engineUnknown();
  const facts = await kurrentFacts({ kurrentUrl, town: said.town, topicPrefix: said.prefix ?? undefined });
  if (facts === undefined) throw inKurrent();
  return opening(database, facts);
};

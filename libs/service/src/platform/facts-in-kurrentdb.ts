/** A town whose events are in KurrentDB, while everything else is in its PostgreSQL; and that the two belong together. */
import { nameOnSharedBus } from '@mulin/bus';
import { type KurrentConnection, kurrentEventStore, openKurrent } from '@mulin/event-store';
import { type EventStore, Rejection, Unavailable, type Upcasts, WrongExpectedRevision } from '@mulin/kernel';
import { type Database, type Sql, tablesNamed } from '@mulin/postgres';
import { ConfigurationError } from '../host/config.js';

/** The logs of a town in KurrentDB. */
export type KurrentFacts = Readonly<{
  connection: KurrentConnection;
  /** The log of a service, by the name of its schema. */
  log: (schema: string, upcasts: Upcasts | 'as-stored') => EventStore;
  /** What the town itself says there: whose events they are. */
  ownLog: EventStore;
}>;

type Whose = Readonly<{ kurrentUrl?: string | undefined; topicPrefix?: string | undefined; town: string }>;

const notUsable = (reason: Unavailable | Rejection): ConfigurationError => {
  const said = reason.sentence;
  return new ConfigurationError('kurrentdb-not-usable', {
    en: `The KurrentDB of KURRENTDB_URL cannot be used: ${said.en}`,
    zh: `无法使用 KURRENTDB_URL 指定的 KurrentDB：${said.zh}`,
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
    ownLog: kurrentEventStore({ connection, log: called('whole_town') }),
  };
};

const inKurrent = () =>
  new ConfigurationError('facts-in-kurrentdb', {
    en: 'The events of this town are in KurrentDB: start with KURRENTDB_URL.',
    zh: '本镇的事件存于 KurrentDB：启动时请设置 KURRENTDB_URL。',
  });

const inPostgres = () =>
  new ConfigurationError('facts-in-postgres', {
    en: 'The events of this town are in PostgreSQL, and none can be moved to KurrentDB: start without KURRENTDB_URL, or another town with a MULIN_HOME of its own.',
    zh: '本镇的事件存于 PostgreSQL，无法移至 KurrentDB：请不设 KURRENTDB_URL 启动，或另设 MULIN_HOME 启动另一个镇。',
  });

const ofAnother = () =>
  new ConfigurationError('kurrentdb-of-another-town', {
    en: 'The KurrentDB of KURRENTDB_URL and this database do not belong together: each of them has been used with another one, or is empty where the other is not. Name the right one, or set another MULIN_TOPIC_PREFIX.',
    zh: 'KURRENTDB_URL 指定的 KurrentDB 与此数据库不相配：其一曾与他者配用，或一空一不空。请改用正确的一个，或另设 MULIN_TOPIC_PREFIX。',
  });

const isNamedIn = async ({ sql }: Database): Promise<boolean> =>
  (await sql('select from mulin.facts_elsewhere')).length > 0;

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

const noteEngine = (database: Database): Promise<unknown> =>
  asOwner(database, (sql) =>
    sql(`insert into mulin.facts_elsewhere (engine) values ('kurrentdb') on conflict do nothing`),
  );

const identity = 'town-identity';

const idIn = async ({ ownLog }: KurrentFacts): Promise<string | null> => {
  const [event] = await ownLog.readStream(identity);
  return event === undefined ? null : String((event.data as { id: unknown }).id);
};

const nameIn = async (facts: KurrentFacts, town: string, id: string): Promise<void> => {
  const metadata = { town, actor: 'system', correlationId: id, causationId: id };
  const named = { id, type: 'TownNamed', data: { id }, metadata };
  await facts.ownLog.appendToStream(identity, [named], { expectedRevision: 'no-stream' }).catch((error) => {
    // Another process of this town, or another town, was faster: which, is read next.
    if (!(error instanceof WrongExpectedRevision)) throw error;
  });
};

/**
 * Makes sure that the events that a process will read belong to its database, and notes in both where they are.
 *
 * @param id what tells this town from another of its name (`townIdIn`).
 * @throws `ConfigurationError` `facts-in-kurrentdb`, `facts-in-postgres` or `kurrentdb-of-another-town`.
 */
export const claimFacts = async (
  database: Database,
  facts: KurrentFacts | undefined,
  { town, id }: Readonly<{ town: string; id: string }>,
): Promise<void> => {
  const isNamed = await isNamedIn(database);
  if (facts === undefined) {
    if (isNamed) throw inKurrent();
    return;
  }
  if (!isNamed && (await holdsFacts(database))) throw inPostgres();
  if (!isNamed) await nameIn(facts, town, id);
  if ((await idIn(facts)) !== id) throw ofAnother();
  if (!isNamed) await noteEngine(database);
};

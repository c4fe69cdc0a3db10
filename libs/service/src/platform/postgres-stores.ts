/** The logs of the services of a process: in PostgreSQL, or in KurrentDB with the checkpoints of readers in PostgreSQL. */
import { adoptIntoPostgres, postgresEventStore, type StoreWithCheckpoints } from '@mulin/event-store';
import { type EventStore, type Instant, Rejection, type Upcasts } from '@mulin/kernel';
import { type Database, sqlState } from '@mulin/postgres';
import { pgSchemaOf } from '../host/pg-schema.js';
import type { KurrentFacts } from './facts-in-kurrentdb.js';
import type { Platform } from './platform.js';
import { publishedPositions } from './published.js';
import { upcastsPerService } from './registry.js';

type Parts = Readonly<{
  services: readonly string[];
  isShared?: boolean;
  now: () => Instant;
  facts?: KurrentFacts | undefined;
}>;

const notIntoKurrent = () =>
  new Rejection('demo-not-in-kurrentdb', {
    en: 'A made-up month is taken in by all logs at once or by none, which KurrentDB cannot: start another town without KURRENTDB_URL.',
    zh: '演示数据须同时写入全部日志，KurrentDB 无法做到：请不设 KURRENTDB_URL，另启动一个镇。',
  });

/** The log of a schema, with what is kept of its readers. */
const opening =
  (database: Database, { facts, now }: Parts) =>
  async (schema: string, upcasts: Upcasts | 'as-stored'): Promise<StoreWithCheckpoints> => {
    const store = await postgresEventStore({ database, schema, now, upcasts });
    return facts === undefined ? store : { ...facts.log(schema, upcasts), checkpoints: store.checkpoints };
  };

const notOwned = () =>
  new Rejection('logs-not-owned', {
    en: 'This is written into the logs of all services at once, and the role of this process may not: start it once with the owner of the tables in MULIN_OWNER_URL.',
    zh: '此操作须一次写入所有服务的日志，而本进程的数据库角色无权写入：请用 MULIN_OWNER_URL 指定表的所有者，启动一次。',
  });

const notPermitted = '42501';

const refuseAdopting: Platform['adopt'] = async () => {
  throw notIntoKurrent();
};

/** Logs of services of other processes are taken by the owner of their tables, where this process knows one. */
const adopting =
  (
    database: Database,
    { upcasts, own }: Readonly<{ upcasts: ReturnType<typeof upcastsPerService>; own: ReadonlySet<string> }>,
  ): Platform['adopt'] =>
  (logs) => {
    const isOurs = Object.keys(logs).every((service) => own.has(service));
    const all = Object.entries(logs).map(([service, events]) => ({
      upcasts: upcasts.of(service),
      ...events,
      schema: pgSchemaOf(service),
    }));
    return adoptIntoPostgres(isOurs ? database : (database.owner ?? database), all).catch(
      (error: unknown) => {
        throw sqlState(error) === notPermitted ? notOwned() : error;
      },
    );
  };

/**
 * Opens a log for each service, and moves its tables to what this program knows.
 *
 * @param parts.isShared whether processes of other services are to know how far these have published.
 * @throws what `migrate` throws. `eventStore` throws an `Error` for a service that was not named.
 */
export const storesIn = async (database: Database, parts: Parts) => {
  const { services, isShared = false, facts } = parts;
  const open = opening(database, parts);
  const upcasts = upcastsPerService();
  const stores = new Map<string, StoreWithCheckpoints>();
  for (const service of services) stores.set(service, await open(pgSchemaOf(service), upcasts.of(service)));

  const eventStore = (service: string, more = {}): StoreWithCheckpoints => {
    const store = stores.get(service);
    if (store === undefined) throw new Error(`${service} was not named among the services of this platform`);
    upcasts.learn(service, more);
    return store;
  };
  const positions = publishedPositions(database, {
    own: (service) => stores.get(service)?.checkpoints,
    isShared,
  });
  return {
    eventStore,
    openLog: (schema: string): Promise<EventStore> => open(schema, 'as-stored'),
    adopt: facts === undefined ? adopting(database, { upcasts, own: new Set(services) }) : refuseAdopting,
    checkpoints: (service: string) => positions.checkpoints(service, eventStore(service).checkpoints),
    published: positions.published,
  };
};

/** What a town runs on: PostgreSQL for events, bus, views, vault and accounts, BullMQ for alarms. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type KafkaAccess, kafkaBus, postgresDeadLetters } from '@mulin/bus';
import { postgresProjection } from '@mulin/event-store';
import type { GivenKeys } from '@mulin/identity';
import { type Instant, instant, second, type Stop } from '@mulin/kernel';
import { type Database, type Limits, openDatabase } from '@mulin/postgres';
import { type RedisProbe, redisProbe } from '@mulin/scheduler';
import { masterKeyFor, postgresVault, pseudonymsOf, requestHashOf } from '@mulin/vault';
import { timersOf } from './timers.js';
import { watched } from './watched.js';
import { checkConnections } from './connection-budget.js';
import { collectGarbage, type NamedItems } from './collect-garbage.js';
import { claimFacts, type KurrentFacts, kurrentFacts } from './facts-in-kurrentdb.js';
import { errorLogFields } from '../observability/error-log-fields.js';
import { maintenance } from './maintenance.js';
import { messageBusOf } from './message-bus.js';
import { withOutages } from './log-with-outages.js';
import { peopleIn } from './people.js';
import { cached } from '../host/cached.js';
import { areDeliveriesHeld } from '../host/held-deliveries.js';
import { aloneIn, ownedWork } from '../host/owned-work.js';
import { packOrder } from '../host/pack-order.js';
import { refuseHalfRestored } from '../host/restoring.js';
import { projectionRegistry } from '../host/projection-registry.js';
import { prometheusMeter } from '../observability/meter.js';
import { acquireInstanceLock } from '../host/single-instance-lock.js';
import { townIdIn } from '../host/town-tables.js';
import { localOperations } from './operations.js';
import { storesIn } from './postgres-stores.js';
import type { ServiceDefinition, Logger, Platform } from './platform.js';
import { checkRedis } from './redis-at-start.js';
import { addRequestsIn } from './request-counts.js';
import { repeatSerially } from './interval.js';
import { pgSchemaOf } from '../host/pg-schema.js';

/** What a town on PostgreSQL is made of. */
export type PostgresParts = Readonly<{
  databaseUrl: string;
  /** The same database as the owner of its tables, for migrations; absent: the role of `databaseUrl` owns them. */
  ownerUrl?: string | undefined;
  /** Tables of which the owner gives the role of `databaseUrl` no more than this. Default: none. */
  limits?: Limits;
  /** Where BullMQ keeps its jobs; absent: in the same PostgreSQL. */
  redisUrl?: string | undefined;
  /** `host:port` of the Kafka that carries messages; absent: they are in the same PostgreSQL. */
  kafkaBrokers?: readonly string[] | undefined;
  /** Default: in the clear, and without a name. */
  kafkaAccess?: KafkaAccess | undefined;
  /** Where the events of the town are, and nothing else of it; absent: in the same PostgreSQL. */
  kurrentUrl?: string | undefined;
  /** The folder of the town's keys. */
  keys: string;
  /** 64 hexadecimal digits; absent: a file in `keys`. */
  masterKey?: string | undefined;
  /** Keys that stand instead of those of the folder. Default: none does. */
  givenKeys?: GivenKeys | undefined;
  town: string;
  /** Only its tables are made, for a copy that is taken in. Default: a restore that was stopped half-way is refused. */
  isRestore?: boolean;
  /** One of many processes of this town on this database. Default: the only one. */
  isShared?: boolean;
  zone: string;
  /** Which pack its services have (`packFingerprint`). Default: one that is always the newest. */
  packFingerprint?: string | undefined;
  /** Of the names of topics and groups on a shared bus. Default: `mulin`. */
  topicPrefix?: string | undefined;
  /** Where this town's data lie on this machine, its home first: its disk must take what is written. */
  folders?: readonly string[];
  /** Who will ask for a log of its own. */
  services: readonly string[];
  /** Whose tables of timers are made at once, where nobody will ask for them. Default: nobody's. */
  preparedTimers?: readonly string[];
  /**
   * Who says which items of the vault some event names, before others are removed. Default: the logs in this database.
   * `null`: nothing is tidied up by this process, as it is not for a single service to do.
   */
  namedItems?: NamedItems | null;
  log: Logger;
  now?: () => Instant;
  /** How many connections this process has to PostgreSQL at most for statements; a few more listen and hold locks. Default: 24. */
  connections?: number | undefined;
  /** Told when the same town has been started elsewhere since the connection was lost: this one must stop. */
  taken?: (why: Error) => void;
}>;

/** Of one process: above the parallel commands that two cores decide, below the 100 of PostgreSQL's default. */
const usualConnections = 24;

/** So long what was told stays on the bus, for whoever has heard all of it already. */
const retentionDays = 30;

const realTime = (): Instant => instant(Date.now());

const partsOn = async (database: Database, parts: Wanted) => {
  const { town, log, now = realTime, redisUrl } = parts;
  const atWork = new Map<string, ServiceDefinition>();
  const deadLetters = await postgresDeadLetters({ database });
  const meter = prometheusMeter({ atWork, deadLetters }, { ofProgram: true });
  const stores = await storesIn(database, { ...parts, now });
  const { eventStore } = stores;
  const master = await masterKeyFor(database, { folder: parts.keys, text: parts.masterKey });
  return {
    atWork,
    meter,
    ...stores,
    vault: await postgresVault({
      database,
      master,
      town,
      now,
      troubled: (error) => log.warn(errorLogFields(error), 'readings of services are not counted for now'),
    }),
    requestHash: requestHashOf(master),
    pseudonyms: pseudonymsOf(master),
    ...(await peopleIn(database, { keys: parts.keys, given: parts.givenKeys ?? {}, master, town, now })),
    // The last that is opened: nothing after it fails.
    ...(await messageBusOf(database, parts)),
    deadLetters,
    alarms: timersOf({ database, redisUrl, town, now, log, meter }),
    views: projectionRegistry((service, projection) =>
      postgresProjection({
        database,
        schema: pgSchemaOf(service),
        town,
        store: eventStore(service),
        projection,
      }),
    ),
  };
};

type Running = Awaited<ReturnType<typeof partsOn>> & Readonly<{ database: Database }>;

const keepTidy = (
  { database, trim, vault, eventStore, openLog, signIn }: Running,
  { log, services, now = realTime, namedItems }: PostgresParts,
  { every, own }: Pick<Platform, 'every' | 'own'>,
): Promise<Stop> => {
  if (namedItems === null) return Promise.resolve(async () => undefined);
  return maintenance({
    every,
    own,
    now,
    log,
    chores: (halted) => ({
      'told messages': () => trim(retentionDays),
      'kept items': collectGarbage(
        { database, services, eventStore, openLog, vault, log, namedItems },
        halted,
      ),
      'erased items': vault.emptyErased,
      'ended sessions': signIn.tidy,
    }),
  });
};

/** What tells this town from another of its name, once its database has been asked. */
type Known = { id: string | null };
type Wanted = PostgresParts &
  Readonly<{ redis: RedisProbe | undefined; known: Known; facts: KurrentFacts | undefined }>;

/** What is not opened is not held either. */
const claimed = async (database: Database, wanted: Wanted) => {
  const taken = (why: Error) => {
    wanted.log.error(errorLogFields(why), 'this town runs elsewhere');
    wanted.taken?.(why);
  };
  const { log, isShared: shared = false, redis, known, facts } = wanted;
  const release = await acquireInstanceLock(database, wanted.town, { taken, log, shared });
  try {
    if (wanted.isRestore !== true) await refuseHalfRestored(database.sql);
    known.id = await townIdIn(database);
    await claimFacts(database, facts, known.id ?? '');
    if (redis !== undefined) await checkRedis(redis, log);
    return { release, running: await partsOn(database, wanted) };
  } catch (error) {
    await release();
    throw error;
  }
};

const beginning =
  (views: Running['views'], timers: Running['alarms']): Platform['begin'] =>
  async (service) => {
    const stopViews = await views.begin(service);
    const stopAlarms = await timers.begin(service);
    return async () => {
      await stopAlarms();
      await stopViews();
    };
  };

/** What is shared between the processes of a town, or done by one of them at a time. */
const sharedWork = async (
  database: Database,
  { packFingerprint: fingerprint, isShared = false, log }: PostgresParts,
  requestHash: Platform['requestHash'],
): Promise<Pick<Platform, 'own' | 'alone' | 'recordPack' | 'addRequests' | 'areDeliveriesHeld'>> => ({
  areDeliveriesHeld: cached(second, () => areDeliveriesHeld(database.sql)),
  own: ownedWork(database, log),
  alone: aloneIn(database),
  recordPack: await packOrder(database, { fingerprint, isShared, log }),
  addRequests: isShared ? addRequestsIn(database, (caller) => requestHash.of({ caller })) : null,
});

const openOn = async (database: Database, wanted: Wanted) => {
  const { town, zone, log, now = realTime } = wanted;
  const { release, running } = await claimed(database, wanted);
  const { alarms: timers, views, vault, ...parts } = running;
  for (const service of wanted.preparedTimers ?? []) await timers.prepare(service);
  const every = repeatSerially(log);
  const readiness = watched({ ...running, database, kurrent: wanted.facts?.connection }, wanted, every);

  const platform: Platform = {
    ...parts,
    town,
    zone,
    now,
    newId: randomUUID,
    log,
    view: views.view,
    views: views.all,
    scheduler: timers.scheduler,
    jobs: timers.jobs,
    operations: localOperations({ ...parts, views: views.all }),
    vault: vault.as,
    readings: vault.readings,
    sleep: (ms) => pause(ms),
    every,
    ...(await sharedWork(database, wanted, parts.requestHash)),
    begin: beginning(views, timers),
    health: readiness.check,
  };
  const stopTidying = await keepTidy({ ...running, database }, wanted, platform);
  return {
    platform,
    close: async () => {
      await readiness.stop();
      await stopTidying();
      await vault.close();
      await running.closeBus();
      await release();
    },
  };
};

/** `close` after the services have been stopped. */
export const postgresPlatform = async (
  parts: PostgresParts,
): Promise<Readonly<{ platform: Platform; close: Stop }>> => {
  const { databaseUrl: url, ownerUrl, limits, town, connections = usualConnections } = parts;
  const applicationName = `mulin ${town}`;
  const facts = await kurrentFacts(parts);
  const database = await openDatabase({ url, ownerUrl, limits, max: connections, applicationName });
  const known: Known = { id: null };
  const { redisUrl, kafkaBrokers: brokers, kafkaAccess: access } = parts;
  const redis = redisUrl === undefined ? undefined : redisProbe(redisUrl, { town, id: () => known.id });
  const kafka = brokers === undefined ? undefined : kafkaBus({ brokers, access });
  const kurrent = facts?.connection;
  const outages = withOutages(database, { redis, kafka, kurrent }, parts.log);
  const end = async () => {
    outages.close();
    await redis?.close();
    await kafka?.close();
    await kurrent?.close();
    await database.close();
  };
  try {
    await checkConnections(database, { ...parts, connections });
    const { platform, close } = await openOn(database, { ...parts, log: outages.log, redis, known, facts });
    return {
      platform,
      close: async () => {
        await close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
};

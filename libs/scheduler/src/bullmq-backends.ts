/** Where BullMQ keeps its jobs: PostgreSQL or Redis, the same queue and the same worker on both. */
import { minute, second } from '@mulin/kernel';
import { type Database, grantsIn, translated } from '@mulin/postgres';
import {
  type BackendFactory,
  type Job,
  type JobsOptions,
  PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
  Queue,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

export type OnError = (error: Error) => void;

type Handler = (job: Job) => Promise<void>;

type JobQueue = Readonly<{
  addBulk: (jobs: { name: string; data: object; opts: JobsOptions }[]) => Promise<unknown>;
  close: () => Promise<void>;
  on: (event: 'error', listener: OnError) => unknown;
}>;

export type JobWorker = Readonly<{
  close: () => Promise<void>;
  waitUntilReady: () => Promise<unknown>;
  on(event: 'error', listener: OnError): unknown;
  on(event: 'completed', listener: (job: Job) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
}>;

type MoreOptions = Pick<WorkerOptions, 'concurrency' | 'settings'>;

export type BullmqBackend = Readonly<{
  queue: () => JobQueue;
  /** `more`: how many at once, and when what failed comes again. */
  worker: (handler: Handler, more?: MoreOptions) => JobWorker;
  close: () => Promise<void>;
}>;

/** A second that was left by a program that died comes again, however often that happens. */
const workerOptions = { runRetryDelay: second, maxStalledCount: 1_000_000 };

const queueSchema = 'bullmq';

const connectMs = 10 * second;
const answerMs = 10 * second;
const migrationsMs = 10 * minute;

/**
 * `prepare` has seen to the schema, so nobody asks for it again: where PostgreSQL is away at that moment, BullMQ
 * would remember the failure for ever and try again without a pause, and the program would do nothing else.
 */
const backendOn: BackendFactory<PostgresQueueBackend, PostgresConnectionOptions> = (name, options) => {
  const connection = new PostgresConnection(options.connection);
  connection.waitUntilReady = () => Promise.resolve();
  return new PostgresQueueBackend(connection, name, options);
};

export const onPostgres = async (
  name: string,
  { url, owner }: Pick<Database, 'url' | 'owner'>,
): Promise<BullmqBackend> => {
  await prepare(owner?.url ?? url, owner?.grantee);
  const connection = {
    connectionString: url,
    application_name: 'mulin timers',
    schema: queueSchema,
    // A job that is lost with the machine is made again from the alarms: it need not wait for the disk.
    options: '-c synchronous_commit=off',
    keepAlive: true,
    // A connection that a network has swallowed must not be waited for: the sweep rings meanwhile, and later than a job.
    keepAliveInitialDelayMillis: 5 * second,
    connectionTimeoutMillis: connectMs,
    query_timeout: answerMs,
    // Of the queue, and of its worker, which listens by one more: three for each service that sets timers.
    max: 1,
  };
  return {
    queue: () => new Queue(name, { connection }, backendOn),
    worker: (handler, more) =>
      new Worker(name, handler, { connection, ...workerOptions, ...more }, backendOn),
    close: async () => undefined,
  };
};

const prepare = async (url: string, grantee: string | undefined) => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'mulin timers',
    connectionTimeoutMillis: connectMs,
    query_timeout: migrationsMs,
  });
  // One that is lost while it waits for nothing must not end the program.
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (grantee === undefined && (await isOfAnother(client))) return;
    await runMigrations(client, queueSchema);
    if (grantee !== undefined) await grant(client, grantee);
  } catch (error) {
    throw translated(error);
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** The queues are there, and another role owns them: it has prepared them, as it alone may. */
const isOfAnother = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ other: boolean }>(
    `select not pg_has_role(nspowner, 'usage') as other from pg_namespace where nspname = $1`,
    [queueSchema],
  );
  return rows[0]?.other === true;
};

/** BullMQ adds jobs in bulk through temporary tables, and makes a sequence for each queue, as whoever adds them. */
const grantsOfJobs = async (client: pg.Client, grantee: string): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const [role, database] = [grantee, rows[0]?.name ?? ''].map((name) => pg.escapeIdentifier(name));
  return [
    `grant create on schema ${queueSchema} to ${role}`,
    `grant temporary on database ${database} to ${role}`,
  ];
};

const grant = async (client: pg.Client, grantee: string) => {
  await client.query('begin');
  // Services start at the same time, and each grants the same.
  await client.query(`select pg_advisory_xact_lock(hashtextextended('grants of ${queueSchema}', 0))`);
  for (const statement of grantsIn(queueSchema, grantee, { migrations: 'migration' }))
    await client.query(statement);
  for (const statement of await grantsOfJobs(client, grantee)) await client.query(statement);
  await client.query('commit');
};

export const onRedis = (name: string, url: string, onError: OnError): BullmqBackend => {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', onError);
  return {
    queue: () => new Queue(name, { connection: redis }),
    worker: (handler, more) => new Worker(name, handler, { connection: redis, ...workerOptions, ...more }),
    close: async () => redis.disconnect(),
  };
};

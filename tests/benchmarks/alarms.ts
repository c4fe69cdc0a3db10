/** Alarms: how fast many of one instant are rung, how late those of a full table ring, and the raw queue beside it. */
import { setTimeout as pause } from 'node:timers/promises';
import { hour, type Instant, instant, msOf, plus, second } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { type BullmqScheduler, bullmqScheduler } from '@mulin/scheduler';
import { createPostgresBackend, Queue, type Worker, Worker as BullmqWorker } from 'bullmq';
import { Redis } from 'ioredis';

type Figures = Record<string, number>;

const now = (): Instant => instant(Date.now());

/** Where this part of the bench writes one row for each alarm, as a look that records an event would. */
const looked = 'bench_looked';

const within = async <Answer>(url: string, measure: (database: Database) => Promise<Answer>) => {
  const database = await openDatabase({ url });
  try {
    await database.sql(`drop table if exists ${looked}`);
    await database.sql(
      `create table ${looked} (subject text primary key, at timestamptz not null default now())`,
    );
    return await measure(database);
  } finally {
    await database.close();
  }
};

const recorded = async (database: Database): Promise<number> => {
  const [row] = await database.sql<{ count: number }>(`select count(*) as count from ${looked}`);
  return row?.count ?? 0;
};

const rungBy = async (
  parts: { database: Database; schema: string; redisUrl?: string },
  look: (subjects: readonly string[]) => Promise<void>,
): Promise<BullmqScheduler> => {
  const scheduler = bullmqScheduler({ ...parts, town: 'bench', service: parts.schema });
  scheduler.scheduler.onDue(look);
  await scheduler.start();
  return scheduler;
};

const dueAtOnce = 50_000;
const stormOf = 10_000;
const openAlarms = 100_000;
const sampled = 1_000;
const sampledForMs = 20 * second;

const subjects = (count: number) => Array.from({ length: count }, (_, n) => `case-${n}`);

/** From the instant at which all of them are due to the last one's row: alarms a second. */
export const due = (url: string): Promise<Figures> =>
  within(url, async (database) => {
    let left = dueAtOnce;
    const alarms = await rungBy({ database, schema: 'bench_due' }, async (some) => {
      await database.sql(`insert into ${looked} (subject) select unnest($1::text[]) on conflict do nothing`, [
        some,
      ]);
      left -= some.length;
    });
    const at = plus(now(), 5 * second);
    await alarms.rebuild(subjects(dueAtOnce).map((subject) => ({ subject, at })));
    while (left > 0) await pause(1);
    const seconds = (Date.now() - msOf(at)) / 1_000;
    if ((await recorded(database)) !== dueAtOnce) throw new Error('an alarm was lost');
    await alarms.stop();
    return { 'due.perSecond': dueAtOnce / seconds };
  });

/** How late alarms at odd moments ring while 100,000 others are open. */
const lateness = (url: string, name: string, redisUrl?: string): Promise<Figures> =>
  within(url, async (database) => {
    const dueAt = new Map<string, number>();
    const late: number[] = [];
    const engine = redisUrl === undefined ? {} : { redisUrl };
    const alarms = await rungBy({ database, schema: `bench_${name}`, ...engine }, async (some) => {
      const moment = Date.now();
      for (const subject of some) late.push(moment - (dueAt.get(subject) ?? moment));
    });
    const start = plus(now(), 24 * hour);
    // A year of closing times and odd moments: many seconds, some of them shared.
    await alarms.rebuild(
      subjects(openAlarms).map((subject, n) => ({ subject, at: plus(start, (n % 20_000) * 97 * second) })),
    );
    const first = Date.now() + 3 * second;
    for (let n = 0; n < sampled; n++) {
      const moment = first + ((n * 7_919) % sampledForMs);
      dueAt.set(`sample-${n}`, moment);
    }
    await alarms.rebuild([...dueAt].map(([subject, at]) => ({ subject, at: instant(at) })));
    while (late.length < sampled) await pause(20);
    await alarms.stop();

    late.sort((one, other) => one - other);
    const share = (part: number) => late[Math.min(late.length - 1, Math.floor(late.length * part))] ?? 0;
    const figure = `alarms.${name}.latenessMs`;
    return { [`${figure}.p50`]: share(0.5), [`${figure}.p99`]: share(0.99), [`${figure}.max`]: share(1) };
  });

export const alarms = async (url: string, redisUrl?: string): Promise<Figures> => ({
  ...(await lateness(url, 'postgres')),
  ...(redisUrl === undefined ? {} : await lateness(url, 'redis', redisUrl)),
});

type Raw = Readonly<{ queue: Queue; worker: Worker; close: () => Promise<void> }>;

const rawConcurrency = 50;

const rawOnPostgres = (url: string, handler: (id: string) => Promise<void>): Raw => {
  const connection = { connectionString: url, max: 10 };
  const queue = new Queue('bench-storm', { connection }, createPostgresBackend);
  const worker = new BullmqWorker(
    'bench-storm',
    async (job) => handler(job.id ?? ''),
    { connection, concurrency: rawConcurrency },
    createPostgresBackend,
  );
  // What the server's own stop tears is no finding.
  queue.on('error', () => undefined);
  worker.on('error', () => undefined);
  // The library types what it returns by its Redis backend alone; only what both have is used here.
  return {
    queue: queue as unknown as Queue,
    worker: worker as unknown as Worker,
    close: async () => void (await Promise.all([worker.close(), queue.close()])),
  };
};

const rawOnRedis = (redisUrl: string, handler: (id: string) => Promise<void>): Raw => {
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue('bench-storm', { connection });
  const worker = new BullmqWorker('bench-storm', async (job) => handler(job.id ?? ''), {
    connection,
    concurrency: rawConcurrency,
  });
  const close = async () => {
    await Promise.all([worker.close(), queue.close()]);
    connection.disconnect();
  };
  return { queue, worker, close };
};

/** The same storm as one job each, with a handler that does one insert: from the instant due to the last row. */
const rawStorm = (url: string, open: (handler: (id: string) => Promise<void>) => Raw): Promise<number> =>
  within(url, async (database) => {
    let left = stormOf;
    const { queue, worker, close } = open(async (id) => {
      await database.sql(`insert into ${looked} (subject) values ($1)`, [id], { name: 'bench-raw' });
      left--;
    });
    await worker.waitUntilReady();
    const at = Date.now() + 15 * second;
    for (let n = 0; n < stormOf; n += 1_000) {
      const timestamp = Date.now();
      const opts = { timestamp, delay: at - timestamp, removeOnComplete: true, removeOnFail: true };
      await queue.addBulk(
        Array.from({ length: 1_000 }, (_, more) => ({
          name: 'due',
          data: {},
          opts: { ...opts, jobId: `storm-${n + more}` },
        })),
      );
    }
    while (left > 0) await pause(5);
    const seconds = (Date.now() - at) / 1_000;
    await close();
    return seconds;
  });

/** The raw queue in the same run: what our storm is to be compared with. */
export const stormOfBullmq = async (url: string, redisUrl?: string): Promise<Figures> => {
  // Its tables are made by the first scheduler that starts.
  await within(url, async (database) => {
    const made = await rungBy({ database, schema: 'bench_storm' }, async () => undefined);
    await made.stop();
  });
  const onPostgres = await rawStorm(url, (handler) => rawOnPostgres(url, handler));
  if (redisUrl === undefined) return { 'storm.bullmq.postgres.seconds': onPostgres };
  const onRedis = await rawStorm(url, (handler) => rawOnRedis(redisUrl, handler));
  return { 'storm.bullmq.postgres.seconds': onPostgres, 'storm.bullmq.redis.seconds': onRedis };
};

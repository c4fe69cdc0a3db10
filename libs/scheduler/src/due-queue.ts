/** One BullMQ job for each second in which something falls due. The queue holds no truth: it only says "look now". */
import { second, settledWithin } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { type BullmqBackend, type JobWorker, onPostgres, onRedis, type OnError } from './bullmq-backends.js';

export type DueQueue = Readonly<{
  /** Has each of these seconds (since 1970) come up when it begins; one that is waiting already is left alone. */
  add(seconds: readonly number[], nowMs: number): Promise<void>;
  /** `due` is called when a second has begun, `over` when its job is gone, so that it may be added again. */
  work(due: (second: number) => Promise<void>, over: (second: number) => void): Promise<void>;
  close(): Promise<void>;
}>;

const prefix = 'due-';

const jobOf = (at: number, nowMs: number) => ({
  name: 'due',
  data: {},
  opts: {
    // BullMQ takes no id of digits alone and none with a colon; an id that exists is left alone.
    jobId: `${prefix}${at}`,
    timestamp: nowMs,
    delay: Math.max(0, at * second - nowMs),
    removeOnComplete: true,
    removeOnFail: true,
  },
});

const secondOf = (jobId: string | undefined): number => Number(jobId?.slice(prefix.length));

/** A queue that is not reached any more does not keep the process from ending. */
const patienceMs = 5 * second;

const closeWithin = (closing: Promise<void>) => settledWithin(closing, patienceMs);

/** Makes what the queue of timers needs of a PostgreSQL, or brings it up to date; Redis needs nothing. */
export const prepareDueQueue = async (
  name: string,
  {
    database,
    redisUrl,
  }: Readonly<{ database: Pick<Database, 'url' | 'owner'>; redisUrl?: string | undefined }>,
): Promise<void> => {
  if (redisUrl === undefined) await (await onPostgres(name, database)).close();
};

export const openDueQueue = async (
  name: string,
  place: { database: Pick<Database, 'url' | 'owner'>; redisUrl: string | undefined },
  onError: OnError,
): Promise<DueQueue> => {
  const engine: BullmqBackend =
    place.redisUrl === undefined
      ? await onPostgres(name, place.database)
      : onRedis(name, place.redisUrl, onError);
  const queue = engine.queue();
  queue.on('error', onError);
  const workers: JobWorker[] = [];

  return {
    add: async (seconds, nowMs) => {
      await queue.addBulk(seconds.map((at) => jobOf(at, nowMs)));
    },

    work: async (due, over) => {
      const worker = engine.worker((job) => due(secondOf(job.id)));
      workers.push(worker);
      worker.on('error', onError);
      worker.on('completed', (job) => over(secondOf(job.id)));
      worker.on('failed', (_, error) => onError(error));
      try {
        await worker.waitUntilReady();
      } catch (error) {
        // Another one takes its place when this is asked for again.
        workers.splice(workers.indexOf(worker), 1);
        await closeWithin(worker.close());
        throw error;
      }
    },

    close: async () => {
      await Promise.all(workers.map((worker) => closeWithin(worker.close())));
      await closeWithin(queue.close());
      await closeWithin(engine.close());
    },
  };
};

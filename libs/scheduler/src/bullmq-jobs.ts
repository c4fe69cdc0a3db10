/** Jobs as BullMQ has them, on Redis: one job for each piece of work, with its retries. */
import {
  backoff,
  type Instant,
  instant,
  type Jobs,
  msOf,
  second,
  settledWithin,
  type Stop,
  Unavailable,
  within,
} from '@mulin/kernel';
import { type BullmqBackend, type JobWorker, onRedis } from './bullmq-backends.js';
import { attemptsAtOnce } from './in-line.js';

/** After an attempt that could not be made. */
const pauseMs = backoff({ firstMs: second, longestMs: 60 * second });

/** The work itself says when it is over: BullMQ counts, and does not decide. */
const attempts = 1_000_000;

/** So long a queue may take to answer; what it was not told of is added again by whoever owes it. */
const answerMs = 5 * second;

/** What a queue of jobs on Redis is made of. */
export type BullmqJobsParts = Readonly<{
  redisUrl: string;
  /** Names the queue: one for each town and service that share a Redis. */
  name: string;
  /** Default: the time of this machine. */
  now?: () => Instant;
  /** Told of every error that is retried; nothing personal is in it. Default: nothing is logged. */
  log?: (message: string, error: unknown) => void;
}>;

/** Jobs on BullMQ, and their life in a process. */
export type BullmqJobs = Readonly<{
  jobs: Jobs;
  /** Tries jobs from now on. */
  start: Stop;
  /** Resolves when the attempts that were under way are over, or five seconds later. */
  stop: Stop;
}>;

type Attempt = Parameters<Jobs['onJob']>[0];

/** Tried, and to be tried again then: how BullMQ is told so. */
class TryAgain extends Error {
  override readonly name = 'TryAgain';

  constructor(readonly at: Instant) {
    super(`to be tried again at ${at}`);
  }
}

const away = (error: unknown) =>
  new Unavailable({ en: 'The queue of jobs does not answer.', zh: '任务队列没有应答。' }, { cause: error });

/** How long after a failed attempt the next one comes: as the attempt said, else longer each time. */
const delayOf =
  (now: () => Instant) =>
  (made: number, _type?: string, error?: Error): number =>
    error instanceof TryAgain ? Math.max(1, msOf(error.at) - msOf(now())) : pauseMs(made);

const closeWithin = (closing: Promise<unknown>) => settledWithin(closing, answerMs, { ref: false });

/** All that a job carries. */
const dataOf = (traceparent: string | undefined) => (traceparent === undefined ? {} : { traceparent });

const traceparentIn = (data: unknown): string | undefined => {
  const value: unknown =
    typeof data === 'object' && data !== null ? Reflect.get(data, 'traceparent') : undefined;
  return typeof value === 'string' ? value : undefined;
};

const jobOf = (id: string, at: Instant, now: Instant, traceparent: string | undefined) => ({
  name: 'job',
  data: dataOf(traceparent),
  opts: {
    jobId: id,
    timestamp: msOf(now),
    delay: Math.max(0, msOf(at) - msOf(now)),
    attempts,
    backoff: { type: 'custom' },
    removeOnComplete: true,
    removeOnFail: true,
    // An error's text is nobody's business there.
    stackTraceLimit: 0,
  },
});

/** Throws `Unavailable` where the queue has not answered in time, or cannot. */
const answeredInTime = async (adding: Promise<unknown>): Promise<void> => {
  adding.catch(() => undefined); // it may fail when nobody waits for it any more
  await within(adding, answerMs, { ref: false }).catch((error: unknown) => {
    throw away(error);
  });
};

/** The queue is opened when it is first needed: to add to it, or to work. */
const queueOf = ({ redisUrl, name }: BullmqJobsParts, onError: (error: unknown) => void) => {
  let made: Readonly<{ engine: BullmqBackend; queue: ReturnType<BullmqBackend['queue']> }> | null = null;
  const opened = () => {
    if (made !== null) return made;
    const engine = onRedis(name, redisUrl, onError);
    made = { engine, queue: engine.queue() };
    made.queue.on('error', onError);
    return made;
  };
  const close = async (): Promise<void> => {
    if (made === null) return;
    await closeWithin(made.queue.close());
    await closeWithin(made.engine.close());
  };
  return { opened, close };
};

/** The `Jobs` of a service where there is a Redis: each is an ordinary job of BullMQ, whose id is its own. */
export const bullmqJobs = (parts: BullmqJobsParts): BullmqJobs => {
  const { name, now = () => instant(Date.now()), log = () => undefined } = parts;
  let isOver = false;
  const onError = (error: unknown) => {
    if (!isOver && !(error instanceof TryAgain)) log(`The jobs of ${name} are in trouble and go on`, error);
  };
  const { opened, close } = queueOf(parts, onError);
  let running: JobWorker | null = null;
  let attempt: Attempt | null = null;

  const begin = (work: Attempt): JobWorker => {
    const tried = async ({ id = '', data }: { id?: string | undefined; data: unknown }) => {
      const next = await work(id, traceparentIn(data));
      if (next !== null) throw new TryAgain(next);
    };
    const settings = { backoffStrategy: delayOf(now) };
    const worker = opened().engine.worker(tried, { concurrency: attemptsAtOnce, settings });
    worker.on('error', onError);
    worker.on('failed', (_, error) => onError(error));
    return worker;
  };

  return {
    jobs: {
      add: (id, at, traceparent) =>
        answeredInTime(opened().queue.addBulk([jobOf(id, at, now(), traceparent)])),
      onJob: (work) => void (attempt = work),
    },
    start: async () => {
      if (attempt !== null) running = begin(attempt);
    },
    stop: async () => {
      isOver = true;
      if (running !== null) await closeWithin(running.close());
      await close();
    },
  };
};

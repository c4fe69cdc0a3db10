/** The timers of a service in real time: stored in PostgreSQL, fired by jobs of BullMQ on PostgreSQL or on Redis. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Instant, instant, msOf, type Scheduler, second, type Stop } from '@mulin/kernel';
import { type AdvisoryLock, batcher, type Database, migrate, once } from '@mulin/postgres';
import { type Timer, type TimerTable, timerTable, migrations } from './timer-table.js';
import { openDueQueue, prepareDueQueue } from './due-queue.js';
import { queueFeeder } from './queue-feeder.js';
import type { DueHandler } from './fire-due.js';
import { fireWith, type Running, secondOf, track } from './firing.js';

/** Timers that are stored by one statement, and seconds that are read by one. */
const batch = 1_000;

/** What a scheduler on BullMQ is made of. */
export type BullmqParts = Readonly<{
  database: Database;
  /** The service's schema; its timers are in another one, with `_alarms` after this name. */
  schema: string;
  /** The town whose timers these are; each row carries it. */
  town: string;
  /** Names the queue: one for each town and service that share a Redis. */
  service: string;
  /** Default: the time of this machine. */
  now?: () => Instant;
  /** Told of every error that is retried; nothing personal is in it. Default: nothing is logged. */
  log?: (message: string, error: unknown) => void;
  /** The Redis of the queue. Default: the queue is in PostgreSQL, too. */
  redisUrl?: string | undefined;
  /** Told of each timer that is fired, how many milliseconds after its moment. Default: nobody is. */
  fired?: (lateMs: number) => void;
  /** Milliseconds between looks at the table for what the queue has lost. Default: 5,000. */
  sweepMs?: number;
}>;

/** A scheduler on BullMQ, and its life in a process. */
export type BullmqScheduler = Readonly<{
  scheduler: Scheduler;
  /** Migrates the tables, and fires nothing. Throws `Unavailable`. */
  prepare: Stop;
  /** Migrates the tables, adds jobs for all timers, and fires from now on. Throws `Unavailable`. */
  start: Stop;
  /** Resolves when the handler calls that were under way are over; nothing is fired after that. */
  stop: Stop;
  /** Schedules all timers that the events ask for, so that the table may be lost; resolves with how many they were. */
  rebuild(timers: Iterable<Timer> | AsyncIterable<Timer>): Promise<number>;
}>;

const realTime = (): Instant => instant(Date.now());

/** Jobs for all that is open, the nearest first. */
const remind = async ({ timers, nowMs, reminders, stopped }: Running) => {
  for (let from = secondOf(nowMs()); !stopped.aborted;) {
    const seconds = await timers.secondsFrom(from, batch);
    reminders.post(seconds);
    await reminders.told();
    const last = seconds.at(-1);
    if (last === undefined || seconds.length < batch) return;
    from = last + 1;
  }
};

/** Stays present until it is over, also when the session of the lock was lost. */
const stay = async (
  database: BullmqParts['database'],
  key: string,
  first: AdvisoryLock | null,
  over: AbortSignal,
): Promise<void> => {
  const ended = new Promise<void>((resolve) => over.addEventListener('abort', () => resolve()));
  const isOver = () => over.aborted;
  let lock = first;
  while (!isOver()) {
    if (lock === null) await sleep(second, undefined, { signal: over }).catch(() => undefined);
    else await Promise.race([lock.lost, ended]);
    if (!isOver()) lock = await database.hold(key, { shared: true }).catch(() => null);
  }
  await lock?.release();
};

/**
 * Frees the claims of a process that died, so that its timers fire at once, where no other process is at work: the
 * claims of those that live are theirs. Where others are, what a dead one had claimed fires when its lease is over.
 *
 * @returns how to leave again.
 */
const joined = async (
  database: BullmqParts['database'],
  schema: string,
  timers: TimerTable,
): Promise<Stop> => {
  const key = `mulin timers ${schema}`;
  const alone = await database.hold(key);
  const over = new AbortController();
  let staying: Promise<void>;
  try {
    if (alone !== null) await timers.release();
    staying = stay(database, key, await database.hold(key, { shared: true }), over.signal);
  } finally {
    // A start that fails keeps nobody else from starting.
    await alone?.release();
  }
  return async () => {
    over.abort();
    await staying;
  };
};

const opened = async (parts: BullmqParts, timers: TimerTable, stopped: AbortSignal): Promise<Running> => {
  const { database, service, redisUrl, now = realTime, log = () => undefined, sweepMs = 5 * second } = parts;
  const nowMs = () => msOf(now());
  const onError = (error: unknown) => {
    if (!stopped.aborted) log(`The timers of ${service} are in trouble and go on`, error);
  };
  const leave = await joined(database, schemaOf(parts), timers);
  const queue = await openDueQueue(service, { database, redisUrl }, onError);
  const reminders = queueFeeder(queue, nowMs, onError, stopped);
  const { fired = () => undefined } = parts;
  return { timers, queue, reminders, nowMs, fired, onError, stopped, sweepMs, tasks: new Set(), leave };
};

const schemaOf = ({ schema }: BullmqParts) => `${schema}_alarms`;

/** Nothing new begins any more. */
const ended = async ({ queue, tasks, leave }: Running) => {
  await queue.close();
  await Promise.all(tasks);
  await leave();
};

const tablesOf = (parts: BullmqParts) => {
  const tables = once(() => migrate(parts.database, schemaOf(parts), migrations));
  const prepare = async () => {
    await tables();
    await prepareDueQueue(parts.service, parts);
  };
  return { tables, prepare };
};

/**
 * The `Scheduler` of a service in production. The table of timers is the truth, and a job of the queue only says when
 * to look at it: a queue that loses jobs, or is away, makes timers late by `sweepMs` and loses none. Several processes
 * may run it; each due timer is claimed by one of them.
 */
export const bullmqScheduler = (parts: BullmqParts): BullmqScheduler => {
  const timers = timerTable(parts.database, schemaOf(parts), parts.town);
  const abort = new AbortController();
  let handler: DueHandler | null = null;
  let running: Running | null = null;

  // Whoever is woken by news before the start must not fail for want of a table.
  const { tables, prepare } = tablesOf(parts);
  const keep = batcher<Timer, null>({
    mostItems: batch,
    bytesOf: ({ subject, traceparent = '' }) => subject.length + traceparent.length,
    carry: async (asked) => {
      await tables();
      await timers.put(asked);
      running?.reminders.post(asked.map(({ at }) => secondOf(msOf(at))));
      return asked.map(() => null);
    },
  });

  return {
    scheduler: {
      schedule: async (subject, at, traceparent) => void (await keep({ subject, at, traceparent })),
      onDue: (looker) => {
        if (handler !== null) throw new Error(`The timers of ${parts.service} have a handler already.`);
        handler = looker;
        if (running !== null) fireWith(running, looker);
      },
    },

    prepare,

    start: async () => {
      await tables();
      running = await opened(parts, timers, abort.signal);
      track(running, remind(running));
      if (handler !== null) fireWith(running, handler);
    },

    stop: async () => {
      abort.abort();
      if (running !== null) await ended(running);
    },

    rebuild: (asked) => keepAll(keep, asked),
  };
};

const keepAll = async (
  keep: (alarm: Timer) => Promise<null>,
  asked: Iterable<Timer> | AsyncIterable<Timer>,
): Promise<number> => {
  let count = 0;
  let some: Timer[] = [];
  for await (const alarm of asked) {
    count++;
    if (some.push(alarm) < batch) continue;
    await Promise.all(some.map(keep));
    some = [];
  }
  await Promise.all(some.map(keep));
  return count;
};

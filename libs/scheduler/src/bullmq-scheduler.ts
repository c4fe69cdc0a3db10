/** Alarms of a town in real time: kept in PostgreSQL, rung by BullMQ, on PostgreSQL or on Redis. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Instant, instant, msOf, type Scheduler, second, type Stop } from '@mulin/kernel';
import { type Database, migrate } from '@mulin/postgres';
import { type Alarm, alarmsIn, migrations } from './alarms.js';
import { type Bell, bellOf } from './bell.js';
import { type DueQueue, openDueQueue } from './due-queue.js';
import { gather } from './gather.js';
import { type Reminders, remindersTo } from './reminders.js';
import type { Look } from './ring.js';

const batch = 1_000;

export type BullmqParts = Readonly<{
  database: Database;
  /** The service's schema: its alarms lie in one of their own beside it. */
  schema: string;
  /** Names the queue: one for each town and service that share a Redis. */
  service: string;
  now?: () => Instant;
  /** Told of every trouble that is overcome by itself; nothing personal is in it. */
  log?: (message: string, error: unknown) => void;
  redisUrl?: string | undefined;
  /** How often what a queue has lost is looked for. */
  sweepMs?: number;
}>;

export type BullmqScheduler = Readonly<{
  scheduler: Scheduler;
  /** Makes tables and jobs, and rings from now on. Throws `Unavailable` when PostgreSQL is down. */
  start: Stop;
  /** Nothing is rung after this resolves; what is being looked at has been looked at. */
  stop: Stop;
  /** The same promise as `wake`, for many at once. */
  wakeMany(alarms: readonly Alarm[]): Promise<void>;
  /** Sets every alarm that the facts ask for, so that the table itself may be lost; says how many. */
  rebuild(alarms: Iterable<Alarm> | AsyncIterable<Alarm>): Promise<number>;
}>;

const realTime = (): Instant => instant(Date.now());

/** `tasks` is what must have ended before all is stopped. */
type Running = Readonly<{ queue: DueQueue; reminders: Reminders; tasks: Set<Promise<void>> }>;

export const bullmqScheduler = (parts: BullmqParts): BullmqScheduler => {
  const { database, service, now = realTime, log = () => undefined, sweepMs = 5 * second } = parts;
  const schema = `${parts.schema}_alarms`;
  const alarms = alarmsIn(database, schema);
  const halt = new AbortController();
  const nowMs = () => msOf(now());
  const troubled = (error: unknown) => {
    if (!halt.signal.aborted) log(`The alarms of ${service} are in trouble and go on`, error);
  };

  let look: Look | null = null;
  let running: Running | null = null;

  const keep = gather<Alarm>(batch, async (asked) => {
    await alarms.put(asked);
    running?.reminders.post(asked.map(({ at }) => Math.floor(msOf(at) / second)));
  });

  /** Until all is stopped: a sweep that fails is no reason to sweep no more. */
  const sweeping = async (bell: Bell) => {
    while (!halt.signal.aborted) {
      await bell.drain().catch(troubled);
      await sleep(sweepMs, undefined, { signal: halt.signal }).catch(() => undefined);
    }
  };

  /** Jobs for all that is open, the nearest first. */
  const remind = async (reminders: Reminders) => {
    for (let from = Math.floor(nowMs() / second); !halt.signal.aborted;) {
      const seconds = await alarms.secondsFrom(from, batch);
      reminders.post(seconds);
      await reminders.told();
      const last = seconds.at(-1);
      if (last === undefined || seconds.length < batch) return;
      from = last + 1;
    }
  };

  const track = ({ tasks }: Running, work: Promise<void>) => {
    const task = work.catch(troubled).then(() => void tasks.delete(task));
    tasks.add(task);
  };

  const ringWith = async (town: Running, looker: Look) => {
    const { queue, reminders } = town;
    const post = (at: number) => reminders.post([Math.floor(at / second)]);
    const bell = bellOf({ alarms, look: looker, nowMs, post, troubled, stopped: halt.signal });
    // A second that is asked for while its job is being done is not added: so it is looked at once more.
    await queue.work(bell.ringSecond, (at) => track(town, bell.ringSecond(at)));
    track(town, sweeping(bell));
  };

  return {
    scheduler: {
      wake: (subject, at) => keep([{ subject, at }]),
      onWake: (looker) => {
        if (look !== null) throw new Error(`The alarms of ${service} have somebody who looks already.`);
        look = looker;
        if (running !== null) track(running, ringWith(running, looker));
      },
    },

    start: async () => {
      await migrate(database, schema, migrations);
      await alarms.release();
      const place = { url: database.url, redisUrl: parts.redisUrl };
      const queue = await openDueQueue(service, place, troubled);
      const reminders = remindersTo(queue, nowMs, troubled, halt.signal);
      running = { queue, reminders, tasks: new Set() };
      track(running, remind(reminders));
      if (look !== null) await ringWith(running, look);
    },

    stop: async () => {
      halt.abort();
      const ending = running;
      running = null;
      if (ending === null) return;
      await ending.queue.close();
      await Promise.all(ending.tasks);
    },

    wakeMany: async (asked) => {
      for (let from = 0; from < asked.length; from += batch) await keep(asked.slice(from, from + batch));
    },

    rebuild: async (asked) => {
      let count = 0;
      let some: Alarm[] = [];
      for await (const alarm of asked) {
        some.push(alarm);
        count++;
        if (some.length < batch) continue;
        await keep(some);
        some = [];
      }
      await keep(some);
      return count;
    },
  };
};

/** The timers and jobs of each service on BullMQ, counted as they are set and as they fire. */
import { type Jobs, type Scheduler, second, type Stop } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { bullmqJobs, bullmqScheduler, type BullmqScheduler, jobsOnTimers } from '@mulin/scheduler';
import { errorLogFields } from '../observability/error-log-fields.js';
import { tracedJobs, tracedScheduler } from '../observability/timer-spans.js';
import { perService } from './registry.js';
import type { Platform } from './platform.js';
import { pgSchemaOf } from '../host/pg-schema.js';

type Parts = Pick<Platform, 'town' | 'now' | 'log' | 'meter'> &
  Readonly<{ database: Database; redisUrl: string | undefined }>;

/** What runs from the start of its service to its end. */
type Running = Readonly<{ start: Stop; stop: Stop }>;

const counted = ({ scheduler }: BullmqScheduler, service: string, { meter }: Parts): Scheduler => ({
  schedule: async (subject, at, traceparent) => {
    meter.count('timers', { service, action: 'scheduled' });
    await scheduler.schedule(subject, at, traceparent);
  },
  onDue: (look) =>
    scheduler.onDue(async (subjects, traces) => {
      meter.count('timers', { service, action: 'fired' });
      meter.observe('timer_batch_size', { service }, subjects.length);
      await look(subjects, traces);
    }),
});

const telling =
  ({ log }: Parts, service: string) =>
  (message: string, error: unknown): void =>
    log.warn({ service, ...errorLogFields(error) }, message);

const timersIn = (parts: Parts, service: string): BullmqScheduler => {
  const { database, redisUrl, town, now, meter } = parts;
  return bullmqScheduler({
    database,
    redisUrl,
    schema: pgSchemaOf(service),
    town,
    service: `${town}-${service}`,
    now,
    log: telling(parts, service),
    fired: (lateMs) => meter.observe('timer_lateness_seconds', { service }, lateMs / second),
  });
};

/** On Redis they are ordinary jobs of BullMQ; without one they wait in a table of timers of their own. */
const jobsIn = (parts: Parts, service: string): Running & Readonly<{ jobs: Jobs }> => {
  const { redisUrl, town, now } = parts;
  const log = telling(parts, service);
  if (redisUrl !== undefined) return bullmqJobs({ redisUrl, name: `${town}-${service}-jobs`, now, log });
  const timers = timersIn(parts, `${service}-jobs`);
  const { jobs, stop } = jobsOnTimers(timers.scheduler, now, (error) =>
    log('A job could not be tried, and is tried again', error),
  );
  return {
    jobs,
    start: timers.start,
    stop: async () => {
      const ending = stop();
      await timers.stop();
      await ending;
    },
  };
};

/**
 * The timers of each service on BullMQ, counted and traced (`fire timer`), and its jobs (`try job`).
 *
 * @param parts.redisUrl where jobs are kept; `undefined`: in the same PostgreSQL.
 * @returns `scheduler` and `jobs` throw an `Error` where a service asks for its first one after it has begun.
 */
export const timersOf = (parts: Parts) => {
  const made = new Map<string, Running[]>();
  const begun = new Set<string>();

  /** Whatever is made after the start would be kept and never fire. */
  const register = <Made extends Running>(service: string, one: Made): Made => {
    if (begun.has(service)) throw new Error(`${service} asks for its first timer after it has begun`);
    made.set(service, [...(made.get(service) ?? []), one]);
    return one;
  };

  return {
    scheduler: perService((service) =>
      tracedScheduler(counted(register(service, timersIn(parts, service)), service, parts), service),
    ).of,
    jobs: perService((service) => tracedJobs(register(service, jobsIn(parts, service)).jobs, service)).of,
    /** Makes the tables of a service's timers, or of its jobs (`<service>-jobs`), which nobody has asked for yet. */
    prepare: (service: string): Promise<void> => timersIn(parts, service).prepare(),
    /** Whether any service of this process has asked for timers or jobs. */
    areUsed: (): boolean => made.size > 0,
    /** Fires from now on, if the service has asked for timers or jobs at all. */
    begin: async (service: string): Promise<Stop> => {
      begun.add(service);
      const running = made.get(service) ?? [];
      for (const { start } of running) await start();
      return async () => void (await Promise.all(running.map(({ stop }) => stop())));
    },
  };
};

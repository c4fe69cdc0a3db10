/** The alarms of each service on BullMQ, counted as they are set and as they ring. */
import type { Scheduler, Stop } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { bullmqScheduler, type BullmqScheduler } from '@mulin/scheduler';
import { errorLogFields } from '../observability/error-log-fields.js';
import { inSpan } from '../observability/tracing.js';
import { perService } from './registry.js';
import type { Platform } from './platform.js';
import { pgSchemaOf } from '../host/pg-schema.js';

type Parts = Pick<Platform, 'town' | 'now' | 'log' | 'meter'> &
  Readonly<{ database: Database; redisUrl: string | undefined }>;

const counted = ({ scheduler }: BullmqScheduler, service: string, { meter }: Parts): Scheduler => ({
  schedule: async (subject, at) => {
    meter.count('timers', { service, action: 'scheduled' });
    await scheduler.schedule(subject, at);
  },
  onDue: (look) =>
    scheduler.onDue(async (subjects) => {
      meter.count('timers', { service, action: 'fired' });
      meter.observe('timer_batch_size', { service }, subjects.length);
      const attributes = { 'mulin.service': service, 'mulin.timers': subjects.length };
      await inSpan({ name: 'fire timers', attributes }, () => look(subjects));
    }),
});

/**
 * The timers of each service on BullMQ, counted and traced (`fire timers`).
 *
 * @param parts.redisUrl where jobs are kept; `undefined`: in the same PostgreSQL.
 * @returns `scheduler` throws an `Error` where a service asks for its first timer after it has begun.
 */
export const timersOf = (parts: Parts) => {
  const { database, redisUrl, town, now, log } = parts;
  const made = new Map<string, BullmqScheduler>();
  const begun = new Set<string>();

  const schedulers = perService((service) => {
    // Its alarms would be wound and never ring.
    if (begun.has(service)) throw new Error(`${service} asks for its first alarm after it has begun`);
    const alarms = bullmqScheduler({
      database,
      redisUrl,
      schema: pgSchemaOf(service),
      town,
      service: `${town}-${service}`,
      now,
      log: (message, error) => log.warn({ service, ...errorLogFields(error) }, message),
    });
    made.set(service, alarms);
    return counted(alarms, service, parts);
  });

  return {
    scheduler: schedulers.of,
    /** Rings from now on, if the service has asked for alarms at all. */
    begin: async (service: string): Promise<Stop> => {
      begun.add(service);
      const alarms = made.get(service);
      await alarms?.start();
      return async () => alarms?.stop();
    },
  };
};

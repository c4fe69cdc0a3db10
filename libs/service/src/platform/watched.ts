/** Whether what a process stands on answers, and how far its services are: looked at all the time. */
import type { Stop } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import type { KafkaBus } from '@mulin/bus';
import type { KurrentConnection } from '@mulin/event-store';
import type { RedisProbe } from '@mulin/scheduler';
import { enginesOf } from '../observability/health.js';
import { type Readiness, readinessOf } from '../observability/readiness.js';
import type { Platform } from './platform.js';

/** How often it is noted how far everybody is, so that whoever is stuck is known when somebody asks. */
const observeMs = 5_000;

type Running = Pick<Platform, 'eventStore' | 'meter'> &
  Readonly<{
    database: Database;
    atWork: Platform['atWork'];
    kafka: Pick<KafkaBus, 'ping'> | undefined;
    kurrent: Pick<KurrentConnection, 'ping'> | undefined;
    views: Readonly<{ all: Platform['views'] }>;
    alarms: Readonly<{ areUsed: () => boolean }>;
  }>;
type Engines = Readonly<{ redis: RedisProbe | undefined; folders?: readonly string[] }>;

/**
 * Whether a process is ready, by the engines that its services use: a Redis is named where one of them sets timers or
 * has jobs. `stop` when the services have been stopped.
 */
export const watched = (
  { atWork, eventStore, meter, views, database, kafka, kurrent, alarms }: Running,
  { redis, folders = [] }: Engines,
  every: Platform['every'],
): Pick<Readiness, 'check'> & Readonly<{ stop: Stop }> => {
  const engines = enginesOf({
    database,
    atWork,
    redis: () => (alarms.areUsed() ? redis : undefined),
    kafka,
    kurrent,
    folders,
  });
  meter.gauge('engine_up', async () =>
    (await engines()).map(({ name, ok }) => ({ labels: { engine: name }, value: ok ? 1 : 0 })),
  );
  const { check, observe, stop } = readinessOf({ atWork, eventStore, views: views.all, engines });
  const stopObserving = every(observeMs, observe);
  // A town that is at work on a Redis says so there, also while nobody asks how it is.
  const stopSaying = every(observeMs, async () => void (await redis?.ask().catch(() => undefined)));
  return {
    check,
    stop: async () => {
      stop();
      await Promise.all([stopObserving(), stopSaying()]);
    },
  };
};

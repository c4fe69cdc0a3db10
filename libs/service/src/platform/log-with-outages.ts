/** A log that knows which engine is away. */
import type { KafkaBus } from '@mulin/bus';
import type { KurrentConnection } from '@mulin/event-store';
import type { Database } from '@mulin/postgres';
import type { RedisProbe } from '@mulin/scheduler';
import { outageLog } from '../observability/outage-log.js';
import type { Logger } from './platform.js';

/** The log of a platform whose engines are asked when any part of it says that one is away. */
export const withOutages = (
  database: Database,
  {
    redis,
    kafka,
    kurrent,
  }: Readonly<{
    redis: RedisProbe | undefined;
    kafka: Pick<KafkaBus, 'ping'> | undefined;
    kurrent: Pick<KurrentConnection, 'ping'> | undefined;
  }>,
  log: Logger,
) =>
  outageLog(log, {
    probes: {
      PostgreSQL: () => database.sql('select 1'),
      ...(redis === undefined ? {} : { Redis: redis.answers }),
      ...(kafka === undefined ? {} : { Kafka: kafka.ping }),
      ...(kurrent === undefined ? {} : { KurrentDB: kurrent.ping }),
    },
  });

/** A log that knows which engine is away. */
import type { Database } from '@mulin/postgres';
import { redisProbe } from '@mulin/scheduler';
import { outageLog } from '../observability/outage-log.js';
import type { Logger } from './platform.js';

type Parts = Readonly<{ log: Logger; redisUrl?: string | undefined; town: string }>;

/** The log of a platform whose engines are asked when any part of it says that one is away. */
export const withOutages = (database: Database, { log, redisUrl, town }: Parts) => {
  const redis = redisUrl === undefined ? undefined : redisProbe(redisUrl, `mulin:${town}:ready`);
  const probes = {
    PostgreSQL: () => database.sql('select 1'),
    ...(redis === undefined ? {} : { Redis: () => redis.ask() }),
  };
  const outages = outageLog(log, { probes });
  return {
    log: outages.log,
    close: async () => {
      outages.close();
      await redis?.close();
    },
  };
};

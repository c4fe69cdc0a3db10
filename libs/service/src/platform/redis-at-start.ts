/** What is looked at of a Redis when a process starts; readiness looks again for as long as it runs. */
import { Rejection } from '@mulin/kernel';
import type { RedisProbe } from '@mulin/scheduler';
import type { Logger } from './platform.js';

/** So long a start waits for a Redis, in milliseconds: one that is away keeps no town from starting. */
const patienceMs = 1_500;

/**
 * Refuses a Redis that drops what it is given, or on which another town of this name is at work, and warns of one that
 * forgets when it is restarted: alarms and jobs are made again from PostgreSQL, up to seconds late.
 *
 * @throws `Rejection` `redis-evicts` or `redis-of-another-town`.
 */
export const checkRedis = async (redis: RedisProbe, log: Pick<Logger, 'warn'>): Promise<void> => {
  if (!(await redis.connects(patienceMs))) return;
  try {
    await redis.ask();
    if ((await redis.isPersistent()) === false)
      log.warn(
        { engine: 'Redis' },
        'Redis keeps nothing when it is restarted: set appendonly yes, or alarms come up to seconds late then',
      );
  } catch (error) {
    if (error instanceof Rejection) throw error;
  }
};

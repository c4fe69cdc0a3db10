/** Whether the Redis of a town answers and takes a write now: asked over a connection of its own. */
import { second, type Stop } from '@mulin/kernel';
import { Redis } from 'ioredis';

/** Whether a Redis can be used. */
export type RedisProbe = Readonly<{
  /** Throws when Redis does not answer within a second, or refuses to write (full, a replica, a failing disk). */
  ask: () => Promise<void>;
  close: Stop;
}>;

/**
 * Asks a Redis by a connection of its own, which is made at once and again whenever it is lost, until it is closed.
 *
 * @param url such as `redis://127.0.0.1:6379`.
 * @param name the key that is written; it vanishes by itself.
 */
export const redisProbe = (url: string, name: string): RedisProbe => {
  const redis = new Redis(url, {
    connectTimeout: second,
    commandTimeout: second,
    // Nothing is asked while there is no connection, so nothing waits for one either.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 100, second),
  });
  let trouble = 'it does not answer';
  redis.on('error', (error: Error) => (trouble = error.message));

  return {
    ask: async () => {
      if (redis.status !== 'ready') throw new Error(trouble);
      await redis.set(name, '1', 'PX', 10 * second);
    },
    close: async () => redis.disconnect(),
  };
};

/** Whether the Redis of a town answers, takes a write and keeps what it is given: asked over a connection of its own. */
import { Rejection, second, type Stop } from '@mulin/kernel';
import { Redis } from 'ioredis';

/** Whether a Redis can be used. */
export type RedisProbe = Readonly<{
  /** Throws when Redis does not answer within a second, or refuses to write (full, a replica, a failing disk). */
  answers: () => Promise<void>;
  /**
   * Throws as `answers`; a
   * `Rejection` `redis-evicts` where it may drop what it was given, `redis-of-another-town` where a town of this name
   * that is not `owner` is at work on it.
   */
  ask: () => Promise<void>;
  /** Whether what it holds outlasts it (an append-only file or snapshots); `null` where it does not say. Throws as `answers`. */
  isPersistent: () => Promise<boolean | null>;
  /** Resolves when it is connected, or after so many milliseconds; `false`: it is not. */
  connects: (withinMs: number) => Promise<boolean>;
  close: Stop;
}>;

/** How long after it was last asked a town counts as being at work on its Redis, in milliseconds. */
const presentMs = 20 * second;

type Owner = Readonly<{
  /** The town whose queues these are. */
  town: string;
  /** What tells this town from another of its name; `null` while that is not known. */
  id: () => string | null;
}>;

const evicts = (policy: string) =>
  new Rejection('redis-evicts', {
    en: `Redis may drop jobs when it is full (maxmemory-policy is ${policy}): set maxmemory-policy noeviction.`,
    zh: `Redis 内存满时可能丢弃任务（\`maxmemory-policy\` 为 ${policy}）：请设为 \`noeviction\`。`,
  });

const ofAnother = (town: string) =>
  new Rejection('redis-of-another-town', {
    en: `Another town called ${town} is at work on this Redis: give each a database of its own (REDIS_URL=redis://…/1).`,
    zh: `另一个名为 ${town} 的镇正在使用此 Redis：请为每个镇指定各自的库（\`REDIS_URL=redis://…/1\`）。`,
  });

/** A field of what `INFO` answers. */
const fieldIn = (info: string, name: string): string | undefined =>
  new RegExp(String.raw`^${name}:([^\r\n]*)`, 'm').exec(info)?.[1];

/** Throws where the policy is one that drops keys; who does not say has none that we know of. */
const refuseEviction = async (redis: Redis): Promise<void> => {
  const policy = fieldIn(await redis.info('memory'), 'maxmemory_policy') ?? 'noeviction';
  if (policy !== 'noeviction') throw evicts(policy);
};

/** Says that this town is at work here, as long as no other of its name is. Two that say so at once both notice. */
const comeForward = async (redis: Redis, { town, id }: Owner): Promise<void> => {
  const [key, own] = [`mulin:${town}:at-work`, id()];
  if (own === null) return;
  const there = await redis.get(key);
  if (there !== null && there !== own) throw ofAnother(town);
  await redis.set(key, own, 'PX', presentMs);
};

/** A connection that comes back by itself; `connected` throws while there is none, with what is in the way. */
const clientOf = (url: string) => {
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
  const connected = () => {
    if (redis.status !== 'ready') throw new Error(trouble);
    return redis;
  };
  return { redis, connected };
};

/**
 * Asks a Redis by a connection of its own, which is made at once and again whenever it is lost, until it is closed.
 *
 * @param url such as `redis://127.0.0.1:6379`.
 * @param owner who asks. A town counts as being at work for 20 seconds after it asked last. What is written vanishes by
 *   itself.
 */
export const redisProbe = (url: string, owner: Owner): RedisProbe => {
  const { redis, connected } = clientOf(url);
  const answers = async () => {
    await connected().set(`mulin:${owner.town}:ready`, '1', 'PX', 10 * second);
  };

  return {
    answers,
    ask: async () => {
      await answers();
      await refuseEviction(redis);
      await comeForward(redis, owner);
    },
    isPersistent: async () => {
      if (fieldIn(await connected().info('persistence'), 'aof_enabled') === '1') return true;
      // A managed Redis may keep its configuration to itself.
      const save = await redis.config('GET', 'save').catch(() => null);
      return Array.isArray(save) ? String(save[1] ?? '') !== '' : null;
    },
    connects: (withinMs) =>
      new Promise((resolve) => {
        if (redis.status === 'ready') return resolve(true);
        const late = setTimeout(() => resolve(false), withinMs);
        redis.once('ready', () => {
          clearTimeout(late);
          resolve(true);
        });
      }),
    close: async () => redis.disconnect(),
  };
};

import { expect, test } from '@jest/globals';
import { describeWithFaults, until } from '@mulin/testing';
import { Redis } from 'ioredis';
import { redisProbe } from './redis-probe.js';

test('a Redis that is not there does not answer', async () => {
  const probe = redisProbe('redis://127.0.0.1:1', 'mulin:mu:ready');
  await expect(probe.ask()).rejects.toThrow();
  await probe.close();
});

const setting = async (url: string, ...words: readonly [string, string]) => {
  const redis = new Redis(url);
  await redis.config('SET', ...words);
  redis.disconnect();
};

await describeWithFaults('redis', 'A Redis', (redis) => {
  test('answers, does not when it is killed, stopped or full, and does again when it is back', async () => {
    const probe = redisProbe(redis().url, 'mulin:mu:ready');
    const answers = () =>
      probe.ask().then(
        () => true,
        () => false,
      );
    const refuses = async () => !(await answers());
    expect(await until(answers)).toBe(true);
    await redis().kill();
    expect(await until(refuses)).toBe(true);

    await redis().restart();
    expect(await until(answers)).toBe(true);
    redis().freeze();
    expect(await refuses()).toBe(true);
    redis().thaw();
    expect(await until(answers)).toBe(true);

    await setting(redis().url, 'maxmemory', '1');
    await expect(probe.ask()).rejects.toThrow(/OOM/);
    await probe.close();
  });
});

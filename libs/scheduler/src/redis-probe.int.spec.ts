import { expect, test } from '@jest/globals';
import { describeWithFaults, until } from '@mulin/testing';
import { Redis } from 'ioredis';
import { redisProbe } from './redis-probe.js';

const mu = { town: 'mu', id: () => 'the one' };

test('a Redis that is not there does not answer', async () => {
  const probe = redisProbe('redis://127.0.0.1:1', mu);
  await expect(probe.ask()).rejects.toThrow();
  expect(await probe.connects(1)).toBe(false);
  await probe.close();
});

const setting = async (url: string, ...words: readonly [string, string]) => {
  const redis = new Redis(url);
  await redis.config('SET', ...words);
  redis.disconnect();
};

await describeWithFaults('redis', 'A Redis', (redis) => {
  test('answers, does not when it is killed, stopped or full, and does again when it is back', async () => {
    const probe = redisProbe(redis().url, mu);
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

  test('that may drop what it was given is refused by name, until it is told not to', async () => {
    const probe = redisProbe(redis().url, mu);
    expect(await probe.connects(60_000)).toBe(true);
    await setting(redis().url, 'maxmemory', '0');
    await setting(redis().url, 'maxmemory-policy', 'allkeys-lru');
    await expect(probe.ask()).rejects.toMatchObject({
      code: 'redis-evicts',
      sentence: { en: expect.stringMatching(/allkeys-lru/), zh: expect.stringMatching(/`noeviction`。$/) },
    });
    await expect(probe.answers()).resolves.toBeUndefined();
    await setting(redis().url, 'maxmemory-policy', 'noeviction');
    await probe.ask();
    await probe.close();
  });

  test('says whether it keeps anything when it is restarted', async () => {
    const probe = redisProbe(redis().url, mu);
    await probe.connects(60_000);
    expect(await probe.isPersistent()).toBe(true);
    await setting(redis().url, 'appendonly', 'no');
    await setting(redis().url, 'save', '3600 1');
    expect(await probe.isPersistent()).toBe(true);
    await setting(redis().url, 'save', '');
    expect(await probe.isPersistent()).toBe(false);
    await probe.close();
  });

  test('on which another town of the name is at work is not ours; processes of one town share it', async () => {
    const [one, other, same] = ['the one', 'another', 'the one'].map((id) =>
      redisProbe(redis().url, { town: 'yi', id: () => id }),
    );
    if (one === undefined || other === undefined || same === undefined) throw new Error('there are three');
    for (const probe of [one, other, same]) await probe.connects(60_000);
    await one.ask();
    await expect(other.ask()).rejects.toMatchObject({ code: 'redis-of-another-town' });
    await same.ask();
    // It has not been heard of for as long as a town may be silent.
    const redisOf = new Redis(redis().url);
    await redisOf.del('mulin:yi:at-work');
    redisOf.disconnect();
    await other.ask();
    await expect(one.ask()).rejects.toMatchObject({ code: 'redis-of-another-town' });
    for (const probe of [one, other, same]) await probe.close();
  });
});

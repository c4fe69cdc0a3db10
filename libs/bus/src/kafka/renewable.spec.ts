import { expect, test } from '@jest/globals';
import { until } from '@mulin/testing';
import { renewable } from './renewable.js';

const world = () => {
  const ended: number[] = [];
  let made = 0;
  const it = renewable(async () => {
    const number = ++made;
    return { number, disconnect: async () => void ended.push(number) };
  });
  return { it, ended };
};
const later = () => {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((give) => (resolve = give));
  return { promise, resolve };
};

test('one that failed is replaced for whoever comes next, and ended when nobody uses it any more', async () => {
  const { it, ended } = world();
  const work = later();
  const long = it.use(async ({ number }) => {
    await work.promise;
    return number;
  });
  await expect(it.use(() => Promise.reject(new Error('too large')))).rejects.toThrow('too large');
  expect(await it.use(async ({ number }) => number)).toBe(2);
  expect(ended).toEqual([]);
  work.resolve();
  expect(await long).toBe(1);
  await until(() => ended.length > 0);
  expect(ended).toEqual([1]);
});

test('closed, it waits for who still uses it, and nothing is made any more', async () => {
  const { it, ended } = world();
  const work = later();
  const long = it.use(() => work.promise);
  const closing = it.close();
  await expect(it.use(async () => 'an answer')).rejects.toThrow('closed');
  expect(ended).toEqual([]);
  work.resolve();
  await Promise.all([long, closing]);
  expect(ended).toEqual([1]);
});

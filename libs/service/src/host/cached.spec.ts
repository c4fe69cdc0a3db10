import { expect, test } from '@jest/globals';
import { cached } from './cached.js';

test('many who ask at once, and within a moment after, cost one asking', async () => {
  let [now, asked] = [0, 0];
  let answer = (_: number) => {};
  const ask = cached(
    1_000,
    () => new Promise<number>((resolve) => ((asked += 1), (answer = resolve))),
    () => now,
  );
  const first = Array.from({ length: 50 }, ask);
  now = 5_000;
  first.push(ask());
  answer(1);
  expect(new Set(await Promise.all(first))).toEqual(new Set([1]));
  now = 5_999;
  expect(await ask()).toBe(1);
  expect(asked).toBe(1);

  now = 6_000;
  const second = ask();
  answer(2);
  expect([await second, asked]).toEqual([2, 2]);
});

test('what failed is asked again after that moment, and not at once', async () => {
  let [now, asked] = [0, 0];
  const ask = cached(
    1_000,
    async () => {
      asked += 1;
      throw new Error('down');
    },
    () => now,
  );
  await expect(ask()).rejects.toThrow('down');
  await expect(ask()).rejects.toThrow('down');
  expect(asked).toBe(1);
  now = 1_000;
  await expect(ask()).rejects.toThrow('down');
  expect(asked).toBe(2);
});

import { expect, test } from '@jest/globals';
import { once } from './once.js';

const trial = () => {
  const ends: ((error?: Error) => void)[] = [];
  const work = once(
    () =>
      new Promise<number>((resolve, reject) =>
        ends.push((error) => (error ? reject(error) : resolve(ends.length))),
      ),
  );
  return { work, ends };
};

test('what is under way is waited for, and what was done is not done again', async () => {
  const { work, ends } = trial();
  const both = Promise.all([work(), work()]);
  ends[0]?.();
  expect(await both).toEqual([1, 1]);
  expect(await work()).toBe(1);
  expect(ends).toHaveLength(1);
});

test('what failed is not taken for done, and is tried again once for all who ask then', async () => {
  const { work, ends } = trial();
  const failed = Promise.allSettled([work(), work()]);
  ends[0]?.(new Error('not now'));
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);

  const again = [work(), work()];
  ends[1]?.();
  expect(await Promise.all(again)).toEqual([2, 2]);
  expect(ends).toHaveLength(2);
});

import { expect, test } from '@jest/globals';
import { gathered } from './gather.js';

const rounds: (readonly number[])[] = [];
const doubled = async (items: readonly number[]) => {
  rounds.push(items);
  return items.map((item) => (item < 0 ? new Error(`${item} is refused`) : item * 2));
};

test('calls of one moment go in one round, and each gets its own answer', async () => {
  rounds.length = 0;
  const double = gathered(doubled);
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(rounds).toEqual([[1, 2, 3]]);
  expect(await double(4)).toBe(8);
});

test('what is refused is refused to its own caller alone', async () => {
  const double = gathered(doubled);
  const answers = await Promise.allSettled([1, -1, 2].map(double));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('no round carries more than it may, and a world that is down is told to everybody in it', async () => {
  rounds.length = 0;
  const double = gathered(doubled, 2);
  await Promise.all([1, 2, 3].map(double));
  expect(rounds).toEqual([[1, 2], [3]]);

  const down = gathered(async () => Promise.reject(new Error('down')));
  expect((await Promise.allSettled([down(1), down(2)])).every(({ status }) => status === 'rejected')).toBe(
    true,
  );
  await expect(down(3)).rejects.toThrow('down');
});

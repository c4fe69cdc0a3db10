import { expect, test } from '@jest/globals';
import { queueFeeder } from './queue-feeder.js';

test('of many seconds the newest are remembered, so that the queue is not asked for them again', async () => {
  let asked = 0;
  const add = async (seconds: readonly number[]): Promise<void> => void (asked += seconds.length);
  const feeder = queueFeeder(
    { add },
    () => 0,
    () => undefined,
    new AbortController().signal,
  );
  const many = 100_600;
  feeder.post(Array.from({ length: many }, (_, second) => second + 10));
  await feeder.told();
  expect(asked).toBe(many);

  feeder.post(Array.from({ length: 10_000 }, (_, place) => many + 9 - place));
  await feeder.told();
  expect(asked).toBe(many);
});

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { KafkaClient } from './client.js';
import { applyTopics } from './topics.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('topics that are made and never come are waited for so long, and then nobody asks any more', async () => {
  let asked = 0;
  const client = {
    topics: async () => new Map(),
    createTopics: async () => undefined,
    watermarks: async () => {
      asked += 1;
      throw new Error('not there');
    },
  };
  const applied = applyTopics(client as Partial<KafkaClient> as KafkaClient, ['mulin.mu.intake']).catch(
    (error: unknown) => error,
  );
  await jest.advanceTimersByTimeAsync(21_000);
  expect(await applied).toMatchObject({ name: 'Unavailable' });
  expect(asked).toBeGreaterThan(1);
  const before = asked;
  await jest.advanceTimersByTimeAsync(10_000);
  expect(asked).toBe(before);
});

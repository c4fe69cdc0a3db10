import { expect, test } from '@jest/globals';
import { memoryDeadLetters } from '@mulin/bus';
import { instant, type Position } from '@mulin/kernel';
import { prometheusMeter } from './meter.js';
import type { ServiceDefinition } from '../platform/platform.js';

const town = () => {
  const lag = { isDown: false };
  const routing: ServiceDefinition = {
    name: 'routing',
    subscribesTo: ['intake'],
    waiting: async () => {
      if (lag.isDown) throw new Error('the bus does not answer');
      return new Map([['intake', 7]]);
    },
    position: () => 3 as Position,
    waitUntilPublished: async () => true,
    endsAfter: () => null,
    finished: () => 0,
    lacks: () => Promise.resolve(null),
    offsets: { learn: () => undefined, passes: async () => true },
  };
  const deadLetters = memoryDeadLetters();
  const atWork = new Map([['routing', routing]]);
  return { lag, deadLetters, text: prometheusMeter({ atWork, deadLetters }).text };
};

test('a figure that cannot be asked now is missing, and does not stand as it was', async () => {
  const { lag, text } = town();
  expect(await text()).toContain('mulin_consumer_lag_messages{service="routing",source="intake"} 7');
  lag.isDown = true;
  expect(await text()).not.toMatch(/mulin_consumer_lag_messages\{/);
  lag.isDown = false;
  expect(await text()).toContain('mulin_consumer_lag_messages{service="routing",source="intake"} 7');
});

test('messages that were put away are counted by the service that could not handle them', async () => {
  const { deadLetters, text } = town();
  expect(await text()).toContain('mulin_dead_letters{service="routing"} 0');
  const message = { topic: 'mulin.intake', partition: 0, offset: 4, key: 'x', value: '{}' };
  await deadLetters.put({
    group: 'routing',
    message,
    reason: 'no JSON',
    at: instant('2026-03-02T04:00:00Z'),
  });
  expect(await text()).toContain('mulin_dead_letters{service="routing"} 1');
  const [item] = await deadLetters.list();
  await deadLetters.drop(item?.id ?? '');
  expect(await text()).toContain('mulin_dead_letters{service="routing"} 0');
});

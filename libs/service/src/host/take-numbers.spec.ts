import { expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { commandHandler, instant } from '@mulin/kernel';
import * as Numbers from './numbers.js';
import { takeNumbers } from './take-numbers.js';

const now = () => instant('2026-03-02T01:00:00Z');

const town = () => {
  const store = memoryEventStore({ now });
  let ids = 0;
  const desk = (prefix = 'mu', series?: string) =>
    takeNumbers({
      town: 'mu',
      service: 'intake',
      prefix,
      zone: 'Asia/Shanghai',
      numbers: commandHandler(store, Numbers.decider, now),
      newId: () => `take-${++ids}`,
      block: 3,
      ...(series === undefined ? {} : { series }),
    });
  return { desk };
};

test('each case has its own number, also when many come at once', async () => {
  const takeNumber = town().desk();
  const numbers = await Promise.all(Array.from({ length: 10 }, () => takeNumber(now())));
  expect(numbers[0]).toBe('mu-2026-000001');
  expect(new Set(numbers).size).toBe(10);
});

test('two desks never give the same number, and a desk that starts anew leaves a gap', async () => {
  const { desk } = town();
  const [first, second] = [desk(), desk()];
  expect(await first(now())).toBe('mu-2026-000001');
  expect(await second(now())).toBe('mu-2026-000004');
  expect(await desk()(now())).toBe('mu-2026-000007');
});

test('what a service counts beside cases begins with a word of its own', async () => {
  const takeNumber = town().desk('mu-M');
  expect(await takeNumber(now())).toBe('mu-M-2026-000001');
});

test('two things that one service counts are counted apart', async () => {
  const { desk } = town();
  expect(await desk('mu-M')(now())).toBe('mu-M-2026-000001');
  expect(await desk('mu-P', 'promises')(now())).toBe('mu-P-2026-000001');
});

test('the year is the one on the town’s own calendar when it was reported', async () => {
  const takeNumber = town().desk();
  expect(await takeNumber(instant('2026-12-31T15:59:59Z'))).toBe('mu-2026-000001');
  expect(await takeNumber(instant('2026-12-31T16:00:00Z'))).toBe('mu-2027-000001');
});

/** All who are asked take an emergency at the same time, over PostgreSQL. */
import { afterAll, expect, test } from '@jest/globals';
import { postgresEventStore } from '@mulin/event-store';
import { commandHandler, newCorrelation } from '@mulin/kernel';
import { testDatabase } from '@mulin/testing';
import * as Order from '../order/order.js';
import { at, demand, li } from './handling.testing.js';

const opened = testDatabase();
afterAll(async () => (await opened).drop());

const others = Array.from({ length: 7 }, (_, nth) => ({ member: `member-${nth}` }));
const offered: Order.Event = {
  type: 'OrderOffered',
  data: {
    ...demand,
    ...li,
    urgency: 'emergency',
    leg: 1,
    final: false,
    by: null,
    because: 'registered',
    alsoAsked: others,
    offeredAt: at(1),
  },
};

test('exactly one has it, and every other one is told that somebody else has', async () => {
  const { database } = await opened;
  const store = await postgresEventStore({ database, schema: 'emergency' });
  const orders = commandHandler(store, Order.decider, () => at(2));
  const context = (id: string) => newCorrelation({ town: 'mu', actor: id, id: `take by ${id}` });
  await orders('one', () => [offered], context('routing'));
  const all = ['li-wei', ...others.map(({ member }) => member)];
  const outcomes = await Promise.all(
    all.map(async (member) =>
      orders('one', Order.take(member), context(member)).then(
        () => 'taken',
        (error: unknown) => (error as { code?: string }).code,
      ),
    ),
  );
  expect(outcomes.filter((it) => it === 'taken')).toHaveLength(1);
  expect(outcomes.filter((it) => it === 'taken-by-other')).toHaveLength(all.length - 1);
});

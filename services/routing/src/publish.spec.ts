import { expect, test } from '@jest/globals';
import {
  type Event,
  type Instant,
  instant,
  type Position,
  type Recorded,
  type StreamName,
} from '@mulin/kernel';
import { sample } from '@mulin/testing';
import type * as Order from './domain/order.js';
import { publish } from './publish.js';

const demand: Order.Demand = {
  number: 'meixi-2026-000417',
  cycle: 1,
  menuItem: 'blocked-drain',
  net: 'life',
  urgency: 'urgent',
};
const area = 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05';
const there = { microGrid: 'xinhe-2-05', area, member: 'member-0217' };

/** The fact that each frozen sample was told of, but for its time. */
const facts: Readonly<Record<string, (time: Instant) => Order.Event>> = {
  'order-offered': (offeredAt) => ({
    type: 'OrderOffered',
    data: { ...demand, ...there, leg: 1, final: false, by: null, offeredAt },
  }),
  'order-taken': (takenAt) => ({
    type: 'OrderTaken',
    data: { cycle: 1, leg: 1, member: 'member-0217', takenAt },
  }),
  'order-returned': (returnedAt) => ({
    type: 'OrderReturned',
    data: { cycle: 1, leg: 1, member: 'member-0217', reason: 'needs-other-unit', returnedAt },
  }),
  'order-left-to-arbiter': (leftAt) => ({
    type: 'OrderLeftToArbiter',
    data: {
      ...demand,
      number: 'meixi-2026-000432',
      because: 'nobody-on-duty',
      area: 'meixi/liutang',
      leftAt,
    },
  }),
  'order-finished': (finishedAt) => ({
    type: 'OrderFinished',
    data: { cycle: 1, leg: 2, member: 'member-0231', result: 'solved', finishedAt },
  }),
  'archived-case-routed': (reportedAt) => ({
    type: 'ArchivedCaseRouted',
    data: { cycle: 1, net: 'life', microGrid: 'xinhe-2-05', area, reportedAt },
  }),
};

/** What stands around the words of a sample, given back to the fact it came from. */
const recorded = <E extends Event>(told: Record<string, unknown>, event: E): Recorded<E> => {
  const text = (field: string) => String(told[field]);
  const traceparent = told['traceparent'] === undefined ? {} : { traceparent: text('traceparent') };
  return {
    ...event,
    id: text('id'),
    stream: `order-${text('subject')}` as StreamName,
    revision: 0,
    position: 1 as Position,
    metadata: {
      town: text('town'),
      actor: 'routing',
      correlationId: text('correlationid'),
      causationId: text('causationid'),
      recordedAt: instant(text('recordedat')),
      ...traceparent,
    },
  };
};

test.each(Object.keys(facts))('%s is told to the letter', (name) => {
  const told = sample(`routing.${name}.v1`);
  const fact = facts[name]?.(instant(String(told['time'])));
  if (fact === undefined) throw new Error(`no fact for ${name}`);
  expect(publish(recorded(told, fact))).toEqual(told);
});

test('how the land lies, and what only the order must know, stays at home', () => {
  const time = instant('2026-03-02T01:00:00Z');
  const envelope = sample('routing.order-taken.v1');
  const silent: readonly Parameters<typeof publish>[0][] = [
    recorded(envelope, { type: 'RosterPosted', data: { place: 'm1', duties: [], version: 1, since: null } }),
    recorded(envelope, { type: 'MicroGridGivenUp', data: { id: 'm1', version: 2, since: time } }),
    recorded(envelope, { type: 'OrderOver', data: { cycle: 1, because: 'closed', overAt: time } }),
  ];
  expect(silent.map(publish)).toEqual([null, null, null]);
});

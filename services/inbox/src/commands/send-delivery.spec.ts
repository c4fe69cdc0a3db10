import { expect, test } from '@jest/globals';
import { type Decision, fold, instant, type Instant } from '@mulin/kernel';
import * as Delivery from '../domain/delivery/delivery.js';
import { usualWindow } from '../domain/recipient/window.js';
import { sendDelivery } from './send-delivery.js';

const now = instant('2026-03-02T09:00:00Z');

const owed = {
  account: 'li',
  channel: 'email',
  kind: 'urgent',
  language: 'en',
  lines: [],
  fresh: 1,
  hasMore: false,
  after: 0,
  upTo: 1,
  at: now,
} as const;
const owing: Delivery.Event = { type: 'DeliveryOwed', data: owed };
const sent: Delivery.Event = { type: 'DeliverySent', data: { attempt: 1, at: now, address: 'a' } };

/** A process that looked at a message before `meanwhile` was recorded by another one, and what it does and counts. */
const trying = async (meanwhile: readonly Delivery.Event[]) => {
  const counted: string[] = [];
  const mails: string[] = [];
  const stateAfter = (events: readonly Delivery.Event[]) =>
    fold(Delivery.decider, events, Delivery.decider.initial);
  const deliveries = async (_: string, decide: Decision<Delivery.State, Delivery.Event>) => {
    const state = stateAfter([owing, ...meanwhile]);
    const events = decide(state, now);
    return { state: fold(Delivery.decider, events, state), events };
  };
  const recipient = {
    outlets: { email: { address: { id: 'a' }, since: 0 }, webhook: null },
    window: usualWindow,
  };
  const parts = {
    town: 'mu',
    now: () => now,
    time: { zone: 'UTC', workdays: null },
    newId: () => 'id',
    isHeld: async () => false,
    identity: { find: async () => ({ actor: { id: 'li', role: 'grid-member', area: 'mu' }, name: null }) },
    recipients: { query: async () => ({ state: recipient }) },
    deliveries: Object.assign(deliveries, { query: async () => ({ state: stateAfter([owing]) }) }),
    vault: { read: async () => 'li@town.example' },
    store: { head: async () => null },
    items: { list: async () => ({ items: [], next: null }), waitUntil: async () => true },
    ledger: { waitUntil: async () => true },
    mail: { send: async () => (mails.push('one'), { is: 'sent' }) },
    alone: (_: string, work: () => Promise<unknown>) => work(),
    count: ({ outcome }: Readonly<{ outcome: string }>) => void counted.push(outcome),
  } as unknown as Parameters<typeof sendDelivery>[0]; // what this attempt touches
  const next: Instant | null = await sendDelivery(parts)('m');
  return { next, counted, mails };
};

test('a message of which nothing waits any more is not sent, and counted so once', async () => {
  expect(await trying([])).toEqual({ next: null, counted: ['not-needed'], mails: [] });
});

test('what another process has sent meanwhile was needed, and is counted by that one', async () => {
  expect(await trying([sent])).toEqual({ next: null, counted: [], mails: [] });
});

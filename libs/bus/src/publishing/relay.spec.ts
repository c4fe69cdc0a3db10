import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { CaseClosedV1 } from '@mulin/contracts';
import {
  newCorrelation,
  type Bus,
  type Event,
  type EventStore,
  instant,
  type Message,
  type Position,
  type RecordedEvent,
} from '@mulin/kernel';
import { relay } from './relay.js';
import { publicEvent } from './public-event.js';

const noon = instant('2026-05-04T04:00:00Z');
const told = { cycle: 1, outcome: 'done' as const };

// Positions are made by stores; here the store is a list.
const position = (place: number) => place as Position;

const event = (place: number, type = 'CaseClosed'): RecordedEvent => ({
  id: `6a1c1f0e-3b0c-4c58-9a0e-${String(place).padStart(12, '0')}`,
  type,
  data: null,
  stream: `case-${place}`,
  revision: 0,
  position: position(place),
  metadata: { ...newCorrelation({ town: 'mu', actor: 'desk', id: `r-${place}` }), recordedAt: noon },
});

const publish = (recorded: RecordedEvent<Event>) => {
  if (recorded.type === 'Poison') throw new TypeError('cannot be told');
  return recorded.type === 'CaseClosed' ? [publicEvent(CaseClosedV1, recorded, noon, told)] : [];
};

/** A store that gives everything after a position as one batch, whenever it is asked to. */
const bench = (events: readonly RecordedEvent[], parts: { writes?: () => boolean } = {}) => {
  const published: (readonly Message[])[] = [];
  const kept = new Map<string, Position>();
  const subscriptions: (() => Promise<void>)[] = [];
  const store: Pick<EventStore, 'subscribeToAll'> = {
    subscribeToAll: ({ from }, receive) => {
      subscriptions.push(() => receive(events.filter((each) => from === null || each.position > from)));
      return { stop: async () => undefined };
    },
  };
  const bus: Pick<Bus, 'publish'> = {
    publish: async (_, messages) => {
      published.push(messages);
      return [];
    },
  };
  const open = () =>
    relay({
      store,
      bus,
      checkpoints: {
        read: async (reader) => kept.get(reader) ?? null,
        write: async (reader, at) => {
          if (parts.writes?.() === false) throw new Error('died before it was written');
          kept.set(reader, at);
        },
      },
      topic: 'mulin.intake',
      publish,
    });
  const give = async () => subscriptions.at(-1)?.();
  const subjects = () => published.map((batch) => batch.map(({ key }) => key));
  return { open, give, kept, published, subjects };
};

test('what was recorded is told in one batch, in its order, and then remembered', async () => {
  const { open, give, kept, published, subjects } = bench([event(1), event(2, 'NobodysBusiness'), event(3)]);
  const relaying = open();
  await relaying.start();
  expect(relaying.position()).toBe(null);
  await give();

  expect(subjects()).toEqual([['1', '3']]);
  expect(published[0]?.map(({ value }) => JSON.parse(value))).toMatchObject([
    { subject: '1', data: told },
    { subject: '3', data: told },
  ]);
  expect(kept).toEqual(new Map([['relay', 3]]));
  expect(relaying.position()).toBe(3);
});

test('a batch in which nothing is public is remembered without a word', async () => {
  const { open, give, kept, published } = bench([event(1, 'NobodysBusiness')]);
  await open().start();
  await give();
  expect([published, kept.get('relay')]).toEqual([[], 1]);
});

test('who dies between telling and remembering tells it twice and loses nothing', async () => {
  let isDying = true;
  const { open, give, subjects } = bench([event(1), event(2)], { writes: () => !isDying });
  await open().start();
  await expect(give()).rejects.toThrow('died');

  isDying = false;
  await open().start();
  await give();
  expect(subjects()).toEqual([
    ['1', '2'],
    ['1', '2'],
  ]);
});

test('an event that cannot be told stops it there: what is before is told, what is behind waits', async () => {
  const { open, give, kept, subjects } = bench([event(1), event(2, 'Poison'), event(3)]);
  await open().start();
  await expect(give()).rejects.toThrow('cannot be told');
  expect([subjects(), kept.get('relay')]).toEqual([[['1']], 1]);
});

test('one can wait until an event has been told', async () => {
  const { open, give } = bench([event(1), event(2)]);
  const relaying = open();
  await relaying.start();
  let isTold: boolean | undefined;
  void relaying.waitUntilPublished(position(2), 60_000).then((answer) => (isTold = answer));
  await turn();
  expect(isTold).toBe(undefined);

  await give();
  await turn();
  expect(isTold).toBe(true);
  expect(await relaying.waitUntilPublished(position(1), 60_000)).toBe(true);
  expect(await relaying.waitUntilPublished(position(3), 1)).toBe(false);
});

test('a process that does not publish knows from the checkpoint how far the other one is', async () => {
  const { open, give, published } = bench([event(1), event(2)]);
  const standby = open();
  expect(await standby.waitUntilPublished(position(2), 0)).toBe(false);

  const owner = open();
  await owner.start();
  await give();
  expect(await standby.waitUntilPublished(position(2), 1_000)).toBe(true);
  expect(standby.position()).toBe(2);
  expect(published).toHaveLength(1);
});

import { describe, expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { commandHandler, type Decider, type EventStore, instant, type RecordedEvent } from '@mulin/kernel';
import { until } from '@mulin/testing';
import { referenceData } from './reference-data.js';

const now = () => instant('2026-03-02T01:00:00Z');

type Changed = Readonly<{ type: 'Changed'; data: { to: string } }>;
const shop: Decider<string, Changed> = { category: 'shop', initial: '', evolve: (_, { data }) => data.to };
const road: Decider<string, Changed> = { ...shop, category: 'road' };
const become = (to: string) => (state: string) =>
  state === to ? [] : [{ type: 'Changed' as const, data: { to } }];

/** A program of its own on this log, with what its pack says of two kinds of things. */
const program = (store: EventStore, name = 'one') => {
  let count = 0;
  const heard: RecordedEvent[] = [];
  const data = referenceData(
    { town: 'mu', actor: 'spec', now, newId: () => `${name}-${count++}`, store },
    { onEvent: (event) => void heard.push(event) },
  );
  const shops = data.kind(shop, commandHandler(store, shop, now));
  const roads = data.kind(road, commandHandler(store, road, now));
  const start = (pack: Record<string, string>, ofRoads: Record<string, string> = {}) =>
    data.start(() => [
      ...shops.changesTo(new Map(Object.entries(pack).map(([id, to]) => [id, become(to)])), () =>
        become('closed'),
      ),
      ...roads.changesTo(new Map(Object.entries(ofRoads).map(([id, to]) => [id, become(to)]))),
    ]);
  return { shops, roads, start, heard };
};

const told = (events: readonly RecordedEvent[]) =>
  events.map(({ stream, data }) => `${stream} ${(data as Changed['data']).to}`);
const recorded = async (store: EventStore) => told(await store.readAll({ from: null, maxCount: 100 }));
describe('What a pack says', () => {
  test('is recorded once, in its order, and answered from the log', async () => {
    const store = memoryEventStore({ now });
    const first = program(store);
    await (
      await first.start({ baker: 'open', smith: 'open' }, { main: 'paved' })
    )();
    const again = program(store, 'again');
    await (
      await again.start({ baker: 'open', smith: 'open' }, { main: 'paved' })
    )();

    expect(await recorded(store)).toEqual(['shop-baker open', 'shop-smith open', 'road-main paved']);
    expect(told(again.heard)).toEqual(await recorded(store));
    expect([again.shops.stateOf('baker'), again.roads.stateOf('main')]).toEqual(['open', 'paved']);
    expect(again.shops.ids()).toEqual(['baker', 'smith']);
  });

  test('and no more, is gone where the kind can go, and stays where it cannot', async () => {
    const store = memoryEventStore({ now });
    await (
      await program(store).start({ baker: 'open' }, { main: 'paved' })
    )();
    const { shops, roads, start } = program(store, 'later');
    await (
      await start({})
    )();
    expect([shops.stateOf('baker'), roads.stateOf('main')]).toEqual(['closed', 'paved']);
  });

  test('and what it said before, is a change again', async () => {
    const store = memoryEventStore({ now });
    for (const [nth, to] of ['open', 'shut', 'open'].entries())
      await (
        await program(store, `start ${nth}`).start({ baker: to })
      )();
    expect(await recorded(store)).toEqual(['shop-baker open', 'shop-baker shut', 'shop-baker open']);
  });

  test('in two programs at the same time, is recorded by one of them and known to both', async () => {
    const store = memoryEventStore({ now });
    const programs = [program(store, 'one'), program(store, 'other')];
    const stops = await Promise.all(programs.map(({ start }) => start({ baker: 'open' })));
    expect(await recorded(store)).toEqual(['shop-baker open']);
    expect(programs.map(({ shops }) => shops.stateOf('baker'))).toEqual(['open', 'open']);
    await Promise.all(stops.map((stop) => stop()));
  });

  test('later in another program, is followed until this one stops', async () => {
    const store = memoryEventStore({ now });
    const here = program(store, 'here');
    const stop = await here.start({ baker: 'open' });
    await (
      await program(store, 'there').start({ baker: 'shut' })
    )();
    await until(() => here.shops.stateOf('baker') === 'shut');
    expect(here.shops.stateOf('baker')).toBe('shut');
    expect(told(here.heard)).toEqual(['shop-baker open', 'shop-baker shut']);

    await stop();
    await (
      await program(store, 'elsewhere').start({ baker: 'open' })
    )();
    expect(here.shops.stateOf('baker')).toBe('shut');
  });
});

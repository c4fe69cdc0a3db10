import { expect, test } from '@jest/globals';
import { memoryEventStore, memoryProjection } from '@mulin/event-store';
import { newCorrelation, type Event, idOf, instant, type Projection } from '@mulin/kernel';
import { projectionRegistry } from './projection-registry.js';

const now = () => instant('2026-03-02T01:00:00Z');
const ids = (name: string): Projection<{ id: string }, Event> => ({
  name,
  version: 1,
  categories: ['case'],
  key: idOf,
  project: (_, event) => ({ id: idOf(event) }),
  columns: {},
});

const town = () => {
  const store = memoryEventStore({ now });
  const metadata = newCorrelation({ id: 'a', town: 'mu', actor: 'li' });
  const note = async (id: string) => {
    const event = { type: 'CaseNoted', data: {}, id, metadata };
    const [recorded] = await store.appendToStream(`case-${id}`, [event], { expectedRevision: 'any' });
    return recorded?.position ?? 0;
  };
  return { note, ...projectionRegistry((_, projection) => memoryProjection({ store, projection })) };
};

test('a view that is asked for after its service has begun is kept up to date all the same', async () => {
  const { note, view, all, begin: start } = town();
  const early = view('intake', ids('early'));
  const stop = await start('intake');
  const late = view('intake', ids('late'));
  const position = await note('lamp');
  for (const it of [early, late]) {
    expect(await it.waitUntil(position, 5_000)).toBe(true);
    expect(await it.get('lamp')).toEqual({ id: 'lamp' });
  }
  expect(all().map(({ name, state }) => [name, state().isRunning])).toEqual([
    ['early', true],
    ['late', true],
  ]);
  await stop();
  expect(all().map(({ state }) => state().isRunning)).toEqual([false, false]);
});

test('one projection asked for twice is one view, and another one of its name is refused', () => {
  const { view } = town();
  const one = ids('cases');
  expect(view('intake', one)).toBe(view('intake', one));
  expect(view('audit', ids('cases'))).not.toBe(view('intake', one));
  expect(() => view('intake', ids('cases'))).toThrow('Two projections of intake are called "cases"');
});

import { expect, test } from '@jest/globals';
import type { Delivered } from '@mulin/kernel';
import type { From } from './topic-log.js';
import { type Reading, fetchPartitions, hasNews } from './fetching.js';

const lane = (from: number | null = 0): Reading => ({
  topic: 'mulin.intake',
  partition: 0,
  from,
  upTo: Infinity,
  isFull: false,
});
const message = (offset: number): Delivered => ({
  topic: 'mulin.intake',
  partition: 0,
  offset,
  key: 'a',
  value: '',
});

const bench = (reading: Reading, fetch: () => Promise<readonly Delivered[]>, isTimeToLook = false) => {
  const lanes = new Map([['mulin.intake/0', reading]]);
  const taken: number[] = [];
  const asked: number[] = [];
  const read = () =>
    fetchPartitions({
      lanes,
      group: 'audit',
      messages: {
        progress: async () => [{ topic: 'mulin.intake', partition: 0, from: 7 }],
        fetch: async (wanted: readonly From[]) => {
          asked.push(...wanted.map(({ from }) => from));
          const found = await fetch();
          return found.length === 0 ? new Map() : new Map([['mulin.intake/0', found]]);
        },
      },
      taker: {
        onMessages: async (_, messages) => void taken.push(...messages.map(({ offset }) => offset)),
        onRevoked: async () => undefined,
      },
      again: () => undefined,
      isTimeToLook: () => isTimeToLook,
    });
  return { lanes, taken, asked, read };
};

test('a lane is read on from where its group left off, and then from where it was read', async () => {
  const { taken, asked, read } = bench(lane(null), async () => [message(asked.length === 1 ? 7 : 9)]);
  await read();
  await read();
  expect([asked, taken]).toEqual([
    [7, 8],
    [7, 9],
  ]);
});

test('what comes of a lane that was given up meanwhile goes to nobody', async () => {
  const { lanes, taken, read } = bench(lane(), async () => {
    // Given up, and got back: another reading of the same partition, with a start of its own.
    lanes.set('mulin.intake/0', lane(null));
    return [message(0)];
  });
  await read();
  expect(taken).toEqual([]);
});

test('news that could not be fetched is news still', async () => {
  const reading = lane();
  const { read } = bench(reading, async () => {
    throw new Error('no');
  });
  await expect(read()).rejects.toThrow('no');
  expect(hasNews(reading)).toBe(true);
});

test('news that comes while it is being fetched is not forgotten', async () => {
  const reading = lane();
  const { read } = bench(reading, async () => {
    reading.upTo = 1;
    return [];
  });
  await read();
  expect(hasNews(reading)).toBe(true);
});

test('a lane is fetched until everything that was announced of it is there, and then no more', async () => {
  const reading: Reading = { ...lane(), upTo: 3 };
  const { asked, read } = bench(reading, async () => [message(asked.length === 1 ? 1 : 2)]);
  await read();
  expect(hasNews(reading)).toBe(true);
  reading.isFull = false;
  await read();
  expect([asked, hasNews(reading)]).toEqual([[0, 2], false]);
});

test('what was announced and is not there is not asked for again and again', async () => {
  const reading: Reading = { ...lane(), upTo: 3 };
  const { read } = bench(reading, async () => []);
  await read();
  expect(hasNews(reading)).toBe(false);
});

test('a lane without news is looked at only when it is time to', async () => {
  for (const isTimeToLook of [false, true]) {
    const { asked, read } = bench({ ...lane(4), upTo: 4 }, async () => [], isTimeToLook);
    await read();
    expect(asked).toEqual(isTimeToLook ? [4] : []);
  }
});

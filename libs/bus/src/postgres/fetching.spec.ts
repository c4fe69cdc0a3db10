import { expect, test } from '@jest/globals';
import type { Delivered } from '@mulin/kernel';
import type { From } from './topic-log.js';
import { type FetchPosition, fetchPartitions, hasNews } from './fetching.js';

const readingFrom = (from: number | null = 0): FetchPosition => ({
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

const bench = (reading: FetchPosition, fetch: () => Promise<readonly Delivered[]>, isTimeToLook = false) => {
  const readings = new Map([['mulin.intake/0', reading]]);
  const taken: number[] = [];
  const asked: number[] = [];
  const read = () =>
    fetchPartitions({
      readings,
      group: 'audit',
      messages: {
        progress: async () => [{ topic: 'mulin.intake', partition: 0, from: 7 }],
        fetch: async (wanted: readonly From[]) => {
          asked.push(...wanted.map(({ from }) => from));
          const found = await fetch();
          return found.length === 0 ? new Map() : new Map([['mulin.intake/0', found]]);
        },
      },
      consumer: {
        onMessages: async (_, messages) => void taken.push(...messages.map(({ offset }) => offset)),
        onRevoked: async () => undefined,
      },
      again: () => undefined,
      isTimeToLook: () => isTimeToLook,
    });
  return { readings, taken, asked, read };
};

test('a partition is read on from where its group left off, and then from where it was read', async () => {
  const { taken, asked, read } = bench(readingFrom(null), async () => [message(asked.length === 1 ? 7 : 9)]);
  await read();
  await read();
  expect([asked, taken]).toEqual([
    [7, 8],
    [7, 9],
  ]);
});

test('what comes of a partition that was given up meanwhile goes to nobody', async () => {
  const { readings, taken, read } = bench(readingFrom(), async () => {
    // Given up, and got back: another reading of the same partition, with a start of its own.
    readings.set('mulin.intake/0', readingFrom(null));
    return [message(0)];
  });
  await read();
  expect(taken).toEqual([]);
});

test('news that could not be fetched is news still', async () => {
  const reading = readingFrom();
  const { read } = bench(reading, async () => {
    throw new Error('no');
  });
  await expect(read()).rejects.toThrow('no');
  expect(hasNews(reading)).toBe(true);
});

test('news that comes while it is being fetched is not forgotten', async () => {
  const reading = readingFrom();
  const { read } = bench(reading, async () => {
    reading.upTo = 1;
    return [];
  });
  await read();
  expect(hasNews(reading)).toBe(true);
});

test('a partition is fetched until everything that was announced of it is there, and then no more', async () => {
  const reading: FetchPosition = { ...readingFrom(), upTo: 3 };
  const { asked, read } = bench(reading, async () => [message(asked.length === 1 ? 1 : 2)]);
  await read();
  expect(hasNews(reading)).toBe(true);
  reading.isFull = false;
  await read();
  expect([asked, hasNews(reading)]).toEqual([[0, 2], false]);
});

test('what was announced and is not there is not asked for again and again', async () => {
  const reading: FetchPosition = { ...readingFrom(), upTo: 3 };
  const { read } = bench(reading, async () => []);
  await read();
  expect(hasNews(reading)).toBe(false);
});

test('a partition without news is looked at only when it is time to', async () => {
  for (const isTimeToLook of [false, true]) {
    const { asked, read } = bench({ ...readingFrom(4), upTo: 4 }, async () => [], isTimeToLook);
    await read();
    expect(asked).toEqual(isTimeToLook ? [4] : []);
  }
});

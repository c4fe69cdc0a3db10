import { expect, test } from '@jest/globals';
import type { Batch, ReadPartition } from './protocol.js';
import { messagesIn } from './records.js';

const lane = { topic: 'mulin.intake', partition: 3 };
const transactional = 0b1_0000;
const mark = 0b11_0000;

const batch = (firstOffset: number, count: number, its: Partial<Batch> = {}): Batch => ({
  firstOffset: BigInt(firstOffset),
  lastOffsetDelta: count - 1,
  attributes: 0,
  producerId: -1n,
  records: Array.from({ length: count }, (_, offsetDelta) => ({
    offsetDelta,
    key: Buffer.from('案'),
    value: Buffer.from(String(firstOffset + offsetDelta)),
    headers: [],
  })),
  ...its,
});

const read = (
  records: readonly Batch[] | null,
  abortedTransactions: ReadPartition['abortedTransactions'] = null,
) => ({ partitionIndex: 3, errorCode: 0, abortedTransactions, records });

const offsets = (from: number, its: ReadPartition) => {
  const { messages, next } = messagesIn(lane, from, its);
  return { offsets: messages.map(({ offset }) => offset), next };
};

test('a message comes with its place, its key, its value and its trace', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const headers = [[Buffer.from('traceparent'), Buffer.from(traceparent)]] as const;
  const its = { ...batch(7, 1), records: batch(7, 1).records.map((record) => ({ ...record, headers })) };
  expect(messagesIn(lane, 7, read([its])).messages).toEqual([
    { ...lane, offset: 7, key: '案', value: '7', traceparent },
  ]);
});

test('what a batch holds before the offset that was asked for was read already', () => {
  expect(offsets(6, read([batch(4, 4), batch(8, 1)]))).toEqual({ offsets: [6, 7, 8], next: 9 });
});

test('where nothing is read the same is asked for again, and a batch without its last records ends where it ended', () => {
  expect(offsets(5, read(null))).toEqual({ offsets: [], next: 5 });
  expect(offsets(5, read([batch(5, 2, { lastOffsetDelta: 9 })]))).toEqual({ offsets: [5, 6], next: 15 });
});

test('of transactions of others their marks are left out, and what was taken back', () => {
  const kept = { attributes: transactional, producerId: 1n };
  const takenBack = { attributes: transactional, producerId: 2n };
  const its = [
    batch(0, 2, kept),
    batch(2, 2, takenBack),
    batch(4, 1, { attributes: mark, producerId: 2n }),
    batch(5, 1, { attributes: mark, producerId: 1n }),
    batch(6, 1, takenBack),
  ];
  expect(offsets(0, read(its, [{ producerId: 2n, firstOffset: 2n }]))).toEqual({
    offsets: [0, 1, 6],
    next: 7,
  });
});

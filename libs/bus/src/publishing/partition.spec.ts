import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partitionOf } from './partition.js';

// kafkajs is a driver of other adapters; here it is only the witness, so it is asked for by name.
const kafka = createRequire(import.meta.url)('kafkajs') as {
  Partitioners: { DefaultPartitioner: () => (args: object) => number };
};
const partitioner = kafka.Partitioners.DefaultPartitioner();

const kafkaPartitionOf = (key: string, partitions: number): number =>
  partitioner({
    topic: 'mulin.intake',
    partitionMetadata: Array.from({ length: partitions }, (_, partitionId) => ({ partitionId, leader: 1 })),
    message: { key, value: '' },
  });

// The values that the test of Kafka's Java client expects of these texts, made positive.
test.each([
  ['21', 1_173_551_340],
  ['foobar', 1_357_151_166],
  ['a-little-bit-long-string', 1_161_502_112],
  ['a-little-bit-longer-string', 661_178_819],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', 2_088_585_677],
  ['abc', 479_470_107],
])('a key lies where Kafka puts it: "%s"', (key, partition) => {
  expect(partitionOf(key, 2 ** 31)).toBe(partition);
});

test('any key lies where kafkajs puts it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.integer({ min: 1, max: 64 }),
      (key, partitions) => {
        expect(partitionOf(key, partitions)).toBe(kafkaPartitionOf(key, partitions));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('the ids of cases spread over all partitions', () => {
  const cases = Array.from(
    { length: 400 },
    (_, n) => `c0ffee00-0000-4000-8000-${String(n).padStart(12, '0')}`,
  );
  expect(new Set(cases.map((id) => partitionOf(id, 8))).size).toBe(8);
});

import { expect, test } from '@jest/globals';
import { consumedIn, producedIn } from './kafka-tools.js';

/** Of Kafka 4.3.1. */
const produced = `35000 records sent, 6998.6 records/sec (4.00 MB/sec), 1.3 ms avg latency, 300.0 ms max latency.
300000 records sent, 41234.5 records/sec (23.59 MB/sec), 120.10 ms avg latency, 388.00 ms max latency, 100 ms 50th, 300 ms 95th, 350 ms 99th, 380 ms 99.9th.
`;
const consumed = `start.time, end.time, data.consumed.in.MB, MB.sec, data.consumed.in.nMsg, nMsg.sec, rebalance.time.ms, fetch.time.ms, fetch.MB.sec, fetch.nMsg.sec
2026-11-26 23:33:00:000, 2026-11-26 23:33:05:000, 171.6614, 34.3323, 300000, 60000.0000, 3000, 2000, 85.8307, 150000.5
`;

test('the rate of the whole run is read, not the one of its first seconds', () => {
  expect(producedIn(produced)).toBe(41_234.5);
});

test('of what was read the time in which the group formed is left out', () => {
  expect(consumedIn(consumed)).toBe(150_000.5);
});

test('what a tool says that is not understood is an error', () => {
  expect(() => producedIn('no such topic')).toThrow('ProducerPerformance says no rate');
  expect(() => consumedIn('')).toThrow('ConsumerPerformance says no rate');
});

/** What is left out of a send is sent again, and nothing else is. */
import { expect, test } from '@jest/globals';
import type { KafkaRecord } from '../client.js';
import { wholeSend } from './whole-send.js';

const record = (partition: number): KafkaRecord => ({
  partition,
  key: `case-${partition}`,
  value: '{}',
  headers: {},
});
const records = [record(0), record(1), record(1), record(2)];

/** Answers each send for the next of these partitions. */
const sendThat = (...answered: readonly (readonly number[])[]) => {
  const sends: number[][] = [];
  const send = async (left: readonly KafkaRecord[]) => {
    const partitions = answered[sends.length] ?? [];
    sends.push(left.map(({ partition }) => partition));
    return partitions.map((partition) => ({ partition, baseOffset: String(10 * partition) }));
  };
  return { send, sends };
};

test('what has no answer is sent again, all of its partition together', async () => {
  const { send, sends } = sendThat([0], [2], [1]);
  const bases = await wholeSend(send, records);
  expect([...bases].sort()).toEqual([
    [0, 0],
    [1, 10],
    [2, 20],
  ]);
  expect(sends).toEqual([
    [0, 1, 1, 2],
    [1, 1, 2],
    [1, 1],
  ]);
});

test('a send that answers for none of them ends it, since it may never do so', async () => {
  const { send, sends } = sendThat([0, 2], []);
  await expect(wholeSend(send, records)).rejects.toThrow('no broker answers');
  expect(sends).toHaveLength(2);
});

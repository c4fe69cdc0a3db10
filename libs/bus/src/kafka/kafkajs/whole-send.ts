/** What kafkajs leaves out of a send that it calls done. It holds for 2.2.4 alone. */
import type { KafkaRecord } from '../client.js';

type Answer = Readonly<{ partition: number; baseOffset?: string }>;

/**
 * kafkajs repeats a send by broker and not by partition: where the leader of a partition dies, and one takes over that has
 * answered for its other partitions already, the send counts as answered, and the records of this partition are never sent.
 * So what has no answer is sent again: under the numbers it had, by which the new leader knows what the dead one may have
 * passed on. Where a partition moves that was answered already, kafkajs sends its records once more under new numbers, and
 * they are there twice.
 *
 * @returns for each partition of these, the offset of its first one.
 * @throws what `send` throws; an `Error` where a send answers for none of what was left, as where a topic was made anew with
 *   fewer partitions.
 * @see https://github.com/tulios/kafkajs/issues/1303
 */
export const wholeSend = async (
  send: (records: readonly KafkaRecord[]) => Promise<readonly Answer[]>,
  records: readonly KafkaRecord[],
): Promise<ReadonlyMap<number, number>> => {
  const bases = new Map<number, number>();
  for (let left = records; left.length > 0;) {
    for (const { partition, baseOffset } of await send(left)) bases.set(partition, Number(baseOffset));
    const still = left.filter(({ partition }) => !bases.has(partition));
    if (still.length === left.length) throw new Error('no broker answers for some of its partitions');
    left = still;
  }
  return bases;
};

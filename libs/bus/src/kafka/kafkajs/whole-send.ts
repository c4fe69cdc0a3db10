/** What kafkajs leaves out of a send that it calls done. It holds for 2.2.4 alone. */
import type { KafkaRecord } from '../client.js';

type Answer = Readonly<{ partition: number; baseOffset?: string }>;

/**
 * kafkajs repeats a send by broker and not by partition: where the leader of a partition dies, and one takes over that has
 * answered for its other partitions already, the send counts as answered, and the records of this partition are never sent.
 * So what has no answer is sent again. Nothing is there twice for it: nothing of it was taken.
 *
 * @returns for each partition of these, the offset of its first one.
 * @see https://github.com/tulios/kafkajs/issues/1303
 */
export const wholeSend = async (
  send: (records: readonly KafkaRecord[]) => Promise<readonly Answer[]>,
  records: readonly KafkaRecord[],
): Promise<ReadonlyMap<number, number>> => {
  const bases = new Map<number, number>();
  const unanswered = () => records.filter(({ partition }) => !bases.has(partition));
  for (let left = unanswered(); left.length > 0; left = unanswered())
    for (const { partition, baseOffset } of await send(left)) bases.set(partition, Number(baseOffset));
  return bases;
};

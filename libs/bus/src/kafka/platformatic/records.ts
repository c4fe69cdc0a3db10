/** What was read of a partition, as the bus hands it on. */
import { type Delivered, knownTraceparent } from '@mulin/kernel';
import type { TopicPartition } from '../../consumer/driver.js';
import type { Batch, ReadPartition } from './protocol.js';

/** Bits of a batch's attributes. @see https://kafka.apache.org/documentation/#recordbatch */
const isTransactional = 0b1_0000;
const isControl = 0b10_0000;

const traceOf = (headers: Batch['records'][number]['headers']): Pick<Delivered, 'traceparent'> => {
  const header = headers.find(([name]) => name?.toString() === 'traceparent');
  const traceparent = knownTraceparent(header?.[1]?.toString());
  return traceparent === undefined ? {} : { traceparent };
};

const messagesOf = (
  { topic, partition }: TopicPartition,
  { firstOffset, records }: Batch,
): readonly Delivered[] =>
  records.map(({ offsetDelta, key, value, headers }) => ({
    topic,
    partition,
    offset: Number(firstOffset) + offsetDelta,
    key: key?.toString() ?? '',
    value: value?.toString() ?? '',
    ...traceOf(headers),
  }));

/** Without the marks of transactions, and without what was taken back with one. */
const keptOf = ({ records, abortedTransactions }: ReadPartition): readonly Batch[] => {
  const ahead = [...(abortedTransactions ?? [])];
  const takenBack = new Set<bigint>();
  return (records ?? []).filter(({ firstOffset, attributes, producerId }) => {
    for (const one of ahead.filter((it) => it.firstOffset <= firstOffset)) {
      takenBack.add(one.producerId);
      ahead.splice(ahead.indexOf(one), 1);
    }
    if ((attributes & isControl) !== 0) {
      takenBack.delete(producerId);
      return false;
    }
    return (attributes & isTransactional) === 0 || !takenBack.has(producerId);
  });
};

/**
 * @param from the offset that was asked for; a batch that begins before it holds what was read already.
 * @returns the messages, and the offset to ask for next, which is behind all that was read, also what is not handed on.
 */
export const messagesIn = (
  its: TopicPartition,
  from: number,
  read: ReadPartition,
): Readonly<{ messages: readonly Delivered[]; next: number }> => {
  const last = read.records?.at(-1);
  const messages = keptOf(read)
    .flatMap((batch) => messagesOf(its, batch))
    .filter(({ offset }) => offset >= from);
  return {
    messages,
    next: last === undefined ? from : Math.max(from, Number(last.firstOffset) + last.lastOffsetDelta + 1),
  };
};

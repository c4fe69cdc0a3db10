/** What is published on Kafka: by partition, together, and one send of a topic at a time. */
import { type Message, settledWithin, TimedOut, type TopicEnds } from '@mulin/kernel';
import { partitionOf } from '../publishing/partition.js';
import type { KafkaClient, KafkaRecord } from './client.js';
import { meaningOf, topicMissing, unavailable } from './faults.js';
import type { knownTopics } from './topics.js';

/** How long a caller waits. The client repeats for longer, since it must not give up what may have arrived. */
const patienceMs = 12_000;

/** @see https://github.com/cloudevents/spec/blob/main/cloudevents/bindings/kafka-protocol-binding.md (structured mode) */
const contentType = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };

const recordsOf = (messages: readonly Message[], partitions: number): readonly KafkaRecord[] =>
  messages.map(({ key, value, headers }) => ({
    key,
    value,
    partition: partitionOf(key, partitions),
    headers: { ...contentType, ...headers },
  }));

/** Where a topic ends, as far as this process knows: it never goes back. */
const knownEnds = (client: KafkaClient) => {
  const topics = new Map<string, number[]>();
  return {
    of: async (topic: string): Promise<number[]> => {
      const known = topics.get(topic) ?? (await client.watermarks(topic)).map(({ high }) => high);
      topics.set(topic, known);
      return known;
    },
    reach: (ends: number[], partition: number, end: number) =>
      void (ends[partition] = Math.max(ends[partition] ?? 0, end)),
    forget: (topic: string) => void topics.delete(topic),
  };
};

const countsOf = (records: readonly KafkaRecord[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { partition } of records) counts.set(partition, (counts.get(partition) ?? 0) + 1);
  return counts;
};

/**
 * Appends messages to a topic; to be called for one batch of a topic at a time (`publisher`). While a batch is under way
 * that nobody waits for any more, others of its topic are refused: sent beside it they could overtake it.
 *
 * @returns the ends of the topic: of partitions that got nothing, at least what this process knew of them.
 */
export const sender = (client: KafkaClient, topics: ReturnType<typeof knownTopics>) => {
  const ends = knownEnds(client);
  const underWay = new Map<string, Promise<unknown>>();

  const sent = async (topic: string, messages: readonly Message[]): Promise<TopicEnds> => {
    const partitions = await topics.partitionsOf(topic);
    if (partitions === null) throw topicMissing(topic);
    const its = await ends.of(topic);
    const records = recordsOf(messages, partitions);
    const bases = await client.send(topic, records);
    for (const [partition, count] of countsOf(records))
      ends.reach(its, partition, (bases.get(partition) ?? 0) + count);
    return [...its];
  };

  return async (topic: string, messages: readonly Message[]): Promise<TopicEnds> => {
    if (underWay.has(topic)) throw unavailable(new TimedOut('an earlier one is still under way'));
    const sending = sent(topic, messages).finally(() => underWay.delete(topic));
    underWay.set(topic, sending);
    try {
      if (await settledWithin(sending, patienceMs)) return await sending;
    } catch (error) {
      topics.forget(topic);
      ends.forget(topic);
      throw meaningOf(error, topic);
    }
    throw unavailable(new TimedOut('it does not answer'));
  };
};

/** Where a group goes on in each partition, and whether what it had not read is still there. */
import { type TopicPartition, partitionKey } from '../consumer/driver.js';
import type { Logger } from '../log.js';
import type { KafkaClient } from './client.js';

/** By the key of a partition: the offset of its next message, for this group. */
export type Positions = Map<string, number>;

type Parts = Readonly<{ client: KafkaClient; group: string; topics: readonly string[]; log: Logger }>;

const nothingThere =
  'Kafka has nothing where this group was to go on: it begins with the oldest message there is';

/** Loud, since nothing brings it back: what was deleted was never handled. */
export const logLoss = (
  log: Logger,
  { topic, partition }: TopicPartition,
  { group, from, to }: Readonly<{ group: string; from: number; to: number }>,
): void =>
  log({
    level: 'error',
    text: 'Kafka deleted messages that this group had not read: raise the retention of the topic',
    group,
    topic,
    partition,
    from,
    to,
    lost: to - from,
  });

const ofPartition = <Of>(topics: ReadonlyMap<string, readonly Of[]>, { topic, partition }: TopicPartition) =>
  topics.get(topic)?.[partition];

/**
 * Asks Kafka where a group is in the partitions that are its own now. Of what it has not committed yet it begins with the
 * oldest message there is; that is among `unknown`. What was deleted before it was read is logged.
 */
export const positionsOf = async (
  { client, group, topics, log }: Parts,
  assigned: readonly TopicPartition[],
): Promise<Readonly<{ positions: Positions; unknown: readonly TopicPartition[] }>> => {
  const committed = await client.committed(group, topics);
  const low = new Map(
    await Promise.all(topics.map(async (topic) => [topic, await client.watermarks(topic)] as const)),
  );
  const positions: Positions = new Map();
  const unknown: TopicPartition[] = [];
  for (const topicPartition of assigned) {
    const oldest = ofPartition(low, topicPartition)?.low ?? 0;
    const from = ofPartition(committed, topicPartition) ?? null;
    if (from === null) unknown.push(topicPartition);
    else if (from < oldest) logLoss(log, topicPartition, { group, from, to: oldest });
    positions.set(partitionKey(topicPartition), Math.max(from ?? 0, oldest));
  }
  return { positions, unknown };
};

/** Nothing is where the group would go on: it does so at the oldest message there is, and what that means is logged. */
export const goOnAtOldest = async (
  { client, group, log }: Parts,
  positions: Positions,
  its: TopicPartition,
): Promise<number> => {
  const { topic, partition } = its;
  const from = positions.get(partitionKey(its)) ?? 0;
  const to = (await client.watermarks(topic))[partition]?.low ?? 0;
  if (to > from) logLoss(log, its, { group, from, to });
  // Kafka has lost what it had acknowledged, or the topic was made anew.
  if (to < from) log({ level: 'error', text: nothingThere, group, topic, partition, from, to });
  positions.set(partitionKey(its), to);
  return to;
};

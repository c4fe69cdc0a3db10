/** How Kafka's protocol says things, and how the bus does. */
import { assignPartitions, type Member } from '../consumer/assignment.js';
import type { CommittableOffset, TopicPartition } from '../consumer/driver.js';

/** In the order of the partitions. */
export const byPartition = <Of extends Readonly<{ partition: number }>, To>(
  all: readonly Of[],
  to: (of: Of) => To,
): readonly To[] => [...all].sort((one, other) => one.partition - other.partition).map(to);

/** An offset as text; a negative one stands for none. */
export const offsetOf = (offset: string): number | null => (Number(offset) < 0 ? null : Number(offset));

/** By topic, as a commit names them. */
export const offsetsByTopic = (done: readonly CommittableOffset[]) => {
  const topics = new Map<string, { partition: number; offset: string }[]>();
  for (const { topic, partition, next } of done)
    topics.set(topic, [...(topics.get(topic) ?? []), { partition, offset: String(next) }]);
  return { topics: [...topics].map(([topic, partitions]) => ({ topic, partitions })) };
};

/** What an assignment of a member names. */
export const topicPartitionsIn = (
  assignment: Readonly<Record<string, readonly number[]>>,
): readonly TopicPartition[] =>
  Object.entries(assignment).flatMap(([topic, partitions]) =>
    partitions.map((partition) => ({ topic, partition })),
  );

/** For each member, the partitions of each topic that fall to it: one number of all topics to one member. */
export const assignmentsOf = (
  members: readonly Member[],
  partitionsOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, Record<string, number[]>> =>
  new Map(
    members.map(({ id }) => {
      const assignment: Record<string, number[]> = {};
      for (const { topic, partition } of assignPartitions(id, members, partitionsOf))
        (assignment[topic] ??= []).push(partition);
      return [id, assignment];
    }),
  );

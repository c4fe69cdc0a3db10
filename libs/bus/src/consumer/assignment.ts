import type { TopicPartition } from './driver.js';

export type Member = Readonly<{ id: string; topics: readonly string[] }>;

/**
 * Which partitions fall to whom. Everybody computes the same from the same members, and one partition number of all
 * topics falls to one member, so that the news of one case meets in one place.
 */
export const assignPartitions = (
  me: string,
  members: readonly Member[],
  partitionsOf: ReadonlyMap<string, number>,
): readonly TopicPartition[] => {
  const topicPartitions: TopicPartition[] = [];
  for (const [topic, partitions] of partitionsOf) {
    const readers = members
      .filter(({ topics }) => topics.includes(topic))
      .map(({ id }) => id)
      .sort();
    for (let partition = 0; partition < partitions; partition++)
      if (readers[partition % readers.length] === me) topicPartitions.push({ topic, partition });
  }
  return topicPartitions;
};

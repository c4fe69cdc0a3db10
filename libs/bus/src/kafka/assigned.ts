/** What one membership of a group has: its partitions, and how long they are certainly its own. */
import { type TopicPartition, partitionKey } from '../consumer/driver.js';

/** The partitions of a member at this moment. */
export interface Assigned {
  owns(topicPartition: TopicPartition): boolean;
  all(): readonly TopicPartition[];
  /** Others may get these from now on. */
  clear(): void;
  set(topicPartitions: readonly TopicPartition[]): void;
  /** The group has heard of us. */
  alive(): void;
  /**
   * Whether it had not heard of us for so long that others may have them. Once that was found it stays so until they are
   * `set` anew, also when it hears of us again: messages were held back on the strength of it.
   */
  isOverdue(): boolean;
}

/** Nothing at first. @param patienceMs after so many milliseconds without a word, others may have been given them. */
export const assigned = (patienceMs: number): Assigned => {
  const partitions = new Map<string, TopicPartition>();
  let heardAt = performance.now();
  let wasOverdue = false;
  const isOverdue = () => (wasOverdue ||= partitions.size > 0 && performance.now() - heardAt > patienceMs);
  return {
    owns: (topicPartition) => partitions.has(partitionKey(topicPartition)) && !isOverdue(),
    all: () => [...partitions.values()],
    clear: () => partitions.clear(),
    set: (topicPartitions) => {
      wasOverdue = false;
      partitions.clear();
      for (const each of topicPartitions) partitions.set(partitionKey(each), each);
    },
    alive: () => void (heardAt = performance.now()),
    isOverdue,
  };
};

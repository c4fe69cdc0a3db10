import type { Database, AdvisoryLock, Sql } from '@mulin/postgres';
import { type CommittableOffset, type TopicPartition, partitionKey } from '../consumer/driver.js';

/** The partitions that this program holds, each by a lock that ends with its connection. */
export interface PartitionLocks {
  /** Those of these that nobody else holds; the others come free sooner or later. */
  take(wanted: readonly TopicPartition[]): Promise<readonly TopicPartition[]>;
  /** What is held and not among these. */
  beyond(wanted: readonly TopicPartition[]): readonly TopicPartition[];
  free(topicPartitions: readonly TopicPartition[]): Promise<void>;
  /** Whether it is ours at this very moment. */
  owns(topicPartition: TopicPartition): boolean;
  /** Of these, what is still ours, beside the session that holds it. */
  stillOurs(done: readonly CommittableOffset[]): ReadonlyMap<Sql, readonly CommittableOffset[]>;
}

type Parts = Readonly<{ database: Database; schema: string; group: string }>;

export const partitionLocks = ({ database, schema, group }: Parts): PartitionLocks => {
  const held = new Map<string, Readonly<{ topicPartition: TopicPartition; hold: AdvisoryLock }>>();

  const take = async (topicPartition: TopicPartition): Promise<TopicPartition | null> => {
    const hold = await database.hold(`${schema} lane ${group} ${partitionKey(topicPartition)}`);
    if (hold === null) return null;
    held.set(partitionKey(topicPartition), { topicPartition, hold });
    return topicPartition;
  };

  return {
    take: async (wanted) => {
      const missing = wanted.filter((topicPartition) => !held.has(partitionKey(topicPartition)));
      const taken: TopicPartition[] = [];
      // One after the other: all locks lie on one connection, which says one thing at a time. When the world
      // goes down in the middle, what was taken before counts, and the rest is missing again next time.
      for (const topicPartition of missing) {
        const mine = await take(topicPartition).catch(() => undefined);
        if (mine === undefined) break;
        if (mine !== null) taken.push(mine);
      }
      return taken;
    },
    beyond: (wanted) => {
      const names = new Set(wanted.map(partitionKey));
      return [...held].filter(([name]) => !names.has(name)).map(([, { topicPartition }]) => topicPartition);
    },
    free: async (topicPartitions) => {
      const freed = topicPartitions.map((topicPartition) => held.get(partitionKey(topicPartition)));
      for (const topicPartition of topicPartitions) held.delete(partitionKey(topicPartition));
      for (const each of freed) await each?.hold.release();
    },
    owns: (topicPartition) => held.get(partitionKey(topicPartition))?.hold.isHeld() === true,
    stillOurs: (done) => {
      const ours = new Map<Sql, CommittableOffset[]>();
      for (const its of done) {
        const hold = held.get(partitionKey(its))?.hold;
        if (hold?.isHeld() === true) ours.set(hold.sql, [...(ours.get(hold.sql) ?? []), its]);
      }
      return ours;
    },
  };
};

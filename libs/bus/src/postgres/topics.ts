import type { Sql } from '@mulin/postgres';
import type { TopicPartition } from '../consumer/driver.js';
import { statement } from './statements.js';

type Topic = Readonly<{ id: number; name: string; partitions: number }>;

/** The topics by name and by number. What a topic is never changes, so each is asked for once. */
export interface PostgresTopics {
  /** Those that are new are made. */
  named(names: readonly string[]): Promise<readonly Topic[]>;
  /** The name of a topic that was asked for before. */
  nameOf(id: number): string;
  /** The number of its topic, and the partition, of each topic-partition, as two columns. */
  columnsOf(
    topicPartitions: readonly TopicPartition[],
  ): Promise<readonly [readonly number[], readonly number[]]>;
}

type Parts = Readonly<{ sql: Sql; schema: string; partitions: number }>;

export const postgresTopics = ({ sql, schema, partitions }: Parts): PostgresTopics => {
  const known = new Map<string, Topic>();
  const names = new Map<number, string>();

  const learn = async (unknown: readonly string[]) => {
    await sql(statement(schema, 'makeTopics'), [unknown, partitions]);
    for (const topic of await sql<Topic>(statement(schema, 'topics'), [unknown])) {
      known.set(topic.name, topic);
      names.set(topic.id, topic.name);
    }
  };

  const named = async (wanted: readonly string[]) => {
    const unknown = wanted.filter((name) => !known.has(name));
    if (unknown.length > 0) await learn(unknown);
    return wanted.map((name) => known.get(name)).filter((topic) => topic !== undefined);
  };

  return {
    named,
    nameOf: (id) => names.get(id) ?? '',
    columnsOf: async (topicPartitions) => {
      await named([...new Set(topicPartitions.map(({ topic }) => topic))]);
      return [
        topicPartitions.map(({ topic }) => known.get(topic)?.id ?? 0),
        topicPartitions.map(({ partition }) => partition),
      ];
    },
  };
};

import type { Delivered, Message } from '@mulin/kernel';
import { type Database, longMs, type Sql } from '@mulin/postgres';
import { type CommittableOffset, type TopicPartition, partitionKey } from '../consumer/driver.js';
import { partitionOf } from '../publishing/partition.js';
import { statement } from './statements.js';
import { postgresTopics, type PostgresTopics } from './topics.js';

/** How much of one partition is fetched at once, in messages and in bytes; of a message that is larger, that one alone. */
const perLane = 200;
const bytesPerLane = 2_000_000;
const bytesOfCharacter = 3;

/** Whether there may be more behind these messages, which were fetched from one partition. */
export const mayHaveMore = (messages: readonly Delivered[]): boolean => {
  const characters = messages.reduce((sum, { value }) => sum + value.length, 0);
  return messages.length === perLane || characters * bytesOfCharacter >= bytesPerLane;
};

export type From = TopicPartition & Readonly<{ from: number }>;

/** The partitioned log in its tables: what is said to PostgreSQL, and nothing about when. */
export interface PostgresTopicLog {
  /** The topics and how many partitions each has; those that are new are made. */
  partitionsOf(topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  append(topic: string, messages: readonly Message[]): Promise<void>;
  /** What stands in these partitions from there on, by partition, and not more of each than is good to have at once. */
  fetch(lanes: readonly From[]): Promise<ReadonlyMap<string, readonly Delivered[]>>;
  /** Makes a group known, so that nothing is trimmed before it has passed. */
  enter(group: string, topics: readonly string[]): Promise<void>;
  progress(group: string, lanes: readonly TopicPartition[]): Promise<readonly From[]>;
  /** `by` is the session that holds the partitions: when it is over, and they are somebody else's, nothing is committed. */
  commit(group: string, done: readonly CommittableOffset[], by: Sql): Promise<void>;
  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Drops what every group that reads a topic has passed, once it is this old; says how many. */
  trim(olderThanDays: number): Promise<number>;
}

type Parts = Readonly<{ database: Database; schema: string; partitions: number }>;
type Tools = Readonly<{ sql: Sql; schema: string; topics: PostgresTopics }>;

export const postgresTopicLog = ({ database: { sql }, schema, partitions }: Parts): PostgresTopicLog => {
  const topics = postgresTopics({ sql, schema, partitions });
  const tools = { sql, schema, topics };
  return {
    partitionsOf: async (names) =>
      new Map((await topics.named(names)).map((topic) => [topic.name, topic.partitions])),
    append: appendTo(tools),
    fetch: fetchFrom(tools),
    ...progressIn(tools),
    trim: async (olderThanDays) => {
      const [row] = await sql<{ dropped: number }>(statement(schema, 'trim'), [olderThanDays], {
        limitMs: longMs,
      });
      return row?.dropped ?? 0;
    },
  };
};

const appendTo =
  ({ sql, schema, topics }: Tools): PostgresTopicLog['append'] =>
  async (name, messages) => {
    const [topic] = await topics.named([name]);
    if (topic === undefined) throw new Error(`The topic ${name} could not be made.`);
    const { counts, laneOfEach, backOfEach } = spread(messages, topic.partitions);
    const touched = counts.flatMap((count, partition) => (count > 0 ? [partition] : []));
    const keys = messages.map(({ key }) => key);
    const values = messages.map(({ value }) => value);
    await sql(
      statement(schema, 'append'),
      [topic.id, counts, laneOfEach, backOfEach, keys, values, schema, newsOf(name, touched)],
      { name: `${schema}-append` },
    );
  };

const fetchFrom =
  ({ sql, schema, topics }: Tools): PostgresTopicLog['fetch'] =>
  async (lanes) => {
    const [ids, partitions] = await topics.columnsOf(lanes);
    const places = lanes.map(({ from }) => from);
    const name = `${schema}-fetch`;
    const rows = await sql<Row>(
      statement(schema, 'fetch'),
      [ids, partitions, places, perLane, bytesPerLane],
      { name },
    );
    return byLane(rows, topics);
  };

const progressIn = ({
  sql,
  schema,
  topics,
}: Tools): Pick<PostgresTopicLog, 'enter' | 'progress' | 'commit' | 'lag'> => ({
  enter: async (group, names) => {
    await topics.named(names);
    await sql(statement(schema, 'enter'), [group, names]);
  },

  progress: async (group, lanes) => {
    const rows = await sql<Place>(statement(schema, 'progress'), [group, ...(await topics.columnsOf(lanes))]);
    return rows.map(({ topic, partition, next: from }) => ({ topic: topics.nameOf(topic), partition, from }));
  },

  commit: async (group, done, by) => {
    const [ids, partitions] = await topics.columnsOf(done);
    const places = done.map(({ next }) => next);
    const name = `${schema}-commit`;
    await by(statement(schema, 'commit'), [group, ids, partitions, places], { name });
  },

  lag: async (group, names) => {
    const rows = await sql<{ name: string; lag: number }>(statement(schema, 'lag'), [group, names]);
    const lags = new Map(rows.map(({ name, lag }) => [name, lag]));
    return new Map(names.map((name) => [name, lags.get(name) ?? 0]));
  },
});

/** Which topic has news, and in which of its partitions. */
const newsOf = (topic: string, partitions: readonly number[]): string => `${topic} ${partitions.join()}`;

export const partitionsInNotification = (news: string): ReadonlySet<string> => {
  const [topic = '', partitions = ''] = news.split(' ');
  return new Set(partitions.split(',').map((partition) => `${topic}/${partition}`));
};

/** Each message's partition, and how far from that partition's new end it stands. */
const spread = (messages: readonly Message[], partitions: number) => {
  const counts = Array.from({ length: partitions }, () => 0);
  const laneOfEach = messages.map(({ key }) => partitionOf(key, partitions));
  const nth = laneOfEach.map((partition) => {
    const count = counts[partition] ?? 0;
    counts[partition] = count + 1;
    return count;
  });
  const backOfEach = nth.map((place, at) => (counts[laneOfEach[at] ?? 0] ?? 0) - place);
  return { counts, laneOfEach, backOfEach };
};

type Place = Readonly<{ topic: number; partition: number; next: number }>;
type Row = Readonly<{ topic: number; partition: number; place: number; key: string; value: string }>;

const byLane = (rows: readonly Row[], topics: PostgresTopics) => {
  const lanes = new Map<string, Delivered[]>();
  for (const { topic: id, partition, place: offset, key, value } of rows) {
    const topic = topics.nameOf(id);
    const lane = partitionKey({ topic, partition });
    const messages = lanes.get(lane) ?? [];
    if (messages.length === 0) lanes.set(lane, messages);
    messages.push({ topic, partition, offset, key, value });
  }
  return lanes;
};

import type { Delivered, Message, TopicEnds, TopicOffsets } from '@mulin/kernel';
import { type Database, longMs, type Sql } from '@mulin/postgres';
import { type CommittableOffset, type TopicPartition, partitionKey } from '../consumer/driver.js';
import { partitionOf } from '../publishing/partition.js';
import { type Batch, batchesOf, messagesIn, mostCharacters, mostInBatch } from './batches.js';
import { recentMessages, type RecentMessages } from './recent-messages.js';
import { statement } from './statements.js';
import { postgresTopics, type PostgresTopics } from './topics.js';

/** How much of one partition is fetched at once, in messages and in bytes; of a message that is larger, that one alone. */
const perPartition = 200;
const bytesPerPartition = 2_000_000;
const bytesOfCharacter = 3;

/** Whether there may be more behind these messages, which were fetched from one partition. */
export const mayHaveMore = (messages: readonly Delivered[]): boolean => {
  const characters = messages.reduce((sum, { value }) => sum + value.length, 0);
  // What was skipped of a batch that begins before what was asked for counts, too.
  return (
    messages.length > perPartition - mostInBatch ||
    (characters + mostCharacters) * bytesOfCharacter >= bytesPerPartition
  );
};

/** How far partitions reach: by the key of each, the offset that its next message will have. */
export type Ends = ReadonlyMap<string, number>;

export type From = TopicPartition & Readonly<{ from: number }>;

/** The partitioned log in its tables: what is said to PostgreSQL, and nothing about when. */
export interface PostgresTopicLog {
  /** The topics and how many partitions each has; those that are new are made. */
  partitionsOf(topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Answers where the topic ended when they stood there. */
  append(topic: string, messages: readonly Message[]): Promise<TopicEnds>;
  /** Tells of what was appended through this very log, once it is durable; the answer ends that. */
  onAppended(listener: (ends: Ends) => void): () => void;
  /**
   * What stands in these partitions from there on, by partition, and not more of each than is good to have at once.
   * A partition in which nothing more stands is not among them.
   */
  fetch(topicPartitions: readonly From[]): Promise<ReadonlyMap<string, readonly Delivered[]>>;
  /** Makes a group known, so that nothing is trimmed before it has passed. */
  enter(group: string, topics: readonly string[]): Promise<void>;
  progress(group: string, topicPartitions: readonly TopicPartition[]): Promise<readonly From[]>;
  /** `by` is the session that holds the partitions: when it is over, and they are somebody else's, nothing is committed. */
  commit(group: string, done: readonly CommittableOffset[], by: Sql): Promise<void>;
  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  offsets(topic: string): Promise<TopicOffsets>;
  /** Drops what every group that reads a topic has passed, once it is this old; says how many. */
  trim(olderThanDays: number): Promise<number>;
}

type Parts = Readonly<{ database: Database; schema: string; partitions: number }>;
type Tools = Readonly<{
  sql: Sql;
  schema: string;
  topics: PostgresTopics;
  recent: RecentMessages;
  listeners: Set<(ends: Ends) => void>;
}>;

export const postgresTopicLog = ({ database: { sql }, schema, partitions }: Parts): PostgresTopicLog => {
  const topics = postgresTopics({ sql, schema, partitions });
  const tools: Tools = { sql, schema, topics, recent: recentMessages(), listeners: new Set() };
  return {
    partitionsOf: async (names) =>
      new Map((await topics.named(names)).map((topic) => [topic.name, topic.partitions])),
    append: appendTo(tools),
    onAppended: (listener) => {
      tools.listeners.add(listener);
      return () => void tools.listeners.delete(listener);
    },
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
  ({ sql, schema, topics, recent, listeners }: Tools): PostgresTopicLog['append'] =>
  async (name, messages) => {
    const [topic] = await topics.named([name]);
    if (topic === undefined) throw new Error(`The topic ${name} could not be made.`);
    const batches = byPartition(messages, topic.partitions);
    const touched = [...batches.keys()];
    const { counts, partition: of, back, key, value, count } = columnsOf(batches, topic.partitions);
    const [row] = await sql<{ next: readonly number[] }>(
      statement(schema, 'append'),
      [topic.id, counts, of, back, key, value, schema, newsOf(name, touched), touched, count],
      { name: `${schema}-append` },
    );
    if (row === undefined) throw new Error('A publish was not answered.');
    const ends = new Map<string, number>();
    for (const [partition, its] of batches) {
      const topicPartition = partitionKey({ topic: name, partition });
      const end = row.next[partition] ?? 0;
      const first = end - its.length;
      recent.learn(topicPartition, first, deliveredAt(name, partition, first, its));
      ends.set(topicPartition, end);
    }
    for (const hear of listeners) hear(ends);
    return row.next;
  };

const deliveredAt = (
  topic: string,
  partition: number,
  first: number,
  messages: readonly Message[],
): readonly Delivered[] =>
  messages.map(({ key, value }, place) => ({ topic, partition, offset: first + place, key, value }));

const fetchFrom =
  (tools: Tools): PostgresTopicLog['fetch'] =>
  async (topicPartitions) => {
    const found = new Map<string, readonly Delivered[]>();
    const unknown: From[] = [];
    for (const topicPartition of topicPartitions) {
      const kept = tools.recent.after(partitionKey(topicPartition), topicPartition.from);
      if (kept === null) unknown.push(topicPartition);
      else found.set(partitionKey(topicPartition), firstOf(kept));
    }
    if (unknown.length === 0) return found;
    for (const [topicPartition, messages] of await fetchFromTable(tools, unknown)) {
      tools.recent.learn(topicPartition, messages[0]?.offset ?? 0, messages);
      found.set(topicPartition, messages);
    }
    return found;
  };

/** Not more than the table would give. */
const firstOf = (messages: readonly Delivered[]): readonly Delivered[] => {
  let characters = 0;
  const some: Delivered[] = [];
  for (const message of messages) {
    if (some.length === perPartition || characters * bytesOfCharacter >= bytesPerPartition) break;
    some.push(message);
    characters += message.value.length;
  }
  return some;
};

const fetchFromTable = async ({ sql, schema, topics }: Tools, topicPartitions: readonly From[]) => {
  const [ids, partitions] = await topics.columnsOf(topicPartitions);
  const places = topicPartitions.map(({ from }) => from);
  const name = `${schema}-fetch`;
  const rows = await sql<Row>(
    statement(schema, 'fetch'),
    [ids, partitions, places, perPartition, bytesPerPartition, mostInBatch],
    {
      name,
    },
  );
  return byTopicPartition(
    rows,
    topics,
    new Map(topicPartitions.map((topicPartition) => [partitionKey(topicPartition), topicPartition.from])),
  );
};

const progressIn = ({
  sql,
  schema,
  topics,
}: Tools): Pick<PostgresTopicLog, 'enter' | 'progress' | 'commit' | 'lag' | 'offsets'> => ({
  enter: async (group, names) => {
    await topics.named(names);
    await sql(statement(schema, 'enter'), [group, names]);
  },

  progress: async (group, topicPartitions) => {
    const rows = await sql<Place>(statement(schema, 'progress'), [
      group,
      ...(await topics.columnsOf(topicPartitions)),
    ]);
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

  offsets: async (name) => {
    const rows = await sql<OffsetRow>(statement(schema, 'offsets'), [name], { name: `${schema}-offsets` });
    const ends = endsIn(rows[0]?.ends);
    const groups = new Map<string, number[]>();
    for (const { group, partition, next } of rows) {
      if (group === null || partition === null || next === null) continue;
      const known = groups.get(group) ?? ends.map(() => 0);
      known[partition] = next;
      groups.set(group, known);
    }
    return { ends, groups };
  },
});

type OffsetRow = Readonly<{
  ends: string;
  group: string | null;
  partition: number | null;
  next: number | null;
}>;

const endsIn = (text = ''): TopicEnds => (text === '' ? [] : text.split(',').map(Number));

/** Which topic has news, and in which of its partitions; PostgreSQL adds how far each of these reaches now. */
const newsOf = (topic: string, partitions: readonly number[]): string => `${topic} ${partitions.join()}`;

/** A program from before this one does not say how far they reach. */
export const endsInNotification = (news: string): Ends => {
  const [topic = '', partitions = '', ends] = news.split(' ');
  const far = ends?.split(',').map(Number);
  return new Map(
    partitions.split(',').map((partition, place) => [`${topic}/${partition}`, far?.[place] ?? Infinity]),
  );
};

const byPartition = (messages: readonly Message[], partitions: number) => {
  const batches = new Map<number, Message[]>();
  for (const message of messages) {
    const partition = partitionOf(message.key, partitions);
    const its = batches.get(partition);
    if (its === undefined) batches.set(partition, [message]);
    else its.push(message);
  }
  return batches;
};

/**
 * How many messages are new in each partition; then of each batch its partition, how far from that partition's new
 * end it begins, its keys and values, and how many messages it holds.
 */
const columnsOf = (batches: ReadonlyMap<number, readonly Message[]>, partitions: number) => {
  const counts = Array.from({ length: partitions }, (_, partition) => batches.get(partition)?.length ?? 0);
  const rows = [...batches].flatMap(([partition, messages]) => {
    let back = messages.length;
    return batchesOf(messages).map((batch) => {
      const row = { partition, back, ...batch };
      back -= batch.count;
      return row;
    });
  });
  return {
    counts,
    partition: rows.map((row) => row.partition),
    back: rows.map((row) => row.back),
    count: rows.map((row) => row.count),
    key: rows.map((row) => row.key),
    value: rows.map((row) => row.value),
  };
};

type Place = Readonly<{ topic: number; partition: number; next: number }>;
type Row = Batch & Readonly<{ topic: number; partition: number; place: number }>;

/** What is asked for of the batches that it stands in. */
const byTopicPartition = (
  rows: readonly Row[],
  topics: PostgresTopics,
  asked: ReadonlyMap<string, number>,
) => {
  const topicPartitions = new Map<string, Delivered[]>();
  for (const { topic: id, partition, place, ...batch } of rows) {
    const topic = topics.nameOf(id);
    const topicPartition = partitionKey({ topic, partition });
    const messages = topicPartitions.get(topicPartition) ?? [];
    if (messages.length === 0) topicPartitions.set(topicPartition, messages);
    const from = asked.get(topicPartition) ?? 0;
    for (const message of deliveredAt(topic, partition, place, messagesIn(batch)))
      if (message.offset >= from) messages.push(message);
  }
  return topicPartitions;
};

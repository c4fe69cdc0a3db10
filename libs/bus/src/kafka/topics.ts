/** Topics of Kafka: made on purpose, and looked at before they are used. */
import { backoff, within } from '@mulin/kernel';
import type { KafkaClient, NewTopic } from './client.js';
import { meaningOf, tooFewPartitions, topicMissing } from './faults.js';

/** As many as a topic of PostgreSQL has; so many processes of a service can share its work. */
const partitionsOfTopic = 8;

/** Somewhat more than the largest message, beside which its batch has a head. */
const largestBatch = 17_000_000;
const dayMs = 86_400_000;

/** How a topic is made where nothing else is said. */
export type TopicWish = Readonly<{
  /** Default: 8, and never fewer. */
  partitions?: number;
  /** After so many days Kafka deletes a message, read or not. Default: 30. */
  retentionDays?: number;
}>;

/** A topic as it is. */
export type KafkaTopic = Readonly<{ topic: string; partitions: number }>;

const wish = (topic: string, { partitions, retentionDays }: Required<TopicWish>): NewTopic => ({
  topic,
  partitions,
  settings: {
    'cleanup.policy': 'delete',
    'retention.ms': String(retentionDays * dayMs),
    'max.message.bytes': String(largestBatch),
  },
});

const polls = backoff({ firstMs: 50, longestMs: 500 });
const thereMs = 20_000;

/** A topic that was made is there a little later, and can be asked for its ends later still. */
const areThere = async (client: KafkaClient, topics: readonly string[]) => {
  let isOver = false;
  const ask = async () => {
    for (let asked = 1; !isOver; asked++) {
      const ready = await Promise.all(topics.map((topic) => client.watermarks(topic).catch(() => null)));
      if (ready.every((it) => it !== null)) return;
      await new Promise((resolve) => void setTimeout(resolve, polls(asked)));
    }
  };
  // Whoever asked on would connect again and again, and keep its program from ending.
  await within(ask(), thereMs).finally(() => (isOver = true));
};

/**
 * Makes the topics that are not there, and leaves those that are as they are.
 *
 * @returns all of them as they are then, and which were made.
 * @throws `Rejection` `topic-too-few-partitions` where one has fewer than are wished, before any is made; `Unavailable`
 *   where Kafka cannot be reached.
 */
export const applyTopics = async (
  client: KafkaClient,
  names: readonly string[],
  { partitions = partitionsOfTopic, retentionDays = 30 }: TopicWish = {},
): Promise<Readonly<{ topics: readonly KafkaTopic[]; made: readonly string[] }>> => {
  try {
    const known = await client.topics();
    for (const name of names) assertEnough(name, known.get(name) ?? partitions, partitions);
    const made = names.filter((name) => !known.has(name));
    if (made.length > 0)
      await client.createTopics(made.map((name) => wish(name, { partitions, retentionDays })));
    await areThere(client, made);
    return { topics: names.map((topic) => ({ topic, partitions: known.get(topic) ?? partitions })), made };
  } catch (error) {
    throw meaningOf(error, names.join(', '));
  }
};

const assertEnough = (topic: string, has: number, wanted: number) => {
  if (has < wanted) throw tooFewPartitions(topic, has, wanted);
};

/**
 * Of these topics, how many partitions each has.
 *
 * @throws `Rejection` `topic-missing` or `topic-too-few-partitions` for the first that is not as it must be;
 *   `Unavailable` where Kafka cannot be reached.
 */
export const checkTopics = async (
  client: KafkaClient,
  names: readonly string[],
): Promise<readonly KafkaTopic[]> => {
  const known = await client.topics().catch((error: unknown) => {
    throw meaningOf(error, names.join(', '));
  });
  return names.map((topic) => {
    const partitions = known.get(topic);
    if (partitions === undefined) throw topicMissing(topic);
    assertEnough(topic, partitions, partitionsOfTopic);
    return { topic, partitions };
  });
};

/** How many partitions topics have: asked once for each that is there, since that never changes. */
export const knownTopics = (client: KafkaClient) => {
  const known = new Map<string, number>();
  return {
    /** `null`: there is no such topic, or not yet. */
    partitionsOf: async (topic: string): Promise<number | null> => {
      if (!known.has(topic)) for (const [name, count] of await client.topics()) known.set(name, count);
      return known.get(topic) ?? null;
    },
    forget: (topic: string) => void known.delete(topic),
  };
};

/** The bus on Apache Kafka. */
import type { Bus, Stop, TopicOffsets } from '@mulin/kernel';
import { consume, type ConsumerOptions } from '../consumer/consumer.js';
import { type Logger, silent } from '../log.js';
import { assertSendable } from '../publishing/message.js';
import { publisher } from '../publishing/publisher.js';
import type { KafkaAccess, KafkaClient, KafkaOptions } from './client.js';
import { kafkaDriver } from './driver.js';
import { meaningOf } from './faults.js';
import { kafkajsClient } from './kafkajs/client.js';
import { platformaticClient } from './platformatic/client.js';
import { sender } from './sending.js';
import { sharedAsking } from './shared-asking.js';
import { sessionMs } from './timing.js';
import { applyTopics, checkTopics, type KafkaTopic, knownTopics, type TopicWish } from './topics.js';

type Parts = Readonly<{
  /** `host:port` of one broker or more. */
  brokers: readonly string[];
  /** Default: by kafkajs, in the clear, and without a name. */
  access?: KafkaAccess | undefined;
  /** Hears of each connection. Default: nobody does. */
  onSocket?: KafkaOptions['onSocket'];
  /** Default: nothing is logged. */
  log?: Logger;
  /** How the groups begin that `offsets` asks for, since a Kafka may hold those of many others. Default: all groups. */
  groupPrefix?: string;
  /** Of the consumers of `subscribe`. */
  pace?: Partial<ConsumerOptions>;
}>;

/** A bus on Kafka. Unlike others it makes no topic by itself: `publish` to one that lacks is refused (`topic-missing`). */
export interface KafkaBus extends Bus {
  /** Rejects with `Unavailable` where Kafka does not answer. */
  ping(): Promise<void>;
  /** Ends its connections, once nothing reads or publishes any more. */
  readonly close: Stop;
}

const clientOf = (options: KafkaOptions): KafkaClient =>
  options.access?.client === 'platformatic' ? platformaticClient(options) : kafkajsClient(options);

type Topics = ReturnType<typeof knownTopics>;

const offsetsIn =
  (client: KafkaClient, topics: Topics, groupPrefix: string) =>
  async (topic: string): Promise<TopicOffsets> => {
    if ((await topics.partitionsOf(topic)) === null) return { ends: [], groups: new Map() };
    const [marks, all] = await Promise.all([client.watermarks(topic), client.groups()]);
    const names = all.filter((name) => name.startsWith(groupPrefix));
    const found = await Promise.all(
      names.map(async (group) => [group, (await client.committed(group, [topic])).get(topic) ?? []] as const),
    );
    const groups = found
      .filter(([, committed]) => committed.some((next) => next !== null))
      .map(([group, committed]) => [group, committed.map((next) => next ?? 0)] as const);
    return { ends: marks.map(({ high }) => high), groups: new Map(groups) };
  };

/** What was deleted before a group came to it is nothing that it can still read. */
const lagOf =
  (client: KafkaClient, topics: Topics) =>
  async (group: string, asked: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    const there = new Set<string>();
    for (const topic of asked) if ((await topics.partitionsOf(topic)) !== null) there.add(topic);
    const known = there.size === 0 ? new Map() : await client.committed(group, [...there]);
    const lags = asked.map(async (topic) => {
      if (!there.has(topic)) return [topic, 0] as const;
      const committed: readonly (number | null)[] = known.get(topic) ?? [];
      const marks = await client.watermarks(topic);
      const waiting = marks.map(({ low, high }, at) => Math.max(0, high - Math.max(low, committed[at] ?? 0)));
      return [topic, waiting.reduce((sum, count) => sum + count, 0)] as const;
    });
    return new Map(await Promise.all(lags));
  };

/** Says of every error what it means for whoever uses the bus. */
const plainly =
  <Arguments extends readonly unknown[], Answer>(
    ask: (...given: Arguments) => Promise<Answer>,
    topicIn: (...given: Arguments) => string,
  ) =>
  async (...given: Arguments): Promise<Answer> => {
    try {
      return await ask(...given);
    } catch (error) {
      throw meaningOf(error, topicIn(...given));
    }
  };

/**
 * A bus on Kafka; nothing is connected before it is needed. Any number of processes may publish and read; the partitions
 * of one that dies are taken over by the others of its group after six seconds. Topics are made by `kafkaTopics`.
 *
 * - A message is acknowledged by all replicas when `publish` resolves. It has the headers `content-type` and those of the
 *   message, and its partition by `partitionOf`, as on every adapter.
 * - The ends that `publish` answers are, of partitions that got nothing, what this process knew of them.
 */
export const kafkaBus = ({ log = silent, groupPrefix = '', pace = {}, ...where }: Parts): KafkaBus => {
  const client = clientOf({ ...where, log });
  const topics = knownTopics(client);
  const append = publisher(sender(client, topics));
  const askOffsets = plainly(offsetsIn(client, topics, groupPrefix), (topic) => topic);
  const askLag = plainly(lagOf(client, topics), (_, asked) => asked.join(', '));
  const sharedOffsets = sharedAsking<TopicOffsets>();
  const sharedLag = sharedAsking<ReadonlyMap<string, number>>();

  return {
    publish: async (topic, messages) => {
      assertSendable(messages);
      return messages.length === 0 ? [] : append(topic, messages);
    },
    subscribe: (group, read, receive) => {
      const driver = kafkaDriver({ client, group, topics: read, sessionMs, log });
      return consume({ driver, receive, log, pace });
    },
    offsets: (topic) => sharedOffsets(topic, () => askOffsets(topic)),
    lag: (group, asked) => sharedLag([group, ...asked].join(' '), () => askLag(group, asked)),
    ping: plainly(
      async () => void (await client.topics()),
      () => '',
    ),
    close: client.close,
  };
};

/** The topics of a Kafka, for whoever makes them and whoever must have them. */
export interface KafkaTopics {
  /** See `applyTopics`. */
  apply(names: readonly string[], wish?: TopicWish): ReturnType<typeof applyTopics>;
  /** See `checkTopics`. */
  check(names: readonly string[]): Promise<readonly KafkaTopic[]>;
  /** All there are, also those of others. */
  list(): Promise<readonly KafkaTopic[]>;
  readonly close: Stop;
}

/** The topics of the Kafka at these brokers. */
export const kafkaTopics = ({ log = silent, ...where }: Omit<Parts, 'pace' | 'groupPrefix'>): KafkaTopics => {
  const client = clientOf({ ...where, log });
  return {
    apply: (names, wish) => applyTopics(client, names, wish),
    check: (names) => checkTopics(client, names),
    list: plainly(
      async () => [...(await client.topics())].map(([topic, partitions]) => ({ topic, partitions })),
      () => '',
    ),
    close: client.close,
  };
};

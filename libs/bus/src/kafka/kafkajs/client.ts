/** A client of Kafka by `kafkajs` 2.2.4. Only this folder imports it. */
import { settledWithin } from '@mulin/kernel';
import { type Admin, Kafka, Partitioners, type Producer } from 'kafkajs';
import type { KafkaClient, KafkaOptions } from '../client.js';
import { renewable } from '../renewable.js';
import { byPartition, offsetOf } from '../shapes.js';
import { configOf, retry } from './config.js';
import { joined } from './member.js';
import { calmRequestQueues } from './request-queues.js';
import { wholeSend } from './whole-send.js';

/** How long whoever closes it waits for members that were closed while they could not reach Kafka. */
const leftoversMs = 5_000;

const adminOf = (options: KafkaOptions) =>
  renewable(async (): Promise<Admin> => {
    const admin = new Kafka(configOf(options)).admin({ retry: { ...retry, retries: 3 } });
    await admin.connect();
    return admin;
  });

/**
 * A producer numbers what it sends, and the broker drops what it has by its number. One that gave a message up is never
 * used again: its next message would have the same number, and be dropped for it.
 */
const producerOf = (options: KafkaOptions) =>
  renewable(async (): Promise<Producer> => {
    const producer = new Kafka(configOf(options)).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
      allowAutoTopicCreation: false,
      retry: { ...retry, retries: 20 },
    });
    await producer.connect();
    return producer;
  });

/** As many brokers as keep a topic, where there are so many. */
const replicas = 3;

const questionsTo = (
  admin: ReturnType<typeof adminOf>,
): Pick<KafkaClient, 'topics' | 'createTopics' | 'watermarks' | 'groups' | 'committed'> => ({
  topics: () =>
    admin.use(async (it) => {
      const { topics } = await it.fetchTopicMetadata();
      return new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
    }),
  createTopics: (wanted) =>
    admin.use(async (it) => {
      const { brokers } = await it.describeCluster();
      const topics = wanted.map(({ topic, partitions, settings }) => ({
        topic,
        numPartitions: partitions,
        replicationFactor: Math.min(replicas, brokers.length),
        configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
      }));
      await it.createTopics({ topics });
    }),
  watermarks: (topic) =>
    admin.use(async (it) => {
      const all = await it.fetchTopicOffsets(topic);
      return byPartition(all, ({ low, high }) => ({ low: Number(low), high: Number(high) }));
    }),
  groups: () => admin.use(async (it) => (await it.listGroups()).groups.map(({ groupId }) => groupId)),
  committed: (groupId, topics) =>
    admin.use(async (it) => {
      const all = await it.fetchOffsets({ groupId, topics: [...topics] });
      return new Map(
        all.map(({ topic, partitions }) => [
          topic,
          byPartition(partitions, ({ offset }) => offsetOf(offset)),
        ]),
      );
    }),
});

/** A client of Kafka by kafkajs. Nothing is connected before it is needed. */
export const kafkajsClient = (options: KafkaOptions): KafkaClient => {
  calmRequestQueues();
  const admin = adminOf(options);
  const producer = producerOf(options);
  const running = new Set<Promise<unknown>>();
  return {
    ...questionsTo(admin),
    send: (topic, records) =>
      producer.use((it) => wholeSend((left) => it.send({ topic, acks: -1, messages: [...left] }), records)),
    join: (joining, member) => {
      const session = joined(options, joining, member);
      running.add(session.over);
      void session.over.finally(() => running.delete(session.over));
      return session;
    },
    close: async () => {
      await Promise.all([admin.close(), producer.close()]);
      await settledWithin(Promise.all(running), leftoversMs);
    },
  };
};

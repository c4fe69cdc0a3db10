/**
 * Kafka by `kafkajs` 2.2.4, the one file that imports it (`kafkajs-joining.ts` and `kafkajs-resets.ts` reach
 * into it). Pinned: its maintainers
 * have left, so that what is told here of its inner life stays true.
 */
import type { Socket } from 'node:net';
import {
  type Admin,
  type Cluster,
  type Consumer,
  type EachBatchPayload,
  type IHeaders,
  Kafka,
  type KafkaConfig,
  type logCreator,
  Partitioners,
  type PartitionAssigner,
  AssignerProtocol,
  type Producer,
} from 'kafkajs';
import { type Delivered, knownTraceparent, settledWithin } from '@mulin/kernel';
import type { Logger } from '../log.js';
import type { GroupMember, GroupSession, Joining, KafkaClient } from './client.js';
import { heartbeatMs, joiningThrough, type Membership, rebalanceMs } from './kafkajs-joining.js';
import { resetsThrough } from './kafkajs-resets.js';
import { renewable } from './renewable.js';
import { assignmentsOf, byPartition, offsetOf, offsetsByTopic, topicPartitionsIn } from './shapes.js';

/** Where a Kafka is, and how it is reached. */
export type KafkaOptions = Readonly<{
  /** `host:port` of one broker or more. */
  brokers: readonly string[];
  /** How a connection is made. Default: over TCP, without TLS. */
  connect?: ((to: Readonly<{ host: string; port: number; onConnect: () => void }>) => Socket) | undefined;
  log: Logger;
}>;

/** A member that is not heard of for so long is dead to its group. Brokers take no less unless they are told to. */
export const sessionMs = 6_000;
const fetchWaitMs = 250;
/** A request that is not answered is repeated: a broker that stood still is found to be back this soon. */
const requestMs = 5_000;
const retry = { initialRetryTime: 100, multiplier: 2, maxRetryTime: 500 };

/** What it says goes to our log as a detail: what matters is said by whoever uses it. */
const loggingTo =
  (log: Logger): logCreator =>
  () =>
  ({ namespace, log: { message } }) =>
    log({ level: 'debug', text: 'kafkajs', part: namespace, said: message });

const configOf = ({ brokers, connect, log }: KafkaOptions): KafkaConfig => ({
  clientId: 'mulin',
  brokers: [...brokers],
  connectionTimeout: 2_000,
  requestTimeout: requestMs,
  logCreator: loggingTo(log),
  retry: { ...retry, retries: 3 },
  ...(connect === undefined ? {} : { socketFactory: connect }),
});

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

/** One number of all topics falls to one member, as on every adapter. */
const assignerFor =
  (hook: (cluster: Cluster) => void): PartitionAssigner =>
  ({ cluster }) => {
    hook(cluster);
    const { MemberMetadata, MemberAssignment } = AssignerProtocol;
    const [name, version, userData] = ['mulin', 1, Buffer.alloc(0)];
    return {
      name,
      version,
      protocol: ({ topics }) => ({ name, metadata: MemberMetadata.encode({ version, topics, userData }) }),
      assign: async ({ members }) => {
        const readers = members.map(({ memberId: id, memberMetadata }) => ({
          id,
          topics: MemberMetadata.decode(memberMetadata)?.topics ?? [],
        }));
        const names = new Set(readers.flatMap(({ topics }) => topics));
        await cluster.addMultipleTargetTopics([...names]);
        const partitionsOf = new Map(
          [...names].map((topic) => [topic, cluster.findTopicPartitionMetadata(topic).length]),
        );
        return [...assignmentsOf(readers, partitionsOf)].map(([memberId, assignment]) => ({
          memberId,
          memberAssignment: MemberAssignment.encode({ version, assignment, userData }),
        }));
      },
    };
  };

const traceOf = (headers: IHeaders | undefined): Pick<Delivered, 'traceparent'> => {
  const traceparent = knownTraceparent(headers?.['traceparent']?.toString());
  return traceparent === undefined ? {} : { traceparent };
};

const delivered = ({ batch: { topic, partition, messages } }: EachBatchPayload): readonly Delivered[] =>
  messages.map(({ key, value, offset, headers }) => ({
    topic,
    partition,
    offset: Number(offset),
    key: key?.toString() ?? '',
    value: value?.toString() ?? '',
    ...traceOf(headers),
  }));

/** One that crashed is over, whatever kafkajs says of it: left to itself it may stay away for ever. */
const consumerOf = (options: KafkaOptions, { group }: Joining, hook: (cluster: Cluster) => void): Consumer =>
  new Kafka(configOf(options)).consumer({
    groupId: group,
    sessionTimeout: sessionMs,
    heartbeatInterval: heartbeatMs,
    rebalanceTimeout: rebalanceMs,
    maxWaitTimeInMs: fetchWaitMs,
    maxBytesPerPartition: 2_000_000,
    metadataMaxAge: 30_000,
    allowAutoTopicCreation: false,
    partitionAssigners: [assignerFor(hook)],
    retry: { ...retry, retries: 10, restartOnFailure: async () => false },
  });

/** What it tells of itself. */
const following = (consumer: Consumer, member: GroupMember, membership: Membership): Promise<unknown> => {
  consumer.on('consumer.group_join', ({ payload }) => {
    membership.memberId = payload.memberId;
    membership.generation = null;
    member.onAlive();
    member.onJoined(topicPartitionsIn(payload.memberAssignment));
  });
  consumer.on('consumer.heartbeat', ({ payload }) => {
    membership.generation = payload.groupGenerationId;
    member.onAlive();
  });
  return new Promise((resolve) => consumer.on('consumer.crash', ({ payload }) => resolve(payload.error)));
};

const pausing = (consumer: Consumer): Pick<GroupSession, 'pause' | 'resume' | 'seek'> => {
  /** Of one that has stopped there is nothing to pause. */
  const ifRunning = (work: () => void) => {
    try {
      work();
    } catch {
      return;
    }
  };
  return {
    pause: ({ topic, partition }) => ifRunning(() => consumer.pause([{ topic, partitions: [partition] }])),
    resume: ({ topic, partition }) => ifRunning(() => consumer.resume([{ topic, partitions: [partition] }])),
    seek: ({ topic, partition }, offset) =>
      ifRunning(() => consumer.seek({ topic, partition, offset: String(offset) })),
  };
};

type Joined = Readonly<{ joining: Joining; member: GroupMember; membership: Membership }>;

/** A consumer that tells its member what kafkajs would do without a word. */
const hooked = (options: KafkaOptions, { joining, member, membership }: Joined): Consumer => {
  const joins = joiningThrough(joining, member.onJoining, membership);
  const resets = resetsThrough(async (its) => {
    const offset = await member.onOutOfRange(its);
    consumer.seek({ ...its, offset: String(offset) });
  });
  const consumer = consumerOf(options, joining, (cluster) => {
    joins(cluster);
    resets(cluster);
  });
  return consumer;
};

const joined = (options: KafkaOptions, joining: Joining, member: GroupMember): GroupSession => {
  const membership: Membership = { memberId: null, generation: null };
  const consumer = hooked(options, { joining, member, membership });
  const crashed = following(consumer, member, membership);
  // Those of a batch commit as they are told, and are not repeated when the group has changed meanwhile.
  let commit: EachBatchPayload['commitOffsetsIfNecessary'] | undefined;

  const eachBatch = async (payload: EachBatchPayload) => {
    const { batch, resolveOffset, isRunning, isStale } = payload;
    commit = payload.commitOffsetsIfNecessary;
    if (!isRunning() || isStale()) return;
    const { fetchedOffset } = batch as unknown as { fetchedOffset: string }; // it is there, and in no type
    const { topic, partition } = batch;
    await member.onFetched({ topic, partition, from: Number(fetchedOffset), messages: delivered(payload) });
    resolveOffset(batch.lastOffset());
  };
  const begin = async () => {
    await consumer.connect();
    await consumer.subscribe({ topics: [...joining.topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 64,
      eachBatch,
    });
    return crashed;
  };

  return {
    memberId: () => membership.memberId,
    failed: begin().catch((error: unknown) => error),
    commit: async (done) => {
      const offsets = offsetsByTopic(done);
      if (commit !== undefined) return commit(offsets);
      await consumer.commitOffsets(
        offsets.topics.flatMap(({ topic, partitions }) => partitions.map((it) => ({ topic, ...it }))),
      );
    },
    ...pausing(consumer),
    close: async () => void (await settledWithin(consumer.disconnect(), requestMs)),
  };
};

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
  const admin = adminOf(options);
  const producer = producerOf(options);
  return {
    ...questionsTo(admin),
    send: (topic, records) =>
      producer.use(async (it) => {
        const sent = await it.send({ topic, acks: -1, messages: [...records] });
        return new Map(sent.map(({ partition, baseOffset }) => [partition, Number(baseOffset)]));
      }),
    join: (joining, member) => joined(options, joining, member),
    close: async () => {
      await Promise.all([admin.close(), producer.close()]);
    },
  };
};

/**
 * Kafka by `kafkajs` 2.2.4, the one file that knows it. Pinned: its maintainers have left, so that what is told here of
 * its inner life stays true.
 */
import type { Socket } from 'node:net';
import {
  type Admin,
  type Cluster,
  type Consumer,
  type EachBatchPayload,
  Kafka,
  type KafkaConfig,
  type logCreator,
  Partitioners,
  type PartitionAssigner,
  AssignerProtocol,
  type Producer,
} from 'kafkajs';
import { type Delivered, settledWithin } from '@mulin/kernel';
import { assignPartitions } from '../consumer/assignment.js';
import type { CommittableOffset, TopicPartition } from '../consumer/driver.js';
import type { Logger } from '../log.js';
import type { GroupMember, GroupSession, Joining, KafkaClient } from './client.js';
import { renewable } from './renewable.js';

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
const heartbeatMs = 1_000;
/** How long others wait for a member that has messages in hand. */
const rebalanceMs = 30_000;
/** Of that, what it may take itself. */
const releaseMs = 20_000;
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

const byPartition = <Of extends Readonly<{ partition: number }>, To>(
  all: readonly Of[],
  to: (of: Of) => To,
): readonly To[] => [...all].sort((one, other) => one.partition - other.partition).map(to);

const offsetOf = (offset: string): number | null => (Number(offset) < 0 ? null : Number(offset));

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
        return readers.map(({ id }) => {
          const assignment: Record<string, number[]> = {};
          for (const { topic, partition } of assignPartitions(id, readers, partitionsOf))
            (assignment[topic] ??= []).push(partition);
          return {
            memberId: id,
            memberAssignment: MemberAssignment.encode({ version, assignment, userData }),
          };
        });
      },
    };
  };

type Coordinator = Readonly<{
  heartbeat: (member: { groupId: string; memberId: string; groupGenerationId: number }) => Promise<unknown>;
  leaveGroup: (member: { groupId: string; memberId: string }) => Promise<unknown>;
}>;

type Membership = { memberId: string | null; generation: number | null };

/**
 * kafkajs has no call before partitions are taken away. But the last thing it does before it asks to join, the first time
 * or again, is to look for the group's coordinator; there it is made to wait until nothing is in hand. Its heart beats on
 * meanwhile, or others would be given its partitions while they are in use.
 */
const joiningThrough = (
  { group, formerly }: Joining,
  onJoining: GroupMember['onJoining'],
  membership: Membership,
) => {
  let former = formerly;
  const release = async (coordinator: Coordinator) => {
    const { memberId, generation } = membership;
    const beat = () =>
      memberId === null || generation === null
        ? undefined
        : void coordinator
            .heartbeat({ groupId: group, memberId, groupGenerationId: generation })
            .catch(() => undefined);
    const beating = setInterval(beat, heartbeatMs);
    await settledWithin(onJoining(), releaseMs);
    clearInterval(beating);
  };

  return (cluster: Cluster): void => {
    const find = cluster.findGroupCoordinator.bind(cluster);
    cluster.findGroupCoordinator = async (wanted) => {
      const coordinator = await find(wanted);
      // The types leave out what a broker can be asked.
      const asked = coordinator as unknown as Coordinator;
      await release(asked);
      if (former !== null)
        await asked.leaveGroup({ groupId: group, memberId: former }).catch(() => undefined);
      former = null;
      return coordinator;
    };
  };
};

const delivered = ({ batch: { topic, partition, messages } }: EachBatchPayload): readonly Delivered[] =>
  messages.map(({ key, value, offset }) => ({
    topic,
    partition,
    offset: Number(offset),
    key: key?.toString() ?? '',
    value: value?.toString() ?? '',
  }));

const offsetsByTopic = (done: readonly CommittableOffset[]) => {
  const topics = new Map<string, { partition: number; offset: string }[]>();
  for (const { topic, partition, next } of done)
    topics.set(topic, [...(topics.get(topic) ?? []), { partition, offset: String(next) }]);
  return { topics: [...topics].map(([topic, partitions]) => ({ topic, partitions })) };
};

const topicPartitionsIn = (
  assignment: Readonly<Record<string, readonly number[]>>,
): readonly TopicPartition[] =>
  Object.entries(assignment).flatMap(([topic, partitions]) =>
    partitions.map((partition) => ({ topic, partition })),
  );

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

const joined = (options: KafkaOptions, joining: Joining, member: GroupMember): GroupSession => {
  const membership: Membership = { memberId: null, generation: null };
  const consumer = consumerOf(options, joining, joiningThrough(joining, member.onJoining, membership));
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

/** A client of Kafka by kafkajs. Nothing is connected before it is needed. */
export const kafkajsClient = (options: KafkaOptions): KafkaClient => {
  const admin = adminOf(options);
  const producer = producerOf(options);
  return {
    topics: () =>
      admin.use(async (it) => {
        const { topics } = await it.fetchTopicMetadata();
        return new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
      }),
    createTopics: (wanted) =>
      admin.use(async (it) => {
        const { brokers } = await it.describeCluster();
        await it.createTopics({
          topics: wanted.map(({ topic, partitions, settings }) => ({
            topic,
            numPartitions: partitions,
            replicationFactor: Math.min(replicas, brokers.length),
            configEntries: Object.entries(settings).map(([name, value]) => ({ name, value })),
          })),
        });
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

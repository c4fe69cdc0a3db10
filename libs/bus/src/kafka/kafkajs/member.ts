/** A member of a group by kafkajs. */
import {
  AssignerProtocol,
  type Cluster,
  type Consumer,
  type EachBatchPayload,
  type IHeaders,
  Kafka,
  type PartitionAssigner,
} from 'kafkajs';
import { type Delivered, knownTraceparent, settledWithin } from '@mulin/kernel';
import type { GroupMember, GroupSession, Joining, KafkaOptions } from '../client.js';
import { assignmentsOf, offsetsByTopic, topicPartitionsIn } from '../shapes.js';
import { fetchWaitMs, heartbeatMs, rebalanceMs, requestMs, sessionMs } from '../timing.js';
import { configOf, retry } from './config.js';
import { joiningThrough, type Membership } from './joining.js';
import { resetsThrough } from './resets.js';

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
    if (membership.isClosed) return;
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

/** A membership, and `over`, which resolves when nothing of it runs any more, however long that takes after `close`. */
type Session = GroupSession & Readonly<{ over: Promise<unknown> }>;

/**
 * kafkajs stops nothing that has not begun: a consumer that is told to while it joins is a member for ever, reads nothing
 * and holds its partitions. So the beginning is waited for, and where that takes too long it is made to fail.
 */
const ending = (consumer: Consumer, membership: Membership, begun: Promise<unknown>) => {
  const over = { resolve: (): void => undefined };
  const isOver = new Promise<void>((resolve) => (over.resolve = resolve));
  const end = async () => {
    membership.isClosed = true;
    if (!(await settledWithin(begun, requestMs))) await consumer.disconnect().catch(() => undefined);
    await begun;
    await consumer.disconnect().catch(() => undefined);
    over.resolve();
  };
  return { isOver, close: async () => void (await settledWithin(end(), requestMs)) };
};

type Beginning = Readonly<{
  joining: Joining;
  membership: Membership;
  eachBatch: (payload: EachBatchPayload) => Promise<void>;
}>;

/** Resolves when it has joined, or was closed. */
const beginning = async (consumer: Consumer, { joining, membership, eachBatch }: Beginning) => {
  const steps = [
    () => consumer.connect(),
    () => consumer.subscribe({ topics: [...joining.topics], fromBeginning: true }),
    () =>
      consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 64,
        eachBatch,
      }),
  ];
  for (const step of steps) if (!membership.isClosed) await step();
};

/** Joins a group; see `KafkaClient.join`. */
export const joined = (options: KafkaOptions, joining: Joining, member: GroupMember): Session => {
  const membership: Membership = { memberId: null, generation: null, isClosed: false };
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
  const begun = beginning(consumer, { joining, membership, eachBatch }).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const { isOver, close } = ending(consumer, membership, begun);

  return {
    over: isOver,
    memberId: () => membership.memberId,
    failed: begun.then((failure) => failure?.error ?? crashed),
    commit: async (done) => {
      const offsets = offsetsByTopic(done);
      if (commit !== undefined) return commit(offsets);
      await consumer.commitOffsets(
        offsets.topics.flatMap(({ topic, partitions }) => partitions.map((it) => ({ topic, ...it }))),
      );
    },
    ...pausing(consumer),
    close,
  };
};

/** The requests by which a member lives in its group. */
import { assignmentsOf, offsetsByTopic, topicPartitionsIn } from '../shapes.js';
import type { CommittableOffset, TopicPartition } from '../../consumer/driver.js';
import { rebalanceMs, requestMs, sessionMs } from '../timing.js';
import type { Cluster } from './cluster.js';
import type { Connections } from './connections.js';
import { memberIdIn, typeOf } from './errors.js';
import type { Library } from './protocol.js';

/** Who waits for the others to join waits for the slowest of them. */
export const joinMs = rebalanceMs + requestMs;

/** As the other client has it, so that members of both may share a group while one takes the place of the other. */
const protocol = { name: 'mulin', version: 1 };
const noData = Buffer.alloc(0);

const subscriptionOf = ({ Writer }: Library, topics: readonly string[]): Buffer =>
  Writer.create()
    .appendInt16(protocol.version)
    .appendArray(topics, (writer, topic) => writer.appendString(topic, false), false, false)
    .appendBytes(noData, false).buffer;

const topicsIn = ({ Reader }: Library, subscription: Buffer): readonly string[] => {
  const reader = Reader.from(subscription);
  reader.readInt16();
  return reader.readArray((it) => it.readString(false), false, false);
};

const assignmentFor = (
  { Writer }: Library,
  assignment: Readonly<Record<string, readonly number[]>>,
): Buffer =>
  Writer.create()
    .appendInt16(protocol.version)
    .appendArray(
      Object.entries(assignment),
      (writer, [topic, partitions]) =>
        writer
          .appendString(topic, false)
          .appendArray(partitions, (it, partition) => it.appendInt32(partition), false, false),
      false,
      false,
    )
    .appendBytes(noData, false).buffer;

const assignedIn = ({ Reader }: Library, assignment: Buffer): readonly TopicPartition[] => {
  // Who is given nothing may be given nothing at all.
  if (assignment.length === 0) return [];
  const reader = Reader.from(assignment);
  reader.readInt16();
  const entries = reader.readArray(
    (it) => [it.readString(false), it.readArray((its) => its.readInt32(), false, false)] as const,
    false,
    false,
  );
  return topicPartitionsIn(Object.fromEntries(entries));
};

type Parts = Readonly<{
  cluster: Cluster;
  /** Of their own: a broker answers one request of a connection after the other, and this one when all have joined. */
  joining: Connections;
  group: string;
  topics: readonly string[];
  /** Aborted: the member is to end, and must not join any more. */
  over: AbortSignal;
}>;

/** A place in a group. */
export interface Place {
  /** By which the group knows us; `null`: not yet. */
  memberId(): string | null;
  /** Joins, for the first time or again. Rejects also where others joined meanwhile (`REBALANCE_IN_PROGRESS`). */
  join(): Promise<readonly TopicPartition[]>;
  heartbeat(): Promise<void>;
  commit(done: readonly CommittableOffset[]): Promise<void>;
  /** Takes a member out. */
  leave(memberId: string): Promise<void>;
}

type Joined = Awaited<ReturnType<Library['joinGroupV7']['api']['async']>>;

/** What falls to whom, as the one decides who leads the group. */
const sharesOf = async ({ cluster }: Parts, { members }: Joined) => {
  const readers = members.map(({ memberId, metadata }) => ({
    id: memberId,
    topics: topicsIn(cluster.library, metadata),
  }));
  const names = [...new Set(readers.flatMap(({ topics }) => topics))];
  const counted = names.map(async (name) => [name, (await cluster.leaders(name)).length] as const);
  return [...assignmentsOf(readers, new Map(await Promise.all(counted)))].map(([memberId, assignment]) => ({
    memberId,
    assignment: assignmentFor(cluster.library, assignment),
  }));
};

const committable = (done: readonly CommittableOffset[]) =>
  offsetsByTopic(done).topics.map(({ topic: name, partitions }) => ({
    name,
    partitions: partitions.map(({ partition, offset }) => ({
      partitionIndex: partition,
      committedOffset: BigInt(offset),
      committedLeaderEpoch: -1,
      committedMetadata: null,
    })),
  }));

/** As whom the group knows us; `null`: not yet. */
type Known = { memberId: string | null; generation: number };

/** Asks to be a member; the first time the group gives a name, with which it must be asked again. */
const asking = async ({ cluster, joining, over, ...its }: Parts, known: Known): Promise<Joined> => {
  const ask = async () => {
    const connection = await joining.to(await cluster.coordinator(its.group));
    over.throwIfAborted();
    const protocols = [{ name: protocol.name, metadata: subscriptionOf(cluster.library, its.topics) }];
    return cluster.library.joinGroupV7.api.async(
      ...([connection, its.group, sessionMs, rebalanceMs] as const),
      ...([known.memberId ?? '', null, 'consumer', protocols] as const),
    );
  };
  try {
    return await ask();
  } catch (error) {
    const given = memberIdIn(error);
    if (given === null || known.memberId !== null) throw error;
    known.memberId = given;
    return ask();
  }
};

const joined = async (parts: Parts, known: Known): Promise<readonly TopicPartition[]> => {
  const { cluster, joining, group } = parts;
  const answer = await asking(parts, known);
  known.memberId = answer.memberId;
  known.generation = answer.generationId;
  const shares = answer.leader === answer.memberId ? await sharesOf(parts, answer) : [];
  const connection = await joining.to(await cluster.coordinator(group));
  const { assignment } = await cluster.library.syncGroupV5.api.async(
    ...([connection, group, answer.generationId, answer.memberId] as const),
    ...([null, 'consumer', answer.protocolName, shares] as const),
  );
  return assignedIn(cluster.library, assignment);
};

/** A place in this group, which is not taken before `join`. */
export const placeIn = (parts: Parts): Place => {
  const { cluster, group } = parts;
  const known: Known = { memberId: null, generation: -1 };
  const coordinator = async () => cluster.to(await cluster.coordinator(group));
  const as = () => [group, known.generation, known.memberId ?? '', null] as const;

  return {
    memberId: () => known.memberId,
    join: () => joined(parts, known),
    heartbeat: async () => {
      await cluster.library.heartbeatV4.api.async(await coordinator(), ...as());
    },
    commit: async (done) => {
      const offsets = committable(done);
      await cluster.library.offsetCommitV8.api.async(await coordinator(), ...as(), offsets);
    },
    leave: async (memberId) => {
      await cluster.library.leaveGroupV4.api.async(await coordinator(), group, [{ memberId }]);
    },
  };
};

/** Whether the group is being shared anew, which is no failure. */
export const isSharedAnew = (error: unknown): boolean => typeOf(error) === 'REBALANCE_IN_PROGRESS';

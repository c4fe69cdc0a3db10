import type { Delivered, Message } from '@mulin/kernel';
import { assignPartitions } from '../consumer/assignment.js';
import {
  type Driver,
  type TopicPartition,
  partitionKey,
  type PartitionConsumer,
} from '../consumer/driver.js';
import { partitionOf } from '../publishing/partition.js';

const perTake = 200;

type OwnedPartition = TopicPartition & { isOurs: boolean };
type Member = Readonly<{
  id: string;
  topics: readonly string[];
  consumer: PartitionConsumer;
  topicPartitions: Map<string, OwnedPartition>;
}>;

/** Who reads as this group, how far it has come, and the change of hands that is going on. */
export type MemoryGroup = { members: Member[]; next: Map<string, number>; changing: Promise<void> };

export interface MemoryTopics {
  readonly partitions: number;
  partitionsOf(topic: string): readonly Delivered[][];
  add(topic: string, messages: readonly Message[]): void;
  /** Partitions that wait for news look again: for some, or because they are ours no more. */
  wake(): void;
  /** Until the answer is called. */
  onWake(reader: () => void): () => void;
}

export const memoryTopics = (partitions: number): MemoryTopics => {
  const topics = new Map<string, Delivered[][]>();
  const wakes = new Set<() => void>();

  const partitionsOf = (topic: string): readonly Delivered[][] => {
    const known = topics.get(topic) ?? Array.from({ length: partitions }, () => []);
    topics.set(topic, known);
    return known;
  };

  const wake = () => {
    for (const reader of [...wakes]) reader();
  };

  return {
    partitions,
    partitionsOf,
    wake,
    add: (topic, messages) => {
      for (const { key, value } of messages) {
        const partition = partitionOf(key, partitions);
        const log = partitionsOf(topic)[partition];
        log?.push({ key, value, topic, partition, offset: log.length });
      }
      wake();
    },
    onWake: (reader) => {
      wakes.add(reader);
      return () => void wakes.delete(reader);
    },
  };
};

/** Of the program that reads: once it is over it commits nothing, and its partitions are anybody's. */
export type MemoryLife = { isOver: boolean; readonly onEnd: (() => void)[] };

let membersEver = 0;

export const memoryDriver = (
  group: MemoryGroup,
  read: readonly string[],
  topics: MemoryTopics,
  life: MemoryLife,
): Driver => {
  const topicPartitions = new Map<string, OwnedPartition>();
  return {
    owns: (topicPartition) => !life.isOver && topicPartitions.has(partitionKey(topicPartition)),
    ...membershipIn(group, { read, topics, life, topicPartitions }),
  };
};

type Membership = Readonly<{
  read: readonly string[];
  topics: MemoryTopics;
  life: MemoryLife;
  topicPartitions: Map<string, OwnedPartition>;
}>;

const membershipIn = (
  group: MemoryGroup,
  { read, topics, life, topicPartitions }: Membership,
): Pick<Driver, 'start' | 'commit'> => ({
  start: (consumer) => {
    const me: Member = { id: `${++membersEver}`, topics: read, consumer, topicPartitions };
    group.members.push(me);
    change(group, topics);
    const leave = () => {
      group.members = group.members.filter((member) => member !== me);
      for (const topicPartition of me.topicPartitions.values()) topicPartition.isOurs = false;
      topics.wake();
      change(group, topics);
    };
    life.onEnd.push(leave);
    return async () => {
      leave();
      await group.changing;
    };
  },
  commit: async (done) => {
    if (life.isOver) return;
    for (const { next, ...topicPartition } of done)
      group.next.set(
        partitionKey(topicPartition),
        Math.max(next, group.next.get(partitionKey(topicPartition)) ?? 0),
      );
  },
});

/** Gives every partition to whom it falls now; nobody gets one before the other has let it go. */
const change = (group: MemoryGroup, topics: MemoryTopics) => {
  group.changing = group.changing.then(async () => {
    const { members } = group;
    const wanted = new Map(members.map((member) => [member, wantedBy(member, members, topics)]));
    await Promise.all(members.map((member) => letGo(member, wanted.get(member) ?? [], topics)));
    for (const member of members) takeOn(member, wanted.get(member) ?? [], group, topics);
  });
};

const wantedBy = (member: Member, members: readonly Member[], { partitions }: MemoryTopics) =>
  assignPartitions(member.id, members, new Map(member.topics.map((topic) => [topic, partitions])));

const letGo = async (member: Member, wanted: readonly TopicPartition[], topics: MemoryTopics) => {
  const names = new Set(wanted.map(partitionKey));
  const leaving = [...member.topicPartitions.entries()].filter(([name]) => !names.has(name));
  for (const [name, topicPartition] of leaving) {
    topicPartition.isOurs = false;
    member.topicPartitions.delete(name);
  }
  topics.wake();
  await member.consumer.onRevoked(leaving.map(([, topicPartition]) => topicPartition));
};

const takeOn = (
  member: Member,
  wanted: readonly TopicPartition[],
  group: MemoryGroup,
  topics: MemoryTopics,
) => {
  for (const { topic, partition } of wanted) {
    const name = partitionKey({ topic, partition });
    if (member.topicPartitions.has(name)) continue;
    const topicPartition: OwnedPartition = { topic, partition, isOurs: true };
    member.topicPartitions.set(name, topicPartition);
    void readPartition(topicPartition, group.next.get(name) ?? 0, member.consumer, topics);
  }
};

const readPartition = async (
  topicPartition: OwnedPartition,
  start: number,
  consumer: PartitionConsumer,
  topics: MemoryTopics,
) => {
  const { topic, partition } = topicPartition;
  for (let from = start; topicPartition.isOurs;) {
    const messages = topics.partitionsOf(topic)[partition]?.slice(from, from + perTake) ?? [];
    from += messages.length;
    if (messages.length > 0) await consumer.onMessages({ topic, partition }, messages);
    else await news(topics);
  }
};

const news = (topics: MemoryTopics): Promise<void> =>
  new Promise((resolve) => {
    const forget = topics.onWake(() => {
      forget();
      resolve();
    });
  });

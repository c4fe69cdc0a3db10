import { setImmediate as turn } from 'node:timers/promises';
import type { Bus, Delivered, TopicEnds } from '@mulin/kernel';
import { consume, type ConsumerOptions } from '../consumer/consumer.js';
import { partitionKey } from '../consumer/driver.js';
import { type Logger, silent } from '../log.js';
import {
  memoryDriver,
  type MemoryGroup,
  type MemoryLife,
  memoryTopics,
  type MemoryTopics,
} from './driver.js';
import { assertSendable } from '../publishing/message.js';

/** A bus in memory, and how a test looks at it. */
export interface MemoryBus extends Bus {
  /** All messages of a topic, one partition after the other. */
  messages(topic: string): readonly Delivered[];
  /** Resolves when every group that is being read has finished everything. */
  idle(): Promise<void>;
  /** As if the process had been killed: from now on it commits nothing. */
  die(): void;
}

/** The topics and groups, which other adapters keep on disk: handed to two buses, these stand for two processes. */
type MemoryTopicLog = Readonly<{ topics: MemoryTopics; groups: Map<string, MemoryGroup> }>;

/** No topics and no groups. `partitions`: how many a new topic has. Default: 8. */
export const memoryTopicLog = (partitions = 8): MemoryTopicLog => ({
  topics: memoryTopics(partitions),
  groups: new Map(),
});

type Options = Readonly<{ on?: MemoryTopicLog; log?: Logger; pace?: Partial<ConsumerOptions> }>;

/**
 * A bus in memory, with the partitions, groups and consumer of `postgresBus`, for tests and previews. Offsets are
 * committed at once unless `pace` says otherwise.
 */
export const memoryBus = ({ on = memoryTopicLog(), log = silent, pace }: Options = {}): MemoryBus => {
  const { topics, groups } = on;
  const life: MemoryLife = { isOver: false, onEnd: [] };

  const groupOf = (name: string): MemoryGroup => {
    const group = groups.get(name) ?? { members: [], next: new Map(), changing: Promise.resolve() };
    groups.set(name, group);
    return group;
  };

  return {
    publish: async (topic, messages) => {
      assertSendable(messages);
      topics.add(topic, messages);
      return messages.length === 0 ? [] : endsOf(topics, topic);
    },
    subscribe: (name, read, receive) => {
      const driver = memoryDriver(groupOf(name), read, topics, life);
      return consume({ driver, receive, log, pace: { commitEveryMs: 0, ...pace } });
    },
    offsets: async (topic) => ({
      ends: endsOf(topics, topic),
      groups: new Map([...groups].flatMap(([name, group]) => committedOf(group, name, topic, topics))),
    }),
    lag: async (name, asked) => new Map(asked.map((topic) => [topic, lagOf(groupOf(name), topic, topics)])),
    messages: (topic) => topics.partitionsOf(topic).flat(),
    idle: async () => {
      do await turn();
      while (![...groups.values()].every((group) => isIdle(group, topics)));
    },
    die: () => {
      life.isOver = true;
      for (const leave of life.onEnd) leave();
    },
  };
};

const endsOf = (topics: MemoryTopics, topic: string): TopicEnds =>
  topics.partitionsOf(topic).map((messages) => messages.length);

/** Of those that read the topic. */
const committedOf = (
  { members, next }: MemoryGroup,
  name: string,
  topic: string,
  topics: MemoryTopics,
): readonly (readonly [string, readonly number[]])[] => {
  const committed = topics
    .partitionsOf(topic)
    .map((_, partition) => next.get(partitionKey({ topic, partition })));
  const reads = members.some((member) => member.topics.includes(topic));
  return reads || committed.some((it) => it !== undefined) ? [[name, committed.map((it) => it ?? 0)]] : [];
};

const lagOf = ({ next }: MemoryGroup, topic: string, topics: MemoryTopics): number =>
  topics
    .partitionsOf(topic)
    .reduce(
      (sum, messages, partition) =>
        sum + messages.length - (next.get(partitionKey({ topic, partition })) ?? 0),
      0,
    );

const isIdle = (group: MemoryGroup, topics: MemoryTopics): boolean =>
  group.members.every((member) => member.topics.every((topic) => lagOf(group, topic, topics) === 0));

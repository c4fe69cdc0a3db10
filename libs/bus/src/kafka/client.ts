/** All that the bus needs of a client of Kafka: what a second one would have to do as well. */
import type { Delivered, Stop } from '@mulin/kernel';
import type { Socket } from 'node:net';
import type { Logger } from '../log.js';
import type { CommittableOffset, TopicPartition } from '../consumer/driver.js';

/** One message as it is sent; headers are text. */
export type KafkaRecord = Readonly<{
  partition: number;
  key: string;
  value: string;
  headers: Readonly<Record<string, string>>;
}>;

/** Of one partition: the offset of the oldest message that is kept, and the one that the next message will have. */
type Watermarks = Readonly<{ low: number; high: number }>;

/** What follows on each other in one partition; `from` is the offset that was asked for, which may be before the first. */
export type Fetched = TopicPartition & Readonly<{ from: number; messages: readonly Delivered[] }>;

/** Who is a member of a group. */
export interface GroupMember {
  /**
   * The group is being shared anew, and nothing is ours any more when this resolves: what was in hand is over, and
   * what is done is committed. The member joins again only then, and nobody is given its partitions before.
   */
  onJoining(): Promise<void>;
  /** These are ours from now on, each to be read from where the group left off. */
  onJoined(topicPartitions: readonly TopicPartition[]): void;
  /** The group has heard from us. */
  onAlive(): void;
  /** The next messages of a partition. Nothing more is fetched before this resolves. */
  onFetched(fetched: Fetched): Promise<void>;
  /**
   * What was asked for next is not there: deleted, or never written. Nothing is committed for it, so that whoever comes
   * after us finds where the group really was.
   *
   * @returns the offset from which this partition is read on.
   */
  onOutOfRange(topicPartition: TopicPartition): Promise<number>;
}

/** A membership: from the moment it is asked for until it fails or is closed. It never comes back by itself. */
export interface GroupSession {
  /** By which the group knows it; `null`: it has not joined yet. */
  memberId(): string | null;
  /** Resolves with what ended it. */
  readonly failed: Promise<unknown>;
  commit(done: readonly CommittableOffset[]): Promise<void>;
  /** Reads this partition again from there. */
  seek(topicPartition: TopicPartition, offset: number): void;
  pause(topicPartition: TopicPartition): void;
  resume(topicPartition: TopicPartition): void;
  /** Leaves the group where that is still possible. Resolves when nothing of it runs any more. */
  readonly close: Stop;
}

/** Who reads what, and as which member before, which is then taken out of the group. */
export type Joining = Readonly<{ group: string; topics: readonly string[]; formerly: string | null }>;

/** A topic to be made. */
export type NewTopic = Readonly<{
  topic: string;
  partitions: number;
  settings: Readonly<Record<string, string>>;
}>;

/** A client of one Kafka. What it throws is as its library has it; `faults.ts` says what that means. */
export interface KafkaClient {
  /** All topics and how many partitions each has. */
  topics(): Promise<ReadonlyMap<string, number>>;
  createTopics(topics: readonly NewTopic[]): Promise<void>;
  /** By partition. The topic must be there. */
  watermarks(topic: string): Promise<readonly Watermarks[]>;
  groups(): Promise<readonly string[]>;
  /** By partition, what a group has committed; `null`: nothing yet. The topics must be there. */
  committed(
    group: string,
    topics: readonly string[],
  ): Promise<ReadonlyMap<string, readonly (number | null)[]>>;
  /**
   * Appends to a topic, acknowledged by all replicas, in the order of each partition. What the client has to repeat is
   * there once, but for a partition that moves to another broker in the middle of a send: then it may be there twice.
   * When it rejects, nothing of it is on its way any more.
   *
   * @returns for each partition of these, the offset of its first one.
   */
  send(topic: string, records: readonly KafkaRecord[]): Promise<ReadonlyMap<number, number>>;
  join(joining: Joining, member: GroupMember): GroupSession;
  readonly close: Stop;
}

/** How brokers are reached, and by which client. */
export type KafkaAccess = Readonly<{
  /** Default: `kafkajs`. */
  client?: 'kafkajs' | 'platformatic' | undefined;
  /** Absent: in the clear. `ca`: the authorities that are trusted, in PEM; absent: those of the system. */
  tls?: Readonly<{ ca: string | undefined }> | undefined;
  /** Absent: they ask for no name. */
  sasl?:
    | Readonly<
        { username: string; password: string } & ({ mechanism: 'scram-sha-512' } | { mechanism: 'plain' })
      >
    | undefined;
}>;

/** Where a Kafka is, and how it is reached. */
export type KafkaOptions = Readonly<{
  /** `host:port` of one broker or more. */
  brokers: readonly string[];
  access?: KafkaAccess | undefined;
  /** Hears of each connection as it is made, or a moment later. Default: nobody does. */
  onSocket?: ((socket: Socket) => void) | undefined;
  log: Logger;
}>;

import type { Delivered, Stop } from '@mulin/kernel';

/** One partition of one topic: what a member of a group owns alone. */
export type TopicPartition = Readonly<{ topic: string; partition: number }>;

/** Of this partition, everything before `next` is done. */
export type CommittableOffset = TopicPartition & Readonly<{ next: number }>;

/** Who is given the messages: our consumer. */
export interface PartitionConsumer {
  /**
   * The next messages of a partition, in their order; offsets grow but may have holes. Resolves when the partition has
   * room for more, or is released.
   */
  onMessages(topicPartition: TopicPartition, messages: readonly Delivered[]): Promise<void>;

  /**
   * These partitions are no longer ours. Nothing more of them begins; resolves when what had begun is over and
   * committed, and only then may somebody else be given them.
   */
  onRevoked(topicPartitions: readonly TopicPartition[]): Promise<void>;
}

/**
 * All that the consumer must know of a technology, for one group and its topics. Whatever fails in here is
 * the driver's to try again; it never stops by itself.
 */
export interface Driver {
  /** Joins the group and gives what its partitions hold, each from where the group left off. */
  start(consumer: PartitionConsumer): Stop;

  /**
   * Durable enough when it answers: what it loses comes again. It never moves a group back, and of a partition that
   * is not ours any more it commits nothing.
   */
  commit(done: readonly CommittableOffset[]): Promise<void>;

  /**
   * Whether a partition is ours at this very moment; asked before each message. A program that stood still finds out
   * here, before it handles what somebody else has handled meanwhile. Once it was not, it is given anew or never.
   */
  owns(topicPartition: TopicPartition): boolean;
}

export const partitionKey = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;

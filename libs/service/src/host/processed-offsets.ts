/** How far a listener has come on each partition, and where a topic ended when something was published. */
import { type Delivered, type Position, type TopicEnds, waiters } from '@mulin/kernel';

/** Of one partition: everything before `next` is done, and these beyond it. */
type PartitionProgress = { next: number; done: Set<number> };

/** More than a consumer has in hand at once; beyond it something is missing, and only the bus knows how far we are. */
const mostBeyond = 10_000;
/** So that nothing counts as done: the bus says how far we are. */
const nowhere = -1;

/** How far a consumer has come, as it remembers itself; offsets as the bus has them. */
export type ProcessedOffsets = Readonly<{
  /** A message is being handled. Of each partition the first one is the next that was not done. */
  begins: (message: Delivered) => void;
  /** It is done with, whatever became of it. */
  ends: (message: Delivered) => void;
  /** How many messages were. */
  count: () => number;
  /** As the bus has it: of each partition, everything before is done. */
  learn: (topic: string, committed: readonly number[]) => void;
  /** Whether everything before these offsets is done, as far as is known here. */
  hasPassed: (topic: string, ends: TopicEnds) => boolean;
  /** Resolves when that is so, or after `withinMs`; says which. */
  passes: (topic: string, ends: TopicEnds, withinMs: number) => Promise<boolean>;
}>;

const settle = (progress: PartitionProgress): void => {
  while (progress.done.delete(progress.next)) progress.next += 1;
  if (progress.done.size <= mostBeyond) return;
  progress.done.clear();
  progress.next = nowhere;
};

type Topics = Map<string, Map<number, PartitionProgress>>;

const partitionsIn = (topics: Topics, topic: string): Map<number, PartitionProgress> => {
  const known = topics.get(topic) ?? new Map<number, PartitionProgress>();
  topics.set(topic, known);
  return known;
};

const havePassed = (topics: Topics, topic: string, ends: TopicEnds): boolean => {
  const partitions = partitionsIn(topics, topic);
  return ends.every((end, partition) => end === 0 || (partitions.get(partition)?.next ?? nowhere) >= end);
};

const advance = (progress: PartitionProgress, next: number): void => {
  progress.next = next;
  for (const offset of progress.done) if (offset < next) progress.done.delete(offset);
  settle(progress);
};

/**
 * Remembers from the first message on how far a consumer has come. It may know less than the bus (see `learn`), and
 * never more.
 */
export const processedOffsets = (): ProcessedOffsets => {
  const topics: Topics = new Map();
  const waiting = waiters();
  let count = 0;

  return {
    begins: ({ topic, partition, offset }) => {
      const partitions = partitionsIn(topics, topic);
      if (!partitions.has(partition)) partitions.set(partition, { next: offset, done: new Set() });
    },
    ends: ({ topic, partition, offset }) => {
      count += 1;
      const progress = partitionsIn(topics, topic).get(partition);
      if (progress === undefined || offset < progress.next) return;
      progress.done.add(offset);
      settle(progress);
      waiting.check();
    },
    count: () => count,
    learn: (topic, committed) => {
      const partitions = partitionsIn(topics, topic);
      for (const [partition, next] of committed.entries()) {
        const progress = partitions.get(partition);
        if (progress !== undefined && progress.next < next) advance(progress, next);
      }
      waiting.check();
    },
    hasPassed: (topic, ends) => havePassed(topics, topic, ends),
    passes: (topic, ends, withinMs) => waiting.until(() => havePassed(topics, topic, ends), withinMs),
  };
};

/** One for each batch of events; of older ones the oldest that is left stands, as nothing ends before it. */
const batchesKept = 2_000;

/**
 * Where the topic of a service ended when its events up to a position had been published; the newest 2,000 to 4,000
 * batches are remembered.
 */
export const publishedEnds = () => {
  let batches: Readonly<{ last: Position; ends: TopicEnds }>[] = [];
  return {
    note: (last: Position, ends: TopicEnds): void => {
      batches.push({ last, ends });
      if (batches.length > 2 * batchesKept) batches = batches.slice(-batchesKept);
    },
    /** Another process publishes from now on, or did until now: what is remembered here says nothing any more. */
    forget: (): void => void (batches = []),
    /**
     * Everything that was told of the events up to here lies before; `null`: nothing was told since the start. What was
     * told after the newest batch was nobody's business.
     */
    at: (position: Position): TopicEnds | null =>
      (batches.find(({ last }) => last >= position) ?? batches.at(-1))?.ends ?? null,
  };
};

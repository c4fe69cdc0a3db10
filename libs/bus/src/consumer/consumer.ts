import { backoff, type Delivered, type HandlingOutcome, settledWithin, type Stop } from '@mulin/kernel';
import { committer } from './committer.js';
import {
  type CommittableOffset,
  type Driver,
  type TopicPartition,
  partitionKey,
  type PartitionConsumer,
} from './driver.js';
import { keyedQueue } from './keyed-queue.js';
import { type Logger, reasonOf } from '../log.js';
import { type InFlightMessage, type OffsetTracker, offsetTracker } from './offset-tracker.js';
import { pauseGate } from './pause-gate.js';

/** The pace of a consumer. */
export type ConsumerOptions = Readonly<{
  /** How many messages are handled at once, each of another key. Default: 256. */
  maxInFlight: number;
  /** How long offsets may wait to be committed together, in milliseconds. Default: 20. */
  commitEveryMs: number;
  /** The pause after a message that was `paused`, at first and at most, in milliseconds. Default: 100 and 5,000. */
  initialBackoffMs: number;
  maxBackoffMs: number;
}>;

const defaultConsumerOptions: ConsumerOptions = {
  maxInFlight: 256,
  commitEveryMs: 20,
  initialBackoffMs: 100,
  maxBackoffMs: 5_000,
};

type Receive = (message: Delivered) => Promise<HandlingOutcome>;

type Parts = Readonly<{ driver: Driver; receive: Receive; log: Logger; pace?: Partial<ConsumerOptions> }>;

/**
 * Hands the messages that a driver delivers to `receive`, until it is stopped. Messages of different keys are handled
 * side by side, those of one key one after the other, whatever their topic. The offset of a partition is committed as
 * far as every message before it is done. A message that is `paused` stops the whole consumer for a while and is tried
 * first again; after five times in a row others are tried before it, so that one message alone stops no other key.
 *
 * @returns the stop, which resolves when the messages in hand are handled (after 15 seconds at the latest), their
 *   offsets are committed and the driver is stopped.
 */
export const consume = ({ driver, receive, log, pace }: Parts): Stop => {
  const its: ConsumerOptions = { ...defaultConsumerOptions, ...pace };
  const trackers = offsetTrackers(driver.owns);
  const commits = committer({ ...trackers, commit: driver.commit, everyMs: its.commitEveryMs, log });
  const workers = workerPool(its, (message) => outcomeOf(message, receive, log), commits.ask);

  const consumer: PartitionConsumer = {
    onMessages: (topicPartition, messages) => {
      const progress = trackers.progress(topicPartition);
      workers.enqueue(progress.add(messages));
      return progress.room();
    },
    onRevoked: async (released) => {
      await trackers.end(released);
      await commits.flush();
      trackers.forget(released);
    },
  };

  const stopDriver = driver.start(consumer);
  return async () => {
    workers.stop();
    // What is in hand may wait for an engine that is not reached. It is delivered again to whoever reads next.
    await settledWithin(trackers.end(), patienceMs);
    workers.rest();
    await commits.stop();
    await stopDriver();
  };
};

/** How long a stop waits for the messages in hand. */
const patienceMs = 15_000;

/** How often one message is tried before others are. */
const triesInFront = 5;

/** Handles what is waiting: up to `maxInFlight` at once, one of each key; a single one after a pause. */
const workerPool = (pace: ConsumerOptions, receive: Receive, done: () => void) => {
  const queue = waitingLine(pace, () => pump());
  const { initialBackoffMs: firstMs, maxBackoffMs: longestMs } = pace;
  const gate = pauseGate({ firstMs, longestMs, probe: () => pump() });
  let inHand = 0;
  let isStopped = false;

  const settle = (key: string, entry: InFlightMessage, outcome: HandlingOutcome) => {
    const isDone = outcome !== 'paused';
    inHand--;
    queue.over(key, entry, isDone);
    gate.ended(entry, isDone);
    entry.progress.end(entry, isDone);
    if (isDone) done();
    pump();
  };

  const pump = () => {
    while (!isStopped && gate.mayBegin(inHand, pace.maxInFlight)) {
      const waiting = queue.next();
      if (waiting === null) return;
      const { key, item: entry } = waiting;
      inHand++;
      gate.began(entry);
      entry.progress.begin();
      void receive(entry.message).then((outcome) => settle(key, entry, outcome));
    }
  };

  return {
    enqueue: (entries: readonly InFlightMessage[]) => {
      for (const entry of entries) queue.add(entry.message.key, entry);
      pump();
    },
    /** Nothing more begins. */
    stop: () => void (isStopped = true),
    /** What was in hand is over: nothing is waited for any more. */
    rest: () => {
      gate.stop();
      queue.rest();
    },
  };
};

/** What waits, by key. A message that failed again and again rests by itself, and lets the other keys go first. */
const waitingLine = ({ initialBackoffMs, maxBackoffMs }: ConsumerOptions, ready: () => void) => {
  const queue = keyedQueue<InFlightMessage>();
  const resting = new Set<NodeJS.Timeout>();
  const pauseMs = backoff({ firstMs: 2 * initialBackoffMs, longestMs: maxBackoffMs });

  const begin = (key: string, restMs: number) => {
    const timer = setTimeout(() => {
      resting.delete(timer);
      queue.behind(key);
      ready();
    }, restMs);
    resting.add(timer);
  };

  return {
    add: queue.add,
    /** The next one that is still ours. */
    next: () => {
      let waiting = queue.next();
      for (; waiting?.item.progress.mayBegin() === false; waiting = queue.next()) queue.done(waiting.key);
      return waiting;
    },
    over: (key: string, entry: InFlightMessage, isDone: boolean) => {
      if (isDone) return queue.done(key);
      entry.failures++;
      if (entry.failures < triesInFront) queue.requeueFront(key);
      else begin(key, pauseMs(entry.failures));
    },
    rest: () => {
      for (const timer of resting) clearTimeout(timer);
    },
  };
};

/** `receive` must not reject; if it does all the same, the message is delivered again. */
const outcomeOf = async (message: Delivered, receive: Receive, log: Logger): Promise<HandlingOutcome> => {
  try {
    return await receive(message);
  } catch (error) {
    const { topic, partition, offset } = message;
    log({ level: 'error', text: 'message handler threw', topic, partition, offset, reason: reasonOf(error) });
    return 'paused';
  }
};

const offsetTrackers = (owns: Driver['owns']) => {
  const trackers = new Map<string, OffsetTracker>();

  return {
    progress: (topicPartition: TopicPartition): OffsetTracker => {
      const known = trackers.get(partitionKey(topicPartition));
      if (known !== undefined && !known.isReleased) return known;
      const begun = offsetTracker(topicPartition, owns);
      trackers.set(partitionKey(topicPartition), begun);
      return begun;
    },
    /** Lets nothing more begin, in these partitions or in all. */
    end: async (ended?: readonly TopicPartition[]): Promise<void> => {
      const names = ended?.map(partitionKey) ?? [...trackers.keys()];
      await Promise.all(names.map((name) => trackers.get(name)?.release()));
    },
    forget: (ended: readonly TopicPartition[]) => {
      for (const topicPartition of ended)
        if (trackers.get(partitionKey(topicPartition))?.isReleased)
          trackers.delete(partitionKey(topicPartition));
    },
    collect: (): readonly CommittableOffset[] =>
      [...trackers.values()].map((tracker) => tracker.uncommitted()).filter((done) => done !== null),
    committed: (all: readonly CommittableOffset[]) => {
      for (const done of all) trackers.get(partitionKey(done))?.committed(done);
    },
  };
};

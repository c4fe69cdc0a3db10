import type { Database } from '@mulin/postgres';
import {
  type Driver,
  type TopicPartition,
  partitionKey,
  type PartitionConsumer,
} from '../consumer/driver.js';
import { type Logger, troubleIn } from '../log.js';
import { type Ends, endsInNotification, type PostgresTopicLog } from './topic-log.js';
import { joinGroup, type Membership } from './group-membership.js';
import { fetchPartitions, hasNews, type FetchPosition } from './fetching.js';
import { autoResetEvent, pollLoop } from './poll-loop.js';
import { inSteps } from './stopping.js';

/** Should a word of news be lost, somebody looks all the same. */
const everyMs = 2_000;
const retryMs = 250;

type Parts = Readonly<{
  database: Database;
  schema: string;
  messages: PostgresTopicLog;
  group: string;
  topics: readonly string[];
  log: Logger;
}>;

export const postgresDriver = (parts: Parts): Driver => {
  let membership: Membership | undefined;

  return {
    owns: (topicPartition) => membership?.owns(topicPartition) === true,

    commit: async (done) => {
      for (const [session, ours] of membership?.stillOurs(done) ?? [])
        await parts.messages.commit(parts.group, ours, session);
    },

    start: (consumer) => {
      const reading = readingFor(parts, consumer);
      membership = joinGroup({ ...parts, ...reading.topicPartitions });
      const { leave } = membership;
      return async () => {
        await reading.stop();
        await leave();
      };
    },
  };
};

/** Says yes when it did not do so for a while. */
const nowAndThen = () => {
  let lastAt = -Infinity;
  return (): boolean => {
    const now = performance.now();
    if (now - lastAt < everyMs) return false;
    lastAt = now;
    return true;
  };
};

/** Reads the partitions that are ours as long as they are, from where the group left off. */
const readingFor = (parts: Parts, consumer: PartitionConsumer) => {
  const { database, schema, messages, group, topics, log } = parts;
  const readings = new Map<string, FetchPosition>();
  const bell = autoResetEvent();

  const isTimeToLook = nowAndThen();
  const hear = (ends: Ends) => {
    for (const [name, end] of ends) markNews(readings.get(name), end, bell.set);
  };
  // What this program publishes itself is heard at once; PostgreSQL tells it, too, and is no news then.
  const stopFollowing = messages.onAppended(hear);
  const stopHearing = database.listen(schema, (news) =>
    hear(news === '' ? unknownEnds([...readings.keys()]) : endsInNotification(news)),
  );
  const stopTurns = pollLoop(bell, {
    turn: () => fetchPartitions({ readings, group, messages, consumer, again: bell.set, isTimeToLook }),
    everyMs,
    retryMs,
    trouble: troubleIn(log, 'fetch failed', group),
  });

  return {
    topicPartitions: {
      partitionsOf: () => messages.partitionsOf(topics),
      entered: () => messages.enter(group, topics),
      gained: (gained: readonly TopicPartition[]) => {
        for (const each of gained) readings.set(partitionKey(each), newReading(each));
        if (gained.length > 0) bell.set();
      },
      lost: async (left: readonly TopicPartition[]) => {
        for (const topicPartition of left) readings.delete(partitionKey(topicPartition));
        await consumer.onRevoked(left);
      },
    },
    stop: () =>
      inSteps(
        async () => stopFollowing(),
        stopTurns,
        () => stopHearing.then((stop) => stop()),
      ),
  };
};

/** Where a notification may have been missed: there may be more of every partition. */
const unknownEnds = (partitions: readonly string[]): Ends =>
  new Map(partitions.map((name) => [name, Infinity]));

const newReading = (partition: TopicPartition): FetchPosition => ({
  ...partition,
  from: null,
  upTo: Infinity,
  isFull: false,
});

const markNews = (reading: FetchPosition | undefined, end: number, wake: () => void) => {
  if (reading === undefined) return;
  reading.upTo = Math.max(reading.upTo, end);
  if (hasNews(reading) && !reading.isFull) wake();
};

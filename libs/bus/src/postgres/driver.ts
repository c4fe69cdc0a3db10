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
import { fetchPartitions, hasNews, type Reading } from './fetching.js';
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
    owns: (lane) => membership?.owns(lane) === true,

    commit: async (done) => {
      for (const [session, ours] of membership?.stillOurs(done) ?? [])
        await parts.messages.commit(parts.group, ours, session);
    },

    start: (taker) => {
      const reading = readingFor(parts, taker);
      membership = joinGroup({ ...parts, ...reading.lanes });
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
const readingFor = ({ database, schema, messages, group, topics, log }: Parts, taker: PartitionConsumer) => {
  const lanes = new Map<string, Reading>();
  const bell = autoResetEvent();

  const isTimeToLook = nowAndThen();
  const hear = (ends: Ends) => {
    for (const [name, end] of ends) markNews(lanes.get(name), end, bell.set);
  };
  // What this program publishes itself is heard at once; PostgreSQL tells it, too, and is no news then.
  const stopFollowing = messages.onAppended(hear);
  const stopHearing = database.listen(schema, (news) =>
    hear(news === '' ? new Map([...lanes.keys()].map((name) => [name, Infinity])) : endsInNotification(news)),
  );
  const stopTurns = pollLoop(bell, {
    turn: () => fetchPartitions({ lanes, group, messages, taker, again: bell.set, isTimeToLook }),
    everyMs,
    retryMs,
    trouble: troubleIn(log, 'fetch failed', group),
  });

  return {
    lanes: {
      partitionsOf: () => messages.partitionsOf(topics),
      entered: () => messages.enter(group, topics),
      gained: (gained: readonly TopicPartition[]) => {
        for (const lane of gained)
          lanes.set(partitionKey(lane), { ...lane, from: null, upTo: Infinity, isFull: false });
        if (gained.length > 0) bell.set();
      },
      lost: async (left: readonly TopicPartition[]) => {
        for (const lane of left) lanes.delete(partitionKey(lane));
        await taker.onRevoked(left);
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

const markNews = (lane: Reading | undefined, end: number, wake: () => void) => {
  if (lane === undefined) return;
  lane.upTo = Math.max(lane.upTo, end);
  if (hasNews(lane) && !lane.isFull) wake();
};

import type { Database } from '@mulin/postgres';
import {
  type Driver,
  type TopicPartition,
  partitionKey,
  type PartitionConsumer,
} from '../consumer/driver.js';
import { type Logger, troubleIn } from '../log.js';
import { partitionsInNotification, type PostgresTopicLog } from './topic-log.js';
import { joinGroup, type Membership } from './group-membership.js';
import { fetchPartitions, type Reading } from './fetching.js';
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

/** Reads the partitions that are ours as long as they are, from where the group left off. */
const readingFor = ({ database, schema, messages, group, topics, log }: Parts, taker: PartitionConsumer) => {
  const lanes = new Map<string, Reading>();
  const bell = autoResetEvent();

  const stopHearing = database.listen(schema, (news) => {
    const names = news === '' ? lanes.keys() : partitionsInNotification(news);
    for (const name of names) markNews(lanes.get(name), bell.set);
  });
  const stopTurns = pollLoop(bell, {
    turn: () => fetchPartitions({ lanes, group, messages, taker, again: bell.set }),
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
          lanes.set(partitionKey(lane), { ...lane, from: null, hasNews: true, isFull: false });
        if (gained.length > 0) bell.set();
      },
      lost: async (left: readonly TopicPartition[]) => {
        for (const lane of left) lanes.delete(partitionKey(lane));
        await taker.onRevoked(left);
      },
    },
    stop: () => inSteps(stopTurns, () => stopHearing.then((stop) => stop())),
  };
};

const markNews = (lane: Reading | undefined, wake: () => void) => {
  if (lane === undefined) return;
  lane.hasNews = true;
  if (!lane.isFull) wake();
};

import type { Database } from '@mulin/postgres';
import { type Driver, type Lane, laneOf, type Taker } from './driver.js';
import { type Log, troubleIn } from './log.js';
import { lanesInNews, type PostgresLog } from './postgres-log.js';
import { joinGroup, type Membership } from './postgres-membership.js';
import { readLanes, type Reading } from './postgres-reading.js';
import { signal, takeTurns } from './signal.js';
import { inSteps } from './stopping.js';

/** Should a word of news be lost, somebody looks all the same. */
const everyMs = 2_000;
const retryMs = 250;

type Parts = Readonly<{
  database: Database;
  schema: string;
  messages: PostgresLog;
  group: string;
  topics: readonly string[];
  log: Log;
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

/** Reads the lanes that are ours as long as they are, from where the group left off. */
const readingFor = ({ database, schema, messages, group, topics, log }: Parts, taker: Taker) => {
  const lanes = new Map<string, Reading>();
  const bell = signal();

  const stopHearing = database.listen(schema, (news) => {
    const names = news === '' ? lanes.keys() : lanesInNews(news);
    for (const name of names) markNews(lanes.get(name), bell.give);
  });
  const stopTurns = takeTurns(bell, {
    turn: () => readLanes({ lanes, group, messages, taker, again: bell.give }),
    everyMs,
    retryMs,
    trouble: troubleIn(log, 'nothing can be read', group),
  });

  return {
    lanes: {
      partitionsOf: () => messages.partitionsOf(topics),
      entered: () => messages.enter(group, topics),
      gained: (gained: readonly Lane[]) => {
        for (const lane of gained)
          lanes.set(laneOf(lane), { ...lane, from: null, hasNews: true, isFull: false });
        if (gained.length > 0) bell.give();
      },
      lost: async (left: readonly Lane[]) => {
        for (const lane of left) lanes.delete(laneOf(lane));
        await taker.release(left);
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

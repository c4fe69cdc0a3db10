import type { Database } from '@mulin/postgres';
import { type Driver, laneOf } from './driver.js';
import { type Log, reasonOf } from './log.js';
import { lanesInNews, type PostgresLog } from './postgres-log.js';
import { joinGroup } from './postgres-membership.js';
import { readLanes, type Reading } from './postgres-reading.js';
import { signal, takeTurns } from './signal.js';

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

export const postgresDriver = (parts: Parts): Driver => ({
  commit: (done) => parts.messages.commit(parts.group, done),

  start: (taker) => {
    const { database, schema, messages, group, topics, log } = parts;
    const lanes = new Map<string, Reading>();
    const bell = signal();

    const stopHearing = database.listen(schema, (news) => {
      const names = news === '' ? lanes.keys() : lanesInNews(news);
      for (const name of names) markNews(lanes.get(name), bell.give);
    });
    const leave = joinGroup({
      ...parts,
      partitionsOf: () => messages.partitionsOf(topics),
      entered: () => messages.enter(group, topics),
      gained: (gained) => {
        for (const lane of gained)
          lanes.set(laneOf(lane), { ...lane, from: null, hasNews: true, isFull: false });
        if (gained.length > 0) bell.give();
      },
      lost: async (left) => {
        for (const lane of left) lanes.delete(laneOf(lane));
        await taker.release(left);
      },
    });
    const stopTurns = takeTurns(bell, {
      turn: () => readLanes({ lanes, group, messages, taker, again: bell.give }),
      everyMs,
      retryMs,
      failed: (error) => log({ level: 'warn', text: 'nothing can be read', group, reason: reasonOf(error) }),
    });

    return async () => {
      await stopTurns();
      await (
        await stopHearing
      )();
      await leave();
    };
  },
});

const markNews = (lane: Reading | undefined, wake: () => void) => {
  if (lane === undefined) return;
  lane.hasNews = true;
  if (!lane.isFull) wake();
};

import type { Delivered } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { type Driver, type Lane, laneOf, type Taker } from './driver.js';
import { type Log, reasonOf } from './log.js';
import { lanesInNews, perLane, type PostgresLog } from './postgres-log.js';
import { joinGroup } from './postgres-membership.js';
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

/** A lane of ours: from where it is read on (`null`: not asked yet), and whether there is anything to fetch. */
type Reading = Lane & { from: number | null; hasNews: boolean; isFull: boolean };
type Known = Reading & { from: number };

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
      turn: () => readAll({ lanes, group, messages, taker, again: bell.give }),
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

type Read = Readonly<{
  lanes: ReadonlyMap<string, Reading>;
  group: string;
  messages: PostgresLog;
  taker: Taker;
  again: () => void;
}>;

/** One query for every lane that has news and room; for all that have room when it is merely time to look. */
const readAll = async ({ lanes, group, messages, taker, again }: Read): Promise<void> => {
  await findStart(lanes, group, messages);
  const open = [...lanes.values()].filter(isKnown).filter(({ isFull }) => !isFull);
  const withNews = open.filter(({ hasNews }) => hasNews);
  const asked = withNews.length > 0 ? withNews : open;
  const found = asked.length === 0 ? new Map<string, Delivered[]>() : await fetched(asked, messages);

  for (const lane of asked) {
    const here = found.get(laneOf(lane)) ?? [];
    const last = here.at(-1);
    // A lane that was given up meanwhile is not in the map any more, or another one is in its place.
    if (last === undefined || lanes.get(laneOf(lane)) !== lane) continue;
    lane.from = last.offset + 1;
    lane.hasNews ||= here.length === perLane;
    lane.isFull = true;
    void taker.take(lane, here).then(() => {
      lane.isFull = false;
      if (lane.hasNews) again();
    });
  }
};

const isKnown = (lane: Reading): lane is Known => lane.from !== null;

const findStart = async (lanes: ReadonlyMap<string, Reading>, group: string, messages: PostgresLog) => {
  const fresh = [...lanes.values()].filter((lane) => !isKnown(lane));
  if (fresh.length === 0) return;
  const starts = await messages.progress(group, fresh);
  const places = new Map(starts.map((start) => [laneOf(start), start.from]));
  for (const lane of fresh) lane.from = places.get(laneOf(lane)) ?? null;
};

const fetched = async (asked: readonly Known[], messages: PostgresLog) => {
  // News that comes while the query is under way may not be in its answer.
  for (const lane of asked) lane.hasNews = false;
  try {
    return await messages.fetch(asked);
  } catch (error) {
    for (const lane of asked) lane.hasNews = true;
    throw error;
  }
};

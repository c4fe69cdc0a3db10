import type { Delivered } from '@mulin/kernel';
import { type TopicPartition, partitionKey, type PartitionConsumer } from '../consumer/driver.js';
import { mayHaveMore, type PostgresTopicLog } from './topic-log.js';

/**
 * A partition of ours: from where it is read on (`null`: not asked yet), and how far it is known to reach: `Infinity`
 * where that is not known, and it has to be looked.
 */
export type Reading = TopicPartition & { from: number | null; upTo: number; isFull: boolean };

export const hasNews = ({ from, upTo }: Reading): boolean => from === null || upTo > from;

type Known = Reading & { from: number };

type Read = Readonly<{
  lanes: ReadonlyMap<string, Reading>;
  group: string;
  messages: Pick<PostgresTopicLog, 'fetch' | 'progress'>;
  taker: PartitionConsumer;
  again: () => void;
  /** Whether all partitions are looked at, in case that a word of news was lost. */
  isTimeToLook: () => boolean;
}>;

/** One query for every partition that has news and room; for all that have room when it is time to look. */
export const fetchPartitions = async (read: Read): Promise<void> => {
  const { lanes, group, messages, taker, again, isTimeToLook } = read;
  await findStart(lanes, group, messages);
  const open = [...lanes.values()].filter(isKnown).filter(({ isFull }) => !isFull);
  const asked = isTimeToLook() ? open : open.filter(hasNews);
  const found = asked.length === 0 ? new Map<string, Delivered[]>() : await fetched(asked, messages);

  for (const lane of asked) {
    const here = found.get(partitionKey(lane)) ?? [];
    const last = here.at(-1);
    // A partition that was given up meanwhile is not in the map any more, or another one is in its place.
    if (last === undefined || lanes.get(partitionKey(lane)) !== lane) continue;
    lane.from = last.offset + 1;
    if (mayHaveMore(here)) lane.upTo = Infinity;
    lane.isFull = true;
    void taker.onMessages(lane, here).then(() => {
      lane.isFull = false;
      if (hasNews(lane)) again();
    });
  }
};

const isKnown = (lane: Reading): lane is Known => lane.from !== null;

const findStart = async (lanes: ReadonlyMap<string, Reading>, group: string, messages: Read['messages']) => {
  const fresh = [...lanes.values()].filter((lane) => !isKnown(lane));
  if (fresh.length === 0) return;
  const starts = await messages.progress(group, fresh);
  const places = new Map(starts.map((start) => [partitionKey(start), start.from]));
  for (const lane of fresh) lane.from = places.get(partitionKey(lane)) ?? null;
};

const fetched = async (asked: readonly Known[], messages: Read['messages']) => {
  const announced = new Map(asked.map((lane) => [lane, lane.upTo]));
  // News that comes while the query is under way may not be in its answer.
  for (const lane of asked) lane.upTo = 0;
  try {
    const found = await messages.fetch(asked);
    for (const [lane, upTo] of announced) {
      // What is kept here may be less than there is; an empty answer comes from PostgreSQL, and there is no more.
      if (found.has(partitionKey(lane))) lane.upTo = Math.max(lane.upTo, upTo);
    }
    return found;
  } catch (error) {
    for (const lane of asked) lane.upTo = Infinity;
    throw error;
  }
};

import type { Delivered } from '@mulin/kernel';
import { type TopicPartition, partitionKey, type PartitionConsumer } from '../consumer/driver.js';
import { mayHaveMore, type PostgresTopicLog } from './topic-log.js';

/** A partition of ours: from where it is read on (`null`: not asked yet), and whether there is anything to fetch. */
export type Reading = TopicPartition & { from: number | null; hasNews: boolean; isFull: boolean };
type Known = Reading & { from: number };

type Read = Readonly<{
  lanes: ReadonlyMap<string, Reading>;
  group: string;
  messages: Pick<PostgresTopicLog, 'fetch' | 'progress'>;
  taker: PartitionConsumer;
  again: () => void;
}>;

/** One query for every partition that has news and room; for all that have room when it is merely time to look. */
export const fetchPartitions = async ({ lanes, group, messages, taker, again }: Read): Promise<void> => {
  await findStart(lanes, group, messages);
  const open = [...lanes.values()].filter(isKnown).filter(({ isFull }) => !isFull);
  const withNews = open.filter(({ hasNews }) => hasNews);
  const asked = withNews.length > 0 ? withNews : open;
  const found = asked.length === 0 ? new Map<string, Delivered[]>() : await fetched(asked, messages);

  for (const lane of asked) {
    const here = found.get(partitionKey(lane)) ?? [];
    const last = here.at(-1);
    // A partition that was given up meanwhile is not in the map any more, or another one is in its place.
    if (last === undefined || lanes.get(partitionKey(lane)) !== lane) continue;
    lane.from = last.offset + 1;
    lane.hasNews ||= mayHaveMore(here);
    lane.isFull = true;
    void taker.onMessages(lane, here).then(() => {
      lane.isFull = false;
      if (lane.hasNews) again();
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
  // News that comes while the query is under way may not be in its answer.
  for (const lane of asked) lane.hasNews = false;
  try {
    return await messages.fetch(asked);
  } catch (error) {
    for (const lane of asked) lane.hasNews = true;
    throw error;
  }
};

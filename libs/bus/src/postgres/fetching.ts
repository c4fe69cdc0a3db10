import type { Delivered } from '@mulin/kernel';
import { type TopicPartition, partitionKey, type PartitionConsumer } from '../consumer/driver.js';
import { mayHaveMore, type PostgresTopicLog } from './topic-log.js';

/**
 * A partition of ours: from where it is read on (`null`: not asked yet), and how far it is known to reach: `Infinity`
 * where that is not known, and it has to be looked.
 */
export type FetchPosition = TopicPartition & { from: number | null; upTo: number; isFull: boolean };

export const hasNews = ({ from, upTo }: FetchPosition): boolean => from === null || upTo > from;

type Known = FetchPosition & { from: number };

type Read = Readonly<{
  readings: ReadonlyMap<string, FetchPosition>;
  group: string;
  messages: Pick<PostgresTopicLog, 'fetch' | 'progress'>;
  consumer: PartitionConsumer;
  again: () => void;
  /** Whether all partitions are looked at, in case that a word of news was lost. */
  isTimeToLook: () => boolean;
}>;

/** One query for every partition that has news and room; for all that have room when it is time to look. */
export const fetchPartitions = async (read: Read): Promise<void> => {
  const { readings, group, messages, consumer, again, isTimeToLook } = read;
  await findStart(readings, group, messages);
  const open = [...readings.values()].filter(isKnown).filter(({ isFull }) => !isFull);
  const asked = isTimeToLook() ? open : open.filter(hasNews);
  const found = asked.length === 0 ? new Map<string, Delivered[]>() : await fetched(asked, messages);

  for (const reading of asked) {
    const here = found.get(partitionKey(reading)) ?? [];
    const last = here.at(-1);
    // A partition that was given up meanwhile is not in the map any more, or another one is in its place.
    if (last === undefined || readings.get(partitionKey(reading)) !== reading) continue;
    reading.from = last.offset + 1;
    if (mayHaveMore(here)) reading.upTo = Infinity;
    reading.isFull = true;
    void consumer.onMessages(reading, here).then(() => {
      reading.isFull = false;
      if (hasNews(reading)) again();
    });
  }
};

const isKnown = (reading: FetchPosition): reading is Known => reading.from !== null;

const findStart = async (
  readings: ReadonlyMap<string, FetchPosition>,
  group: string,
  messages: Read['messages'],
) => {
  const fresh = [...readings.values()].filter((reading) => !isKnown(reading));
  if (fresh.length === 0) return;
  const starts = await messages.progress(group, fresh);
  const places = new Map(starts.map((start) => [partitionKey(start), start.from]));
  for (const reading of fresh) reading.from = places.get(partitionKey(reading)) ?? null;
};

const fetched = async (asked: readonly Known[], messages: Read['messages']) => {
  const announced = new Map(asked.map((reading) => [reading, reading.upTo]));
  // News that comes while the query is under way may not be in its answer.
  for (const reading of asked) reading.upTo = 0;
  try {
    const found = await messages.fetch(asked);
    for (const [reading, upTo] of announced) {
      // What is kept here may be less than there is; an empty answer comes from PostgreSQL, and there is no more.
      if (found.has(partitionKey(reading))) reading.upTo = Math.max(reading.upTo, upTo);
    }
    return found;
  } catch (error) {
    for (const reading of asked) reading.upTo = Infinity;
    throw error;
  }
};

/** The newest events of a log, kept in memory once for all its subscriptions. */
import type { Position, RecordedEvent } from '@mulin/kernel';

/** Four batches: a subscription that falls further behind reads from the store again. */
const most = 2_000;

export type RecentEvents = Readonly<{
  /** Begins to keep what comes after this position, if it kept nothing or less. */
  open: (at: number) => void;
  close: () => void;
  /**
   * Takes events that follow what is kept; others are passed over.
   *
   * @param events every event of the log after `after` up to the last of them, in its order.
   * @param upTo how far the log was searched for them. Default: up to the last one.
   */
  learn: (events: readonly RecordedEvent[], after: number, upTo?: number) => void;
  /** Whether every event after `at` that is known is kept here. */
  covers: (at: number) => boolean;
  after: (at: number, atMost: number) => readonly RecordedEvent[];
  /** Up to which position it knows of every event. */
  end: () => Position;
}>;

/** How many of these events lie up to a position. */
const placeAfter = (events: readonly RecordedEvent[], at: number): number => {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(events[middle]?.position) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const recentEvents = (): RecentEvents => {
  let kept: RecordedEvent[] = [];
  let isOpen = false;
  /** What lies after `begin`, up to `end`, is kept. */
  let begin = 0;
  let end = 0;

  const forgetOldest = () => {
    if (kept.length <= 2 * most) return;
    begin = kept[kept.length - most - 1]?.position ?? begin;
    kept = kept.slice(-most);
  };

  return {
    open: (at) => {
      if (isOpen && at <= end) return;
      kept = [];
      begin = at;
      end = at;
      isOpen = true;
    },
    close: () => {
      kept = [];
      isOpen = false;
    },
    learn: (events, after, upTo = events.at(-1)?.position ?? after) => {
      if (!isOpen || after > end || upTo <= end) return;
      kept.push(...events.filter(({ position }) => position > end));
      end = upTo;
      forgetOldest();
    },
    covers: (at) => isOpen && at >= begin && at <= end,
    after: (at, atMost) => {
      const first = placeAfter(kept, at);
      return kept.slice(first, first + atMost);
    },
    // A position that an event had, or one that the log was searched up to.
    end: () => end as Position,
  };
};

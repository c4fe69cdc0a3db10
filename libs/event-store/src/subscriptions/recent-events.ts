/** The newest events of a log, kept in memory once for all its subscriptions. Positions have no gaps. */
import type { Position, RecordedEvent } from '@mulin/kernel';

/** Four batches: a subscription that falls further behind reads from the store again. */
const most = 2_000;

export type RecentEvents = Readonly<{
  /** Begins to keep what comes after this position, if it kept nothing or less. */
  open: (at: number) => void;
  close: () => void;
  /** Takes events that follow what is kept; others are passed over. */
  learn: (events: readonly RecordedEvent[]) => void;
  /** Whether every event after `at` that is known is kept here. */
  covers: (at: number) => boolean;
  after: (at: number, atMost: number) => readonly RecordedEvent[];
  /** The position of the last event kept. */
  end: () => Position;
}>;

export const recentEvents = (): RecentEvents => {
  let kept: RecordedEvent[] = [];
  let isOpen = false;
  let end = 0;

  const begin = () => end - kept.length;

  return {
    open: (at) => {
      if (isOpen && at <= end) return;
      kept = [];
      end = at;
      isOpen = true;
    },
    close: () => {
      kept = [];
      isOpen = false;
    },
    learn: (events) => {
      if (!isOpen) return;
      for (const event of events) {
        if (event.position !== end + 1) continue;
        kept.push(event);
        end = event.position;
      }
      if (kept.length > 2 * most) kept = kept.slice(-most);
    },
    covers: (at) => isOpen && at >= begin() && at <= end,
    after: (at, atMost) => kept.slice(at - begin(), at - begin() + atMost),
    // A position that an event had.
    end: () => end as Position,
  };
};

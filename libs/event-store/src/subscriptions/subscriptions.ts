/** Catch-up and live subscriptions over a log: one listener and one tail for all of them. */
import {
  type EventStore,
  type Filter,
  passes,
  type Position,
  type RecordedEvent,
  type Stop,
  type Subscription,
} from '@mulin/kernel';
import { cancellableBackoff } from './backoff.js';
import { type RecentEvents, recentEvents } from './recent-events.js';

/**
 * Gives everything after a position until it is stopped: each event once, in the order of the log, none left out.
 *
 * @param take is given events, and up to where the log was searched for them; `null` instead of events where one
 *   cannot be read, after which nothing more is given.
 */
export type Follow = (
  after: number,
  take: (events: readonly RecordedEvent[] | null, upTo: number) => void,
) => Stop;

type Source = Readonly<{
  readAll: EventStore['readAll'];
  head: EventStore['head'];
  /** Notifies of events that other processes appended; absent where no other process can, and beside `follow`. */
  listen?: (announce: (head: number) => void) => Stop;
  /** Where the engine itself gives what is new to whoever follows it. */
  follow?: Follow;
}>;

type Subscriptions = Readonly<{
  subscribeToAll: EventStore['subscribeToAll'];
  /**
   * To be called with what was just appended through this store: every event of the log after `after`, up to the last
   * of these.
   */
  appended: (events: readonly RecordedEvent[], after: number) => void;
}>;

/** Events of a batch, where the subscriber does not say. */
const usualBatch = 500;

/**
 * The subscriptions of one store. They share the newest events, kept in memory, and one notification channel: a log
 * with many subscribers is read once and not once for each of them.
 */
export const subscriptions = (source: Source): Subscriptions => {
  const tail = recentEvents();
  const announced = announcedHead();
  const live = liveTail(source, tail, announced);
  const { join, leave } = sharedListener(source, tail, announced, live.end);
  const next = batches(source, tail, announced, live);

  const subscribeToAll: EventStore['subscribeToAll'] = (options, receive) => {
    const { from, filter = {}, batchSize = usualBatch } = options;
    join();
    return follower({
      from: from ?? 0,
      next: (at) => next(at, batchSize, filter),
      receive,
      announced,
      leave,
    });
  };

  const appended = (events: readonly RecordedEvent[], after: number) => {
    const last = events.at(-1);
    if (last === undefined) return;
    tail.learn(events, after);
    announced.advance(last.position);
  };

  return { subscribeToAll, appended };
};

/** The highest position that was announced, and the subscriptions that wait for a higher one. */
const announcedHead = () => {
  const waiting = new Set<() => void>();
  let head = 0;

  return {
    head: () => head,
    advance: (position: number) => {
      if (position <= head) return;
      head = position;
      for (const go of waiting) go();
      waiting.clear();
    },
    /** What was announced and cannot be read yet is announced again when it can be: until then, what was read counts. */
    rollBack: (position: number) => {
      head = position;
    },
    wait: (go: () => void) => waiting.add(go),
  };
};

type AnnouncedHead = ReturnType<typeof announcedHead>;

/** Listens to other processes, and keeps the newest events, while there are subscriptions. */
const sharedListener = (
  { listen }: Source,
  tail: RecentEvents,
  { advance }: AnnouncedHead,
  endLive: Stop,
) => {
  let followers = 0;
  let stopListening: Stop | undefined;

  return {
    join: () => {
      followers += 1;
      stopListening ??= listen?.(advance);
    },
    leave: async () => {
      followers -= 1;
      if (followers > 0) return;
      tail.close();
      const stop = stopListening;
      stopListening = undefined;
      await Promise.all([stop?.(), endLive()]);
    },
  };
};

/** The newest events of an engine that gives them by itself, from where the first subscription has reached the end. */
const liveTail = ({ follow }: Source, tail: RecentEvents, announced: AnnouncedHead) => {
  let stop: Stop | undefined;
  const end = async () => {
    const stopping = stop;
    stop = undefined;
    await stopping?.();
  };

  return {
    isUsed: follow !== undefined,
    begin: (from: number) => {
      stop ??= follow?.(from, (events, upTo) => {
        if (events !== null) tail.learn(events, tail.end(), upTo);
        else {
          // Whoever wants that event meets it in the log; the others go on behind it.
          tail.close();
          void end();
        }
        announced.advance(upTo);
      });
    },
    end,
  };
};

type LiveTail = ReturnType<typeof liveTail>;

/** Events that pass a filter, and up to which position the log was searched for them. */
type EventBatch = Readonly<{ events: readonly RecordedEvent[]; upTo: number }>;

const batches = ({ readAll, head }: Source, tail: RecentEvents, announced: AnnouncedHead, live: LiveTail) => {
  let fetching: Promise<void> | undefined;

  /** What other processes appended is read once for all subscriptions that wait at the end. */
  const fetchTail = () => {
    const end = tail.end();
    fetching ??= readAll({ from: end, maxCount: usualBatch })
      .then((events) => {
        tail.learn(events, end);
        if (events.length === 0) announced.rollBack(tail.end());
      })
      .finally(() => (fetching = undefined));
    return fetching;
  };

  const fromLog = async (at: number, maxCount: number, filter: Filter): Promise<EventBatch> => {
    const end = (await head()) ?? 0;
    // A position handed to us, or the beginning.
    const events = await readAll({ from: at as Position, maxCount, filter });
    const last = events.at(-1)?.position ?? at;
    if (events.length === maxCount) return { events, upTo: last };
    const upTo = Math.max(end, last, at);
    tail.open(upTo);
    live.begin(upTo);
    announced.advance(upTo);
    return { events, upTo };
  };

  /** Keeps what was announced after this position, where that is as far as anything is kept. */
  const catchUp = async (at: number) => {
    if (at !== tail.end() || announced.head() <= at) return;
    if (live.isUsed) announced.rollBack(at);
    else await fetchTail();
  };

  return async (at: number, atMost: number, filter: Filter): Promise<EventBatch> => {
    if (tail.covers(at)) await catchUp(at);
    // Meanwhile somebody may have found a later end of the log, from which on it is kept since then.
    if (!tail.covers(at)) return fromLog(at, atMost, filter);
    const events = tail.after(at, atMost);
    const last = events.at(-1)?.position;
    const upTo = events.length < atMost ? Math.max(tail.end(), at) : last;
    return { events: events.filter((event) => passes(filter, event)), upTo: upTo ?? at };
  };
};

type Follower = Readonly<{
  from: number;
  next: (at: number) => Promise<EventBatch>;
  receive: (batch: readonly RecordedEvent[]) => Promise<void>;
  announced: AnnouncedHead;
  leave: Stop;
}>;

const follower = ({ from, next, receive, announced, leave }: Follower): Subscription => {
  const pause = cancellableBackoff();
  let at = from;
  /** Kept until it is handled, so that the same events come again after a failure. */
  let batch: EventBatch | undefined;

  const step = async () => {
    batch ??= await next(at);
    if (pause.isOver()) return;
    if (batch.events.length > 0) await receive(batch.events);
    const isStill = batch.upTo === at;
    at = batch.upTo;
    batch = undefined;
    pause.reset();
    if (isStill && announced.head() <= at) await pause.until(announced.wait);
  };

  const follow = async () => {
    while (!pause.isOver()) await step().catch(pause.longer);
    await leave();
  };

  const followed = follow();
  return {
    stop: async () => {
      pause.end();
      await followed;
    },
  };
};

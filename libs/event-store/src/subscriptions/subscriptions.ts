/** Catch-up and live subscriptions over a log without holes: one listener and one tail for all of them. */
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

type Source = Readonly<{
  readAll: EventStore['readAll'];
  head: EventStore['head'];
  /** Notifies of events that other processes appended; absent where no other process can. */
  listen?: (heard: (head: number) => void) => Stop;
}>;

type Subscriptions = Readonly<{
  subscribeToAll: EventStore['subscribeToAll'];
  /** To be called with what was just appended through this store. */
  told: (facts: readonly RecordedEvent[]) => void;
}>;

/** Events of a batch, where the subscriber does not say. */
const usualBatch = 500;

/**
 * The subscriptions of one store. They share the newest events, kept in memory, and one notification channel: a log
 * with many subscribers is read once and not once for each of them.
 */
export const subscriptions = (source: Source): Subscriptions => {
  const tail = recentEvents();
  const ear = hearing();
  const { join, leave } = attending(source, tail, ear);
  const next = stretches(source, tail, ear);

  const subscribeToAll: EventStore['subscribeToAll'] = (options, receive) => {
    const { from, filter = {}, batchSize = usualBatch } = options;
    join();
    return follower({
      from: from ?? 0,
      next: (at) => next(at, batchSize, filter),
      receive,
      ear,
      leave,
    });
  };

  const told = (facts: readonly RecordedEvent[]) => {
    const last = facts.at(-1);
    if (last === undefined) return;
    tail.learn(facts);
    ear.hear(last.position);
  };

  return { subscribeToAll, told };
};

/** The highest position that was announced, and the subscriptions that wait for a higher one. */
const hearing = () => {
  const waiting = new Set<() => void>();
  let heard = 0;

  return {
    heard: () => heard,
    hear: (position: number) => {
      if (position <= heard) return;
      heard = position;
      for (const go of waiting) go();
      waiting.clear();
    },
    /** What was announced and could not be read is announced again when it can be. */
    doubt: (position: number) => {
      heard = position;
    },
    wait: (go: () => void) => waiting.add(go),
  };
};

type Ear = ReturnType<typeof hearing>;

/** Listens to other processes, and keeps the newest events, while there are subscriptions. */
const attending = ({ listen }: Source, tail: RecentEvents, { hear }: Ear) => {
  let followers = 0;
  let stopListening: Stop | undefined;

  return {
    join: () => {
      followers += 1;
      stopListening ??= listen?.(hear);
    },
    leave: async () => {
      followers -= 1;
      if (followers > 0) return;
      tail.close();
      const stop = stopListening;
      stopListening = undefined;
      await stop?.();
    },
  };
};

/** Events that pass a filter, and up to which position the log was searched for them. */
type Stretch = Readonly<{ facts: readonly RecordedEvent[]; upTo: number }>;

const stretches = ({ readAll, head }: Source, tail: RecentEvents, ear: Ear) => {
  let fetching: Promise<void> | undefined;

  /** What other processes appended is read once for all subscriptions that wait at the end. */
  const fetchTail = () => {
    fetching ??= readAll({ from: tail.end(), maxCount: usualBatch })
      .then((facts) => {
        tail.learn(facts);
        if (facts.length === 0) ear.doubt(tail.end());
      })
      .finally(() => (fetching = undefined));
    return fetching;
  };

  const fromLog = async (at: number, maxCount: number, filter: Filter): Promise<Stretch> => {
    const end = (await head()) ?? 0;
    // A position handed to us, or the beginning.
    const facts = await readAll({ from: at as Position, maxCount, filter });
    const last = facts.at(-1)?.position ?? at;
    if (facts.length === maxCount) return { facts, upTo: last };
    const upTo = Math.max(end, last, at);
    tail.open(upTo);
    ear.hear(upTo);
    return { facts, upTo };
  };

  return async (at: number, atMost: number, filter: Filter): Promise<Stretch> => {
    if (!tail.covers(at)) return fromLog(at, atMost, filter);
    if (at === tail.end() && ear.heard() > at) await fetchTail();
    const facts = tail.after(at, atMost);
    return { facts: facts.filter((fact) => passes(filter, fact)), upTo: facts.at(-1)?.position ?? at };
  };
};

type Follower = Readonly<{
  from: number;
  next: (at: number) => Promise<Stretch>;
  receive: (batch: readonly RecordedEvent[]) => Promise<void>;
  ear: Ear;
  leave: Stop;
}>;

const follower = ({ from, next, receive, ear, leave }: Follower): Subscription => {
  const pause = cancellableBackoff();
  let at = from;
  /** Kept until it is handled, so that the same events come again after a failure. */
  let stretch: Stretch | undefined;

  const step = async () => {
    stretch ??= await next(at);
    if (pause.isOver()) return;
    if (stretch.facts.length > 0) await receive(stretch.facts);
    const isStill = stretch.upTo === at;
    at = stretch.upTo;
    stretch = undefined;
    pause.reset();
    if (isStill && ear.heard() <= at) await pause.until(ear.wait);
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

/** Catch-up and live subscriptions over a log without holes: one listener and one tail for all of them. */
import {
  type EventStore,
  type Filter,
  passes,
  type Position,
  type Recorded,
  type Stop,
  type Subscription,
} from '@mulin/kernel';
import { pausing } from './pausing.js';
import { tailOf } from './tail.js';

type Source = Readonly<{
  readAll: EventStore['readAll'];
  head: EventStore['head'];
  /** Hears of facts that other programs wrote; none where no other program can. */
  listen?: (heard: (head: number) => void) => Stop;
}>;

export type Following = Readonly<{
  subscribeToAll: EventStore['subscribeToAll'];
  /** Facts that were just recorded through this store. */
  told: (facts: readonly Recorded[]) => void;
}>;

type Stretch = Readonly<{ facts: readonly Recorded[]; upTo: number }>;

const usualBatch = 500;

export const following = ({ readAll, head, listen }: Source): Following => {
  const tail = tailOf();
  const waiting = new Set<() => void>();
  let heard = 0;
  let followers = 0;
  let deaf: Stop | undefined;
  let fetching: Promise<void> | undefined;

  const wake = () => {
    for (const go of waiting) go();
    waiting.clear();
  };

  const hear = (position: number) => {
    if (position <= heard) return;
    heard = position;
    wake();
  };

  const told = (facts: readonly Recorded[]) => {
    const last = facts.at(-1);
    if (last === undefined) return;
    tail.learn(facts);
    hear(last.position);
  };

  /** What other programs wrote is read once for all who wait at the end. */
  const fetchTail = () => {
    fetching ??= readAll({ from: tail.end(), maxCount: usualBatch })
      .then((facts) => {
        tail.learn(facts);
        // What was announced and is not there will be announced again when it is.
        if (facts.length === 0) heard = tail.end();
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
    hear(upTo);
    return { facts, upTo };
  };

  const next = async (at: number, atMost: number, filter: Filter): Promise<Stretch> => {
    if (!tail.covers(at)) return fromLog(at, atMost, filter);
    if (at === tail.end() && heard > at) await fetchTail();
    const facts = tail.after(at, atMost);
    return { facts: facts.filter((fact) => passes(filter, fact)), upTo: facts.at(-1)?.position ?? at };
  };

  const join = () => {
    followers += 1;
    deaf ??= listen?.(hear);
  };

  const leave = async () => {
    followers -= 1;
    if (followers > 0) return;
    tail.close();
    const stop = deaf;
    deaf = undefined;
    await stop?.();
  };

  const subscribeToAll: EventStore['subscribeToAll'] = (options, receive): Subscription => {
    const { filter = {}, batchSize = usualBatch } = options;
    const pause = pausing();
    let at: number = options.from ?? 0;
    let stretch: Stretch | undefined;

    const step = async () => {
      stretch ??= await next(at, batchSize, filter);
      if (pause.isOver()) return;
      if (stretch.facts.length > 0) await receive(stretch.facts);
      const isStill = stretch.upTo === at;
      at = stretch.upTo;
      stretch = undefined;
      pause.reset();
      if (isStill && heard <= at) await pause.until((go) => waiting.add(go));
    };

    const follow = async () => {
      while (!pause.isOver()) await step().catch(pause.longer);
      await leave();
    };

    join();
    const followed = follow();
    return {
      stop: async () => {
        pause.end();
        await followed;
      },
    };
  };

  return { subscribeToAll, told };
};

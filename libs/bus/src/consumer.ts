import type { Delivered, Receipt, Stop } from '@mulin/kernel';
import { committer } from './committer.js';
import { type Done, type Driver, type Lane, laneOf, type Taker } from './driver.js';
import { keyedQueue } from './keyed-queue.js';
import { type Log, reasonOf } from './log.js';
import { pause } from './pause.js';
import { type Entry, type Progress, progressOf } from './progress.js';

export type Pace = Readonly<{
  /** Messages in hand at once, each of another key. */
  parallel: number;
  /** How long progress may wait for company before it is committed. */
  commitEveryMs: number;
  /** How long a world that is down is left alone, at first and at most. */
  pauseFirstMs: number;
  pauseLongestMs: number;
}>;

export const usualPace: Pace = { parallel: 256, commitEveryMs: 20, pauseFirstMs: 100, pauseLongestMs: 5_000 };

type Parts = Readonly<{
  driver: Driver;
  receive: (message: Delivered) => Promise<Receipt>;
  log: Log;
  pace?: Partial<Pace>;
}>;

/**
 * Takes what a driver gives to where it is handled. Different keys go side by side, those of one key one after
 * the other, whatever their topic. A lane is committed as far as everything before is done. A message whose
 * receipt is `paused` stops the whole consumer; it comes first again, and nothing is counted against it.
 */
export const consume = ({ driver, receive, log, pace }: Parts): Stop => {
  const { parallel, commitEveryMs, pauseFirstMs, pauseLongestMs } = { ...usualPace, ...pace };
  const queue = keyedQueue<Entry>();
  const lanes = lanesInHand();
  const commits = committer({ ...lanes, commit: driver.commit, everyMs: commitEveryMs, log });
  const gate = pause({ firstMs: pauseFirstMs, longestMs: pauseLongestMs, probe: () => pump() });
  let inHand = 0;
  let isStopped = false;

  const settle = (key: string, entry: Entry, receipt: Receipt) => {
    inHand--;
    if (receipt === 'paused') {
      queue.again(key);
      gate.close();
    } else {
      queue.done(key);
      gate.open();
    }
    entry.progress.end(entry, receipt !== 'paused');
    if (receipt !== 'paused') commits.ask();
    pump();
  };

  const pump = () => {
    while (!isStopped && inHand < gate.limit(parallel)) {
      const waiting = queue.next();
      if (waiting === null) return;
      const { key, item: entry } = waiting;
      if (entry.progress.isReleased) {
        queue.done(key);
        continue;
      }
      inHand++;
      entry.progress.begin();
      void receiptOf(entry.message, receive, log).then((receipt) => settle(key, entry, receipt));
    }
  };

  const taker: Taker = {
    take: (lane, messages) => {
      const progress = lanes.progress(lane);
      for (const entry of progress.add(messages)) queue.add(entry.message.key, entry);
      pump();
      return progress.room();
    },
    release: async (released) => {
      await lanes.end(released);
      await commits.flush();
      lanes.forget(released);
    },
  };

  const stopDriver = driver.start(taker);
  return async () => {
    isStopped = true;
    await lanes.end();
    gate.stop();
    await commits.stop();
    await stopDriver();
  };
};

/** Whoever receives never throws; should it do so all the same, the message is not lost by it. */
const receiptOf = async (
  message: Delivered,
  receive: (message: Delivered) => Promise<Receipt>,
  log: Log,
): Promise<Receipt> => {
  try {
    return await receive(message);
  } catch (error) {
    const { topic, partition, offset } = message;
    log({ level: 'error', text: 'receiving threw', topic, partition, offset, reason: reasonOf(error) });
    return 'paused';
  }
};

const lanesInHand = () => {
  const lanes = new Map<string, Progress>();

  return {
    progress: (lane: Lane): Progress => {
      const known = lanes.get(laneOf(lane));
      if (known !== undefined && !known.isReleased) return known;
      const begun = progressOf(lane);
      lanes.set(laneOf(lane), begun);
      return begun;
    },
    /** Lets nothing more begin, in these lanes or in all. */
    end: async (ended?: readonly Lane[]): Promise<void> => {
      const names = ended?.map(laneOf) ?? [...lanes.keys()];
      await Promise.all(names.map((name) => lanes.get(name)?.release()));
    },
    forget: (ended: readonly Lane[]) => {
      for (const lane of ended) if (lanes.get(laneOf(lane))?.isReleased) lanes.delete(laneOf(lane));
    },
    collect: (): readonly Done[] =>
      [...lanes.values()].map((lane) => lane.uncommitted()).filter((done) => done !== null),
    committed: (all: readonly Done[]) => {
      for (const done of all) lanes.get(laneOf(done))?.committed(done);
    },
  };
};

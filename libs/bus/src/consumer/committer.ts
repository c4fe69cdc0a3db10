import { settledWithin } from '@mulin/kernel';
import type { CommittableOffset } from './driver.js';
import { type Logger, reasonOf } from '../log.js';

const retryMs = 500;
/** A commit whose world is down may hang for long. Nobody waits for it longer than this: it only comes again. */
const patienceMs = 5_000;

type Parts = Readonly<{
  /** What is done and not yet committed. */
  collect: () => readonly CommittableOffset[];
  committed: (done: readonly CommittableOffset[]) => void;
  commit: (done: readonly CommittableOffset[]) => Promise<void>;
  everyMs: number;
  log: Logger;
}>;

interface Committer {
  /** Soon: together with whatever else is done until then. */
  ask(): void;
  /** Now. What cannot be committed comes again to whoever reads next. */
  flush(): Promise<void>;
  /** Flushes for the last time. */
  stop(): Promise<void>;
}

/** One commit at a time, each for everything that is done by then. */
export const committer = ({ collect, committed, commit, everyMs, log }: Parts): Committer => {
  let inFlight = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const once = async () => {
    const done = collect();
    if (done.length === 0) return;
    try {
      await commit(done);
      committed(done);
    } catch (error) {
      log({ level: 'warn', text: 'offset commit failed', reason: reasonOf(error) });
      askIn(retryMs);
    }
  };

  const go = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    return (inFlight = inFlight.then(once));
  };

  const askIn = (ms: number) => {
    if (!isStopped) timer ??= setTimeout(() => void go(), ms);
  };

  return {
    ask: () => (everyMs === 0 ? void go() : askIn(everyMs)),
    flush: () => settled(go()),
    stop: () => {
      isStopped = true;
      return settled(go());
    },
  };
};

const settled = async (work: Promise<void>): Promise<void> => void (await settledWithin(work, patienceMs));

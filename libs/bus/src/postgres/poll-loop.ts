import { backoff } from '@mulin/kernel';
import type { RecurringErrorReport } from '@mulin/postgres';

/** A signal that ends one wait and is then reset. Set while nothing waits, it ends the next wait at once. */
interface AutoResetEvent {
  /** Resolves when it is set, or after so many milliseconds. */
  wait(atMostMs: number): Promise<void>;
  set(): void;
}

export const autoResetEvent = (): AutoResetEvent => {
  let isGiven = false;
  let wake: (() => void) | undefined;

  return {
    wait: (atMostMs) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          wake = undefined;
          isGiven = false;
          resolve();
        };
        const timer = setTimeout(end, isGiven ? 0 : atMostMs);
        wake = end;
      }),
    set: () => {
      isGiven = true;
      wake?.();
    },
  };
};

type Loop = Readonly<{
  turn: () => Promise<void>;
  /** At most this long after the last turn comes the next one. */
  everyMs: number;
  /** Told of each turn that failed, and of each that did not. */
  trouble: RecurringErrorReport;
  /** After the first failure; after the next ones longer each time, up to two seconds. */
  retryMs: number;
}>;

const longestRetryMs = 2_000;

/**
 * Takes one turn after the other, each when the signal is set or `everyMs` has passed, until it is stopped. A turn that
 * fails is reported and tried again after a back-off. The stop resolves when the last turn is over.
 */
export const pollLoop = (
  signalled: AutoResetEvent,
  { turn, everyMs, trouble, retryMs }: Loop,
): (() => Promise<void>) => {
  let isStopped = false;
  const goesOn = () => !isStopped;
  const retryInMs = backoff({ firstMs: retryMs, longestMs: longestRetryMs });

  const run = async () => {
    for (let failures = 0; goesOn();) {
      try {
        await turn();
        failures = 0;
        trouble.over();
      } catch (error) {
        failures++;
        trouble.met(error);
      }
      if (goesOn()) await signalled.wait(failures === 0 ? everyMs : retryInMs(failures));
    }
  };
  const running = run();

  return () => {
    isStopped = true;
    signalled.set();
    return running;
  };
};

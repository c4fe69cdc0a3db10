import { backoff } from '@mulin/kernel';

/** The pauses of a loop that can be ended from outside: longer after each failure, or until it is told to go on. */
const pauseMs = backoff({ firstMs: 50, longestMs: 5_000 });

export type CancellableBackoff = Readonly<{
  /** Resolves after the pause of this failure: 50 ms after the first one, doubled with each further one up to 5 s. */
  longer: () => Promise<void>;
  /** After a success: the next failure is the first one again. */
  reset: () => void;
  /** Resolves when what `begin` was given is called, or at the end. */
  until: (begin: (go: () => void) => void) => Promise<void>;
  /** Cuts the pause short that is going on, and all later ones. */
  end: () => void;
  isOver: () => boolean;
}>;

export const cancellableBackoff = (): CancellableBackoff => {
  let isOver = false;
  let failures = 0;
  let go = () => {};

  const until = (begin: (go: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      if (isOver) return resolve();
      go = resolve;
      begin(resolve);
    });

  return {
    longer: async () => {
      failures += 1;
      let timer: NodeJS.Timeout | undefined;
      await until((resolve) => (timer = setTimeout(resolve, pauseMs(failures))));
      clearTimeout(timer);
    },
    reset: () => {
      failures = 0;
    },
    until,
    end: () => {
      isOver = true;
      go();
    },
    isOver: () => isOver,
  };
};

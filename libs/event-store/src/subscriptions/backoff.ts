import { backoff } from '@mulin/kernel';

/** Waiting that can be ended from outside: longer after each failure, or until somebody says "go". */
const pauseMs = backoff({ firstMs: 50, longestMs: 5_000 });

export type CancellableBackoff = Readonly<{
  /** After a failure. Nothing failed twice without a longer pause before the third time. */
  longer: () => Promise<void>;
  reset: () => void;
  until: (begin: (go: () => void) => void) => Promise<void>;
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

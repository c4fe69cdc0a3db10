/** Waiting that can be ended from outside: longer after each failure, or until somebody says "go". */
const shortestMs = 50;
const longestMs = 5_000;

export type CancellableBackoff = Readonly<{
  /** After a failure. Nothing failed twice without a longer pause before the third time. */
  longer: () => Promise<void>;
  reset: () => void;
  until: (begin: (go: () => void) => void) => Promise<void>;
  end: () => void;
  isOver: () => boolean;
}>;

export const backoff = (): CancellableBackoff => {
  let isOver = false;
  let ms = shortestMs;
  let go = () => {};

  const until = (begin: (go: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      if (isOver) return resolve();
      go = resolve;
      begin(resolve);
    });

  return {
    longer: async () => {
      let timer: NodeJS.Timeout | undefined;
      await until((resolve) => (timer = setTimeout(resolve, ms)));
      clearTimeout(timer);
      ms = Math.min(2 * ms, longestMs);
    },
    reset: () => {
      ms = shortestMs;
    },
    until,
    end: () => {
      isOver = true;
      go();
    },
    isOver: () => isOver,
  };
};

type Parts = Readonly<{
  firstMs: number;
  longestMs: number;
  /** One message may be tried again. */
  probe: () => void;
}>;

/** Whether the world is up, as far as the receipts tell: open, or closed until one message has been tried. */
export interface Pause {
  /** How many may be in hand now, of at most `parallel`. */
  limit(parallel: number): number;
  /** A message met a world that is down. Waits longer after every probe that meets it too. */
  close(): void;
  /** A message was finished. */
  open(): void;
  stop(): void;
}

export const pause = ({ firstMs, longestMs, probe }: Parts): Pause => {
  let state: 'open' | 'closed' | 'probing' = 'open';
  let waitMs = firstMs;
  let timer: NodeJS.Timeout | undefined;

  const wait = () => {
    state = 'closed';
    timer = setTimeout(() => {
      state = 'probing';
      probe();
    }, waitMs);
    waitMs = Math.min(waitMs * 2, longestMs);
  };

  return {
    limit: (parallel) => ({ open: parallel, closed: 0, probing: 1 })[state],
    // Many may be in hand when the world goes down: together they are one failure.
    close: () => {
      if (state !== 'closed') wait();
    },
    open: () => {
      if (state === 'closed') return;
      state = 'open';
      waitMs = firstMs;
    },
    stop: () => clearTimeout(timer),
  };
};

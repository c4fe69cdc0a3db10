/** Somebody waits for something to do; whoever has it says so. Said too early, it ends the next wait at once. */
export interface Signal {
  wait(atMostMs: number): Promise<void>;
  give(): void;
}

export const signal = (): Signal => {
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
    give: () => {
      isGiven = true;
      wake?.();
    },
  };
};

type Loop = Readonly<{
  turn: () => Promise<void>;
  /** At most this long after the last turn comes the next one. */
  everyMs: number;
  failed: (error: unknown) => void;
  retryMs: number;
}>;

/** Takes one turn after the other, each when the signal is given or the time has come, until stopped. */
export const takeTurns = (
  signalled: Signal,
  { turn, everyMs, failed, retryMs }: Loop,
): (() => Promise<void>) => {
  let isStopped = false;
  const goesOn = () => !isStopped;

  const run = async () => {
    while (goesOn()) {
      let waitMs = everyMs;
      try {
        await turn();
      } catch (error) {
        failed(error);
        waitMs = retryMs;
      }
      if (goesOn()) await signalled.wait(waitMs);
    }
  };
  const running = run();

  return () => {
    isStopped = true;
    signalled.give();
    return running;
  };
};

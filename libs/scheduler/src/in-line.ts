/** Work that is done some at a time, and once for each id however often it is asked for. */

/** How many jobs of a service are tried side by side in one process: few, as a mail server counts connections. */
export const attemptsAtOnce = 8;

type Work = () => Promise<void>;

/** A line of work: `add` joins what waits or goes on under this id; `end` drops what waits and resolves with the rest over. */
export const inLine = (atOnce: number) => {
  const known = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let isOver = false;

  const turn = async (): Promise<void> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  /** Whoever leaves gives their place to the next one. */
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  const doIt = async (work: Work): Promise<void> => {
    await turn();
    try {
      if (!isOver) await work();
    } finally {
      leave();
    }
  };

  return {
    add: (id: string, work: Work): Promise<void> => {
      const there = known.get(id) ?? doIt(work).finally(() => known.delete(id));
      known.set(id, there);
      return there;
    },
    isOver: (): boolean => isOver,
    end: async (): Promise<void> => {
      isOver = true;
      await Promise.allSettled(known.values());
    },
  };
};

/** Waits for work, but no longer than this; says whether it was done by then. How it fails is its owner's affair. */
export const settledWithin = (ms: number, work: Promise<unknown>): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    const over = () => {
      clearTimeout(timer);
      resolve(true);
    };
    work.then(over, over);
  });

/**
 * Makes a function that does the work at its first call and gives the same result to every later one. A failure rejects
 * the calls that wait for it, and the next call tries again.
 */
export const once = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
  let attempt: Promise<Result> | undefined;
  return () => {
    attempt ??= work().catch((error: unknown) => {
      attempt = undefined;
      throw error;
    });
    return attempt;
  };
};

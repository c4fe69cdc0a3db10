/**
 * Work that has to be done once, before something else. It counts as done when it has succeeded: after a failure
 * the next caller tries again. Who calls while it is under way waits for the same attempt.
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

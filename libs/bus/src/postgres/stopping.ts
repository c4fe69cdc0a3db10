import { settledWithin } from '@mulin/kernel';

/** A step that is not over within this time does not hold up the next one. */
const patienceMs = 5_000;

/** Runs the steps of a stop one after the other and waits 5 seconds for each at most: the server may be gone. */
export const inSteps = async (...steps: readonly (() => Promise<unknown>)[]): Promise<void> => {
  for (const step of steps) await settledWithin(step(), patienceMs);
};

import { settledWithin } from '@mulin/kernel';

/** What cannot be ended within this time does not keep the rest of a stop from going on. */
const patienceMs = 5_000;

/** One step after the other, none of which is waited for without end: whoever stops may have nobody to answer. */
export const inSteps = async (...steps: readonly (() => Promise<unknown>)[]): Promise<void> => {
  for (const step of steps) await settledWithin(step(), patienceMs);
};

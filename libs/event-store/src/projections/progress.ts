/** Up to which position the rows of a read model are folded, and who in this process waits for more. */
import { waiters } from '@mulin/kernel';

export type Progress = Readonly<{
  at: () => number;
  /** Whether its rows are being made anew beside those of other rules. */
  isBuilding: () => boolean;
  building: (is: boolean) => void;
  reach: (position: number) => void;
  /** Resolves with `true` when that position is reached, with `false` after `withinMs` milliseconds. */
  until: (position: number, withinMs: number) => Promise<boolean>;
  /** Resolves after `ms` milliseconds; earlier when somebody begins to wait in `until`, or when `signal` is aborted. */
  rest: (ms: number, signal: AbortSignal) => Promise<void>;
}>;

/**
 * Ends after `ms`, with `signal`, or when `wake` is called. By hand: a signal remembers for good each one that
 * `AbortSignal.any` derives of it.
 */
const interruptible = (ms: number, signal: AbortSignal, given: (wake: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    given(end);
  });

export const progressing = (): Progress => {
  const waiting = waiters();
  let at = 0;
  let isBuilding = false;
  let restless: (() => void) | undefined;

  return {
    at: () => at,
    isBuilding: () => isBuilding,
    building: (is) => {
      isBuilding = is;
    },
    reach: (position) => {
      at = position;
      waiting.check();
    },
    until: (position, withinMs) => {
      const reached = waiting.until(() => at >= position, withinMs);
      if (waiting.count() > 0) restless?.();
      return reached;
    },
    rest: async (ms, signal) => {
      if (ms <= 0 || waiting.count() > 0 || signal.aborted) return;
      await interruptible(ms, signal, (wake) => (restless = wake));
      restless = undefined;
    },
  };
};

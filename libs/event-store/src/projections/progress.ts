/** How far a view has come, and who waits for it. */
import { setTimeout as sleep } from 'node:timers/promises';

export type Progress = Readonly<{
  at: () => number;
  /** Whether its rows are being made anew beside those of other rules. */
  isBuilding: () => boolean;
  building: (is: boolean) => void;
  reach: (position: number) => void;
  /** Whether it was reached within this time. */
  until: (position: number, withinMs: number) => Promise<boolean>;
  /** Resolves after `ms`, or at once where somebody waits for what is not shown yet, or when `signal` is aborted. */
  rest: (ms: number, signal: AbortSignal) => Promise<void>;
}>;

export const progressing = (): Progress => {
  const waiting = new Map<() => void, number>();
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
      for (const [go, wanted] of waiting) if (at >= wanted) go();
    },
    until: (position, withinMs) => {
      if (at >= position) return Promise.resolve(true);
      return new Promise((resolve) => {
        const answer = (isShown: boolean) => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve(isShown);
        };
        const go = () => answer(true);
        const timer = setTimeout(() => answer(false), withinMs);
        waiting.set(go, position);
        restless?.();
      });
    },
    rest: async (ms, signal) => {
      if (ms <= 0 || waiting.size > 0) return;
      const woken = new AbortController();
      restless = () => woken.abort();
      await sleep(ms, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(() => undefined);
      restless = undefined;
    },
  };
};

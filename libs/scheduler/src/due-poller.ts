/** Fires what is due: claims timers in groups, hands them to the handler, and deletes those that were handled. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { backoff, second } from '@mulin/kernel';
import type { TimerTable } from './timer-table.js';
import { type DueHandler, fireDue } from './fire-due.js';

/** Many enough to share commits, and so few that a crash fires little twice. */
const group = 500;
/** After this another process may fire what one claimed that has died. */
const leaseMs = 20 * second;
/** Between attempts at the table of timers. */
const pauseMs = backoff({ firstMs: 250, longestMs: 5 * second });

export type DuePoller = Readonly<{
  /** Fires all that is due by now. */
  drain(): Promise<void>;
  /** Fires whatever falls due until this second (since 1970) is over. */
  fireSecond(at: number): Promise<void>;
}>;

type DuePollerParts = Readonly<{
  timers: TimerTable;
  handler: DueHandler;
  nowMs: () => number;
  /** Something falls due at this moment that the queue may not know of. */
  post: (atMs: number) => void;
  /** Told of each timer that is fired, how many milliseconds after its moment. */
  fired: (lateMs: number) => void;
  onError: (error: unknown) => void;
  /** Nothing new is begun after this. */
  stopped: AbortSignal;
}>;

type Insist = <T>(work: () => Promise<T>) => Promise<T>;

/** Retries until it succeeds or all is stopped: what was handled must not stay claimed after a lost connection. */
export const retryUntilStopped =
  ({ onError, stopped }: Pick<DuePollerParts, 'onError' | 'stopped'>): Insist =>
  async (work) => {
    for (let failures = 1; ; failures++) {
      try {
        return await work();
      } catch (error) {
        onError(error);
        if (stopped.aborted) throw error;
        await sleep(pauseMs(failures), undefined, { signal: stopped });
      }
    }
  };

/** Fires one group of those that are due, and resolves with how many they were. */
const ringSome = async (
  { timers, handler, nowMs, post, fired, onError }: DuePollerParts,
  insist: Insist,
): Promise<number> => {
  const claim = randomUUID();
  const claimed = await insist(() => timers.claim(claim, nowMs(), leaseMs, group));
  if (claimed.length === 0) return 0;
  const claimedAt = nowMs();
  for (const { at } of claimed) fired(claimedAt - at);

  const failed = await fireDue(handler, claimed);
  if (failed !== null) {
    onError(failed.error);
    const again = await insist(() => timers.hold(claim, failed.subjects, nowMs()));
    if (again !== null) post(again);
  }
  const next = await insist(() => timers.settle(claim));
  // Its own second may have come and gone while it was not to be had.
  if (next !== null && next < nowMs() + second) post(next);
  return claimed.length;
};

export const duePoller = (parts: DuePollerParts): DuePoller => {
  const { timers, nowMs, stopped } = parts;
  const insist = retryUntilStopped(parts);

  const drain = async () => {
    while (!stopped.aborted && (await ringSome(parts, insist)) > 0);
  };

  return {
    drain,
    fireSecond: async (at) => {
      const end = (at + 1) * second;
      for (;;) {
        await drain();
        if (stopped.aborted) return;
        const next = await insist(() => timers.firstBefore(end));
        if (next === null) return;
        await sleep(Math.max(0, next - nowMs()), undefined, { signal: stopped });
      }
    },
  };
};

/** How a scheduler fires from its start to its stop: by the jobs of its queue, and by a sweep for what that lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import { second, type Stop } from '@mulin/kernel';
import type { TimerTable } from './timer-table.js';
import { type DuePoller, duePoller, retryUntilStopped } from './due-poller.js';
import type { DueQueue } from './due-queue.js';
import type { QueueFeeder } from './queue-feeder.js';
import type { DueHandler } from './fire-due.js';

/** A scheduler from its start to its stop. */
export type Running = Readonly<{
  timers: TimerTable;
  queue: DueQueue;
  reminders: QueueFeeder;
  nowMs: () => number;
  fired: (lateMs: number) => void;
  onError: (error: unknown) => void;
  stopped: AbortSignal;
  sweepMs: number;
  /** No other process takes it for dead until then. */
  leave: Stop;
  /** What must have ended before all is stopped. */
  tasks: Set<Promise<void>>;
}>;

export const secondOf = (atMs: number): number => Math.floor(atMs / second);

export const track = ({ tasks, onError }: Running, work: Promise<void>) => {
  const task = work.catch(onError).then(() => void tasks.delete(task));
  tasks.add(task);
};

/** Finds what the queue lost, until all is stopped: a sweep that fails is no reason to sweep no more. */
const sweep = async ({ stopped, sweepMs, onError }: Running, poller: DuePoller) => {
  while (!stopped.aborted) {
    await poller.drain().catch(onError);
    await sleep(sweepMs, undefined, { signal: stopped }).catch(() => undefined);
  }
};

/** The sweep fires also while the queue cannot work: a queue that is away makes timers late, and loses none. */
export const fireWith = (running: Running, handler: DueHandler): void => {
  const { queue, reminders } = running;
  const poller = duePoller({ ...running, handler, post: (atMs) => reminders.post([secondOf(atMs)]) });
  track(running, sweep(running, poller));
  // A second that is asked for while its job is being done is not added: so it is looked at once more.
  const over = (at: number) => track(running, poller.fireSecond(at));
  track(
    running,
    retryUntilStopped(running)(() => queue.work(poller.fireSecond, over)),
  );
};

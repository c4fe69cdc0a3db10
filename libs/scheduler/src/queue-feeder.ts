/** Which seconds the queue is told of: each once, in batches, and again when the queue could not be told. */
import { setTimeout as sleep } from 'node:timers/promises';
import { recent, second } from '@mulin/kernel';
import type { DueQueue } from './due-queue.js';

const batch = 500;
const remembered = 100_000;
const pauseMs = second;
/** A second so near may be ringing already, and its job may be gone by the time this is read. */
const raceWindowSeconds = 2;

export type QueueFeeder = Readonly<{
  /** Never waits and never throws: what the queue does not hear of is found by the sweep. */
  post(seconds: Iterable<number>): void;
  /** Resolves when the queue has been told of all of them. */
  told(): Promise<void>;
}>;

export const queueFeeder = (
  queue: Pick<DueQueue, 'add'>,
  nowMs: () => number,
  onError: (error: unknown) => void,
  stopped: AbortSignal,
): QueueFeeder => {
  const known = recent<number, true>(remembered / 2);
  const wanted = new Set<number>();
  let telling: Promise<void> | null = null;

  const tellSome = async () => {
    const seconds = [...wanted].slice(0, batch);
    for (const at of seconds) wanted.delete(at);
    try {
      await queue.add(seconds, nowMs());
      for (const at of seconds) known.set(at, true);
    } catch (error) {
      onError(error);
      for (const at of seconds) wanted.add(at);
      await sleep(pauseMs, undefined, { signal: stopped }).catch(() => undefined);
    }
  };

  const tell = async () => {
    while (wanted.size > 0 && !stopped.aborted) await tellSome();
    telling = null;
  };

  return {
    post: (seconds) => {
      const now = Math.floor(nowMs() / second);
      for (const asked of seconds) {
        const at = Math.max(asked, now);
        if (at <= now + raceWindowSeconds || !known.has(at)) wanted.add(at);
      }
      if (wanted.size > 0) telling ??= tell();
    },
    told: async () => void (await telling),
  };
};

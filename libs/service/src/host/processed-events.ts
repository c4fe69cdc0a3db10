/** Which events a listener has lately finished with, and who waits for one of them. */
import { recent } from '@mulin/kernel';

const kept = 20_000;

export type ProcessedEvents = Readonly<{
  /** One more message is done with, whatever it was. */
  isDone: () => void;
  /** How many messages were. */
  count: () => number;
  finished: (eventId: string) => void;
  /** Resolves when it is finished, or after `withinMs`; says which. */
  finishes: (eventId: string, withinMs: number) => Promise<boolean>;
}>;

export const processedEvents = (): ProcessedEvents => {
  const known = recent<string, true>(kept);
  const waiting = new Map<string, Set<() => void>>();
  let count = 0;

  return {
    isDone: () => void (count += 1),
    count: () => count,
    finished: (eventId) => {
      known.set(eventId, true);
      for (const go of waiting.get(eventId) ?? []) go();
    },
    finishes: (eventId, withinMs) => {
      if (known.has(eventId)) return Promise.resolve(true);
      return new Promise((resolve) => {
        const waiters = waiting.get(eventId) ?? new Set();
        waiting.set(eventId, waiters);
        const answer = () => {
          clearTimeout(timer);
          waiters.delete(answer);
          if (waiters.size === 0) waiting.delete(eventId);
          resolve(known.has(eventId));
        };
        const timer = setTimeout(answer, withinMs);
        waiters.add(answer);
      });
    },
  };
};

/** Every message is written by `tell`, whose second name is the id; anything else is waited for in another way. */
export const eventIdIn = (value: string): string | null =>
  /^\{"specversion":"1\.0","id":"([^"]+)"/.exec(value)?.[1] ?? null;

/** What was told last of the facts up to a position, as far back as it is remembered. */
export const publishedEvents = () => {
  const last = recent<number, string>(kept);
  return {
    remember: last.set,
    /** Of this very fact, or of the one before it: a decision ends with what is nobody's business now and then. */
    at: (position: number): string | null => {
      for (let back = 0; back < 8; back++) {
        const known = last.get(position - back);
        if (known !== undefined) return known;
      }
      return null;
    },
  };
};

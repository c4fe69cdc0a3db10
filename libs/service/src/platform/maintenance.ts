/** What a town tidies up by itself, once a day: told messages that nobody needs, and kept words without an event. */
import { day, hour, type Instant, msBetween, type Stop } from '@mulin/kernel';
import type { Logger, Platform } from './platform.js';

type Parts = Readonly<{
  every: Platform['every'];
  own: Platform['own'];
  now: () => Instant;
  log: Logger;
  /** Each says how many it removed; the signal says that there is no time left. */
  chores: (halted: AbortSignal) => Readonly<Record<string, () => Promise<number>>>;
}>;

const begin = ({ every, now, log, chores }: Omit<Parts, 'own'>): Stop => {
  const halt = new AbortController();
  const doneAt = new Map<string, Instant>();
  const isDue = (name: string) => {
    const last = doneAt.get(name);
    return last === undefined || msBetween(last, now()) >= day;
  };

  const tidy = async (name: string, chore: () => Promise<number>) => {
    const removed = await chore();
    doneAt.set(name, now());
    log.info({ chore: name, removed }, 'tidied up');
  };

  const stops = Object.entries(chores(halt.signal)).map(([name, chore]) =>
    every(hour, async () => {
      if (isDue(name)) await tidy(name, chore);
    }),
  );
  return async () => {
    halt.abort();
    await Promise.all(stops.map((stop) => stop()));
  };
};

/**
 * Looked at each hour, and for the first time in the first one: a town that is stopped each night is tidied too. By
 * one process at a time: two would do the same work twice, and wait for each other's rows.
 */
export const maintenance = ({ own, ...parts }: Parts): Promise<Stop> =>
  own('maintenance', { start: async () => begin(parts) });

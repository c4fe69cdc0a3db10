/** What a town tidies up by itself, once a day: told messages that nobody needs, and kept words without an event. */
import { day, hour, type Instant, msBetween, type Stop } from '@mulin/kernel';
import type { Logger, Platform } from './platform.js';

type Parts = Readonly<{
  every: Platform['every'];
  now: () => Instant;
  log: Logger;
  /** Each says how many it removed. */
  chores: Readonly<Record<string, () => Promise<number>>>;
}>;

/** Looked at each hour, and for the first time in the first one: a town that is stopped each night is tidied too. */
export const maintenance = ({ every, now, log, chores }: Parts): Stop => {
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

  const stops = Object.entries(chores).map(([name, chore]) =>
    every(hour, async () => {
      if (isDue(name)) await tidy(name, chore);
    }),
  );
  return async () => void (await Promise.all(stops.map((stop) => stop())));
};

/** Work that one process of several does at a time, and another takes over when that one ends or is cut off. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stop } from '@mulin/kernel';
import type { Database } from '../database.js';

/** How a kind of work is shared. */
export type OwnedWork = Readonly<{
  /** Begins the work; called again each time it is taken over. */
  start: () => Promise<Stop>;
  /** Called about once a second while another process does the work. Default: nothing. */
  meanwhile?: () => Promise<void>;
}>;

/** What an owner reports. */
type OwnerReport = Readonly<{
  /** The work could not be begun, or the lock not be asked for: it is tried again. */
  failed: (key: string, error: unknown) => void;
  /** Default: 1,000 milliseconds between two attempts to take a lock that another holds. */
  retryMs?: number;
}>;

type Owned = Readonly<{ lost: Promise<void>; end: Stop }>;

/** Resolves with how it ends here; `null`: another process holds the lock. */
const begun = async (
  { hold }: Pick<Database, 'hold'>,
  key: string,
  start: OwnedWork['start'],
): Promise<Owned | null> => {
  const lock = await hold(key);
  if (lock === null) return null;
  try {
    const stop = await start();
    return { lost: lock.lost, end: () => stop().finally(lock.release) };
  } catch (error) {
    await lock.release();
    throw error;
  }
};

type Keeping = Readonly<{
  take: () => Promise<Owned | null>;
  meanwhile: () => Promise<void>;
  rest: () => Promise<void>;
  failed: (error: unknown) => void;
  stopped: AbortSignal;
}>;

/** Does it while the lock is held, and waits for the lock while it is not, until all is stopped. */
const keep = async (
  first: Owned | null,
  { take, meanwhile, rest, failed, stopped }: Keeping,
): Promise<void> => {
  const isOver = () => stopped.aborted;
  const ended = new Promise<void>((resolve) => stopped.addEventListener('abort', () => resolve()));
  for (let owned = first; ;)
    try {
      if (owned === null) {
        await meanwhile();
        await rest();
      } else {
        await Promise.race([owned.lost, ended]);
        await owned.end();
      }
      if (isOver()) return;
      owned = await take();
    } catch (error) {
      failed(error);
      if (isOver()) return;
      owned = null;
      await rest();
    }
};

/**
 * Makes a function that does work under an advisory lock: in one process at a time, of all those that name the same
 * key in this database. When the owner ends, dies or loses its session, another takes over within `retryMs` after
 * PostgreSQL knows. Two may overlap for the batch that was in hand when a session was cut, so the work must bear that.
 *
 * @returns a function `(key, work)` that resolves when the work has begun here, or is done by another; it rejects with
 *   what the first `start` throws. Its stop ends the work and gives the lock back.
 */
export const oneOwner =
  (database: Pick<Database, 'hold'>, { failed, retryMs = 1_000 }: OwnerReport) =>
  async (key: string, { start, meanwhile = async () => undefined }: OwnedWork): Promise<Stop> => {
    const over = new AbortController();
    const take = () => begun(database, key, start);
    const keeping = keep(await take(), {
      take,
      meanwhile,
      rest: () => sleep(retryMs, undefined, { signal: over.signal }).catch(() => undefined),
      failed: (error) => failed(key, error),
      stopped: over.signal,
    });
    return async () => {
      over.abort();
      await keeping;
    };
  };

/** Signing out: at once on this device, and with the town as soon as it is reached. */
import { useEffect, useSyncExternalStore } from 'react';
import { api, Refused } from './client';
import { isOwed, owe } from './last-session';
import { within } from './within';

const listeners = new Set<() => void>();

const sayOwed = (isSo: boolean): void => {
  owe(isSo);
  for (const listener of listeners) listener();
};

/** The session is over for the town, or was before. */
const isOver = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 401 || error.code === 'no-session');

/** A line that is slow keeps nobody on a page that they have left. */
const patienceMs = 3_000;
const againMs = 15_000;

/** The cookie is of all tabs: one of them changes it at a time, so that no late answer takes away a newer one. */
const alone = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
  'locks' in navigator ? navigator.locks.request('mulin-session', work) : work();

const end = async (): Promise<void> => {
  if (!isOwed()) return;
  try {
    // What comes later would take away the cookie of whoever has signed in meanwhile: it is given up.
    await within(patienceMs, (signal) => api.DELETE('/api/v1/sessions/current', { signal }));
    sayOwed(false);
  } catch (error) {
    sayOwed(!isOver(error));
  }
};

/** Ends the session that is owed with the town; where it is not reached soon, it stays owed, and is tried on. Never throws. */
export const endSession = (): Promise<void> => alone(end);

/**
 * Signs in when the session of whoever sat here before is over; where the town cannot be told so, that one ends by itself,
 * an hour after its last request.
 */
export const afterLeaving = <Answer>(signIn: () => Promise<Answer>): Promise<Answer> =>
  alone(async () => {
    await end();
    const answer = await signIn();
    sayOwed(false);
    return answer;
  });

/** From here on nobody is signed in on this device, however long the line takes: the town is told by `endSession`. */
export const leaveTown = (): void => sayOwed(true);

const listen = (listener: () => void) => {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
};

/** Whether it is still owed; while it is, it is tried again, at once where a network comes back. */
export const useOwed = (): boolean => {
  const isSo = useSyncExternalStore(listen, isOwed);
  useEffect(() => {
    if (!isSo) return undefined;
    const again = () => void endSession();
    const every = setInterval(again, againMs);
    addEventListener('online', again);
    return () => {
      clearInterval(every);
      removeEventListener('online', again);
    };
  }, [isSo]);
  return isSo;
};

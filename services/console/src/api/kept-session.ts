/** Who it was: for reading without network, for the other tabs, and for whoever's session ended under their hands. */
import { keepFor } from '../offline/kept';
import { type KeptSession, keptName, type Session } from './last-session';

/** `null`: somebody has left, and nothing says who. */
export const keepSession = (session: KeptSession | null): void => {
  keepFor(session === null || session.isOver === true ? null : session.account);
  try {
    if (session === null) localStorage.removeItem(keptName);
    else localStorage.setItem(keptName, JSON.stringify(session));
  } catch {
    // A browser that keeps nothing.
  }
};

let brokenOff: Session | null = null;
const listeners = new Set<() => void>();

/** Whose work was broken off in this tab, because their session ended; `null`: nobody's. */
export const brokenOffNow = (): Session | null => brokenOff;

export const breakOff = (session: Session | null): void => {
  brokenOff = session;
  for (const listener of listeners) listener();
};

/** Calls after every change; the returned function ends it. */
export const whenBrokenOff = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Who it was: for reading without network, for the other tabs, and for whoever's session ended under their hands. */
import { keepFor } from '../offline/kept';
import type { Schemas } from './client';
import { townNow } from './clock';
import { isOwed } from './leaving';

export type Session = Schemas['Session'];

export const keptName = 'mulin-session';

/** `isOver`: it ended, and nobody has left: whoever had it comes again. */
export type KeptSession = Session & Readonly<{ isOver?: true }>;

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

export const keptSession = (): KeptSession | null => {
  try {
    return JSON.parse(localStorage.getItem(keptName) ?? 'null') as KeptSession | null; // as it was kept
  } catch {
    return null;
  }
};

/** The town decides by its cookie; where it is not reached, this is who sat here last, and has not left. */
export const lastSession = (): Session | null => {
  if (isOwed()) return null;
  const session = keptSession();
  const until = session?.isOver === true ? null : (session?.until ?? null);
  return until !== null && Date.parse(until) > townNow() ? session : null;
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

/** Who sat here last, as this device has it. It is read before anything of the console is there. */
import { townNow } from './clock';
import type { components } from './schema';

export type Session = components['schemas']['Session'];

export const keptName = 'mulin-session';

/** Why the town ended a session before its time, by the code of its refusal. */
export type WhyOut = 'session-account-disabled' | 'session-account-changed';

/** `isOver`: it ended, and nobody has left: whoever had it comes again. `why`: where an operator has ended it. */
export type KeptSession = Session & Readonly<{ isOver?: true; why?: WhyOut | undefined }>;

export const keptSession = (): KeptSession | null => {
  try {
    return JSON.parse(localStorage.getItem(keptName) ?? 'null') as KeptSession | null; // as it was kept
  } catch {
    return null;
  }
};

const owedName = 'mulin-sign-out-owed';

/** Whether it is owed as far as this page alone knows, where the browser keeps nothing. */
let isOwedHere = false;

const isOwedKept = (): boolean => {
  try {
    return localStorage.getItem(owedName) !== null;
  } catch {
    return false;
  }
};

/** Whether somebody has signed out here of whom the town does not know yet that they have. */
export const isOwed = (): boolean => isOwedHere || isOwedKept();

export const owe = (isSo: boolean): void => {
  isOwedHere = false;
  try {
    if (isSo) localStorage.setItem(owedName, 'true');
    else localStorage.removeItem(owedName);
  } catch {
    isOwedHere = isSo;
  }
};

/** The town decides by its cookie; where it is not reached, this is who sat here last, and has not left. */
export const lastSession = (): Session | null => {
  if (isOwed()) return null;
  const session = keptSession();
  const until = session?.isOver === true ? null : (session?.until ?? null);
  return until !== null && Date.parse(until) > townNow() ? session : null;
};

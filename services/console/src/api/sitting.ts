/** Who sits here, for what goes on whatever page is shown, such as an import. */
import { useEffect } from 'react';
import { type Session, useSession, useSignedIn } from './session';

/** `undefined`: it is not known yet; `null`: nobody. */
type Who = string | null | undefined;

/** `signedIn`: who is; `whose`: whose page it is, who may have to sign in again over it first. */
export type Sitting = Readonly<{ signedIn: Who; whose: Who }>;

let sitting: Sitting = { signedIn: undefined, whose: undefined };
const listeners = new Set<(now: Sitting) => void>();

export const sittingNow = (): Sitting => sitting;

/** Calls after every change, for as long as the tab is open. */
export const whenSitting = (listener: (now: Sitting) => void): void => void listeners.add(listener);

const accountOf = (session: Session | null | undefined): Who => (session ? session.account : session);

/** In the frame, once. */
export const useSittingWatch = (): void => {
  const signedIn = accountOf(useSignedIn());
  const whose = accountOf(useSession());
  useEffect(() => {
    sitting = { signedIn, whose };
    for (const listener of listeners) listener(sitting);
  }, [signedIn, whose]);
};

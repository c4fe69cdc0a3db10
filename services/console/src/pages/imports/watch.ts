/**
 * Who sits here, for the import that goes on whatever page is shown: as long as this is used somewhere, whoever comes back
 * or leaves is heard of. It loads nothing that reads files.
 */
import { useEffect } from 'react';
import { type Session, useSession, useSignedIn } from '../../api/session';
import type { Sitting } from './whose';

let sitting: Sitting = { signedIn: undefined, whose: undefined };
const listeners = new Set<(now: Sitting) => void>();

export const sittingNow = (): Sitting => sitting;

/** Calls after every change, for as long as the tab is open. */
export const whenSitting = (listener: (now: Sitting) => void): void => void listeners.add(listener);

const accountOf = (session: Session | null | undefined): Sitting['whose'] =>
  session ? session.account : session;

export const useImportsWatch = (): void => {
  const signedIn = accountOf(useSignedIn());
  const whose = accountOf(useSession());
  useEffect(() => {
    sitting = { signedIn, whose };
    for (const listener of listeners) listener(sitting);
  }, [signedIn, whose]);
};

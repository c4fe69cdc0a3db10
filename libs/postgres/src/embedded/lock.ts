/** One program at a time looks after a folder; a program that was killed does not keep it. */
import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { codeOf } from '../errors.js';
import { identityOf, isStill } from './processes.js';

const ownerOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

const isTaken = (file: string, mine: string): boolean => {
  try {
    linkSync(mine, file);
    return false;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return true;
    throw error;
  }
};

/** The first line of a lock is who holds it. */
const isAtWork = (owner: string) => isStill(owner.split('\n')[0] ?? '');

/**
 * Takes away the lock of a dead owner; returns a living program that is just doing so. Looking and removing are two
 * steps, between which the next owner's lock could come to lie there: so only who holds the lock on clearing this
 * very owner's may take it, and that one finds another owner there at most before its first step.
 */
const clear = (file: string, owner: string): number | null => {
  const clearing = takeLock(`${file}.${createHash('sha256').update(owner).digest('hex').slice(0, 16)}`);
  if ('owner' in clearing) return clearing.owner;
  if (ownerOf(file) === owner) rmSync(file);
  clearing.release();
  return null;
};

type Lock = Readonly<{ release: () => void }>;

/** `null`: a living program has it; `owner` says which one. */
export const takeLock = (file: string): Lock | { owner: number } => {
  const mine = `${file}.${randomUUID()}`;
  // The number makes two locks of one program differ, so that it cannot release another's.
  const identity = `${identityOf(process.pid)}\n${mine}`;
  writeFileSync(mine, identity, { mode: 0o600 });
  try {
    for (;;) {
      if (!isTaken(file, mine)) return { release: () => ownerOf(file) === identity && rmSync(file) };
      const owner = ownerOf(file);
      if (owner !== null && isAtWork(owner)) return { owner: Number.parseInt(owner, 10) };
      const clearer = owner === null ? null : clear(file, owner);
      if (clearer !== null) return { owner: clearer };
    }
  } finally {
    rmSync(mine, { force: true });
  }
};

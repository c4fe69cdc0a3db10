/** One program at a time looks after a folder; a program that was killed does not keep it. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
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

/** Takes away the lock of a dead owner, and puts it back if a living one was quicker. */
const clear = (file: string, owner: string, aside: string) => {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = ownerOf(aside);
  if (moved !== owner && moved !== null && isAtWork(moved)) isTaken(file, aside);
  rmSync(aside, { force: true });
};

export type Lock = Readonly<{ release: () => void }>;

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
      if (owner !== null) clear(file, owner, `${mine}.aside`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
};

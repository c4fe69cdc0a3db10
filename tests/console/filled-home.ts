/**
 * A town with a made-up month, which takes a minute of work to fill: the first story of a run fills one and stops it, and every
 * story starts a copy of its home, to change as it likes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { folderOfRun } from '@mulin/testing';
import { isAlive, newHome, patienceMs, startTown, type Town, until } from '../journeys/real-town.js';

const ofTheRun = folderOfRun();
const filled = path.join(ofTheRun, 'filled-town');
/** Who fills it. Jest's workers come to their first stories at the same time. */
const lock = path.join(ofTheRun, 'filled-town.lock');

/** Just made, it names nobody yet, which is read as somebody who lives. */
const isAtWork = (): boolean => existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')));

/** `false`: somebody else fills it. A worker that was killed does not keep the lock. */
const isTaken = (): boolean => {
  mkdirSync(ofTheRun, { recursive: true });
  if (!isAtWork()) rmSync(lock, { force: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
};

/** Where its data lie outside of the home, a copy would lead to the same ones. */
const isWhole = ({ home }: Town): boolean => !existsSync(path.join(home, 'postgres', 'outside'));

const fillNew = async (MULIN_PACK: string): Promise<Town> => {
  const town = await startTown({ MULIN_HOME: newHome(), MULIN_PACK });
  const { code } = await town.mulin('demo');
  if (code !== 0) throw new Error(`the town was not filled: ${code}`);
  return town;
};

/** Moved into place when it is complete, so that nobody copies half of it. */
const keep = async ({ home, kill }: Town): Promise<void> => {
  const { code, err } = await kill('SIGTERM');
  if (code !== 0) throw new Error(`the filled town did not stop: ${err}`);
  // Copies run at the same time, each on a port of its own.
  rmSync(path.join(home, 'postgres', 'port'), { force: true });
  renameSync(home, filled);
};

/** With owners and modes: PostgreSQL has its data for itself. */
const copyOfFilled = (): string => {
  const home = newHome();
  execFileSync('cp', ['-a', `${filled}/.`, home]);
  return home;
};

const isThere = (): boolean => existsSync(filled);

/** It runs, with its month; whoever calls has it alone. */
export const startFilled = async (pack: string): Promise<Town> => {
  while (!isThere()) {
    if (!isTaken()) {
      await until('somebody has filled a town', () => isThere() || !isAtWork(), Boolean, patienceMs);
      continue;
    }
    try {
      const town = await fillNew(pack);
      if (!isWhole(town)) return town;
      await keep(town);
    } finally {
      rmSync(lock, { force: true });
    }
  }
  return startTown({ MULIN_HOME: copyOfFilled(), MULIN_PACK: pack });
};

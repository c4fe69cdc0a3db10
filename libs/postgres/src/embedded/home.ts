/** The folder of a town: made, and closed to everybody but its owner. */
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from '../errors.js';
import { NotHere } from './binaries.js';
import { runnerHere } from './runner.js';

/** Whether a folder is a town's alone: nothing is changed of one in which other things lie, too. */
const isOurs = (home: string): boolean => {
  const names = readdirSync(home);
  return names.length === 0 || existsSync(path.join(home, 'keys'));
};

/** Of a volume that somebody else owns, what is in it is closed, and it itself is theirs to close. */
const close = (home: string, mode: number): void => {
  try {
    chmodSync(home, mode);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
};

/**
 * Makes the home of a town, or closes the one that is there: nobody but its owner may read it (0700), and where
 * root owns it, PostgreSQL, which is never root, may pass (0711). A home that somebody else
 * owns and lets us write to stays as it is. Throws `NotHere` with one sentence where it cannot
 * be made or written to.
 */
export const closeHome = (home: string): void => {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK | constants.X_OK);
    if (isOurs(home)) close(home, runnerHere() === null ? 0o700 : 0o711);
  } catch (error) {
    throw new NotHere({
      en: `${home} cannot be the home of a town (${codeOf(error)}): choose another MULIN_HOME.`,
      zh: `${home} 不能用作数据目录（${codeOf(error)}）：请另选 MULIN_HOME。`,
    });
  }
};

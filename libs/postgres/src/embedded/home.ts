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

/**
 * Makes the home of a town, or closes the one that is there: nobody but its owner may read it (0700), and where
 * root owns it, PostgreSQL, which is never root, may pass (0711). Throws `NotHere` with one sentence where it cannot
 * be made or written to.
 */
export const closeHome = (home: string): void => {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK | constants.X_OK);
    if (isOurs(home)) chmodSync(home, runnerHere() === null ? 0o700 : 0o711);
  } catch (error) {
    throw new NotHere(`${home} cannot be the home of a town (${codeOf(error)}): choose another MULIN_HOME.`);
  }
};

import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { trialHome } from '../trial.js';
import { takeLock } from './lock.js';
import { identityOf } from './processes.js';

const inTrial = async (trial: (file: string) => Promise<void> | void) => {
  const { home, remove } = trialHome();
  try {
    await trial(path.join(home, 'lock'));
  } finally {
    remove();
  }
};

const taken = (file: string) => {
  const lock = takeLock(file);
  if ('owner' in lock) throw new Error(`held by ${lock.owner}`);
  return lock;
};

describe('One program at a time', () => {
  test('what is taken is refused with its owner until it is given back', () =>
    inTrial((file) => {
      const lock = taken(file);

      expect(takeLock(file)).toEqual({ owner: process.pid });
      lock.release();
      taken(file).release();
      expect(readdirSync(path.dirname(file))).toEqual([]);
    }));

  test('a program that is dead does not keep it', () =>
    inTrial(async (file) => {
      const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
      await once(child, 'spawn');
      writeFileSync(file, identityOf(child.pid ?? 0));
      expect(takeLock(file)).toEqual({ owner: child.pid });

      child.kill('SIGKILL');
      await once(child, 'exit');
      taken(file).release();
    }));

  test('another program that was given the number of the dead one does not keep it either', () =>
    inTrial((file) => {
      writeFileSync(file, identityOf(process.pid).replace(/ \d+ /, ' 1 '));

      taken(file).release();
    }));

  test('giving back twice takes nothing from the next one', () =>
    inTrial((file) => {
      const first = taken(file);
      first.release();
      const second = taken(file);
      first.release();

      expect(existsSync(file)).toBe(true);
      second.release();
    }));
});

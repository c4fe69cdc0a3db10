import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { trialHome } from '../database.testing.js';
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

const asSources = [
  '--no-warnings',
  '--conditions=source',
  '--import',
  fileURLToPath(new URL('../../../../infra/scripts/run-sources.mjs', import.meta.url)),
  '--input-type=module',
  '-e',
];

/** Takes every lock it can get, each at the same moment as the others, and prints which. It stays alive with them. */
const contender = `
import { takeLock } from '${new URL('./lock.ts', import.meta.url).href}';
const [begin, ...places] = process.argv.slice(1);
const owned = places.filter((place, n) => {
  while (Date.now() < Number(begin) + n * 4);
  return !('owner' in takeLock(place));
});
process.stdout.write(owned.join('\\n') + '\\nend\\n');
process.stdin.resume();
`;

const printed = async (stdout: Readable): Promise<string> => {
  let text = '';
  while (!text.endsWith('end\n')) text += String((await once(stdout, 'data'))[0]);
  return text.slice(0, -'end\n'.length);
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

  test('of many programs that find the lock of a dead one at the same moment, one has it', () =>
    inTrial(async (file) => {
      const places = Array.from({ length: 400 }, (_, n) => `${file}-${n}`);
      for (const place of places) writeFileSync(place, `1 1 dead\n${place}`);
      const begin = String(Date.now() + 1_500);
      const children = ['', '', '', ''].map(() =>
        spawn(process.execPath, [...asSources, contender, begin, ...places]),
      );
      // Each prints all it got at once, and then waits: what a program owns is free when it ends.
      const said = await Promise.all(children.map(({ stdout }) => printed(stdout)));
      for (const { stdin } of children) stdin.end();

      const owned = said.flatMap((text) => text.split('\n')).filter(Boolean);
      expect(owned.sort()).toEqual([...places].sort());
      expect(readdirSync(path.dirname(file)).filter((name) => name.startsWith('lock'))).toHaveLength(400);
    }));
});

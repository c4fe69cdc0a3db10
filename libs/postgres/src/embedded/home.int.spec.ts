import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { closeHome } from './home.js';
import { isRoot } from './runner.js';

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
const nobody = 65_534;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mulin-home-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('The home of a town', () => {
  test('that is new is closed to everybody but its owner', () => {
    const home = path.join(folder, 'home');
    closeHome(home);
    expect(modeOf(home)).toBe(isRoot() ? '711' : '700');
  });

  test('that holds other things, too, is left as it is', () => {
    mkdirSync(path.join(folder, 'photos'));
    closeHome(folder);
    expect(modeOf(folder)).toBe('755');
  });

  const asRoot = isRoot() ? test : test.skip;

  asRoot(
    'that belongs to somebody else, as a volume does that a group may write to, is taken as it is',
    () => {
      mkdirSync(path.join(folder, 'keys'));
      chmodSync(folder, 0o777);
      process.seteuid?.(nobody);
      try {
        closeHome(folder);
      } finally {
        process.seteuid?.(0);
      }
      expect(modeOf(folder)).toBe('777');
    },
  );
});

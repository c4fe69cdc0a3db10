import { chmodSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { masterKeyFrom, masterKeyIn, masterKeyText, restoreMasterKey } from './master-key.js';

const folder = () => path.join(mkdtempSync(path.join(tmpdir(), 'mulin-vault-')), 'keys');

test('a master key is made once, for its owner alone, and stays the same', async () => {
  const home = folder();
  const made = await Promise.all(Array.from({ length: 8 }, () => masterKeyIn(home)));
  expect(new Set(made.map(masterKeyText)).size).toBe(1);
  expect(masterKeyText(await masterKeyIn(home))).toBe(masterKeyText(await masterKeyIn(home)));
  expect(statSync(path.join(home, 'vault.key')).mode & 0o077).toBe(0);
  expect(readdirSync(home)).toEqual(['vault.key']);
});

test('a master key that others can read is refused', async () => {
  const home = folder();
  await masterKeyIn(home);
  chmodSync(path.join(home, 'vault.key'), 0o640);
  await expect(masterKeyIn(home)).rejects.toMatchObject({ code: 'key-readable-by-others' });
});

test('the master key of a backup goes where there is none, and never in the place of another', async () => {
  const [old, fresh] = [folder(), folder()];
  const key = await masterKeyIn(old);
  await restoreMasterKey(fresh, masterKeyFrom(masterKeyText(key)));
  await restoreMasterKey(fresh, key);
  expect(masterKeyText(await masterKeyIn(fresh))).toBe(masterKeyText(key));

  const other = folder();
  await masterKeyIn(other);
  await expect(restoreMasterKey(other, key)).rejects.toMatchObject({ code: 'another-master-key' });
  expect(() => masterKeyFrom('too short')).toThrow('32 bytes');
});

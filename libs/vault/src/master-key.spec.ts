import { chmodSync, existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { checkMasterKey, masterKeyFrom, masterKeyIn } from './master-key.js';

const folder = () => path.join(mkdtempSync(path.join(tmpdir(), 'mulin-vault-')), 'keys');

test('a master key is made once, for its owner alone, and stays the same', async () => {
  const home = folder();
  const made = await Promise.all(Array.from({ length: 8 }, () => masterKeyIn(home)));
  expect(new Set(made.map(String)).size).toBe(1);
  expect(await masterKeyIn(home)).toEqual(made[0]);
  expect(statSync(path.join(home, 'vault.key')).mode & 0o077).toBe(0);
  expect(readdirSync(home)).toEqual(['vault.key']);
});

test('a master key that others can read is refused', async () => {
  const home = folder();
  await masterKeyIn(home);
  chmodSync(path.join(home, 'vault.key'), 0o640);
  const refused = {
    code: 'key-readable-by-others',
    sentence: {
      en: expect.stringMatching(/vault\.key.*chmod 600/),
      zh: expect.stringMatching(/vault\.key.*chmod 600。/),
    },
  };
  await expect(masterKeyIn(home)).rejects.toMatchObject(refused);
  chmodSync(path.join(home, 'vault.key'), 0o604);
  await expect(masterKeyIn(home)).rejects.toMatchObject(refused);
});

test('where something was locked with a master key that is gone, none is made in its place', async () => {
  const home = folder();
  await expect(masterKeyIn(home, async () => true)).rejects.toMatchObject({
    code: 'master-key-gone',
    sentence: {
      en: expect.stringMatching(/vault\.key.*MULIN_MASTER_KEY/),
      zh: expect.stringMatching(/vault\.key.*MULIN_MASTER_KEY。/),
    },
  });
  expect(existsSync(home)).toBe(false);
  const made = await masterKeyIn(home, async () => false);
  expect(await masterKeyIn(home, async () => true)).toEqual(made);
  expect(statSync(home).mode & 0o077).toBe(0);
});

test('what is no master key is refused', () => {
  for (const text of ['', 'too short', 'zz'.repeat(32), '00'.repeat(33), `${'00'.repeat(32)}zz`])
    expect(() => masterKeyFrom(text)).toThrow(
      expect.objectContaining({
        code: 'not-a-master-key',
        message: expect.stringMatching(/^MULIN_MASTER_KEY .*64 hexadecimal digits/),
        sentence: expect.objectContaining({ zh: expect.stringContaining('64') }),
      }),
    );
  expect(masterKeyFrom(` ${'0f'.repeat(32)}\n`)).toHaveLength(32);
});

test('to check it makes none, and says what is wrong with one that is there', async () => {
  const home = folder();
  await checkMasterKey(home);
  expect(existsSync(home)).toBe(false);
  await masterKeyIn(home);
  await checkMasterKey(home);
  writeFileSync(path.join(home, 'vault.key'), 'damaged');
  await expect(checkMasterKey(home)).rejects.toMatchObject({
    code: 'not-a-master-key',
    message: expect.stringContaining('vault.key'),
  });
});

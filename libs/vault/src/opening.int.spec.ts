import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant, personId, uuidOf } from '@mulin/kernel';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { masterKeyFor } from './opening.js';
import { postgresVault } from './postgres-vault.js';

let here: TestDatabase;
beforeAll(async () => {
  here = await testDatabase();
});
afterAll(() => here.drop());

const newFolder = () => path.join(mkdtempSync(path.join(tmpdir(), 'mulin-vault-')), 'keys');

test('a vault that holds something is opened by its own master key alone, and is given no new one', async () => {
  const { database } = here;
  const folder = newFolder();
  const master = await masterKeyFor(database, { folder });
  const now = () => instant('2026-03-02T04:00:00Z');
  const vault = (await postgresVault({ database, master, town: 'mu', now })).as('intake', {
    kinds: ['words'],
    purposes: ['answering'],
  });
  // Nothing is locked yet: any key will do.
  await masterKeyFor(database, { folder: newFolder() });

  const person = personId(await uuidOf('someone'));
  await vault.keep([{ id: await uuidOf('words'), person, kind: 'words', content: 'a broken lamp' }]);

  const elsewhere = newFolder();
  await expect(masterKeyFor(database, { folder: elsewhere })).rejects.toMatchObject({
    code: 'master-key-gone',
  });
  expect(existsSync(path.join(elsewhere, 'vault.key'))).toBe(false);
  const text = randomBytes(32).toString('hex');
  await expect(masterKeyFor(database, { folder, text })).rejects.toMatchObject({
    code: 'master-key-is-another',
  });

  expect(await masterKeyFor(database, { folder })).toEqual(master);
  const away = path.join(folder, 'away');
  renameSync(path.join(folder, 'vault.key'), away);
  await expect(masterKeyFor(database, { folder })).rejects.toThrow(/put .*vault\.key back/);
  expect(await masterKeyFor(database, { folder, text: Buffer.from(master).toString('hex') })).toEqual(master);

  await vault.shred(person, { actor: 'clerk-1', purpose: 'answering' });
  // Whoever was erased needs no key any more.
  expect(await masterKeyFor(database, { folder: newFolder() })).not.toEqual(master);
});

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadRows, openDatabase } from '@mulin/postgres';
import { areDeliveriesHeld } from '@mulin/service';
import { testDatabase } from '@mulin/testing';
import { prepareTables } from '@mulin/town';
import { surroundingsOf } from '../surroundings.js';
import { keyFiles } from '../whole-town/copy.js';
import { releaseCommand } from './deliveries.js';
import { exportCommand, restoreCommand } from './whole-town.js';

jest.setTimeout(120_000);
const folder = mkdtempSync(path.join(tmpdir(), 'mulin-town-'));
const inFolder = (...names: readonly string[]) => path.join(folder, ...names);
const masterKey = '0f'.repeat(32);

type Test = Awaited<ReturnType<typeof testDatabase>>;
const databases: Test[] = [];
const newDatabase = async (): Promise<Test> => {
  const made = await testDatabase();
  databases.push(made);
  return made;
};

const at = (home: string, databaseUrl: string, key?: string) =>
  surroundingsOf({
    folder,
    home: inFolder(home),
    url: 'http://127.0.0.1:1',
    token: undefined,
    databaseUrl,
    masterKey: key,
    stamp: () => 'stamp',
    now: () => '2026-03-02T01:00:00.000Z',
  });

/** A town of one event and one person, whose key is locked. */
const townWith = async (home: string, key?: string) => {
  const { url } = await newDatabase();
  mkdirSync(inFolder(home, 'keys'), { recursive: true });
  await prepareTables({ databaseUrl: url, keys: inFolder(home, 'keys'), masterKey: key, town: 'mu' });
  const database = await openDatabase({ url });
  const id = '019cadd2-5f4c-7000-8000-000000000001';
  await loadRows(database.sql, 'intake.facts', [
    JSON.stringify({
      position: 1,
      stream: 's',
      revision: 1,
      version: 1,
      id,
      type: 'T',
      data: '{}',
      metadata: '{"town":"mu"}',
    }),
  ]);
  await loadRows(database.sql, 'vault.person', [
    JSON.stringify({ id, generation: 1, wrapped: '\\x00', master: 'm', made_at: '2026-03-02T01:00:00Z' }),
  ]);
  await database.close();
  return at(home, url, key);
};

const keysIn = (home: string) =>
  Object.fromEntries(keyFiles.map((name) => [name, readFileSync(inFolder(home, 'keys', name), 'utf8')]));

beforeAll(async () => {
  await exportCommand(await townWith('old'), { out: 'copy' });
  await exportCommand(await townWith('elsewhere', masterKey), { out: 'keyless' });
});
afterAll(async () => {
  for (const { drop } of databases) await drop();
  rmSync(folder, { recursive: true, force: true });
});

test('a town is not exported without one of its logs', async () => {
  const town = await townWith('hidden');
  const database = await openDatabase({ url: town.databaseUrl() ?? '' });
  await database.sql('alter table routing.facts rename to events');
  await database.close();
  await expect(exportCommand(town, { out: 'hidden-copy' })).rejects.toThrow(
    /events of routing lie in no table/,
  );
  expect(readdirSync(folder).filter((name) => name.startsWith('hidden-copy'))).toEqual([]);
});

test('a restore that was cut off before the rows were there is simply done again', async () => {
  const { url } = await newDatabase();
  mkdirSync(inFolder('half', 'keys.new'), { recursive: true });
  writeFileSync(inFolder('half', 'keys.new', 'vault.key'), 'half a k');
  mkdirSync(inFolder('half', 'keys'));
  writeFileSync(inFolder('half', 'keys', 'local.key'), keysIn('old')['local.key'] ?? '');
  expect(await restoreCommand(at('half', url), 'copy')).toMatchObject({ json: { facts: 1 } });
  expect(keysIn('half')).toEqual(keysIn('old'));
  expect(readdirSync(inFolder('half'))).toEqual(['keys']);
  await expect(restoreCommand(at('half', url), 'copy')).rejects.toThrow('A town lives here already');
});

test('one that was cut off after the rows were there puts the keys in place', async () => {
  const { url } = await newDatabase();
  const { json } = await restoreCommand(at('late', url), 'copy');
  // As it was before the keys got their place.
  mkdirSync(inFolder('late', 'keys.new'));
  for (const [name, text] of Object.entries(keysIn('late')))
    writeFileSync(inFolder('late', 'keys.new', name), text);
  writeFileSync(inFolder('late', 'keys.new', 'copy'), 'sha256' in json ? String(json.sha256) : '');
  rmSync(inFolder('late', 'keys'), { recursive: true });
  expect(await restoreCommand(at('late', url), 'copy')).toMatchObject({ json });
  expect(keysIn('late')).toEqual(keysIn('old'));
});

test('no keys are put in place where the rows are refused', async () => {
  const { url } = await newDatabase();
  await prepareTables({ databaseUrl: url, keys: inFolder('some'), masterKey, town: 'mu' });
  const database = await openDatabase({ url });
  await database.sql('alter table intake.facts add check (false)');
  await database.close();
  await expect(restoreCommand(at('refused', url), 'copy')).rejects.toThrow();
  expect(existsSync(inFolder('refused', 'keys'))).toBe(false);
});

test('keys of another town are never written over', async () => {
  const { url } = await newDatabase();
  mkdirSync(inFolder('other', 'keys'), { recursive: true });
  writeFileSync(inFolder('other', 'keys', 'vault.key'), masterKey);
  await expect(restoreCommand(at('other', url), 'copy')).rejects.toThrow('the keys of another town');
  expect(readFileSync(inFolder('other', 'keys', 'vault.key'), 'utf8')).toBe(masterKey);
});

test('a town whose master key was in the environment is restored only with it', async () => {
  const { url } = await newDatabase();
  await expect(restoreCommand(at('open', url), 'keyless')).rejects.toThrow('give it as MULIN_MASTER_KEY');
  expect(existsSync(inFolder('open'))).toBe(false);
  expect(await restoreCommand(at('open', url, masterKey), 'keyless')).toMatchObject({ json: { facts: 1 } });
});

test('a restored town sends nothing until an operator says so, and says so once', async () => {
  const { url } = await newDatabase();
  const town = at('quiet', url);
  expect((await restoreCommand(town, 'copy')).lines).toContainEqual(
    expect.stringContaining('It sends no e-mail and no webhook'),
  );
  const database = await openDatabase({ url });
  expect(await areDeliveriesHeld(database.sql)).toBe(true);
  expect(await releaseCommand(town)).toMatchObject({ json: { released: true } });
  expect(await areDeliveriesHeld(database.sql)).toBe(false);
  await database.close();
  expect(await releaseCommand(town)).toMatchObject({ json: { released: false } });
});

import { afterAll, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { loadRows } from '@mulin/postgres';
import { testDatabase, until } from '@mulin/testing';
import { describeCredentials } from './credentials.testing.js';
import { postgresAccounts } from './postgres-accounts.js';
import { postgresCredentials } from './postgres-credentials.js';

const databases: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of databases) await drop();
});

const newDatabase = async () => {
  const { database, drop } = await testDatabase();
  databases.push(drop);
  return database;
};

describeCredentials('postgresCredentials', async () => postgresCredentials(await newDatabase()));

test('a session that another process ends is over here soon', async () => {
  const database = await newDatabase();
  const [here, there] = [await postgresCredentials(database), await postgresCredentials(database)];
  const [seenAt, endsAt] = [instant('2026-03-02T04:00:00Z'), instant('2026-03-02T05:00:00Z')];
  await here.openSession({ hash: 'h', account: 'li', seenAt, endsAt });
  expect(await here.session('h')).not.toBeNull();
  await there.endSessions('li');
  await until(async () => (await here.session('h')) === null);
});

test('of attempts at which nothing was tried no row stays once it was tidied', async () => {
  const database = await newDatabase();
  const store = await postgresCredentials(database);
  const rule = { free: 0, firstMs: 60_000, longestMs: 60_000, forgetMs: 60_000 };
  const [noon, later] = [instant('2026-03-02T04:00:00Z'), instant('2026-03-02T05:00:00Z')];
  await store.guess([{ key: 'locked', rule }], noon);
  for (const key of ['one', 'other'])
    await store.guess(
      [
        { key, rule },
        { key: 'locked', rule },
      ],
      noon,
    );
  await store.tidy(later);
  expect(await database.sql('select key from identity.attempts')).toEqual([]);
});

test('accounts of an older town, which had no names, are read as they were', async () => {
  const database = await newDatabase();
  const accounts = await postgresAccounts(database);
  const old = { id: 'li', role: 'auditor', area: 'mu', disabled: false };
  await loadRows(database.sql, 'identity.account', [JSON.stringify(old)]);
  expect(await accounts.find('li')).toEqual({ id: 'li', role: 'auditor', area: 'mu' });
  expect(await accounts.nameOf('li')).toBeNull();
  expect(await accounts.list({ limit: 9 })).toEqual([
    { account: 'li', role: 'auditor', area: 'mu', disabled: false },
  ]);
});

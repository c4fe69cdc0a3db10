import { expect, test } from '@jest/globals';
import { testDatabase } from './index.js';

test('each test gets a database of its own, empty and real', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  await one.database.sql('create table kept (id int primary key)');

  const there = `select 1 from information_schema.tables where table_name = 'kept'`;
  expect(await one.database.sql(there)).toHaveLength(1);
  expect(await two.database.sql(there)).toHaveLength(0);

  await Promise.all([one.drop(), two.drop()]);
});

test('what is dropped is gone, even while somebody is still in it', async () => {
  const [gone, other] = await Promise.all([testDatabase(), testDatabase()]);
  const name = new URL(gone.url).pathname.slice(1);
  const listening = await gone.database.listen('trial', () => {});
  await gone.drop();
  await listening();

  expect(await other.database.sql('select 1 from pg_database where datname = $1', [name])).toEqual([]);
  await other.drop();
});

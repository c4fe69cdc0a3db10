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

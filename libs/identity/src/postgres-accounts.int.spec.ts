import { afterAll, expect, test } from '@jest/globals';
import type { Area } from '@mulin/kernel';
import { testDatabase, until } from '@mulin/testing';
import { describeAccounts } from './accounts.testing.js';
import { postgresAccounts } from './postgres-accounts.js';

const databases: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of databases) await drop();
});

describeAccounts('postgresAccounts', async () => {
  const { database, drop } = await testDatabase();
  databases.push(drop);
  return postgresAccounts(database);
});

test('a role that another process takes away is gone here soon', async () => {
  const { database, drop } = await testDatabase();
  databases.push(drop);
  const [here, there] = [await postgresAccounts(database), await postgresAccounts(database)];
  await here.ensure({ id: 'li', role: 'operator', area: 'mu' as Area });
  expect(await here.find('li')).toMatchObject({ role: 'operator' });
  await there.change('li', (was) => ({ ...was, role: 'auditor' }));
  await until(async () => (await here.find('li'))?.role === 'auditor');
});

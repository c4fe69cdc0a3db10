import { afterAll } from '@jest/globals';
import { testDatabase } from '@mulin/testing';
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

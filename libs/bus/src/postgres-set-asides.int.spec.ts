import { afterAll } from '@jest/globals';
import { testDatabase } from '@mulin/testing';
import { postgresSetAsides } from './postgres-set-asides.js';
import { describeSetAsides } from './set-asides.conformance.js';

const drops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of drops) await drop();
});

describeSetAsides('postgresSetAsides', async () => {
  const { database, drop } = await testDatabase();
  drops.push(drop);
  return postgresSetAsides({ database });
});

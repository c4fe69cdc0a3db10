import { afterAll } from '@jest/globals';
import { testDatabase } from '@mulin/testing';
import { postgresDeadLetters } from './postgres-set-asides.js';
import { describeDeadLetters } from './set-asides.conformance.js';

const drops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of drops) await drop();
});

describeDeadLetters('postgresSetAsides', async () => {
  const { database, drop } = await testDatabase();
  drops.push(drop);
  return postgresDeadLetters({ database });
});

import { afterAll } from '@jest/globals';
import { testDatabase } from '@mulin/testing';
import { postgresDeadLetters } from './dead-letters.js';
import { describeDeadLetters } from '../dead-letters.testing.js';

const drops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const drop of drops) await drop();
});

describeDeadLetters('postgresSetAsides', async () => {
  const { database, drop } = await testDatabase();
  drops.push(drop);
  return postgresDeadLetters({ database });
});

import { afterAll } from '@jest/globals';
import { testDatabase } from '@mulin/testing';
import { describeCommandHandler } from './command-handler.testing.js';
import { postgresEventStore } from './postgres/postgres-event-store.js';

const opened = testDatabase();
let schemas = 0;

afterAll(async () => (await opened).drop());

describeCommandHandler('a log in PostgreSQL', async () => {
  const { database } = await opened;
  const schema = `handle_${++schemas}`;
  return { open: () => postgresEventStore({ database, schema }), close: async () => {} };
});

import { instant } from '@mulin/kernel';
import { describeEventStore, testDatabase } from '@mulin/testing';
import { afterAll } from '@jest/globals';
import { postgresEventStore } from './postgres-event-store.js';

const now = () => instant('2026-05-01T08:00:00Z');
const test = testDatabase();
let schemas = 0;

afterAll(async () => (await test).drop());

describeEventStore('postgresEventStore', async () => {
  const schema = `log_${++schemas}`;
  const { database } = await test;
  return {
    open: (upcasts = {}) => postgresEventStore({ database, schema, now, upcasts }),
    close: async () => void (await database.sql(`drop schema if exists ${schema} cascade`)),
  };
});

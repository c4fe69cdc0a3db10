import { instant, type Upcasts } from '@mulin/kernel';
import { describeCheckpoints, describeEventStore, testDatabase } from '@mulin/testing';
import { afterAll, expect, test as it } from '@jest/globals';
import { postgresEventStore } from './postgres-event-store.js';

const now = () => instant('2026-05-01T08:00:00Z');
const test = testDatabase();
let schemas = 0;

afterAll(async () => (await test).drop());

const begun = async () => {
  const schema = `log_${++schemas}`;
  const { database } = await test;
  return {
    open: (upcasts: Upcasts = {}) => postgresEventStore({ database, schema, now, upcasts }),
    close: async () => void (await database.sql(`drop schema if exists ${schema} cascade`)),
  };
};

describeEventStore('postgresEventStore', begun);
describeCheckpoints('postgresEventStore', begun);

it('nobody changes an event or removes one, also with the rights of its owner; what is new is recorded', async () => {
  const { database } = await test;
  const schema = 'kept_log';
  const store = await postgresEventStore({ database, schema, now });
  const happened = (id: string) => ({
    id,
    type: 'Happened',
    data: { words: 1 },
    metadata: { town: 'mu', actor: 'clerk', correlationId: id, causationId: id },
  });
  await store.appendToStream('thing-1', [happened('a')], { expectedRevision: 'no-stream' });
  const asRecorded = await store.readStream('thing-1');
  for (const statement of [
    `update ${schema}.facts set data = '{}'`,
    `delete from ${schema}.facts`,
    `delete from ${schema}.facts where false`,
    `truncate ${schema}.facts`,
  ])
    await expect(database.sql(statement)).rejects.toThrow(/Events are never changed/);
  expect(await store.readStream('thing-1')).toEqual(asRecorded);
  await store.appendToStream('thing-1', [happened('b')], { expectedRevision: 0 });
  expect(await store.readStream('thing-1')).toHaveLength(2);
});

import { afterAll } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { testDatabase } from '@mulin/testing';
import { describeAdopting } from '../adopting.testing.js';
import { adoptIntoPostgres } from './adopt.js';
import { postgresEventStore } from './postgres-event-store.js';

const now = () => instant('2026-05-01T08:00:00Z');
const opened = testDatabase();
let schemas = 0;

afterAll(async () => (await opened).drop());

describeAdopting('postgresEventStore', {
  open: async () => {
    const { database } = await opened;
    const [one, other] = [`adopt_${++schemas}`, `adopt_${++schemas}`];
    return {
      stores: [
        await postgresEventStore({ database, schema: one, now }),
        await postgresEventStore({ database, schema: other, now }),
      ],
      adopt: ([first, second]) =>
        adoptIntoPostgres(database, [
          { schema: one, ...first },
          { schema: other, ...second },
        ]),
    };
  },
});

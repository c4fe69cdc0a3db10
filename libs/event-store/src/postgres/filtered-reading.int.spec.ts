/** How PostgreSQL goes about the first page of a long log: by its order, whatever is asked for. */
import { afterAll, expect, test } from '@jest/globals';
import { newCorrelation, type NewEvent } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { testDatabase } from '@mulin/testing';
import { postgresEventStore } from './postgres-event-store.js';

const opened = testDatabase();
afterAll(async () => (await opened).drop());

const metadata = newCorrelation({ id: 'request-1', town: 'mulin', actor: 'clerk-1' });
const [streams, eventsOfEach] = [20, 500];

const fill = async (store: Awaited<ReturnType<typeof postgresEventStore>>) => {
  for (let stream = 0; stream < streams; stream++) {
    const events = Array.from({ length: eventsOfEach }, (_, nth): NewEvent => ({
      id: `${stream}-${nth}`,
      type: 'CaseNoted',
      data: { nth },
      metadata,
    }));
    await store.appendToStream(`case-${stream}`, events, { expectedRevision: 'no-stream' });
  }
};

type Plan = Readonly<{ 'Node Type': string; 'Relation Name'?: string; Plans?: readonly Plan[] }>;

/** The steps from the table upwards. */
const stepsFrom = (plan: Plan): readonly string[] => [
  ...(plan.Plans ?? []).flatMap(stepsFrom),
  plan['Node Type'],
];

/** Each statement is also explained as it would be run with these values for the first time. */
const explained = (database: Database) => {
  const plans: (readonly string[])[] = [];
  const sql: Database['sql'] = async (text, values, options) => {
    if (options?.name?.includes('filtered') === true) {
      const [row] = await database.sql<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
        `explain (format json) ${text}`,
        values,
      );
      plans.push(...(row?.['QUERY PLAN'] ?? []).map(({ Plan: plan }) => stepsFrom(plan)));
    }
    return database.sql(text, values, options);
  };
  return { database: { ...database, sql }, plans };
};

test('the first page of a category sorts no more of the log than it shows', async () => {
  const { database, plans } = explained((await opened).database);
  const schema = 'long_log';
  const store = await postgresEventStore({ database, schema });
  await fill(store);
  await database.sql(`analyze ${schema}.facts`);

  const filter = { categories: ['case'] };
  const page = await store.readAll({ from: null, maxCount: 100, filter });
  expect(page.map(({ position }) => position)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  expect(plans).toHaveLength(1);
  const [steps = []] = plans;
  expect(steps[0]).toBe('Index Scan');
  expect(steps.slice(0, steps.indexOf('Limit'))).not.toContain('Sort');
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant, uuidOf } from '@mulin/kernel';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { postgresEventStore } from '@mulin/event-store';
import { namedInFacts } from './named-in-facts.js';

let here: TestDatabase;
beforeAll(async () => {
  here = await testDatabase();
});
afterAll(() => here.drop());

const going = new AbortController().signal;

test('an id is found in the oldest and in the newest fact of any log, and one that no fact names is not', async () => {
  const { sql } = here.database;
  const ids = await Promise.all(['oldest', 'newest', 'elsewhere', 'nowhere'].map((name) => uuidOf(name)));
  const [oldest = '', newest = '', elsewhere = '', nowhere = ''] = ids;
  for (const schema of ['intake', 'audit'])
    await postgresEventStore({
      database: here.database,
      schema,
      now: () => instant('2026-03-02T04:00:00Z'),
      upcasts: {},
    });
  const record = (schema: string, from: number, to: number, id: string) =>
    sql(
      `insert into ${schema}.facts (position, stream, revision, id, type, version, data, metadata)
       select n, 's' || n, 0, 'f' || n, 't', 1, $3, '{}' from generate_series($1::int, $2::int) n`,
      [from, to, JSON.stringify({ words: { id, hash: `deadbeef-${nowhere.slice(0, 30)}` } })],
    );
  await record('intake', 1, 1, oldest);
  await record('intake', 2, 2_499, await uuidOf('other'));
  await record('intake', 2_500, 2_500, newest);
  await record('audit', 1, 1, elsewhere);

  expect(await namedInFacts(here.database, going)(ids)).toEqual(new Set([oldest, newest, elsewhere]));
});

test('a search ends with the town', async () => {
  const search = namedInFacts(here.database, AbortSignal.abort());
  await expect(search([await uuidOf('nowhere')])).rejects.toThrow(/abort/);
});

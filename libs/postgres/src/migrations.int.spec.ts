import { afterAll, expect, test } from '@jest/globals';
import { startEmbedded } from './embedded/start.js';
import { type Migration, migrate, openDatabase } from './index.js';
import { hasty, trialHome } from './database.testing.js';

const { home, remove } = trialHome();
const server = await startEmbedded({ home, settings: hasty });
const database = await openDatabase({ url: server.url });

afterAll(async () => {
  await database.close();
  await server.stop();
  remove();
});

const cases: Migration = { id: '001-cases', sql: 'create table cases (id int); create index on cases (id)' };
const words: Migration = { id: '002-words', sql: 'alter table cases add words text' };

const columns = (schema: string) =>
  database.sql(
    'select table_name, column_name from information_schema.columns where table_schema = $1 and table_name = $2 order by 2',
    [schema, 'cases'],
  );

test('tables are made in the schema of their own, once, and go forward', async () => {
  await migrate(database, 'forward', [cases]);
  await migrate(database, 'forward', [cases]);
  await migrate(database, 'forward', [cases, words]);

  expect(await columns('forward')).toEqual([
    { table_name: 'cases', column_name: 'id' },
    { table_name: 'cases', column_name: 'words' },
  ]);
  expect(await columns('public')).toEqual([]);
});

test('of several programs that start at once one migrates', async () => {
  await Promise.all([1, 2, 3, 4].map(() => migrate(database, 'rush', [cases, words])));

  expect(await columns('rush')).toHaveLength(2);
});

test('a migration that fails leaves nothing behind', async () => {
  const wrong: Migration = { id: '002-wrong', sql: 'alter table cases add words text; select 1 / 0' };

  await expect(migrate(database, 'wrong', [cases, wrong])).rejects.toThrow('division by zero');
  expect(await columns('wrong')).toEqual([]);
});

test('one that was changed after it had been applied is refused', async () => {
  await migrate(database, 'changed', [cases, words]);
  const edited = { ...cases, sql: 'create table cases (id bigint)' };

  await expect(migrate(database, 'changed', [edited, words])).rejects.toThrow(
    'Migration "001-cases" of "changed" was changed after it had been applied',
  );
});

test('tables of a newer program are refused, and stay as they are', async () => {
  await migrate(database, 'newer', [cases, words]);

  await expect(migrate(database, 'newer', [cases])).rejects.toThrow('were made by a newer Mulin');
  expect(await columns('newer')).toHaveLength(2);
});

test('one that was put in before an applied one is refused', async () => {
  await migrate(database, 'inserted', [cases]);

  await expect(migrate(database, 'inserted', [words, cases])).rejects.toThrow('cannot go on from there');
});

test('a name that could be anything else than a name is refused', async () => {
  await expect(migrate(database, 'x; drop schema public', [])).rejects.toThrow('is no name for a schema');
});

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personId, uuidOf } from '@mulin/kernel';
import { migrate } from '@mulin/postgres';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { masterKeysOf } from './crypto.js';
import { vaultItems } from './items.js';
import { personKeys } from './persons.js';
import { migrations, schema } from './schema.js';

let here: TestDatabase;
beforeAll(async () => {
  here = await testDatabase();
  await migrate(here.database, schema, migrations);
});
afterAll(() => here.drop());

const keys = masterKeysOf(randomBytes(32));
const keysOf = (town: string) => personKeys({ database: here.database, town, keys });

/** As a program reads it that has opened no key yet. */
const rowOf = async (id: string) => {
  const [row] = await here.database.sql<{ id: string; generation: number; wrapped: Buffer; master: string }>(
    'select id, generation, wrapped, master from vault.person where id = $1',
    [id],
  );
  if (!row) throw new Error('this person has a key');
  return row;
};

test('the key of a person is opened as theirs and in their town, and as nobody else’s', async () => {
  const wang = personId(await uuidOf('wang'));
  const made = (await keysOf('mu').ensure([wang])).get(wang);
  const row = await rowOf(wang);
  expect(keysOf('mu').of(row)).toEqual(made);
  expect(() => keysOf('li').of(row)).toThrow();
  expect(() => keysOf('mu').of({ ...row, id: '0'.repeat(8) + wang.slice(8) })).toThrow();
});

test('an item opens in the town that kept it alone, also for one who has the key', async () => {
  const persons = keysOf('mu');
  const item = {
    id: await uuidOf('item'),
    person: personId(await uuidOf('zhou')),
    kind: 'words',
    content: 'a',
  };
  const itemsIn = (town: string) => vaultItems({ database: here.database, town, persons });
  await itemsIn('mu').keep([item]);
  expect(await itemsIn('mu').open(item.id)).toEqual({ kind: 'words', content: 'a' });
  await expect(itemsIn('li').open(item.id)).rejects.toThrow();
});

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant, personId, uuidOf } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { testDatabase } from '@mulin/testing';
import { postgresVault } from './postgres-vault.js';
import { describeVault } from './vault.contract.js';

const master = randomBytes(32);
const now = () => instant('2026-03-02T04:00:00Z');
const grant = { kinds: ['words'], purposes: ['answering', 'routing'] };
const byClerk = { actor: 'clerk-1', purpose: 'answering' };

const there: { database?: Database; drop?: () => Promise<void>; url?: string } = {};
beforeAll(async () => void Object.assign(there, await testDatabase()));
afterAll(async () => there.drop?.());

const database = (): Database => {
  if (!there.database) throw new Error('the test has a database');
  return there.database;
};
const open = (key: Uint8Array = master, over: Database = database()) =>
  postgresVault({ database: over, master: key, town: 'mu', now });

const item = async (content: string) => ({
  id: await uuidOf('pg', content),
  person: personId(await uuidOf('pg-person', content)),
  kind: 'words',
  content,
});

describeVault('postgresVault', open);

test('nothing that a resident wrote stands in the tables', async () => {
  await (await open()).as('intake', grant).keep([await item('a very plain sentence')]);
  const rows = await database().sql<{ row: string }>(
    'select row_to_json(i)::text as row from vault.item i union all select row_to_json(p)::text from vault.person p',
  );
  expect(rows.length).toBeGreaterThan(1);
  const hex = Buffer.from('plain sentence').toString('hex');
  for (const { row } of rows) expect(row.includes('plain sentence') || row.includes(hex)).toBe(false);
});

test('a vault that starts again opens what it kept; one with another master key does not', async () => {
  const kept = await item('kept over a restart');
  await (await open()).as('intake', grant).keep([kept]);
  const other = await openDatabase({ url: database().url, max: 2 });
  try {
    expect(await (await open(master, other)).as('intake', grant).read(kept.id, byClerk)).toBe(kept.content);
    await expect(
      (await open(randomBytes(32), other)).as('intake', grant).read(kept.id, byClerk),
    ).rejects.toThrow('sealed with the master key');
  } finally {
    await other.close();
  }
});

test('what cannot be kept hinders nothing that is kept with it', async () => {
  const vault = (await open()).as('intake', grant);
  const items = await Promise.all(Array.from({ length: 21 }, (_, n) => item(`together ${n}`)));
  const asked = await Promise.allSettled(
    items.map((it, n) => vault.keep([n === 9 ? { ...it, id: 'no-uuid' } : it])),
  );
  expect(asked.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([9]);
});

test('an erasure in one process is an erasure in all', async () => {
  const kept = await item('erased elsewhere');
  const [one, two] = [(await open()).as('intake', grant), (await open()).as('intake', grant)];
  await one.keep([kept]);
  expect(await one.read(kept.id, byClerk)).toBe(kept.content);
  await two.shred(kept.person, byClerk);
  expect(await one.read(kept.id, byClerk)).toBeNull();
});

test('what is kept after an erasure elsewhere can be read', async () => {
  const [before, after] = [await item('before the erasure'), await item('after the erasure')];
  const [one, two] = [(await open()).as('intake', grant), (await open()).as('intake', grant)];
  await one.keep([before]);
  await two.shred(before.person, byClerk);
  await one.keep([{ ...after, person: before.person }]);

  expect(await one.read(before.id, byClerk)).toBeNull();
  expect(await one.read(after.id, byClerk)).toBe(after.content);
  expect(await two.read(after.id, byClerk)).toBe(after.content);
});

test('an erasure leaves nothing to guess from, and is on record', async () => {
  const kept = await item('13800138000');
  const vault = (await open()).as('intake', grant);
  await vault.keep([kept]);
  await vault.shred(kept.person, byClerk);

  const columns = "encode(sealed, 'hex') as sealed, wrapped";
  expect(
    await database().sql(
      `select ${columns} from vault.item i join vault.person p on p.id = i.person where i.id = $1`,
      [kept.id],
    ),
  ).toEqual([{ sealed: '', wrapped: null }]);
  expect(
    await database().sql('select at, service, actor, purpose, item from vault.reading where erased = $1', [
      kept.person,
    ]),
  ).toEqual([{ at: now(), service: 'intake', actor: 'clerk-1', purpose: 'answering', item: null }]);
});

test('bytes that were moved to another item open nothing', async () => {
  const [mine, theirs] = [await item('bytes of mine'), await item('bytes of theirs')];
  const vault = (await open()).as('intake', grant);
  await vault.keep([mine, theirs]);
  await database().sql(
    'update vault.item set sealed = (select sealed from vault.item where id = $1) where id = $2',
    [mine.id, theirs.id],
  );
  await expect(vault.read(theirs.id, byClerk)).rejects.toThrow();
});

test('people’s readings are listed one by one, a service’s own are counted', async () => {
  const town = await open();
  const kept = await item('read by many');
  const vault = town.as('routing', grant);
  await vault.keep([kept]);
  await vault.read(kept.id, byClerk);
  await vault.read(kept.id, { actor: 'routing', purpose: 'routing' });
  await vault.read(kept.id, { actor: 'routing', purpose: 'routing' });
  await town.close();

  expect(
    await database().sql('select at, service, actor, purpose from vault.reading where item = $1', [kept.id]),
  ).toEqual([{ at: now(), service: 'routing', actor: 'clerk-1', purpose: 'answering' }]);
  expect(await database().sql("select count from vault.reading_count where purpose = 'routing'")).toEqual([
    { count: 2 },
  ]);
});

test('what no fact refers to is gone a day later, and what one refers to stays', async () => {
  const [loose, young, held] = [await item('loose'), await item('young'), await item('held')];
  const town = await open();
  const vault = town.as('intake', grant);
  await vault.keep([loose, young, held]);
  await database().sql("update vault.item set kept_at = now() - interval '25 hours' where id <> $1", [
    young.id,
  ]);
  await town.forgetUnreferenced(async (ids) => new Set(ids.filter((id) => id !== loose.id)));

  expect(await vault.read(loose.id, byClerk)).toBeNull();
  expect(await vault.read(held.id, byClerk)).toBe('held');
  expect(await vault.read(young.id, byClerk)).toBe('young');

  const asked: string[] = [];
  await town.forgetUnreferenced(async (ids) => {
    asked.push(...ids);
    return new Set(ids);
  });
  expect(asked).toEqual([]);
});

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant, personId, uuidOf } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { testDatabase } from '@mulin/testing';
import { postgresVault } from './postgres-vault.js';
import { describeVault } from './vault.testing.js';

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

describeVault('postgresVault', async () => {
  const vault = await open();
  const { sql } = database();
  const of = (column: 'item' | 'erased') => (id: string) =>
    sql<{ service: string; actor: string; purpose: string }>(
      `select service, actor, purpose from vault.reading where ${column} = $1 order by at`,
      [id],
    );
  return {
    as: vault.as,
    readings: vault.readings,
    readingsOf: of('item'),
    erasuresOf: of('erased'),
    withoutRecord: async () => {
      await sql('alter table vault.reading add constraint full_disk check (false) not valid');
      return async () => void (await sql('alter table vault.reading drop constraint full_disk'));
    },
  };
});

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

test('bytes that were moved to another item of the same person, or are said to be of another kind, open nothing', async () => {
  const [one, other] = [await item('one of mine'), await item('another of mine')];
  const [mine, also] = [one, { ...other, person: one.person }];
  const vault = (await open()).as('intake', { ...grant, kinds: ['words', 'place'] });
  await vault.keep([mine, also]);
  await database().sql(
    'update vault.item set sealed = (select sealed from vault.item where id = $1) where id = $2',
    [mine.id, also.id],
  );
  await expect(vault.read(also.id, byClerk)).rejects.toThrow();

  await database().sql(`update vault.item set kind = 'place' where id = $1`, [mine.id]);
  await expect(vault.read(mine.id, byClerk)).rejects.toThrow();
  await database().sql(`update vault.item set kind = 'words' where id = $1`, [mine.id]);
  expect(await vault.read(mine.id, byClerk)).toBe(mine.content);
});

test('a key that was moved to another person, or to another town, opens nothing', async () => {
  const [mine, theirs] = [await item('a key of mine'), await item('a key of theirs')];
  await (await open()).as('intake', grant).keep([mine, theirs]);
  const elsewhere = await postgresVault({ database: database(), master, town: 'li', now });
  await expect(elsewhere.as('intake', grant).read(mine.id, byClerk)).rejects.toThrow();

  const { sql } = database();
  await sql(
    'update vault.person set wrapped = (select wrapped from vault.person where id = $1) where id = $2',
    [mine.person, theirs.person],
  );
  const fresh = (await open()).as('intake', grant);
  await expect(fresh.read(theirs.id, byClerk)).rejects.toThrow();
  expect(await fresh.read(mine.id, byClerk)).toBe(mine.content);
});

test('the bytes of a town open in no other town that has its key', async () => {
  const mine = await item('bytes of this town');
  await (await open()).as('intake', grant).keep([mine]);
  const li = await postgresVault({ database: database(), master, town: 'li', now });
  const there = { ...(await item('made in li')), kind: 'words' };
  await li.as('intake', grant).keep([there]);
  await database().sql(
    'update vault.item set person = $2, sealed = (select sealed from vault.item where id = $3) where id = $1',
    [there.id, there.person, mine.id],
  );
  await expect(li.as('intake', grant).read(there.id, byClerk)).rejects.toThrow();
});

test('what was kept while its person was erased is emptied, and what came later stays', async () => {
  const [before, after] = [await item('in the very moment'), await item('came back')];
  const town = await open();
  const vault = town.as('intake', grant);
  await vault.keep([before]);
  const { sql } = database();
  const [sealed] = await sql<{ sealed: Buffer }>('select sealed from vault.item where id = $1', [before.id]);
  await vault.shred(before.person, byClerk);
  await sql('update vault.item set sealed = $2 where id = $1', [before.id, sealed?.sealed]);
  expect(await vault.read(before.id, byClerk)).toBeNull();
  await vault.keep([{ ...after, person: before.person }]);

  expect(await town.emptyErased()).toBe(1);
  expect(await sql('select length(sealed) as bytes from vault.item where id = $1', [before.id])).toEqual([
    { bytes: 0 },
  ]);
  expect(await vault.read(after.id, byClerk)).toBe(after.content);
  expect(await town.emptyErased()).toBe(0);
});

test('each row carries its town, also one that an older vault or an older copy left without', async () => {
  const kept = await item('of which town');
  const town = await open();
  const vault = town.as('routing', grant);
  await vault.keep([kept]);
  await vault.read(kept.id, byClerk);
  await vault.read(kept.id, { actor: 'routing', purpose: 'answering' });
  await vault.shred(kept.person, byClerk);
  await town.close();
  const { sql } = database();
  const townless = async () => {
    const counts: unknown[] = [];
    for (const table of ['person', 'item', 'reading', 'reading_count'])
      counts.push(...(await sql(`select '${table}' as of, count(*) from vault.${table} where town is null`)));
    return counts;
  };
  const none = ['person', 'item', 'reading', 'reading_count'].map((of) => ({ of, count: 0 }));
  expect(await townless()).toEqual(none);
  for (const { of } of none) await sql(`update vault.${of} set town = null`);
  expect(await townless()).not.toEqual(none);
  await open();
  expect(await townless()).toEqual(none);
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

test('counts that cannot be kept are told of once, and kept when they can be', async () => {
  const troubles: unknown[] = [];
  const troubled = (error: unknown) => void troubles.push(error);
  const town = await postgresVault({ database: database(), master, town: 'mu', now, troubled });
  const kept = await item('counted late');
  const vault = town.as('counting', { kinds: ['words'], purposes: ['counting'] });
  await vault.keep([kept]);
  await vault.read(kept.id, { actor: 'counting', purpose: 'counting' });
  const { sql } = database();
  await sql('alter table vault.reading_count add constraint full_disk check (false) not valid');
  await town.close();
  await town.close();
  expect(troubles).toHaveLength(1);
  await sql('alter table vault.reading_count drop constraint full_disk');
  await town.close();
  expect(await sql(`select count from vault.reading_count where purpose = 'counting'`)).toEqual([
    { count: 1 },
  ]);
});

test('what no event refers to is gone a day later, and what one refers to stays', async () => {
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

test('nothing is removed when a log does not answer, or does not know any more what it knew before', async () => {
  const [loose, held] = [await item('loose too'), await item('held before')];
  const town = await open();
  const vault = town.as('intake', grant);
  const old = (id: string) =>
    database().sql("update vault.item set kept_at = now() - interval '25 hours' where id = $1", [id]);
  await vault.keep([held]);
  await old(held.id);
  expect(await town.forgetUnreferenced(async (ids) => new Set(ids))).toBe(0);

  await vault.keep([loose]);
  await old(loose.id);
  await expect(
    town.forgetUnreferenced(() => Promise.reject(new Error('this log does not answer'))),
  ).rejects.toThrow('does not answer');
  await expect(town.forgetUnreferenced(async () => new Set())).rejects.toThrow('a log is missing');
  expect(await vault.read(loose.id, byClerk)).toBe('loose too');

  const others = (ids: readonly string[]) => new Set(ids.filter((id) => id !== loose.id));
  expect(await town.forgetUnreferenced(async (ids) => others(ids))).toBe(1);
  expect(await vault.read(loose.id, byClerk)).toBeNull();
});

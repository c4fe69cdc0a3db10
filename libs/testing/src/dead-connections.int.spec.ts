/** Connections that a network has swallowed, and what `Database` makes of them. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { tcpProxy, type TcpProxy } from './tcp-proxy.js';
import { type TestDatabase, testDatabase } from './test-database.js';
import { until } from './until.js';

let here: TestDatabase;
let proxy: TcpProxy;
let database: Database;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  here = await testDatabase();
});
afterAll(() => here.drop());
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** With a short limit for statements, so that nobody waits here as long as in a town. */
const open = async (applicationName = 'far away') => {
  proxy = await tcpProxy(here.url);
  ends.push(proxy.close);
  database = await openDatabase({ url: proxy.url, applicationName, limitMs: 1_000 });
  ends.push(database.close);
};

test('a question on a connection that is dead is Unavailable in the end, and the next one is answered', async () => {
  await open();
  await database.sql('select 1');
  proxy.swallow();
  // On one that rests in the pool: it was used a moment ago, so that nobody doubts it.
  await expect(database.sql('select 1')).rejects.toBeInstanceOf(Unavailable);
  expect(await database.sql('select 2 as two')).toEqual([{ two: 2 }]);
});

test('connections that died while they rested are not used', async () => {
  await open();
  await Promise.all(['', '', ''].map(() => database.sql('select pg_sleep(0.05)')));
  await pause(5_100);
  proxy.swallow();
  const asked = await Promise.allSettled(['', '', ''].map(() => database.sql('select 1 as one')));
  expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
});

test('while nothing is answered at all, nobody waits for it one after the other, and it is found when it is back', async () => {
  await open();
  await database.sql('select 1');
  proxy.swallowAll();
  await until(() =>
    database.sql('select 1').then(
      () => false,
      ({ cause }) => cause === undefined,
    ),
  );
  // Had each of these waited by itself, the test would not end.
  for (let left = 200; left > 0; left--)
    await expect(database.sql('select 1')).rejects.toBeInstanceOf(Unavailable);
  proxy.recover();
  await until(() => database.sql('select 1').then(Boolean, () => false));
  expect(await database.sql('select 1 as one')).toEqual([{ one: 1 }]);
});

test('a statement may take longer than others where it says so, and no statement goes on without end', async () => {
  await open();
  const quick = await openDatabase({ url: here.url, limitMs: 300 });
  ends.push(quick.close);
  await expect(quick.sql('select pg_sleep(60)')).rejects.toMatchObject({ cause: { code: '57014' } });
  expect(await quick.sql('select pg_sleep(0.6), 1 as one', [], { limitMs: 5_000 })).toMatchObject([
    { one: 1 },
  ]);
  const slow = quick.transaction((sql) => sql('select pg_sleep(0.6), 1 as one'), { limitMs: 5_000 });
  expect(await slow).toMatchObject([{ one: 1 }]);
  expect(await quick.sql('show statement_timeout')).toEqual([{ statement_timeout: '300ms' }]);
});

test('a transaction whose connection dies is Unavailable, and keeps nothing', async () => {
  await open();
  await database.sql('create table kept (name text)');
  const cut = database.transaction(async (sql) => {
    await sql(`insert into kept values ('one')`);
    proxy.swallow();
    await sql(`insert into kept values ('two')`);
  });
  await expect(cut).rejects.toBeInstanceOf(Unavailable);
  expect(await here.database.sql('select * from kept')).toEqual([]);
});

test('a lock whose holder is cut off is given up there before somebody else can have it', async () => {
  await open();
  const hold = await database.hold('far away');
  expect(hold?.isHeld()).toBe(true);
  let isLost = false;
  void hold?.lost.then(() => (isLost = true));
  proxy.swallow();
  let taken = null;
  const wasHeld: boolean[] = [];
  await until(async () => {
    taken = await here.database.hold('far away');
    wasHeld.push(hold?.isHeld() === true && taken !== null);
    return taken !== null;
  });
  expect(taken).not.toBeNull();
  expect(wasHeld).not.toContain(true);
  await until(() => isLost);
  expect(isLost).toBe(true);
  await expect(hold?.sql('select 1')).rejects.toBeInstanceOf(Unavailable);
});

test('what is said on the session of a lock is not heard any more when the lock is somebody else’s', async () => {
  await open('fenced');
  const hold = await database.hold('fenced');
  await here.database.sql('create table fenced (name text)');
  await hold?.sql(`insert into fenced values ('mine')`);
  await here.database.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fenced holds'`,
  );
  await until(async () => (await here.database.hold('fenced')) !== null);
  await expect(hold?.sql(`insert into fenced values ('not mine')`)).rejects.toBeInstanceOf(Unavailable);
  expect(hold?.isHeld()).toBe(false);
  expect(await here.database.sql('select name from fenced')).toEqual([{ name: 'mine' }]);
});

test('who listens hears again when the connection was swallowed', async () => {
  await open();
  const heard: string[] = [];
  await database.listen('far', (payload) => heard.push(payload));
  heard.length = 0;
  proxy.swallow();
  await until(() => heard.includes(''));
  await here.database.sql(`select pg_notify('far', 'news')`);
  await until(() => heard.includes('news'));
  expect(heard).toContain('news');
});

test('a database is closed although nobody says goodbye', async () => {
  await open();
  await Promise.all([database.hold('a'), database.listen('b', () => {}), database.sql('select 1')]);
  const asked = database.sql('select pg_sleep(60)').catch(() => undefined);
  proxy.swallowAll();
  // It ends: else the test does not.
  await database.close();
  await asked;
});

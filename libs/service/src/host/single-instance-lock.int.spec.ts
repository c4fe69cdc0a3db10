import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tcpProxy, testDatabase, type TestDatabase, until } from '@mulin/testing';
import { openDatabase } from '@mulin/postgres';
import { acquireInstanceLock } from './single-instance-lock.js';

let here: TestDatabase;

const taken: unknown[] = [];
const claim = { taken: (why: unknown) => void taken.push(why), retakingMs: 500 };
beforeAll(async () => {
  here = await testDatabase();
});
afterAll(() => here.drop());

test('a town comes back to its data when it has stopped, and not while it runs', async () => {
  const release = await acquireInstanceLock(here.database, 'mu', claim);
  const other = await openDatabase({ url: here.url, max: 2 });
  await expect(acquireInstanceLock(other, 'mu', claim)).rejects.toThrow(/already runs/);
  await release();
  await (
    await acquireInstanceLock(other, 'mu', claim)
  )();
  await other.close();
});

test('many processes share a town, and one that runs it alone is refused meanwhile', async () => {
  const shared = { ...claim, shared: true };
  const other = await openDatabase({ url: here.url, max: 2 });
  const releases = [
    await acquireInstanceLock(here.database, 'mu', shared),
    await acquireInstanceLock(other, 'mu', shared),
  ];
  const third = await openDatabase({ url: here.url, max: 2 });
  await expect(acquireInstanceLock(third, 'mu', claim)).rejects.toThrow(/already runs/);
  for (const release of releases) await release();
  await (
    await acquireInstanceLock(third, 'mu', claim)
  )();
  await Promise.all([other.close(), third.close()]);
});

describe('Two versions', () => {
  let apart: TestDatabase;
  let other: Awaited<ReturnType<typeof openDatabase>>;
  beforeEach(async () => {
    apart = await testDatabase();
    other = await openDatabase({ url: apart.url, max: 2 });
  });
  afterEach(async () => {
    await other.close();
    await apart.drop();
  });

  const [older, newer] = [
    { ...claim, shared: true, version: 1 },
    { ...claim, shared: true, version: 2 },
  ];
  const noted = () => apart.database.sql('select version from mulin.data_version');

  test('do not run side by side: the newer one is refused while the older one is at work, and then not the other way', async () => {
    const release = await acquireInstanceLock(apart.database, 'mu', older);
    const beside = await acquireInstanceLock(other, 'mu', older);
    await beside();
    await expect(acquireInstanceLock(other, 'mu', newer)).rejects.toMatchObject({
      code: 'other-version-at-work',
    });
    expect(await noted()).toEqual([{ version: 1 }]);
    await release();
    await (
      await acquireInstanceLock(other, 'mu', newer)
    )();
    for (const shared of [true, false])
      await expect(acquireInstanceLock(apart.database, 'mu', { ...older, shared })).rejects.toMatchObject({
        code: 'data-of-newer-version',
      });
    expect(await noted()).toEqual([{ version: 2 }]);
  });

  test('of which one knows of no versions do not either, and a start that is refused makes and changes no table', async () => {
    // As processes of before held a town: alone, or shared with others.
    for (const [shared, code] of [
      [false, 'town-already-runs'],
      [true, 'other-version-at-work'],
    ] as const) {
      const hold = await apart.database.hold('mulin town mu', { shared });
      await expect(acquireInstanceLock(other, 'mu', newer)).rejects.toMatchObject({ code });
      await hold?.release();
    }
    expect(await apart.database.sql("select from pg_namespace where nspname = 'mulin'")).toEqual([]);
  });

  test('which begin at the same moment agree on one: many of it share the town', async () => {
    const processes = await Promise.all(
      Array.from({ length: 8 }, () => openDatabase({ url: apart.url, max: 2 })),
    );
    const begun = processes.map((database) => acquireInstanceLock(database, 'mu', newer));
    for (const release of await Promise.all(begun)) await release();
    for (const database of processes) await database.close();
    expect(await noted()).toEqual([{ version: 2 }]);
  });

  test('one that lost its session does not go on where the other has begun since', async () => {
    const given: unknown[] = [];
    const holder = await openDatabase({ url: apart.url, max: 2, applicationName: 'holder of before' });
    await acquireInstanceLock(holder, 'mu', { ...older, taken: (why) => void given.push(why) });
    await apart.database.sql('update mulin.data_version set version = 2');
    await apart.database.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'holder of before%'",
    );
    await until(() => given.length > 0);
    expect(given).toMatchObject([{ code: 'town-taken-over' }]);
    await holder.close();
  });
});

test('another town is refused the data of this one', async () => {
  await expect(acquireInstanceLock(here.database, 'li', claim)).rejects.toThrow(
    /belong to the town mu.*describes li/,
  );
});

const holders = `from pg_stat_activity where datname = current_database() and application_name = 'holder holds'`;
const cut = () => here.database.sql(`select pg_terminate_backend(pid) ${holders}`);
/** Whose session holds the lock: a new session is there a moment before. */
const pids = async () =>
  (
    await here.database.sql<{ pid: number }>(
      `select pid ${holders} and exists (select from pg_locks l where l.pid = pg_stat_activity.pid
        and l.locktype = 'advisory' and l.granted)`,
    )
  ).map(({ pid }) => pid);

test('a town whose connection was lost takes itself back, and stops aloud where another was faster', async () => {
  const town = await openDatabase({ url: here.url, max: 2, applicationName: 'holder' });
  const other = await openDatabase({ url: here.url, max: 2 });
  const release = await acquireInstanceLock(town, 'mu', claim);
  const [before] = await pids();
  await cut();
  await until(async () => {
    const [pid] = await pids();
    return pid !== undefined && pid !== before;
  });
  await expect(acquireInstanceLock(other, 'mu', claim)).rejects.toThrow(/already runs/);
  expect(taken).toEqual([]);

  // Whoever waits for a lock in PostgreSQL has it before anybody who comes later.
  const waiting = other.transaction(async (sql) => {
    await sql(`select pg_advisory_xact_lock(hashtextextended('mulin town mu', 0))`);
    await until(() => taken.length > 0);
  });
  await until(async () => {
    const [row] = await here.database.sql<{ waits: boolean }>(
      `select exists (select from pg_locks where locktype = 'advisory' and not granted) as waits`,
    );
    return row?.waits === true;
  });
  await cut();
  await waiting;
  expect(taken).toMatchObject([{ message: expect.stringMatching(/runs elsewhere/) }]);

  await release();
  await Promise.all([town.close(), other.close()]);
});

test('a PostgreSQL that stands still is waited for, which is said once, and the town goes on', async () => {
  const proxy = await tcpProxy(here.url);
  const town = await openDatabase({ url: proxy.url, max: 2, applicationName: 'waiting' });
  const said: string[] = [];
  const log = {
    warn: (_: object, text: string) => void said.push(`warn: ${text}`),
    info: (_: object, text: string) => void said.push(`info: ${text}`),
  };
  const ends: unknown[] = [];
  const release = await acquireInstanceLock(town, 'mu', { taken: (why) => void ends.push(why), log });
  proxy.swallowAll();
  // Long enough for a session to be given up, and for new ones not to be had.
  await until(() => said.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  proxy.recover();
  await until(() => said.length > 1);

  expect(said).toEqual([
    expect.stringMatching(/^warn: the lock of this town is lost/),
    'info: the lock of this town is held again',
  ]);
  expect(ends).toEqual([]);
  const other = await openDatabase({ url: here.url, max: 2 });
  await expect(acquireInstanceLock(other, 'mu', claim)).rejects.toThrow(/already runs/);
  await release();
  await Promise.all([town.close(), other.close()]);
  await proxy.close();
});

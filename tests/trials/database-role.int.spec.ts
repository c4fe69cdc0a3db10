/** The role a real town works with in its own PostgreSQL: it does its work, and cannot change what happened. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import path from 'node:path';
import { type Database, openDatabase, type RoleUrls, runningServer, startEmbedded } from '@mulin/postgres';
import { ask } from '../journeys/http.js';
import {
  clearAway,
  mulin,
  newFolder,
  newHome,
  patienceMs,
  startTown,
  type Town,
  until,
} from '../journeys/real-town.js';

jest.setTimeout(patienceMs);
const home = newHome();
const folder = newFolder();
const services = ['intake', 'routing', 'sla_timer', 'audit', 'inbox'];

let town: Town;
const start = async () => {
  town = await startTown({ MULIN_HOME: home });
};
beforeAll(start);
afterAll(clearAway);

type Connections = Readonly<{ town: Database; superuser: Database }>;

const connected = async <Result>(
  { url, roles }: Readonly<{ url: string; roles: RoleUrls }>,
  work: (by: Connections) => Promise<Result>,
) => {
  const [ordinary, superuser] = [await openDatabase({ url: roles.url }), await openDatabase({ url })];
  try {
    return await work({ town: ordinary, superuser });
  } finally {
    await Promise.all([ordinary.close(), superuser.close()]);
  }
};

/** What somebody could do with the town's own password, or as superuser, while the town runs. */
const beside = async <Result>(work: (by: Connections) => Promise<Result>) => {
  const server = await runningServer(home);
  if (server === null) throw new Error('the town has a server');
  return connected(server, work);
};

/** The same while it does not run; it is started again. */
const stopped = async <Result>(work: (by: Connections) => Promise<Result>) => {
  await town.kill('SIGTERM');
  const server = await startEmbedded({ home });
  await connected(server, work).finally(server.stop);
  await start();
};

const register = async (words: string) => {
  const clerk = String((await town.mulin('token', '--role', 'hotline-clerk')).json['token']);
  const body = { menuItem: 'sanitation', words, place: { lat: 36.373, lon: 119.744 } };
  const { status, body: answer } = await ask(town.url, {
    method: 'POST',
    path: '/api/v1/cases',
    who: clerk,
    body,
  });
  expect(status).toBe(201);
  await until(
    'the case is round the loop',
    () => town.mulin('case', String(answer['number'])),
    ({ json }) => JSON.stringify(json).includes('take/1/1'),
  );
  return String(answer['number']);
};

const noRight = /\(42501\)/;

/** Whose the tables of a town are. */
const owners = async ({ sql }: Database) =>
  new Map(
    (
      await sql<{ name: string; owner: string }>(
        `select schemaname || '.' || tablename as name, tableowner as owner from pg_tables
         where schemaname !~ '^pg_' and schemaname <> 'information_schema'`,
      )
    ).map(({ name, owner }) => [name, owner]),
  );

const expectSeparated = async (superuser: Database) => {
  const its = await owners(superuser);
  for (const service of services) expect(its.get(`${service}.facts`)).toBe('mulin_owner');
  expect(its.get('audit.views')).toBe('mulin_town');
  expect(its.get('vault.item')).toBe('mulin_owner');
  expect(its.get('bullmq.job')).toBe('mulin_owner');
  expect([...its.values()]).not.toContain('mulin');
};

/** As every town was before there were roles: all of it the superuser's. */
const makeOlder = async ({ sql }: Database) => {
  await sql(`do $$ declare it record; begin
    for it in select rolname from pg_roles where rolname in ('mulin_town', 'mulin_owner') order by rolname desc loop
      execute format('reassign owned by %I to mulin', it.rolname);
      execute format('drop owned by %I', it.rolname);
      execute format('drop role %I', it.rolname);
    end loop;
  end $$`);
};

describe('The role of a town', () => {
  test('is refused every change of an event by its rights, and everything that only a superuser may', async () => {
    await register('The bin is full.');
    await beside(async ({ town: { sql }, superuser }) => {
      await expectSeparated(superuser);
      const [self] = await sql(
        `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls as "isMore" from pg_roles
         where rolname = current_user`,
      );
      expect(self).toEqual({ isMore: false });
      for (const service of services)
        for (const statement of [
          `update ${service}.facts set data = '{}'`,
          `delete from ${service}.facts`,
          `truncate ${service}.facts`,
          `drop table ${service}.facts`,
          `alter table ${service}.facts disable trigger user`,
          `create or replace function ${service}.refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
          `update ${service}.migrations set hash = ''`,
        ])
          await expect(sql(statement)).rejects.toThrow(noRight);
      for (const statement of [
        'set role mulin_owner',
        'set role mulin',
        'create role other',
        'alter role mulin_town superuser',
        'create schema other',
        `copy (select 1) to program 'true'`,
      ])
        await expect(sql(statement)).rejects.toThrow(noRight);
    });
  });

  test('rebuilds read models, and takes and exports whole towns', async () => {
    const number = await register('The lamp is dark.');
    const { json } = await town.mulin('views', 'rebuild', 'cases');
    expect(json).not.toHaveProperty('error');
    const copy = path.join(folder, 'beside.mulin');
    expect(await town.mulin('export', '--out', copy)).toMatchObject({ code: 0 });
    const other = await startTown({ MULIN_HOME: await restored(copy) });
    expect(await other.mulin('case', number)).toMatchObject({ code: 0 });
    await other.kill('SIGTERM');
  });
});

const restored = async (copy: string): Promise<string> => {
  const there = newHome();
  expect(await mulin({ MULIN_HOME: there }, 'restore', copy)).toMatchObject({ code: 0 });
  return there;
};

describe('A home whose tables are all the superuser’s', () => {
  test('starts, has them handed over, and goes on', async () => {
    const number = await register('The drain is blocked.');
    await stopped(({ superuser }) => makeOlder(superuser));
    expect(await town.mulin('case', number)).toMatchObject({ code: 0 });
    await register('The drain is blocked again.');
    await beside(({ superuser }) => expectSeparated(superuser));
  });
});

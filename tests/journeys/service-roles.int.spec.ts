/** Each service with a role of PostgreSQL of its own: it does its work, and cannot touch what is another one's. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import pg from 'pg';
import { ask } from './http.js';
import { clearAway, mulin, newFolder, newHome, patienceMs, until } from './real-town.js';
import { isReady, type Process, serviceNames, startProcess, startServices } from './service-processes.js';

jest.setTimeout(2 * patienceMs);

const folder = newFolder();
let database: TestDatabase;
let processes: readonly Process[];
let gateway: Process;
let operator: string;

const urlOf = (service: string): string =>
  readFileSync(path.join(folder, 'roles', `${service}.database-url`), 'utf8').trim();

beforeAll(async () => {
  database = await testDatabase();
  const owner = { MULIN_HOME: newHome(), DATABASE_URL: database.url };
  const roles = path.join(folder, 'roles');
  expect(await mulin(owner, 'tables', 'apply', '--roles', roles)).toMatchObject({ code: 2 });
  expect(await mulin(owner, 'roles', 'apply', '--out', roles)).toMatchObject({ code: 0 });
  expect(await mulin(owner, 'tables', 'apply', '--roles', roles)).toMatchObject({ code: 0 });
  ({ processes, gateway } = await startServices((name) => ({ DATABASE_URL: urlOf(name) })));
  const here = { MULIN_HOME: gateway.home, MULIN_URL: gateway.url };
  const { json } = await mulin(here, 'token', '--role', 'operator', '--minutes', '60');
  operator = String(json['token']);
});
afterAll(async () => {
  await clearAway();
  await database.drop();
});

const register = async (words: string): Promise<string> => {
  const { status, body } = await ask(gateway.url, {
    method: 'POST',
    path: '/api/v1/cases',
    who: operator,
    body: { menuItem: 'street-and-lighting', words, place: { lat: 36.373, lon: 119.744 } },
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  return String(body['caseId']);
};

const isOffered = (caseId: string) =>
  until(
    'the demand is offered',
    () => ask(gateway.url, { method: 'GET', path: `/api/v1/timelines/${caseId}`, who: operator }),
    ({ body }) => body['state'] === 'offered',
  );

test('a demand goes from service to service, each with its own role', async () => {
  for (const one of [...processes, gateway]) await isReady(one);
  await isOffered(await register('It is dark.'));
});

describe('A service', () => {
  /** What its role may do at a prompt. */
  const as = async (service: string, statement: string): Promise<string> => {
    const client = new pg.Client({ connectionString: urlOf(service) });
    await client.connect();
    try {
      await client.query(statement);
      return 'done';
    } catch (error) {
      return String(error);
    } finally {
      await client.end();
    }
  };

  test('reads its own log, and may not change it', async () => {
    expect(await as('intake', 'select from intake.facts')).toBe('done');
    expect(await as('intake', 'update intake.facts set data = data')).toMatch(/permission denied for table/);
    expect(await as('intake', 'delete from intake.facts')).toMatch(/permission denied for table/);
  });

  test.each(serviceNames)('%s touches no schema of another one, and no password', async (service) => {
    for (const other of serviceNames.filter((it) => it !== service))
      expect(await as(service, `select from ${other.replaceAll('-', '_')}.facts`)).toMatch(
        /permission denied for schema/,
      );
    expect(await as(service, 'select from identity.password')).toMatch(
      /permission denied for table password/,
    );
  });

  test('starts with the owner beside it, too, who brings its tables up to date', async () => {
    const routing = processes.find(({ name }) => name === 'routing');
    await routing?.kill('SIGKILL');
    const again = await startProcess('routing', {
      DATABASE_URL: urlOf('routing'),
      MULIN_OWNER_URL: database.url,
      MULIN_HOME: routing?.home ?? '',
      MULIN_PORT: routing?.port ?? '',
    });
    await isReady(again);
    await isOffered(await register('It is still dark.'));
  });
});

test('a copy is refused to a role that may not see all of the town', async () => {
  const exported = await mulin(
    { MULIN_HOME: gateway.home, DATABASE_URL: urlOf('intake') },
    ...['export', '--out', path.join(folder, 'copy.mulin')],
  );
  expect(exported.code).toBe(2);
  expect(exported.err).toMatch(/may not read audit\.facts, .*: name the owner of the tables/);
});

test('roles that are there keep their passwords', async () => {
  const owner = { MULIN_HOME: gateway.home, DATABASE_URL: database.url };
  const elsewhere = path.join(folder, 'elsewhere');
  const again = await mulin(owner, 'roles', 'apply', '--out', elsewhere);
  expect(again.json['roles']).toContainEqual(expect.objectContaining({ service: 'intake', made: false }));
  const before = urlOf('intake');
  expect(await mulin(owner, 'roles', 'apply', '--out', path.join(folder, 'roles'))).toMatchObject({
    code: 0,
  });
  expect(urlOf('intake')).toBe(before);
  expect(
    await mulin({ ...owner, DATABASE_URL: urlOf('audit') }, 'roles', 'apply', '--out', elsewhere),
  ).toMatchObject({ code: 2 });
});

test('where a password cannot be kept no role is made, so that nobody is left without one', async () => {
  const fresh = await testDatabase();
  const owner = { MULIN_HOME: gateway.home, DATABASE_URL: fresh.url };
  const out = path.join(folder, 'not-empty');
  mkdirSync(out);
  const inTheWay = path.join(out, 'audit.database-url');
  writeFileSync(inTheWay, 'of somebody else');
  expect(await mulin(owner, 'roles', 'apply', '--out', out)).toMatchObject({ code: 2 });
  expect(readdirSync(out)).toEqual(['audit.database-url']);
  expect(readFileSync(inTheWay, 'utf8')).toBe('of somebody else');
  rmSync(inTheWay);
  const { json } = await mulin(owner, 'roles', 'apply', '--out', out);
  expect((json['roles'] as readonly Readonly<{ made: boolean }>[]).every(({ made }) => made)).toBe(true);
  await fresh.drop();
});

/** Each service with a role of PostgreSQL of its own: it does its work, and cannot touch what is another one's. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import pg from 'pg';
import { ask } from './http.js';
import { openClient } from './killed-loop/client.js';
import { packOfLoops } from './killed-loop/pack.js';
import { tellStory } from './killed-loop/stories.js';
import { clearAway, mulin, newFolder, newHome, patienceMs, until } from './real-town.js';
import { isReady, type Process, serviceNames, startProcess, startServices } from './service-processes.js';

jest.setTimeout(2 * patienceMs);

const folder = newFolder();
let database: TestDatabase;
let processes: readonly Process[];
let gateway: Process;
let operator: string;
let pack: string;

const urlOf = (service: string): string =>
  readFileSync(path.join(folder, 'roles', `${service}.database-url`), 'utf8').trim();

beforeAll(async () => {
  database = await testDatabase();
  pack = packOfLoops(folder);
  const owner = { MULIN_HOME: newHome(), MULIN_PACK: pack, DATABASE_URL: database.url };
  const roles = path.join(folder, 'roles');
  expect(await mulin(owner, 'tables', 'apply', '--roles', roles)).toMatchObject({ code: 2 });
  expect(await mulin(owner, 'roles', 'apply', '--out', roles)).toMatchObject({ code: 0 });
  expect(await mulin(owner, 'tables', 'apply', '--roles', roles)).toMatchObject({
    code: 0,
    json: { eventsIn: 'postgres' },
  });
  ({ processes, gateway } = await startServices((name) => ({
    DATABASE_URL: urlOf(name),
    MULIN_PACK: pack,
  })));
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
    body: { menuItem: 'tried-calm', words, place: { lat: 36.373, lon: 119.744 } },
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

test('demands go the whole way, with words, call-backs and ratings, and no service lacks a right for it', async () => {
  const client = openClient(gateway.url, operator);
  const told = (await Promise.all([0, 1].map((nth) => tellStory(client, nth)))).flat();
  expect(told.length).toBeGreaterThan(1);
  const here = { MULIN_HOME: gateway.home, MULIN_URL: gateway.url };
  expect((await mulin(here, 'dead-letters', 'list')).json).toEqual({ items: [] });
  const logs = [...processes, gateway].map(({ name, home }) =>
    readFileSync(path.join(home, 'logs', `${name}.log`), 'utf8'),
  );
  expect(logs.filter((log) => /permission denied/.test(log))).toEqual([]);
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

  /** Statements of what each service never does in the schemas that all share, and whose they are. */
  const never = {
    'select from identity.password': [],
    'select from identity.attempts': ['intake', 'mediation'],
    'select from identity.sign_in': [],
    "update identity.account set role = 'operator'": [],
    "insert into identity.account (id, role, area) values ('x', 'operator', 'mu')": [],
    "insert into identity.session values ('x', 'x', 'x', 'x')": [],
    'update identity.session set account = account': [],
    'delete from identity.session': [],
    'update identity.ended_session set account = account': [],
    'delete from identity.ended_session': [],
    'select from vault.item': ['intake', 'routing', 'mediation', 'feedback', 'audit', 'inbox'],
    'select from vault.reading': ['audit'],
    'update vault.reading set actor = actor': [],
    'delete from vault.reading': [],
    'delete from vault.item': [],
    'delete from vault.person': [],
    'update vault.person set wrapped = wrapped': ['intake', 'routing', 'mediation', 'feedback', 'inbox'],
    'update vault.item set sealed = sealed': ['intake', 'inbox'],
    'update bus.message set value = value': [],
    'delete from bus.message': [],
    'select from mulin.request_count': [],
    'delete from mulin.facts_engine': [],
    "insert into mulin.facts_engine (engine) values ('kurrentdb')": [],
    "insert into mulin.restoring (copy) values ('another')": [],
    'update mulin.pack set fingerprint = fingerprint': [],
    'update mulin.town set slug = slug': [],
    'delete from mulin.deliveries_held': [],
    'insert into mulin.deliveries_held default values': [],
  } satisfies Readonly<Record<string, readonly (typeof serviceNames)[number][]>>;

  test.each(serviceNames)('%s may do with what all share what it does, and no more', async (service) => {
    for (const [statement, whose] of Object.entries<readonly string[]>(never)) {
      const heard = await as(service, `begin; ${statement}; rollback`);
      const said = /permission denied for table/.test(heard) ? 'denied' : heard;
      expect({ statement, said }).toEqual({ statement, said: whose.includes(service) ? 'done' : 'denied' });
    }
  });

  test('sees whether messages are held, which the gateway may end, as an operator beside it does', async () => {
    expect(await as('inbox', 'select from mulin.deliveries_held')).toBe('done');
    const release = (service: string) =>
      mulin({ MULIN_HOME: newHome(), DATABASE_URL: urlOf(service) }, 'deliveries', 'release');
    expect(await release('inbox')).toMatchObject({
      code: 2,
      json: { error: { message: expect.stringContaining('or the owner of the tables') } },
    });
    const holding = new pg.Client({ connectionString: database.url });
    await holding.connect();
    await holding.query('insert into mulin.deliveries_held default values');
    await holding.end();
    expect(await release('gateway')).toMatchObject({ code: 0, json: { released: true } });
  });

  test('starts with the owner beside it, too, who brings its tables up to date', async () => {
    const routing = processes.find(({ name }) => name === 'routing');
    await routing?.kill('SIGKILL');
    const again = await startProcess('routing', {
      DATABASE_URL: urlOf('routing'),
      MULIN_OWNER_URL: database.url,
      MULIN_HOME: routing?.home ?? '',
      MULIN_PORT: routing?.port ?? '',
      MULIN_PACK: pack,
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

test('anew, roles whose addresses were lost get others, and addresses of a database that is gone are replaced', async () => {
  const fresh = await testDatabase();
  const owner = { MULIN_HOME: newHome(), DATABASE_URL: fresh.url };
  const out = path.join(folder, 'lost');
  const addressesOf = (name: string) => readFileSync(path.join(out, `${name}.database-url`), 'utf8').trim();
  const opens = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  };
  expect(await mulin(owner, 'roles', 'apply', '--out', out)).toMatchObject({ code: 0 });
  const [first, kept] = [addressesOf('audit'), addressesOf('inbox')];
  rmSync(path.join(out, 'audit.database-url'));
  expect(await mulin(owner, 'roles', 'apply', '--out', out, '--anew')).toMatchObject({ code: 0 });
  expect([await opens(first), await opens(addressesOf('audit')), await opens(kept)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(addressesOf('inbox')).toBe(kept);
  writeFileSync(path.join(out, 'audit.database-url'), 'postgres://audit:gone@127.0.0.1:1/gone');
  await fresh.drop();

  const another = await testDatabase();
  const elsewhere = { ...owner, DATABASE_URL: another.url };
  expect(await mulin(elsewhere, 'roles', 'apply', '--out', out)).toMatchObject({ code: 2 });
  expect(await mulin(elsewhere, 'roles', 'apply', '--out', out, '--anew')).toMatchObject({ code: 0 });
  expect(await opens(addressesOf('audit'))).toBe(true);
  await another.drop();
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

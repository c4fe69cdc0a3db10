/** A town of several like processes on one PostgreSQL: each answers for all of it, and none does the same twice. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { ask, itemsOf, type Json } from './http.js';
import { packOfSeconds } from './papers.js';
import {
  clearAway,
  launch,
  newFolder,
  newHome,
  patienceMs,
  smallPack,
  startTown,
  type Town,
  until,
} from './real-town.js';

jest.setTimeout(patienceMs);

let database: TestDatabase;
const homes = [newHome(), newHome()] as const;
const [firstHome, secondHome] = homes;
let first: Town;
let second: Town;
let operator: string;

/** Of the town, not of a home: each process is given the same. */
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keys = {
  MULIN_MASTER_KEY: '0f'.repeat(32),
  MULIN_SIGNING_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
  MULIN_LOCAL_KEY: 'a5'.repeat(32),
};
const limits = { MULIN_LIMITS: 'sign-ins=2000' };
type Variables = Readonly<Record<string, string>>;

/** As Docker and Kubernetes hand out secrets: each in a file of its own. */
const inFiles = (secrets: Variables): Variables => {
  const folder = newFolder();
  return Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => {
      const file = path.join(folder, name);
      writeFileSync(file, `${secret}\n`);
      return [`${name}_FILE`, file];
    }),
  );
};

const openFirst = () =>
  startTown({
    MULIN_HOME: firstHome,
    MULIN_INSTANCES: 'many',
    DATABASE_URL: database.url,
    ...limits,
    ...keys,
  });
const openSecond = (more: Variables = {}) =>
  startTown({
    ...more,
    MULIN_HOME: secondHome,
    MULIN_INSTANCES: 'many',
    ...limits,
    MULIN_LOG_TO: 'stdout',
    ...inFiles({ DATABASE_URL: database.url, ...keys }),
  });

beforeAll(async () => {
  database = await testDatabase();
  first = await openFirst();
  second = await openSecond();
  operator = String((await first.mulin('token', '--role', 'operator', '--minutes', '60')).json['token']);
});
afterAll(async () => {
  await clearAway();
  await database.drop();
});

const register = async (town: Town, key: string, menuItem = 'street-and-lighting'): Promise<Json> => {
  const { status, body } = await ask(town.url, {
    method: 'POST',
    path: '/api/v1/cases',
    who: operator,
    body: {
      menuItem,
      words: `It is dark, ${key}.`,
      place: { lat: 36.373, lon: 119.744 },
    },
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body;
};

const storyOf = async (town: Town, caseId: unknown): Promise<Json> => {
  const { body } = await ask(town.url, {
    method: 'GET',
    path: `/api/v1/timelines/${String(caseId)}`,
    who: operator,
  });
  return body;
};
const stateOf = async (town: Town, caseId: unknown) => (await storyOf(town, caseId))['state'];

const isOffered = (town: Town, body: Json) =>
  until(
    'the demand is offered',
    () => stateOf(town, body['caseId']),
    (state) => state === 'offered',
  );

test('demands of both have numbers of their own, and are seen at either', async () => {
  const places = Array.from({ length: 20 }, (_, place) => place);
  const bodies = await Promise.all(
    places.map((place) => register(place % 2 === 0 ? first : second, `both-${place}`)),
  );
  expect(new Set(bodies.map(({ number }) => number)).size).toBe(20);
  for (const town of [first, second]) for (const body of bodies) await isOffered(town, body);
});

test('what one has answered the other shows at once where it is asked to', async () => {
  const { headers, body } = await ask(first.url, {
    method: 'POST',
    path: '/api/v1/cases',
    who: operator,
    body: {
      menuItem: 'street-and-lighting',
      words: 'It is dark again.',
      place: { lat: 36.373, lon: 119.744 },
    },
  });
  const shown = await ask(second.url, {
    method: 'GET',
    path: `/api/v1/timelines/${String(body['caseId'])}`,
    who: operator,
    headers: { 'mulin-after': String(headers.get('mulin-position')) },
  });
  expect({ status: shown.status, behind: shown.headers.get('mulin-behind') }).toEqual({
    status: 200,
    behind: null,
  });
});

/** Every event of a case on the bus, as often as it was published; a batch holds several. */
const published = async (): Promise<readonly string[]> => {
  const rows = await database.database.sql<{ value: string }>('select value from bus.message');
  return rows.flatMap(({ value }) =>
    [...value.matchAll(/"specversion":"1\.0","id":"([^"]+)"/g)].map(([, id]) => id ?? ''),
  );
};

test('nothing was published twice while both were at work', async () => {
  const ids = await published();
  expect(ids.length).toBeGreaterThan(40);
  expect(ids.length).toBe(new Set(ids).size);
});

test('when the one that publishes is killed, the other goes on within seconds, and the first may come back', async () => {
  await first.kill('SIGKILL');
  await isOffered(second, await register(second, 'alone'));
  first = await openFirst();
  await second.kill('SIGKILL');
  const body = await register(first, 'again');
  await isOffered(first, body);
  second = await openSecond();
  await isOffered(second, body);
});

test('what a caller asks of one counts at the other', async () => {
  const left = async (town: Town): Promise<number> => {
    const { headers } = await ask(town.url, { method: 'POST', path: '/api/v1/sessions', body: {} });
    return Number(headers.get('ratelimit-remaining'));
  };
  for (let time = 1; time <= 400; time++) await left(first);
  let asked = 0;
  // A minute that ends meanwhile begins at nothing, so that the first is asked again.
  await until(
    'the other counts what was asked of the first',
    async () => {
      asked += 1;
      if (asked % 500 === 0) for (let time = 1; time <= 400; time++) await left(first);
      return (await left(second)) + (asked % 500);
    },
    (sum) => sum < 1_700,
  );
});

const menuOf = async (town: Town): Promise<readonly string[]> => {
  const { body } = await ask(town.url, { method: 'GET', path: '/api/v1/menu', who: operator });
  return itemsOf(body).map(({ id }) => String(id));
};

const offersAtOnce = (town: Town) =>
  until(
    'the new menu item is offered',
    () => menuOf(town),
    (items) => items.includes('at-once'),
  );

test('a new pack at one of them is followed by the other, which cannot take it back when it starts again', async () => {
  expect(await menuOf(first)).not.toContain('at-once');
  await second.kill('SIGTERM');
  second = await openSecond({ MULIN_PACK: packOfSeconds(newFolder(), smallPack) });
  await offersAtOnce(second);
  await offersAtOnce(first);

  // With the old pack, as in the middle of a rolling update.
  await first.kill('SIGKILL');
  first = await openFirst();
  expect(await menuOf(first)).toContain('at-once');
  expect(await menuOf(second)).toContain('at-once');
  expect(readFileSync(path.join(firstHome, 'logs', 'town.log'), 'utf8')).toMatch(
    /"service":"intake","msg":"the pack of this process is older than the newest one/,
  );
  // Its policy is known there, too: it gives the clocks their terms.
  const body = await register(first, 'at once', 'at-once');
  const clocks = await until(
    'the clocks of the new policy run',
    async () => (await storyOf(first, body['caseId']))['clocks'],
    (it) => Array.isArray(it) && it.length > 0,
  );
  const terms = (Array.isArray(clocks) ? clocks : []).map(
    ({ due, startedAt }: Json) => Date.parse(String(due)) - Date.parse(String(startedAt)),
  );
  expect(terms).toContain(3_000);
});

test('a process that wants the town for itself is refused while others share it', async () => {
  const { ended } = launch({ MULIN_HOME: newHome(), DATABASE_URL: database.url });
  const { code, err } = await ended;
  expect(code).not.toBe(0);
  expect(err).toMatch(/already runs on this PostgreSQL/);
});

test('many without a PostgreSQL of their own are refused in one sentence', async () => {
  const { ended } = launch({ MULIN_HOME: newHome(), MULIN_INSTANCES: 'many' });
  const { code, err } = await ended;
  expect(code).not.toBe(0);
  expect(err).toMatch(/DATABASE_URL: is needed where MULIN_INSTANCES is many/);
});

test('with keys of the environment no home holds any, and a log on standard output is no file', async () => {
  const { code, out } = await second.kill('SIGTERM');
  const lines = out.trimEnd().split('\n');
  const said = lines.map((line): Json => JSON.parse(line));
  expect({ code, said }).toMatchObject({
    code: 0,
    said: expect.arrayContaining([
      expect.objectContaining({ part: 'town', msg: 'ready', url: second.url, level: 'info' }),
      expect.objectContaining({ part: 'town', msg: 'the town stops', why: 'SIGTERM' }),
    ]),
  });
  const left = [path.join(firstHome, 'keys'), path.join(secondHome, 'keys'), path.join(secondHome, 'logs')];
  expect(left.filter((folder) => existsSync(folder))).toEqual([]);
});

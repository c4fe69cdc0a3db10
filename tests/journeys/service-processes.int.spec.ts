/** A town as six processes, one for each service and two of some, on one PostgreSQL, behind a gateway. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { eventsIn } from './copies.js';
import { ask, itemsOf, type Json } from './http.js';
import { openClient, type Client } from './killed-loop/client.js';
import { packOfLoops } from './killed-loop/pack.js';
import { faultsOfStories, textsOf } from './killed-loop/reckoning.js';
import { tellStory, type Told } from './killed-loop/stories.js';
import { clearAway, mulin, newFolder, patienceMs, until } from './real-town.js';
import {
  isReady,
  type Process,
  serviceNames,
  startAlone,
  startProcess,
  startServices,
} from './service-processes.js';

jest.setTimeout(2 * patienceMs);

const folder = newFolder();
let database: TestDatabase;
let env: Readonly<{ DATABASE_URL: string; MULIN_PACK: string }>;
let processes: Process[];
let gateway: Process;
let operator: string;
let client: Client;
/** Every demand that was taken the whole way. */
const told: Told[] = [];

/** The command line, as whoever runs the town has it: one address, the gateway's. */
const onCommandLine = (...args: readonly string[]) =>
  mulin({ MULIN_HOME: gateway.home, MULIN_URL: gateway.url, MULIN_PACK: env.MULIN_PACK }, ...args);

beforeAll(async () => {
  database = await testDatabase();
  env = { DATABASE_URL: database.url, MULIN_PACK: packOfLoops(folder) };
  ({ processes, gateway } = await startServices(env, ['intake', 'sla-timer']));
  operator = String((await onCommandLine('token', '--role', 'operator', '--minutes', '600')).json['token']);
  client = openClient(gateway.url, operator);
});
afterAll(async () => {
  await clearAway();
  await database.drop();
});

const processOf = (name: string): Process => {
  const found = processes.find((it) => it.name === name);
  if (found === undefined) throw new Error(`no ${name} runs`);
  return found;
};

test('each is ready by itself and answers for its own service alone, and the gateway for all', async () => {
  const namedBy = async (one: Process) => {
    const { body } = await isReady(one);
    const checks = body['checks'] as readonly Readonly<{ name: string }>[];
    return serviceNames.filter((name) => checks.some((check) => check.name === name));
  };
  for (const one of processes)
    expect({ of: one.name, named: await namedBy(one) }).toEqual({ of: one.name, named: [one.name] });
  expect(await namedBy(gateway)).toEqual(serviceNames);
  expect(await onCommandLine('doctor')).toMatchObject({ code: 0 });
});

test('a service without a PostgreSQL that it shares is refused in one sentence', async () => {
  const { code, err } = await startAlone('routing');
  expect(code).toBe(2);
  expect(err).toBe(
    'DATABASE_URL is needed: routing runs as a process of its own, and all processes of a town share one PostgreSQL.\n',
  );
});

test('whoever has no right is refused by the service as by a town, and a stranger is nobody', async () => {
  const asked = { method: 'GET', path: '/api/v1/escalations' };
  expect(await ask(gateway.url, asked)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  expect(await ask(gateway.url, { ...asked, path: '/api/v1/nothing' })).toMatchObject({ status: 404 });
});

const untilAtRest = async (): Promise<void> => {
  for (const { id } of told)
    await until(
      'audit has heard of the close',
      () => client.get({ role: 'auditor' }, `/api/v1/timelines/${id}`),
      ({ state }: Json) => state === 'closed',
    );
};

/** Every event on the bus, as often as it was published. */
const published = async (): Promise<readonly string[]> => {
  const rows = await database.database.sql<{ value: string }>('select value from bus.message');
  return rows.flatMap(({ value }) =>
    [...value.matchAll(/"specversion":"1\.0","id":"([^"]+)"/g)].map(([, id]) => id ?? ''),
  );
};

test('nothing is published twice by the two of a service while both are at work', async () => {
  const begun = [0, 1, 2, 3].map((nth) => tellStory(client, nth));
  told.push(...(await Promise.all(begun)).flat());
  await untilAtRest();
  const ids = await published();
  expect(ids.length).toBeGreaterThan(40);
  expect(ids.length).toBe(new Set(ids).size);
});

/** What deadlines and inbox recorded of the demands in which something is wrong. */
const storyOf = (faults: readonly string[], events: ReturnType<typeof eventsIn>): readonly string[] => {
  const ids = told.filter(({ number }) => faults.some((fault) => fault.includes(number))).map(({ id }) => id);
  return events
    .filter(({ table, stream }) => /^(sla_timer|inbox)/.test(table) && ids.some((id) => stream.endsWith(id)))
    .map(({ table, type, data, metadata }) =>
      [table, type, String(metadata['recordedAt'] ?? ''), JSON.stringify(data)].join(' '),
    );
};

/** Killed without a word, and started again at the same address. */
const killAndStart = async (name: string): Promise<void> => {
  const { kill, home, port } = processOf(name);
  const place = processes.indexOf(processOf(name));
  await kill('SIGKILL');
  processes[place] = await startProcess(name, { ...env, MULIN_HOME: home, MULIN_PORT: port });
};

test('demands go through the whole loop while each service is killed once: nothing is lost or done twice', async () => {
  let isOver = false;
  let begun = 0;
  const worker = async (): Promise<void> => {
    while (!isOver) told.push(...(await tellStory(client, begun++)));
  };
  const work = Promise.all([worker(), worker(), worker()]);
  work.catch(() => undefined);
  for (const name of serviceNames) {
    const before = client.accepted();
    await until('people get on', client.accepted, (accepted) => accepted > before + 3);
    await pause(200);
    await killAndStart(name);
  }
  isOver = true;
  await work;
  expect(told.length).toBeGreaterThan(7);
  await untilAtRest();

  const copy = path.join(folder, 'everything.mulin');
  const exported = await mulin(
    { MULIN_HOME: gateway.home, DATABASE_URL: env.DATABASE_URL },
    ...['export', '--out', copy],
  );
  expect(exported).toMatchObject({ code: 0 });
  const events = eventsIn(copy);
  const faults = textsOf(faultsOfStories(told, events));
  expect({ faults, story: storyOf(faults, events) }).toEqual({ faults: [], story: [] });
  expect((await onCommandLine('dead-letters', 'list')).json).toEqual({ items: [] });
});

test('what one service has answered another one shows at once where it is asked to', async () => {
  const { headers, body, status } = await ask(gateway.url, {
    method: 'POST',
    path: '/api/v1/cases',
    who: operator,
    body: { menuItem: 'tried-calm', words: 'It is dark.', place: { lat: 36.373, lon: 119.744 } },
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  const shown = await ask(gateway.url, {
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

describe('What an operator does by the gateway', () => {
  test('views are made anew in the processes that have them', async () => {
    const all = await onCommandLine('views', 'rebuild');
    expect(all).toMatchObject({ code: 0 });
    const names = (all.json['views'] as readonly Json[]).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(6);
    const { json } = await onCommandLine('views', 'rebuild', 'no-such-view');
    expect(json).not.toHaveProperty('views');
  });

  test('a dead letter is handed again to the service whose it is', async () => {
    await database.database.sql(
      `insert into bus.set_aside (id, group_name, topic, partition, place, key, value, reason, at)
         values ('tried-1', 'audit', 'mulin.intake', 0, 9999999, 'k', '{"specversion":"1.0"}', 'a test', '2026-03-02T01:00:00.000Z')`,
    );
    await onCommandLine('dead-letters', 'retry', 'tried-1');
    const { items } = (await onCommandLine('dead-letters', 'list')).json;
    // It was handled once more, and is no event: so it was put aside once more, under the reason of the service.
    expect((items as readonly Json[]).map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/no event: it has no type/),
    );
    expect(await onCommandLine('dead-letters', 'retry', 'no-such-letter')).toMatchObject({ code: 2 });
  });

  test('an account that is disabled opens nothing at any service from then on', async () => {
    const who = { role: 'auditor', account: 'auditor-to-go' };
    await client.get(who, '/api/v1/cases?limit=1');
    const { json } = await onCommandLine('token', '--role', 'auditor', '--account', 'auditor-to-go');
    const token = String(json['token']);
    expect(await onCommandLine('accounts', 'disable', 'auditor-to-go')).toMatchObject({ code: 0 });
    const refused = await until(
      'it is known everywhere',
      () => ask(gateway.url, { method: 'GET', path: '/api/v1/cases', who: token }),
      ({ status }) => status !== 200,
    );
    expect(refused).toMatchObject({ status: 401 });
  });

  test('a town that holds cases is not filled with made-up ones', async () => {
    expect(await onCommandLine('demo')).toMatchObject({
      code: 2,
      json: { error: { code: 'town-holds-cases' } },
    });
  });

  test('where a service is gone for good that is said by name, and the others answer', async () => {
    await processOf('feedback').kill('SIGKILL');
    const { status, body } = await until(
      'the gateway has noticed',
      () => ask(gateway.url, { method: 'GET', path: '/health/ready' }),
      (answer) => answer.status === 503,
    );
    expect({ status, waitsFor: body['waitsFor'] }).toEqual({ status: 503, waitsFor: ['feedback'] });
    const figures = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(figures).toMatch(/^mulin_service_ready\{service="feedback"\} 0$/m);
    expect(figures).toMatch(/^mulin_service_ready\{service="intake"\} 1$/m);
    const cases = await ask(gateway.url, { method: 'GET', path: '/api/v1/cases?limit=1', who: operator });
    expect(itemsOf(cases.body).length).toBe(1);
  });
});

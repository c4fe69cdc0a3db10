/** A made-up month in a town whose services are processes of their own, each with its role, asked by the gateway's one address. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { ask, everyItem } from './http.js';
import { clearAway, mulin, newFolder, newHome, patienceMs } from './real-town.js';
import { addressesOf, isReady, type Process, startProcess, startServices } from './service-processes.js';

jest.setTimeout(2 * patienceMs);

const folder = newFolder();
let database: TestDatabase;
let processes: readonly Process[];
let gateway: Process;

const urlOf = (service: string): string =>
  readFileSync(path.join(folder, 'roles', `${service}.database-url`), 'utf8').trim();

const onCommandLine = (...args: readonly string[]) =>
  mulin({ MULIN_HOME: gateway.home, MULIN_URL: gateway.url }, ...args);

/** Killed, and started again at the same address; with the owner of the tables beside its role, or without. */
const startGatewayAgain = async (owner: Readonly<{ MULIN_OWNER_URL?: string }>): Promise<void> => {
  await gateway.kill('SIGKILL');
  gateway = await startProcess('gateway', {
    DATABASE_URL: urlOf('gateway'),
    MULIN_SERVICES: addressesOf(processes),
    MULIN_HOME: gateway.home,
    MULIN_PORT: gateway.port,
    ...owner,
  });
};

beforeAll(async () => {
  database = await testDatabase();
  const owner = { MULIN_HOME: newHome(), DATABASE_URL: database.url };
  expect(await mulin(owner, 'roles', 'apply', '--out', path.join(folder, 'roles'))).toMatchObject({
    code: 0,
  });
  const env = (name: string) => ({ DATABASE_URL: urlOf(name), MULIN_OWNER_URL: database.url });
  ({ processes, gateway } = await startServices(env, ['routing']));
  for (const one of [...processes, gateway]) await isReady(one);
});
afterAll(async () => {
  await clearAway();
  await database.drop();
});

test('a gateway that may not write the logs of all services says so before it makes up anything', async () => {
  await startGatewayAgain({});
  expect(await onCommandLine('demo')).toMatchObject({
    code: 2,
    json: { error: { code: 'logs-not-owned', message: expect.stringMatching(/MULIN_OWNER_URL/) } },
  });
});

test('with the owner the town is filled at once, shows it, and goes on; it is not filled twice', async () => {
  await startGatewayAgain({ MULIN_OWNER_URL: database.url });
  const { code, json, err } = await onCommandLine('demo');
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(json).toMatchObject({ cases: expect.any(Number), late: expect.any(Number) });

  const token = String((await onCommandLine('token', '--role', 'auditor')).json['token']);
  expect(await everyItem(gateway.url, token, '/api/v1/cases')).toHaveLength(Number(json['cases']));
  expect((await everyItem(gateway.url, token, '/api/v1/escalations')).length).toBeGreaterThan(0);
  expect(await onCommandLine('dead-letters', 'list')).toMatchObject({ code: 0, json: { items: [] } });

  const clerk = String((await onCommandLine('token', '--role', 'hotline-clerk')).json['token']);
  const body = { menuItem: 'sanitation', words: 'The bin is full.', place: { lat: 36.373, lon: 119.744 } };
  const real = await ask(gateway.url, { method: 'POST', path: '/api/v1/cases', who: clerk, body });
  expect(real.status).toBe(201);
  const number = String(real.body['number']);
  expect((await onCommandLine('case', number)).code).toBe(0);
  expect((await onCommandLine('case', number, '--legs')).code).toBe(0);

  expect(await onCommandLine('demo')).toMatchObject({
    code: 2,
    json: { error: { code: 'town-holds-cases' } },
  });
});

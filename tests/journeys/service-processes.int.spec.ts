/** A town as six processes, one for each service and two of some, on one PostgreSQL. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { clearAway, patienceMs } from './real-town.js';
import { isReady, type Process, serviceNames, startAlone, startProcess } from './service-processes.js';

jest.setTimeout(patienceMs);

let database: TestDatabase;
const processes: Process[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const [first, ...others] = serviceNames;
  const env = { DATABASE_URL: database.url };
  const one = await startProcess(first, env);
  processes.push(one);
  // At the same instant, as after a power cut.
  const more = [...others, 'intake', 'sla-timer'].map((name) => startProcess(name, env, one.home));
  processes.push(...(await Promise.all(more)));
});
afterAll(async () => {
  await clearAway();
  await database.drop();
});

test('each is ready by itself, and answers for its own service alone', async () => {
  for (const one of processes) {
    const { body } = await isReady(one);
    const checks = body['checks'] as readonly Readonly<{ name: string }>[];
    const named = serviceNames.filter((name) => checks.some((check) => check.name === name));
    expect({ of: one.name, named }).toEqual({ of: one.name, named: [one.name] });
  }
});

test('a service without a PostgreSQL that it shares is refused in one sentence', async () => {
  const { code, err } = await startAlone('routing');
  expect(code).toBe(2);
  expect(err).toBe(
    'DATABASE_URL is needed: routing runs as a process of its own, and all processes of a town share one PostgreSQL.\n',
  );
});

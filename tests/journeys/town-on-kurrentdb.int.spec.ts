/** A town whose events are in KurrentDB (the stub, over gRPC): a demand from call to close, and what such a town refuses. */
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type KurrentStub, startKurrentStub } from '@mulin/testing';
import { closeALoop, isReady } from './closed-loop.js';
import { ask } from './http.js';
import {
  clearAway,
  launch,
  mulin,
  newFolder,
  newHome,
  patienceMs,
  startTown,
  type Town,
  until,
} from './real-town.js';

jest.setTimeout(patienceMs);

const opened: { stub?: KurrentStub } = {};
const stub = (): KurrentStub => {
  if (opened.stub === undefined) throw new Error('There is no server.');
  return opened.stub;
};
beforeAll(async () => void (opened.stub = await startKurrentStub()));
afterAll(async () => {
  await clearAway();
  await opened.stub?.close();
});

const home = newHome();
const env = () => ({ MULIN_HOME: home, KURRENTDB_URL: stub().url });

/** A case with its clocks and who had it, and how many there are. */
const shownIn = async ({ mulin: say }: Pick<Town, 'mulin'>, number: string) => ({
  case: (await say('case', number, '--legs')).json,
  cases: (await say('cases')).json,
});
const begins = async (more: Readonly<Record<string, string>>) =>
  (await launch({ ...env(), ...more }).ended).err;

test('a server that is not there, or no address at all, ends the start with a sentence', async () => {
  expect(await begins({ KURRENTDB_URL: 'kurrentdb://127.0.0.1:1?tls=false' })).toMatch(
    /The KurrentDB of KURRENTDB_URL cannot be used: KurrentDB does not answer/,
  );
  expect(await begins({ KURRENTDB_URL: 'http://127.0.0.1:2113' })).toMatch(
    /KURRENTDB_URL: must be an address/,
  );
});

test('it closes a loop, survives a server that was away and a restart, and moves to PostgreSQL as it is', async () => {
  const town = await startTown(env());
  await isReady(town);
  const number = await closeALoop(town);
  expect((await town.mulin('case', number)).code).toBe(0);
  expect(await town.mulin('dead-letters', 'list')).toMatchObject({ code: 0, json: { items: [] } });

  stub().kill();
  await until(
    'readiness names KurrentDB',
    () => ask(town.url, { method: 'GET', path: '/health/ready' }),
    ({ status, body }) => status === 503 && JSON.stringify(body['waitsFor']).includes('kurrentdb'),
  );
  await stub().restart();
  await isReady(town);
  await closeALoop(town);
  expect(await town.mulin('views', 'rebuild')).toMatchObject({ code: 0 });
  const copy = path.join(newFolder(), 'copy');
  expect(await mulin(env(), 'export', '--out', copy)).toMatchObject({ code: 0 });
  const before = await shownIn(town, number);
  await town.kill('SIGTERM');

  const again = await startTown(env());
  await isReady(again);
  expect((await again.mulin('case', number)).json).toMatchObject({ state: 'closed' });
  await again.kill('SIGTERM');

  const inPostgres = { MULIN_HOME: newHome() };
  expect(await mulin(inPostgres, 'restore', copy)).toMatchObject({ code: 0 });
  const moved = await startTown(inPostgres);
  await isReady(moved);
  expect(await shownIn(moved, number)).toEqual(before);
  await closeALoop(moved);
  await moved.kill('SIGTERM');
});

test('its database and its KurrentDB belong together', async () => {
  const { KURRENTDB_URL: _, ...without } = env();
  expect((await launch(without).ended).err).toMatch(/The events of this town are in KurrentDB/);
  expect(await begins({ MULIN_HOME: newHome() })).toMatch(/do not belong together/);
});

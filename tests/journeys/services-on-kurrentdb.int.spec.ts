/** Services with roles of their own, whose events are in KurrentDB (the stub, over gRPC). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type KurrentStub, startKurrentStub, testDatabase, type TestDatabase } from '@mulin/testing';
import { ask } from './http.js';
import { packOfLoops } from './killed-loop/pack.js';
import { clearAway, launch, mulin, newFolder, newHome, patienceMs, until } from './real-town.js';
import { isReady, startServices } from './service-processes.js';

jest.setTimeout(2 * patienceMs);

const folder = newFolder();
const roles = path.join(folder, 'roles');
const opened: { stub?: KurrentStub; database?: TestDatabase } = {};
const theirs = () => ({ KURRENTDB_URL: opened.stub?.url ?? '', MULIN_PACK: packOfLoops(folder) });
const addressOf = (service: string) =>
  readFileSync(path.join(roles, `${service}.database-url`), 'utf8').trim();

beforeAll(async () => {
  opened.stub = await startKurrentStub();
  opened.database = await testDatabase();
});
afterAll(async () => {
  await clearAway();
  await opened.stub?.close();
  await opened.database?.drop();
});

test('their tables are made for them, a demand goes from service to service, and one without KurrentDB is refused', async () => {
  const owner = { ...theirs(), MULIN_HOME: newHome(), DATABASE_URL: opened.database?.url ?? '' };
  expect(await mulin(owner, 'roles', 'apply', '--out', roles)).toMatchObject({ code: 0 });
  expect(await mulin(owner, 'tables', 'apply', '--roles', roles)).toMatchObject({
    code: 0,
    json: { eventsIn: 'kurrentdb' },
  });

  const { KURRENTDB_URL: _, ...without } = theirs();
  const lone = { ...without, MULIN_HOME: newHome(), DATABASE_URL: addressOf('intake') };
  expect((await launch(lone, 'services/intake/src/main.ts').ended).err).toMatch(
    /The events of this town are in KurrentDB/,
  );

  const { processes, gateway } = await startServices((name) => ({
    ...theirs(),
    DATABASE_URL: addressOf(name),
  }));
  for (const one of [...processes, gateway]) await isReady(one);
  const here = { MULIN_HOME: gateway.home, MULIN_URL: gateway.url };
  const { json } = await mulin(here, 'token', '--role', 'operator', '--minutes', '60');
  const who = String(json['token']);
  const said = { menuItem: 'tried-calm', words: '路灯不亮', place: { lat: 36.373, lon: 119.744 } };
  const { body } = await ask(gateway.url, { method: 'POST', path: '/api/v1/cases', who, body: said });
  await until(
    'the demand is offered',
    () => ask(gateway.url, { method: 'GET', path: `/api/v1/timelines/${String(body['caseId'])}`, who }),
    (answer) => answer.body['state'] === 'offered',
  );
  expect((await mulin(here, 'dead-letters', 'list')).json).toEqual({ items: [] });

  const copy = path.join(folder, 'copy');
  expect(await mulin(owner, 'export', '--out', copy)).toMatchObject({ code: 0 });
});

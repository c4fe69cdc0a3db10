/** A town restored from a copy, with many processes: none of them sends what the town of the copy owes, too, until all may. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { ask, itemsOf, type Json } from './http.js';
import {
  clearAway,
  mulin,
  newFolder,
  newHome,
  patienceMs,
  startTown,
  type Town,
  until,
} from './real-town.js';

jest.setTimeout(patienceMs);

/** Takes every webhook, and counts them. */
const posts: string[] = [];
const receiver = createServer((request, response) => {
  posts.push(String(request.headers['webhook-id']));
  request.resume().on('end', () => response.end());
});

const copy = path.join(newFolder(), 'town.mulin');
const [oldHome, ownHome, restoredBy] = [newHome(), newHome(), newHome()];
const mark = (home: string) => path.join(home, 'deliveries-held');
const sending = { MULIN_WEBHOOKS: 'private' };

let database: TestDatabase;
let old: Town;

const tokenAt = async (town: Town, ...of: readonly string[]): Promise<string> =>
  String((await town.mulin('token', '--minutes', '60', ...of)).json['token']);

const register = async (who: string): Promise<Json> => {
  const body = { menuItem: 'sanitation', words: 'It is full.', place: { lat: 36.373, lon: 119.744 } };
  const answer = await ask(old.url, { method: 'POST', path: '/api/v1/cases', who, body });
  expect(answer.status).toBe(201);
  return answer.body;
};

const ordersAt = async (town: Town, who: string) =>
  itemsOf((await ask(town.url, { method: 'GET', path: '/api/v1/orders', who })).body);

const owedAt = async (town: Town, who: string) =>
  itemsOf((await ask(town.url, { method: 'GET', path: '/api/v1/deliveries', who })).body);

/** A message is owed, and waits: the mark that somebody has made in the home holds it. */
const oweOne = async () => {
  writeFileSync(mark(oldHome), '');
  old = await startTown({ MULIN_HOME: oldHome, ...sending });
  const operator = await tokenAt(old, '--role', 'operator');
  await register(operator);
  const [order] = await until(
    'it is offered',
    () => ordersAt(old, operator),
    ({ length }) => length === 1,
  );
  const area = String(order?.['area']);
  const account = `grid-member@${area}`;
  const member = await tokenAt(old, '--role', 'grid-member', '--area', area, '--account', account);
  const { port } = receiver.address() as AddressInfo;
  const webhook = { url: `http://127.0.0.1:${port}/` };
  const body = { language: 'en', from: '00:00', to: '24:00', email: null, webhook };
  const stated = await ask(old.url, { method: 'PUT', path: '/api/v1/inbox/preferences', who: member, body });
  expect(stated.status).toBe(200);
  await register(operator);
  await until(
    'a message is owed',
    () => owedAt(old, operator),
    (owed) => owed.some(({ state }) => state === 'waiting'),
  );
};

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  database = await testDatabase();
  await oweOne();
  expect(await old.mulin('export', '--out', copy)).toMatchObject({ code: 0 });
  await old.kill('SIGTERM');
});
afterAll(async () => {
  await clearAway();
  await database.drop();
  receiver.close();
});

/** Its log, which is written a moment after it is said. */
const isSaidIn = (home: string) =>
  until(
    'the log says that messages are held',
    () => readFileSync(path.join(home, 'logs', 'town.log'), 'utf8'),
    (log) => log.includes('messages are held until mulin deliveries release'),
    10_000,
  );

test('its own home holds a town by a mark, running or stopped', async () => {
  await isSaidIn(oldHome);
  expect(posts).toEqual([]);
  const release = () => mulin({ MULIN_HOME: oldHome }, 'deliveries', 'release');
  expect(await release()).toMatchObject({ code: 0, json: { released: true } });
  expect(existsSync(mark(oldHome))).toBe(false);
  expect(await release()).toMatchObject({ code: 0, json: { released: false } });
});

test('a town with its own PostgreSQL is let by the database, stopped or beside the running town', async () => {
  const [stopped, running] = [newHome(), newHome()];
  for (const MULIN_HOME of [stopped, running])
    expect(await mulin({ MULIN_HOME }, 'restore', copy)).toMatchObject({ code: 0 });
  const release = (MULIN_HOME: string) => mulin({ MULIN_HOME }, 'deliveries', 'release');
  expect(await release(stopped)).toMatchObject({ code: 0, json: { released: true } });
  expect(await release(stopped)).toMatchObject({ code: 0, json: { released: false } });

  const town = await startTown({ MULIN_HOME: running });
  await isSaidIn(running);
  const held = expect.objectContaining({ name: 'deliveries', ok: false });
  expect((await town.mulin('doctor')).json['checks']).toContainEqual(held);
  expect(await release(running)).toMatchObject({ code: 0, json: { released: true } });
  expect((await town.mulin('doctor')).json['checks']).not.toContainEqual(held);
  await town.kill('SIGTERM');
});

test('where there is no town there is nothing to let, and nothing is made', async () => {
  const MULIN_HOME = newHome();
  expect(await mulin({ MULIN_HOME }, 'deliveries', 'release')).toMatchObject({ json: { released: false } });
  expect(readdirSync(MULIN_HOME)).toEqual([]);
});

test('a process with another home than that of the restore sends nothing either, until it is let', async () => {
  const at = { DATABASE_URL: database.url };
  expect(await mulin({ ...at, MULIN_HOME: restoredBy }, 'restore', copy)).toMatchObject({ code: 0 });
  cpSync(path.join(restoredBy, 'keys'), path.join(ownHome, 'keys'), { recursive: true });
  const town = await startTown({ ...at, MULIN_HOME: ownHome, MULIN_INSTANCES: 'many', ...sending });
  await isSaidIn(ownHome);
  const elsewhere = { ...at, MULIN_HOME: newHome(), MULIN_URL: town.url };
  const checks = async () => (await mulin(elsewhere, 'doctor')).json['checks'];
  const isHeld = expect.objectContaining({ name: 'deliveries', ok: false });
  expect(await checks()).toContainEqual(isHeld);
  const operator = await tokenAt(town, '--role', 'operator');
  expect(await owedAt(town, operator)).toContainEqual(expect.objectContaining({ state: 'waiting' }));
  expect(posts).toEqual([]);

  expect(await mulin(elsewhere, 'deliveries', 'release')).toMatchObject({ json: { released: true } });
  expect(await checks()).not.toContainEqual(isHeld);
  await until(
    'what was owed is sent',
    () => posts,
    ({ length }) => length > 0,
  );
  expect(await mulin(elsewhere, 'deliveries', 'release')).toMatchObject({ json: { released: false } });
});

/** The data of an older version under this one, in place and as a copy: nothing reads differently, and it goes on. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { expected, fillDatabase, olderCopy, olderHome, olderPack } from '../upgrade/older-town.js';
import type { Readers } from '../upgrade/facts.js';
import {
  expectAsBefore,
  expectListsAndWords,
  noticesTwice,
  publishedTwice,
} from '../upgrade/reads-as-before.js';
import { isReady } from './closed-loop.js';
import { ask, everyItem, type Json } from './http.js';
import { openClient } from './killed-loop/client.js';
import { tellTheRest } from './killed-loop/stories.js';
import {
  clearAway,
  type Environment,
  mulin,
  newHome,
  patienceMs,
  startTown,
  type Town,
  until,
} from './real-town.js';

jest.setTimeout(patienceMs);

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await clearAway();
  await database.drop();
});

/** A clock that is so far ahead. */
const monthLater: Environment = {
  NODE_OPTIONS: `--import ${fileURLToPath(new URL('../chaos/skew.mjs', import.meta.url))}`,
  MULIN_CHAOS_SKEW_MS: String(30 * 24 * 3_600_000),
};

type At = Environment & Readonly<{ MULIN_HOME: string }>;

/** The command line of a running town, by the same clock as that. */
const onCommandLine = async ({ url }: Town, at: At, ...args: readonly string[]): Promise<Json> => {
  const { code, json, err } = await mulin({ ...at, MULIN_URL: url }, ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return json;
};

const tokenOf = async (town: Town, at: At, role: string): Promise<string> =>
  String((await onCommandLine(town, at, 'token', '--role', role, '--minutes', '60'))['token']);

const readersOf = async (town: Town, at: At): Promise<Readers> => ({
  url: town.url,
  operator: await tokenOf(town, at, 'operator'),
  auditor: await tokenOf(town, at, 'auditor'),
});

const signIn = async ({ url }: Town): Promise<number> => {
  const body = { account: 'verifier-of-before', password: expected.password };
  const headers = { origin: url };
  return (await ask(url, { method: 'POST', path: '/api/v1/sessions', body, headers })).status;
};

/** Nothing is told or published a second time, and nothing is put aside. */
const expectNothingTwice = async (town: Town, at: At): Promise<void> => {
  expect(await noticesTwice(database)).toEqual([]);
  expect(await publishedTwice(database)).toEqual([]);
  expect(await onCommandLine(town, at, 'dead-letters', 'list')).toEqual({ items: [] });
};

/** It reads as it did, its people come in, and what was open comes to its end. */
const expectToGoOn = async (town: Town, at: At): Promise<void> => {
  await isReady(town);
  const readers = await readersOf(town, at);
  await expectAsBefore(readers);
  await expectListsAndWords(readers, await tokenOf(town, at, 'hotline-clerk'));
  expect(await signIn(town)).toBe(201);
  const client = openClient(town.url, readers.operator);
  for (const open of expected.open) await tellTheRest(client, open);
  await expectNothingTwice(town, at);
};

/** In the database of a test, in the hands of the roles that a town of its own PostgreSQL has. */
const inPlace = async (): Promise<At> => {
  await fillDatabase(database);
  const { url, ownerUrl } = await database.roles();
  return { DATABASE_URL: url, MULIN_OWNER_URL: ownerUrl, MULIN_PACK: olderPack, MULIN_HOME: olderHome() };
};

test('an older town starts in place, reads as it did, and goes on', async () => {
  const at = await inPlace();
  const town = await startTown(at);
  await expectToGoOn(town, at);
  const { checks } = await onCommandLine(town, at, 'doctor');
  expect((checks as readonly Json[]).filter(({ ok }) => ok !== true)).toEqual([]);
});

test('a month later what has become late is told of, once, and again not by the next start', async () => {
  const at = { ...(await inPlace()), ...monthLater };
  const late = expected.cases.filter(({ state }) => state === 'offered').length - 1;
  for (const _ of ['first', 'second']) {
    const town = await startTown(at);
    await isReady(town);
    const readers = await readersOf(town, at);
    await until(
      'all of it is told of',
      () => everyItem(town.url, readers.auditor, '/api/v1/escalations'),
      (items) => new Set(items.map(({ number }) => number)).size >= late,
    );
    await expectAsBefore(readers);
    await expectNothingTwice(town, at);
    await town.kill('SIGTERM');
  }
});

test('a copy that an older version has written is restored, reads as it did, and goes on', async () => {
  const at = { DATABASE_URL: database.url, MULIN_PACK: olderPack, MULIN_HOME: newHome() };
  expect(await mulin(at, 'restore', olderCopy())).toMatchObject({ code: 0 });
  await expectToGoOn(await startTown(at), at);
});

/** An older town that was started under this version: it reads as it did, and goes on from there. */
import { expect } from '@jest/globals';
import type { TestDatabase } from '@mulin/testing';
import { ask, type Json } from '../journeys/http.js';
import { openClient } from '../journeys/killed-loop/client.js';
import { tellTheRest } from '../journeys/killed-loop/stories.js';
import { type Environment, mulin, until } from '../journeys/real-town.js';
import type { Readers } from './facts.js';
import { expected } from './older-town.js';
import {
  expectAsBefore,
  expectHistoryWithNobody,
  expectListsAndWords,
  noticesTwice,
  publishedTwice,
} from './reads-as-before.js';

/** A town that runs: its address, and what its command line needs to reach it. */
export type Reached = Readonly<{ url: string; at: Environment }>;

/** `mulin … --json` of the town; it must succeed and warn of nothing. */
const onCommandLine = async ({ url, at }: Reached, ...args: readonly string[]): Promise<Json> => {
  const { code, json, err } = await mulin({ ...at, MULIN_URL: url }, ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return json;
};

/** A token of somebody with this role. */
export const tokenOf = async (town: Reached, role: string): Promise<string> =>
  String((await onCommandLine(town, 'token', '--role', role, '--minutes', '60'))['token']);

/** Once it is ready. */
export const readersOf = async (town: Reached): Promise<Readers> => {
  await until(
    'the town is ready',
    () => ask(town.url, { method: 'GET', path: '/health/ready' }),
    ({ status }) => status === 200,
  );
  return {
    url: town.url,
    operator: await tokenOf(town, 'operator'),
    auditor: await tokenOf(town, 'auditor'),
  };
};

const signIn = async (url: string): Promise<number> => {
  const body = { account: 'verifier-of-before', password: expected.password };
  const headers = { origin: url };
  return (await ask(url, { method: 'POST', path: '/api/v1/sessions', body, headers })).status;
};

/** Nothing was told or published a second time, and nothing was put aside. */
export const expectNothingTwice = async (town: Reached, database: TestDatabase): Promise<void> => {
  expect(await noticesTwice(database)).toEqual([]);
  expect(await publishedTwice(database)).toEqual([]);
  expect(await onCommandLine(town, 'dead-letters', 'list')).toEqual({ items: [] });
};

/** It reads as it did, its people come in, and what was open comes to its end. */
export const expectToGoOn = async (town: Reached, database: TestDatabase): Promise<void> => {
  const readers = await readersOf(town);
  await expectAsBefore(readers);
  await expectListsAndWords(readers, await tokenOf(town, 'hotline-clerk'));
  await expectHistoryWithNobody(readers);
  expect(await signIn(town.url)).toBe(201);
  const client = openClient(town.url, readers.operator);
  for (const open of expected.open) await tellTheRest(client, open);
  await expectNothingTwice(town, database);
};

/** Its own look at itself finds nothing wrong. */
export const expectSound = async (town: Reached): Promise<void> => {
  const { checks } = await onCommandLine(town, 'doctor');
  expect((checks as readonly Json[]).filter(({ ok }) => ok !== true)).toEqual([]);
};

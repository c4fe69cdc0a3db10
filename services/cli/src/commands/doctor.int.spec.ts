/** What doctor says of a PostgreSQL that DATABASE_URL names. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import { type TestDatabase, testDatabase } from '@mulin/testing';
import { surroundingsOf } from '../surroundings.js';
import { doctorCommand } from './doctor.js';

jest.setTimeout(120_000);
let there: TestDatabase;
beforeAll(async () => {
  there = await testDatabase();
});
afterAll(() => there.drop());

const checksOf = async (databaseUrl: string | undefined) => {
  const { json } = await doctorCommand(
    surroundingsOf({
      folder: tmpdir(),
      home: tmpdir(),
      url: 'http://127.0.0.1:1',
      token: undefined,
      databaseUrl,
      masterKey: undefined,
      stamp: () => 'stamp',
      now: () => '2026-03-02T01:00:00.000Z',
    }),
  );
  return (json as { checks: readonly { name: string }[] }).checks;
};
const roleCheck = async (databaseUrl: string | undefined) =>
  (await checksOf(databaseUrl)).find(({ name }) => name === 'role');

test('a role that is a superuser is named, and an ordinary one is fine', async () => {
  expect(await roleCheck(there.url)).toMatchObject({ ok: false, text: expect.stringMatching(/superuser/) });
  const { url } = await there.roles();
  expect(await roleCheck(url)).toMatchObject({ ok: true });
});

test('a PostgreSQL that cannot be asked is said to be so, without its password', async () => {
  const check = await roleCheck('postgres://mulin:secret@127.0.0.1:1/mulin');
  expect(check).toMatchObject({ ok: false });
  expect(JSON.stringify(check)).not.toContain('secret');
});

test('the town’s own PostgreSQL has its roles from Mulin, so nothing is asked of it', async () => {
  expect(await roleCheck(undefined)).toBeUndefined();
});

test('what the PostgreSQL of npm would need of the machine is not asked where there is another one', async () => {
  const names = async (databaseUrl: string | undefined) =>
    (await checksOf(databaseUrl)).map(({ name }) => name);
  expect(await names(undefined)).toEqual(expect.arrayContaining(['postgres', 'home', 'disk']));
  const elsewhere = await names(there.url);
  expect(elsewhere).toEqual(expect.arrayContaining(['home', 'disk']));
  expect(elsewhere.filter((name) => ['postgres', 'passage', 'port', 'memory'].includes(name))).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '@mulin/postgres';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { aloneIn } from './owned-work.js';

let here: TestDatabase;
let other: Database;
beforeAll(async () => {
  here = await testDatabase();
  other = await openDatabase({ url: here.url, max: 2 });
});
afterAll(async () => {
  await other.close();
  await here.drop();
});

test('a piece of work that one process is at is left to it by another, and done by that one later', async () => {
  const [one, two] = [aloneIn(here.database), aloneIn(other)];
  let end = () => undefined as void;
  const begun = new Promise<void>((resolve) => {
    void one('delivery 1', async () => {
      resolve();
      await new Promise<void>((done) => (end = done));
    }).finally(() => undefined);
  });
  await begun;
  expect(await two('delivery 1', async () => 'sent twice')).toBeUndefined();
  expect(await two('delivery 2', async () => 'sent')).toBe('sent');

  end();
  for (let sent: string | undefined; sent === undefined;) sent = await two('delivery 1', async () => 'sent');
});

test('what fails gives the work back', async () => {
  const one = aloneIn(here.database);
  await expect(one('failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await aloneIn(other)('failing', async () => 'done')).toBe('done');
});

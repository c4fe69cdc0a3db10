import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hashOf } from '@mulin/kernel';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { acquireInstanceLock } from '../host/single-instance-lock.js';
import { addRequestsIn } from './request-counts.js';

let here: TestDatabase;
beforeAll(async () => {
  here = await testDatabase();
  await (
    await acquireInstanceLock(here.database, 'mu', { taken: () => undefined })
  )();
});
afterAll(() => here.drop());

const adding = () => addRequestsIn(here.database, (caller) => hashOf({ caller }));

test('what two processes add at once, in any order of callers, is all counted, and nobody is named', async () => {
  const [one, other] = [adding(), adding()];
  const callers = Array.from({ length: 50 }, (_, place): [string, number] => [`address-${place}`, 1]);
  const rounds = Array.from({ length: 10 }, () => [
    one(7, new Map(callers)),
    other(7, new Map([...callers].reverse())),
  ]);
  await Promise.all(rounds.flat());
  expect(await one(7, new Map([['address-3', 2]]))).toEqual(new Map([['address-3', 22]]));
  const rows = await here.database.sql<{ caller: string }>('select caller from mulin.request_count');
  expect(rows).toHaveLength(50);
  expect(JSON.stringify(rows)).not.toContain('address');
});

test('what was counted before the last minute is forgotten; in that one others may still be, by their clocks', async () => {
  const add = adding();
  await add(7, new Map([['li', 1]]));
  await add(8, new Map([['li', 1]]));
  expect(await add(9, new Map([['li', 1]]))).toEqual(new Map([['li', 1]]));
  const rows = await here.database.sql<{ minute: string }>(
    'select minute::text from mulin.request_count order by minute',
  );
  expect(rows.map(({ minute }) => minute)).toEqual(['8', '9']);
});

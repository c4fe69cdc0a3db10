import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDatabase } from '@mulin/postgres';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { recordingLogger } from '../platform/memory-parts.js';
import { packOrder } from './pack-order.js';
import { acquireInstanceLock } from './single-instance-lock.js';

let here: TestDatabase;
const open: (() => Promise<void>)[] = [];
beforeEach(async () => {
  here = await testDatabase();
  await (
    await acquireInstanceLock(here.database, 'mu', { taken: () => undefined })
  )();
});
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  await here.drop();
});

/** A process that starts with this pack; `records` says whether it would record it. */
const starts = async (fingerprint: string | undefined, isShared = true) => {
  const database = await openDatabase({ url: here.url, max: 2 });
  open.push(database.close);
  const { log, said } = recordingLogger();
  const recordPack = await packOrder(database, { fingerprint, isShared, log });
  const records = async () => {
    let answer: boolean | null = null;
    await recordPack('intake', async (isNewest) => void (answer = isNewest));
    return answer;
  };
  return { recordPack, records, said };
};

test('a pack that nobody has started with is the newest, and the same one is it in every process', async () => {
  const [one, other] = [await starts('a'), await starts('a')];
  expect([await one.records(), await other.records()]).toEqual([true, true]);
  expect([one.said(), other.said()]).toEqual([[], []]);
});

test('a process that starts with the older pack in a rolling update records nothing, and says so', async () => {
  await (await starts('a')).records();
  await (await starts('b')).records();
  const again = await starts('a');
  expect(await again.records()).toBe(false);
  expect(again.said()).toEqual([
    expect.objectContaining({ level: 'warn', message: expect.stringMatching(/older than the newest/) }),
  ]);
  expect(await (await starts('b')).records()).toBe(true);
});

test('one that noted its pack and comes late records nothing, if a newer one was noted meanwhile', async () => {
  const slow = await starts('a');
  const quick = await starts('b');
  expect([await quick.records(), await slow.records()]).toEqual([true, false]);
});

test('two record one after the other', async () => {
  const [one, other] = [await starts('a'), await starts('a')];
  const steps: string[] = [];
  const recording = (name: string) => async () => {
    steps.push(`${name} begins`);
    await here.database.sql('select pg_sleep(0.05)');
    steps.push(`${name} ends`);
  };
  await Promise.all([one.recordPack('intake', recording('x')), other.recordPack('intake', recording('x'))]);
  expect(steps).toEqual(['x begins', 'x ends', 'x begins', 'x ends']);
});

test('whoever has a town for themselves goes back to a pack that was there before', async () => {
  for (const pack of ['a', 'b', 'a']) expect(await (await starts(pack, false)).records()).toBe(true);
  expect(await (await starts('b')).records()).toBe(false);
  expect(await (await starts('a')).records()).toBe(true);
});

test('a process without a pack of its own has no part in it', async () => {
  await starts('a');
  expect(await (await starts(undefined)).records()).toBe(true);
  expect(await (await starts('a')).records()).toBe(true);
});

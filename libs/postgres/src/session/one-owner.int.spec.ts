import { afterAll, expect, test } from '@jest/globals';
import { startEmbedded } from '../embedded/start.js';
import { type Database, openDatabase } from '../database.js';
import { eventually, hasty, trialHome } from '../database.testing.js';
import { oneOwner } from './one-owner.js';

const { home, remove } = trialHome();
const server = await startEmbedded({ home, settings: hasty });
const one = await openDatabase({ url: server.url, applicationName: 'one' });
const other = await openDatabase({ url: server.url, applicationName: 'other' });

afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await server.stop();
  remove();
});

/** Work that says where it is done. */
const worker = (database: Database, failed: unknown[] = []) => {
  const does = { now: 0, begun: 0, waited: 0 };
  const owning = oneOwner(database, { retryMs: 50, failed: (_, error) => failed.push(error) });
  const work = {
    start: async () => {
      does.now += 1;
      does.begun += 1;
      return async () => void (does.now -= 1);
    },
    meanwhile: async () => void (does.waited += 1),
  };
  return { does, own: (key: string) => owning(key, work), owning };
};

test('one process does it, and the other takes over when that one stops', async () => {
  const [first, second] = [worker(one), worker(other)];
  const stopFirst = await first.own('relay');
  const stopSecond = await second.own('relay');
  await eventually(() => second.does.waited > 1);
  expect([first.does.now, second.does.now]).toEqual([1, 0]);

  await stopFirst();
  await eventually(() => second.does.now === 1);
  expect(first.does.now).toBe(0);
  await stopSecond();
  expect(second.does.now).toBe(0);
});

test('the owner whose session is cut ends the work before it begins it again', async () => {
  const { does, own } = worker(one);
  const stop = await own('cut');
  await other.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'one holds'`,
  );
  await eventually(() => does.begun === 2);
  expect(does.now).toBe(1);
  await stop();
  expect(does.now).toBe(0);
});

test('what cannot begin is refused at the start, and tried again at a later takeover', async () => {
  const failed: unknown[] = [];
  const { owning } = worker(other, failed);
  const broken = { start: () => Promise.reject(new Error('cannot begin')) };
  await expect(owning('broken', broken)).rejects.toThrow('cannot begin');
  const { own, does } = worker(one);
  const stop = await own('broken');
  expect(does.now).toBe(1);

  const stopBroken = await owning('broken', broken);
  await stop();
  await eventually(() => failed.length > 1);
  await stopBroken();
  const next = await own('broken');
  expect(does.now).toBe(1);
  await next();
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { enginesOf } from './health.js';
import { acquireInstanceLock } from '../host/single-instance-lock.js';

let here: TestDatabase;
const folder = mkdtempSync(path.join(tmpdir(), 'mulin-health-'));
beforeAll(async () => {
  here = await testDatabase();
  const release = await acquireInstanceLock(here.database, 'mu', { taken: () => undefined });
  await release();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await here.drop();
});

const ask = async (more: Partial<Parameters<typeof enginesOf>[0]> = {}) => {
  const parts = { database: here.database, atWork: new Map(), redis: () => undefined, folders: [folder] };
  const checks = await enginesOf({ ...parts, ...more })();
  return Object.fromEntries(checks.map(({ name, ok, code, text }) => [name, { ok, code, text: text.zh }]));
};

test('each engine is named, and says in either language that it takes a write', async () => {
  const redis = { ask: async () => undefined, isPersistent: async () => true };
  expect(await ask({ redis: () => redis })).toEqual({
    database: { ok: true, code: 'takes-writes', text: '有应答，可写入' },
    disk: { ok: true, code: 'has-room', text: expect.stringMatching(/^剩余 \d+ MB，可写入$/) },
    bus: { ok: true, code: 'messages-waiting', text: '待处理消息 0 条' },
    redis: { ok: true, code: 'takes-writes', text: '有应答，可写入' },
  });
  expect(Object.keys(await ask())).toEqual(['database', 'disk', 'bus']);
  const forgetful = { ...redis, isPersistent: async () => false };
  expect((await ask({ redis: () => forgetful }))['redis']).toMatchObject({
    ok: true,
    code: 'forgets-when-restarted',
  });
});

test('a database that answers and takes no write is not well', async () => {
  const { sql } = here.database;
  const full = (code: string, message: string) => `
    create or replace function mulin.no_room() returns trigger language plpgsql as
      $$ begin raise exception using errcode = '${code}', message = '${message}'; end $$;`;
  await sql(full('53100', 'could not extend file: No space left on device'));
  await sql(
    'create trigger no_room before insert or update on mulin.heartbeat execute function mulin.no_room()',
  );
  expect(await ask()).toMatchObject({ database: { ok: false } });
  await sql(full('25006', 'cannot execute in a read-only transaction'));
  expect(await ask()).toMatchObject({ database: { ok: false } });
  await sql('drop trigger no_room on mulin.heartbeat');
  expect(await ask()).toMatchObject({ database: { ok: true } });
});

test('a disk on which nothing can be written is not well, and its path is not told', async () => {
  const gone = await ask({ folders: [path.join(folder, 'gone')] });
  expect(gone['disk']?.ok).toBe(false);
  const file = await ask({ folders: ['/proc'] });
  expect(file['disk']?.ok).toBe(false);
  expect(JSON.stringify([gone, file])).not.toContain(folder);
});

test('a bus that cannot say how much waits is not well', async () => {
  const service = { waiting: () => Promise.reject(new Error('no answer')) };
  const atWork = new Map([['routing', service]]) as unknown as Parameters<typeof enginesOf>[0]['atWork'];
  expect(await ask({ atWork })).toMatchObject({
    bus: { ok: false, code: 'check-failed', text: '无法检查（Error）' },
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@mulin/testing';
import { checkConnections } from './connection-budget.js';
import { type LogEntry, recordingLogger } from './memory-parts.js';

let here: TestDatabase;
let room = 0;
beforeAll(async () => {
  here = await testDatabase();
  const [row] = await here.database.sql<{ room: number }>(
    `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
       - coalesce(current_setting('reserved_connections', true), '0')::int as room`,
  );
  room = row?.room ?? 0;
});
afterAll(() => here.drop());

const check = async (connections: number, redisUrl?: string): Promise<readonly LogEntry[]> => {
  const { log, said } = recordingLogger();
  await checkConnections(here.database, { town: 'mu', connections, services: ['sla-timer'], redisUrl, log });
  return said();
};

test('a process that the server has room for is let through without a word', async () => {
  expect(await check(4, 'redis://127.0.0.1')).toEqual([]);
});

test('one that would fit alone, and not beside the others that are there, is warned of', async () => {
  const other = await here.database.hold('a session of its own');
  const said = await check(room - 3, 'redis://127.0.0.1');
  await other?.release();
  expect(said).toEqual([
    expect.objectContaining({ level: 'warn', message: expect.stringMatching(/run out of connections/) }),
  ]);
});

test('one that never fits is refused, and its timers count where there is no Redis', async () => {
  const refused = {
    code: 'too-few-connections',
    sentence: { en: expect.stringMatching(/MULIN_POOL\.$/), zh: expect.stringMatching(/MULIN_POOL。$/) },
  };
  await expect(check(room - 2, 'redis://127.0.0.1')).rejects.toMatchObject(refused);
  await expect(check(room - 3)).rejects.toMatchObject(refused);
});

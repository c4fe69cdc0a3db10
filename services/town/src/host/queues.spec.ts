import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Area, instant } from '@mulin/kernel';
import { memoryPlatform, queueRoutes, readPack, type RunningApp } from '@mulin/service';
import { virtualTime } from '@mulin/testing';
import { openTown } from './open-town.js';
import { services } from './services.js';
import { twoSquares } from './two-squares.testing.js';

let town: RunningApp;

beforeAll(async () => {
  const { now } = virtualTime(instant('2026-03-02T01:00:00Z'));
  const area = 'mu' as Area;
  const accounts = {
    operator: { id: 'operator-1', role: 'operator', area },
    clerk: { id: 'clerk-1', role: 'hotline-clerk', area },
  } as const;
  const { platform } = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now, accounts });
  const routes = queueRoutes(platform, { redisUrl: undefined, services });
  town = await openTown(platform, readPack(twoSquares()), 0, { routes });
});
afterAll(() => town.close());

const ask = async (path: string, who?: string, method = 'GET') => {
  const answer = await fetch(`${town.url}/operator/queues${path}`, {
    method,
    headers: who === undefined ? {} : { authorization: `Bearer ${who}`, 'accept-language': 'zh' },
  });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
};

test.each(['', '/', '/api/queues', '/queue/mu-sla-timer'])('%s is for operators alone', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  expect(await ask(path, 'clerk')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
});

test.each(['', '/api/queues'])('%s is refused in a sentence where alarms are not in Redis', async (path) => {
  expect(await ask(path, 'operator')).toMatchObject({
    status: 409,
    body: { code: 'queues-not-in-redis', detail: expect.stringContaining('PostgreSQL') },
  });
});

test.each(['PUT', 'POST', 'PATCH', 'DELETE'])('%s changes no queue', async (method) => {
  expect(await ask('/api/queues/mu-sla-timer/empty', 'operator', method)).toMatchObject({
    status: 403,
    body: { code: 'queues-read-only' },
  });
});

/** A real town whose alarms are in Redis, and the Redis goes away: nothing is lost, and it is said. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { ask, itemsOf, type Json } from './http.js';
import { packOfSeconds } from './papers.js';
import {
  clearAway,
  launch,
  newFolder,
  newHome,
  patienceMs,
  startTown,
  type Town,
  until,
} from './real-town.js';

jest.setTimeout(patienceMs);
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const place = { lat: 36.373, lon: 119.744 };

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

let port = 0;
let redis: ChildProcess;
/** It keeps nothing on disk: one that is started again has lost every job. */
const startRedis = () => {
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', newFolder()];
  redis = spawn('redis-server', [...options, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
};
const endRedis = async () => {
  const ended = new Promise((resolve) => redis.once('exit', resolve));
  redis.kill('SIGKILL');
  await ended;
};

let town: Town;
let operator: string;
const env = { MULIN_HOME: newHome(), MULIN_PACK: packOfSeconds(newFolder()) };

const start = async () => {
  town = await startTown({ ...env, REDIS_URL: `redis://127.0.0.1:${port}` });
  operator = String((await town.mulin('token', '--role', 'operator', '--minutes', '60')).json['token']);
};

const readiness = () => ask(town.url, { method: 'GET', path: '/health/ready' });
const untilReady = () => until('the town is ready', readiness, ({ status }) => status === 200);
const untilRedisIsMissed = () =>
  until(
    'readiness names Redis',
    readiness,
    ({ status, body }) => status === 503 && JSON.stringify(body['waitsFor']).includes('redis'),
  );

const register = async (): Promise<string> => {
  const { status, body } = await ask(town.url, {
    method: 'POST',
    path: '/api/v1/cases',
    who: operator,
    body: { menuItem: 'at-once', words: 'It is dark at the gate.', place },
  });
  expect(status).toBe(201);
  return String(body['number']);
};

const told = async (): Promise<readonly Json[]> => itemsOf((await town.mulin('escalations')).json);

/** Everybody of the ladder hears of each of these cases, each person once of each clock. */
const expectTold = async (numbers: readonly string[]) => {
  const all = await until('the town leader hears of every case', told, (items) =>
    numbers.every((its) => items.some(({ number, to }) => number === its && to === 'town-leader')),
  );
  const names = all.map(({ number, clock, to, person }) => [number, clock, to, person].map(String).join(' '));
  expect(new Set(names).size).toBe(names.length);
};

(hasRedis ? describe : describe.skip)('Redis of a running town (skipped without a redis-server)', () => {
  beforeAll(async () => {
    port = await freePort();
    startRedis();
    await start();
  });
  afterAll(async () => {
    redis.kill('SIGCONT');
    await clearAway();
    await endRedis();
  });

  test('is killed under live demands, and comes back empty: demands are taken, alarms ring, readiness says so', async () => {
    await untilReady();
    const before = await register();
    await endRedis();
    const meanwhile = [await register(), await register()];
    await untilRedisIsMissed();
    await expectTold([before, ...meanwhile]);

    startRedis();
    await untilReady();
    await expectTold([await register()]);
  });

  test('stands still: demands are taken, alarms ring, readiness says so, and all goes on when it does', async () => {
    const before = await register();
    redis.kill('SIGSTOP');
    const meanwhile = [await register(), await register()];
    await untilRedisIsMissed();
    await expectTold([before, ...meanwhile]);

    redis.kill('SIGCONT');
    await untilReady();
    await expectTold([await register()]);
  });

  test('stands still while the town is stopped, which ends all the same', async () => {
    const left = await register();
    redis.kill('SIGSTOP');
    expect(await town.kill('SIGTERM')).toMatchObject({ code: 0 });
    redis.kill('SIGCONT');
    await start();
    await untilReady();
    await expectTold([left]);
  });

  test('is away when the town starts: it starts, says so, and rings', async () => {
    const left = await register();
    await town.kill('SIGKILL');
    await endRedis();
    await start();
    await untilRedisIsMissed();
    await expectTold([left, await register()]);
    startRedis();
    await untilReady();
  });

  test('belongs to one town of a name: another one is refused in a sentence while that is at work', async () => {
    const { ended } = launch({ MULIN_HOME: newHome(), REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(await ended).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Another town called \S+ is at work/),
    });
  });

  test('may drop jobs: readiness names it until that is mended, and no town starts on it', async () => {
    const set = (policy: string) =>
      spawnSync('redis-cli', ['-p', `${port}`, 'config', 'set', 'maxmemory-policy', policy]);
    set('allkeys-lru');
    await untilRedisIsMissed();
    const { body } = await readiness();
    expect(body['checks']).toContainEqual(expect.objectContaining({ name: 'redis', code: 'redis-evicts' }));
    await town.kill('SIGTERM');
    const { ended } = launch({ ...env, REDIS_URL: `redis://127.0.0.1:${port}` });
    expect(await ended).toMatchObject({ code: 2, err: expect.stringMatching(/maxmemory-policy noeviction/) });
    set('noeviction');
    await start();
    await untilReady();
  });
});

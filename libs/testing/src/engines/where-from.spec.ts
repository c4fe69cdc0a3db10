import process from 'node:process';
import { afterEach, expect, test } from '@jest/globals';
import { engineSource } from './where-from.js';

const before = { ...process.env };
afterEach(() => {
  for (const name of ['REDIS_URL', 'MULIN_SKIP_ENGINES', 'DOCKER_HOST', 'PATH'])
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
});

test('an address that is given is taken before anything else, and nothing is started', async () => {
  process.env['REDIS_URL'] = 'redis://127.0.0.1:1';
  const source = await engineSource('redis');
  expect(source.from).toBe('given');
  if (source.from === 'given') expect((await source.start()).url).toBe('redis://127.0.0.1:1');
});

test('who will kill it is given one of their own, never one that is somebody else’s', async () => {
  process.env['REDIS_URL'] = 'redis://127.0.0.1:1';
  expect((await engineSource('redis', { faults: true })).from).not.toBe('given');
});

test('engines that are left out on purpose are left out, also where one is given', async () => {
  process.env['REDIS_URL'] = 'redis://127.0.0.1:1';
  process.env['MULIN_SKIP_ENGINES'] = '1';
  expect(await engineSource('redis')).toMatchObject({ from: 'nowhere', why: 'MULIN_SKIP_ENGINES is set' });
});

test('where there is none it is said how one is had', async () => {
  delete process.env['REDIS_URL'];
  process.env['DOCKER_HOST'] = 'unix:///nowhere/docker.sock';
  process.env['PATH'] = '/nowhere';
  const source = await engineSource('redis');
  expect(source).toMatchObject({ from: 'nowhere' });
  if (source.from === 'nowhere') expect(source.why).toContain('install redis-server');
});

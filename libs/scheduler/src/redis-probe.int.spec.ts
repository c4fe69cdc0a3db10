import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { until } from '@mulin/testing';
import { redisProbe } from './redis-probe.js';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const start = (port: number, ...more: readonly string[]): ChildProcess =>
  spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', ...more], {
    stdio: 'ignore',
  });
const kill = async (server: ChildProcess, signal: NodeJS.Signals = 'SIGKILL') => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
};

test('a Redis that is not there does not answer', async () => {
  const probe = redisProbe(`redis://127.0.0.1:${await freePort()}`, 'mulin:mu:ready');
  await expect(probe.ask()).rejects.toThrow();
  await probe.close();
});

(hasRedis ? describe : describe.skip)('A Redis (skipped where there is no redis-server)', () => {
  test('answers, does not when it is killed, stopped or full, and does again when it is back', async () => {
    const port = await freePort();
    let server = start(port);
    const probe = redisProbe(`redis://127.0.0.1:${port}`, 'mulin:mu:ready');
    const answers = () =>
      probe.ask().then(
        () => true,
        () => false,
      );
    const refuses = async () => !(await answers());
    expect(await until(answers)).toBe(true);
    await kill(server);
    expect(await until(refuses)).toBe(true);

    server = start(port);
    expect(await until(answers)).toBe(true);
    server.kill('SIGSTOP');
    expect(await refuses()).toBe(true);
    server.kill('SIGCONT');
    expect(await until(answers)).toBe(true);
    await kill(server);

    server = start(port, '--maxmemory', '1', '--maxmemory-policy', 'noeviction');
    await until(async () => {
      const reason = await probe.ask().catch((error: unknown) => String(error));
      return String(reason).includes('OOM');
    });
    await expect(probe.ask()).rejects.toThrow(/OOM/);
    await kill(server);
    await probe.close();
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { hour, instant } from '@mulin/kernel';
import { describeScheduler, type TestDatabase, testDatabase } from '@mulin/testing';
import { bullmqScheduler } from './bullmq-scheduler.js';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
// Only specs and hosts may ask the environment.
const given = process.env['REDIS_URL'];

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const redis = async (): Promise<{ url: string; close: () => Promise<void> }> => {
  if (given !== undefined) return { url: given, close: async () => undefined };
  const [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), 'mulin-redis-'))];
  const options = `--port ${port} --bind 127.0.0.1 --hz 100 --save  --dir ${folder} --maxmemory-policy noeviction`;
  const server = spawn('redis-server', options.split(' '), { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  return {
    url: `redis://127.0.0.1:${port}`,
    close: async () => {
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

if (given === undefined && !hasRedis)
  test.skip('The alarms on Redis: skipped, there is neither a redis-server nor a REDIS_URL', () => undefined);
else
  describe('On Redis', () => {
    let postgres: TestDatabase;
    let server: Awaited<ReturnType<typeof redis>>;
    let towns = 0;
    beforeAll(async () => {
      [postgres, server] = await Promise.all([testDatabase(), redis()]);
    });
    afterAll(() => Promise.all([postgres.drop(), server.close()]));

    describeScheduler('bullmqScheduler', async () => {
      const town = `town${++towns}`;
      const { scheduler, start, stop } = bullmqScheduler({
        database: postgres.database,
        schema: town,
        town,
        service: town,
        redisUrl: server.url,
        // No sweep comes to the rescue of what the jobs forget.
        sweepMs: 24 * hour,
      });
      return {
        scheduler,
        now: () => instant(Date.now()),
        start,
        pass: () => new Promise((resolve) => setTimeout(resolve, 20)),
        close: stop,
      };
    });
  });

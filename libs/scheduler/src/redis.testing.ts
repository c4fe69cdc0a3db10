/** A Redis for tests: the one that is named, or one of their own. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis that is there until it is closed. */
export type RedisOfTest = Readonly<{ url: string; close: () => Promise<void> }>;

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const ownRedis = async (): Promise<RedisOfTest> => {
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

/** How a test gets a Redis: `given`, else one that is started for it; `null`: there is none on this machine. */
export const redisOfTest = (given: string | undefined): (() => Promise<RedisOfTest>) | null => {
  if (given !== undefined) return async () => ({ url: given, close: async () => undefined });
  return spawnSync('redis-server', ['--version']).status === 0 ? ownRedis : null;
};

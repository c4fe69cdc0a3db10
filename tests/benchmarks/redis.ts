/** The Redis to measure with: the one of `REDIS_URL`, else one of our own where the program is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** Settings that BullMQ asks for, with its log on disk each second, as Redis does by itself. */
const words = (port: number, folder: string) =>
  `--port ${port} --bind 127.0.0.1 --appendonly yes --hz 100 --maxmemory-policy noeviction --dir ${folder}`;

const started = async <Answer>(work: (url: string) => Promise<Answer>): Promise<Answer> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mulin-bench-redis-'));
  const port = await freePort();
  const server = spawn('redis-server', words(port, folder).split(' '), { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const url = `redis://127.0.0.1:${port}`;
  const probe = new Redis(url, { maxRetriesPerRequest: null });
  probe.on('error', () => undefined);
  try {
    await probe.ping();
    return await work(url);
  } finally {
    probe.disconnect();
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
};

/** `undefined`: there is neither an address nor a program, and what needs Redis is left out. */
export const withRedis = async <Answer>(
  work: (url: string | undefined) => Promise<Answer>,
): Promise<Answer> => {
  const given = process.env['REDIS_URL'];
  if (given !== undefined) return work(given);
  return spawnSync('redis-server', ['--version']).status === 0 ? started(work) : work(undefined);
};

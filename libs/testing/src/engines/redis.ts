/** A Redis as a plain process. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { NativeEngine } from './engine.js';
import { ensureProgram } from './debian.js';
import { freePort, nativeProgram, throwAwayFolder } from './program.js';
import { type OnDisk, smallDisk } from './small-disk.js';

/** The program that runs it. */
export const redisServer = { command: 'redis-server', args: ['--version'], debian: 'redis-server' } as const;

/** As a town needs it: nothing is evicted, what is written is on disk, and timers are looked at often. */
export const redisSettings = ['--appendonly', 'yes', '--hz', '100', '--maxmemory-policy', 'noeviction'];

/**
 * Starts a Redis on a free port of the loopback, with empty data.
 *
 * @param where.megabytes how much room its data have; 0: as much as the machine has. Default: 0.
 * @throws `NoEngine` where there is no `redis-server`.
 */
export const startRedis = async ({ megabytes = 0 }: OnDisk = {}): Promise<NativeEngine> => {
  ensureProgram(redisServer);
  const [port, folder] = [await freePort(), throwAwayFolder('redis')];
  const data = path.join(folder, 'data');
  mkdirSync(data);
  const disk = smallDisk(data, megabytes);
  const place = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', data];
  return nativeProgram({
    name: 'Redis',
    command: 'redis-server',
    args: [...place, ...redisSettings],
    folder,
    sign: `127.0.0.1:${port}`,
    ready: /Ready to accept connections/i,
    url: `redis://127.0.0.1:${port}`,
    disk,
  });
};

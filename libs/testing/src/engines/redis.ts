/** A Redis as a plain process. */
import type { NativeEngine } from './engine.js';
import { ensureProgram } from './debian.js';
import { freePort, nativeProgram, throwAwayFolder } from './program.js';

/** The program that runs it. */
export const redisServer = { command: 'redis-server', args: ['--version'], debian: 'redis-server' } as const;

/** As a town needs it: nothing is evicted, what is written is on disk, and timers are looked at often. */
export const redisSettings = ['--appendonly', 'yes', '--hz', '100', '--maxmemory-policy', 'noeviction'];

/**
 * Starts a Redis on a free port of the loopback, with empty data.
 *
 * @throws `NoEngine` where there is no `redis-server`.
 */
export const startRedis = async (): Promise<NativeEngine> => {
  ensureProgram(redisServer);
  const [port, folder] = [await freePort(), throwAwayFolder('redis')];
  const place = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder];
  return nativeProgram({
    name: 'Redis',
    command: 'redis-server',
    args: [...place, ...redisSettings],
    folder,
    sign: `127.0.0.1:${port}`,
    ready: /Ready to accept connections/i,
    url: `redis://127.0.0.1:${port}`,
  });
};

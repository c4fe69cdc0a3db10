/** The PostgreSQL that comes with the project, as a plain process. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, startEmbedded } from '@mulin/postgres';
import type { NativeEngine } from './engine.js';
import { throwAwayFolder } from './program.js';

/** Where root's own temporary folder cannot be entered by the user that PostgreSQL runs as. */
const beside = ['/tmp', '/var/tmp'];
const lookMs = 50;

const parentOf = (pid: string): number => {
  try {
    // The name before it, in brackets, may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0;
  }
};

/** The server and its sessions: each is a process of its own, and a signal to the first stops no other. */
const processesOf = (server: number): readonly number[] => [
  server,
  ...readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === server)
    .map(Number),
];

const answers = async (url: string): Promise<boolean> => {
  try {
    const database = await openDatabase({ url, max: 1, applicationName: 'test' });
    await database.sql('select 1').finally(database.close);
    return true;
  } catch {
    return false;
  }
};

/**
 * Starts a PostgreSQL on a free port of the loopback, with an empty cluster; the URL is that of its superuser. Killed, it
 * is started again by itself, and `restart` waits until it answers.
 *
 * @param settings of the server, beside or instead of those of a town.
 */
export const startPostgres = async (
  settings: Readonly<Record<string, string>> = {},
): Promise<NativeEngine> => {
  const home = throwAwayFolder('postgresql');
  const server = await startEmbedded({ home, beside, settings });
  const pid = () => Number.parseInt(readFileSync(path.join(server.dataFolder, 'postmaster.pid'), 'utf8'), 10);
  const signal = (name: NodeJS.Signals) => {
    for (const each of processesOf(pid())) process.kill(each, name);
  };
  return {
    url: server.url,
    pid,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    kill: async () => signal('SIGKILL'),
    restart: async () => {
      while (!(await answers(server.url))) await pause(lookMs);
    },
    close: async () => {
      await server.stop();
      for (const place of [home, server.outside])
        if (place !== null) rmSync(place, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

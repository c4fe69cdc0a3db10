/** The PostgreSQL that comes with the project, as a plain process. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, startEmbedded } from '@mulin/postgres';
import type { NativeEngine } from './engine.js';
import { throwAwayFolder } from './program.js';
import { type OnDisk, smallDisk } from './small-disk.js';

/** Where root's own temporary folder cannot be entered by the user that PostgreSQL runs as. */
const beside = ['/tmp', '/var/tmp'];
const lookMs = 50;
/** Each process of a town asks for nine, and there may be two of each service. As in the container. */
const forMany = { max_connections: '200' };
/** So that its log leaves room on a small disk. */
const little = { min_wal_size: '32MB', max_wal_size: '96MB' };

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

/** A session may end between being found and being told. */
const signalled = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

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
 * @param where.megabytes how much room its data have, at least 200; 0: as much as the machine has. Default: 0.
 * @param where.settings of the server, beside or instead of those of a town.
 */
export const startPostgres = async ({
  megabytes = 0,
  settings = {},
}: OnDisk & Readonly<{ settings?: Readonly<Record<string, string>> }> = {}): Promise<NativeEngine> => {
  const home = throwAwayFolder('postgresql');
  const disk = smallDisk(home, megabytes);
  const server = await startEmbedded({
    home,
    beside,
    settings: { ...forMany, ...(disk === null ? {} : little), ...settings },
  });
  const pid = () => Number.parseInt(readFileSync(path.join(server.dataFolder, 'postmaster.pid'), 'utf8'), 10);
  const signal = (name: NodeJS.Signals) => {
    for (const each of processesOf(pid())) signalled(each, name);
  };
  const answering = async () => {
    while (!(await answers(server.url))) await pause(lookMs);
  };
  return {
    url: server.url,
    pid,
    disk: server.outside === null ? disk : null,
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    kill: async () => signal('SIGKILL'),
    restart: answering,
    standUp: answering,
    close: async () => {
      await server.stop();
      disk?.close();
      for (const place of [home, server.outside])
        if (place !== null) rmSync(place, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};

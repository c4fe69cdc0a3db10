/** The server of a place as others see it: how it is started, which process it is, where it answers. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { superuser } from './cluster.js';
import type { Place } from './place.js';
import { commandOf, isAlive } from './processes.js';
import { type Settings, town } from './settings.js';

export type Running = Readonly<{ pid: number; port: number }>;

/** How a server of this place is started; a running one started otherwise is of an older program. */
export const wordsOf = ({ data, title }: Place, { postgres }: Binaries, port: number, settings: Settings) => {
  const all: Settings = {
    ...town,
    ...settings,
    cluster_name: title,
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  };
  return [
    postgres,
    '-D',
    data,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
};

export const urlOf = (place: Place, port: number, database = 'mulin'): string =>
  `postgresql://${superuser}:${readFileSync(place.password, 'utf8')}@127.0.0.1:${port}/${database}`;

const pidFile = ({ data }: Place) => path.join(data, 'postmaster.pid');

const pidLines = (place: Place): readonly string[] => {
  try {
    return readFileSync(pidFile(place), 'utf8').split('\n');
  } catch {
    return [];
  }
};

/** Whether this process is a server of this place, and not another one that got its number. */
const isServer = (place: Place, pid: number): boolean => {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  return command === null || command.includes(place.data);
};

/** The server that runs here, ready or not yet; `null`: none does. */
export const findRunning = (place: Place): Running | null => {
  const [pid, , , port] = pidLines(place).map(Number);
  if (pid === undefined || !isServer(place, pid)) return null;
  return { pid, port: port ?? 0 };
};

export const isRunning = (place: Place, { pid }: Running): boolean => isServer(place, pid);

/** Its own word, in the file with its number, that it lets clients in. */
export const saysReady = (place: Place, { pid }: Running): boolean => {
  const lines = pidLines(place);
  return Number(lines[0]) === pid && lines[7]?.startsWith('ready') === true;
};

/** Whether it was started with these very words by these very binaries. */
export const isCurrent = (
  place: Place,
  bins: Binaries,
  { pid, port }: Running,
  settings: Settings,
): boolean => {
  const command = commandOf(pid);
  return (
    command === null || command.join('\n') === wordsOf(place, bins, port, settings).filter(Boolean).join('\n')
  );
};

/**
 * A server that was killed leaves a file with its number. If another program has that number by now, or nobody
 * buried it, PostgreSQL would refuse to start; with our own number, its parent's, it looks only whether its
 * memory is still in use, which is what matters.
 */
export const excuse = (place: Place) => {
  const [pid, ...rest] = pidLines(place);
  if (pid === undefined || commandOf(process.pid) === null || isServer(place, Number(pid))) return;
  writeFileSync(pidFile(place), [process.pid, ...rest].join('\n'));
};

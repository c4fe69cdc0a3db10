/** The server of a place as others see it: how it is started, which process it is, where it answers. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { superuser } from './cluster.js';
import type { Place } from './place.js';
import { commandOf, isAlive } from './processes.js';

export type Settings = Readonly<Record<string, string>>;

export type Running = Readonly<{ pid: number; port: number }>;

/** For two cores and a disk that must not lie: nothing is answered before it is on disk. */
const town: Settings = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  max_connections: '100',
  fsync: 'on',
  synchronous_commit: 'on',
  // One machine and no standby: what only a standby would read is not written.
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_compression: 'on',
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Parallel plans want shared memory that containers are short of, and cores that the town needs.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  lc_messages: 'C',
  log_checkpoints: 'off',
};

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

/** One run of the server: found running, or started, and ready to answer. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../connection.js';
import { meansDown, sqlState } from '../errors.js';
import { type Binaries, NotHere } from './binaries.js';
import { superuser } from './cluster.js';
import type { Place } from './place.js';
import { commandOf, isAlive, pidsTitled, signal } from './processes.js';

export type Log = (line: string) => void;
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
const wordsOf = ({ data, title }: Place, { postgres }: Binaries, port: number, settings: Settings) => {
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

const free = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });

/** The wished port if nobody else has it, else any that is free. */
export const freePort = async (wish: number): Promise<number> => {
  const port = (wish > 0 ? await free(wish) : null) ?? (await free(0));
  if (port === null) throw new NotHere('There is no free port on 127.0.0.1 for PostgreSQL.');
  return port;
};

const longestLog = 10_000_000;

const openLog = ({ log }: Place): number => {
  if (existsSync(log) && statSync(log).size > longestLog) renameSync(log, `${log}.1`);
  return openSync(log, 'a', 0o600);
};

/**
 * A server that was killed leaves a file with its number. If another program has that number by now, or nobody
 * buried it, PostgreSQL would refuse to start; with our own number, its parent's, it looks only whether its
 * memory is still in use, which is what matters.
 */
const excuse = (place: Place) => {
  const [pid, ...rest] = pidLines(place);
  if (pid === undefined || commandOf(process.pid) === null || isServer(place, Number(pid))) return;
  writeFileSync(pidFile(place), [process.pid, ...rest].join('\n'));
};

type Attempt = Readonly<{ running: Running; child: ChildProcess; said: () => string }>;

const launch = (place: Place, bins: Binaries, port: number, settings: Settings): Attempt => {
  excuse(place);
  const [program = '', ...words] = wordsOf(place, bins, port, settings);
  const log = openLog(place);
  const from = statSync(place.log).size;
  // A process group of its own: Ctrl-C in a terminal is for the town, which then stops it in good order.
  const child = spawn(program, words, {
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', log, log],
    ...place.runner,
  });
  closeSync(log);
  child.on('error', () => {});
  child.unref();
  const said = () => readFileSync(place.log).subarray(from).toString('utf8');
  return { running: { pid: child.pid ?? 0, port }, child, said };
};

const pollMs = 20;
const patienceMs = 5_000;

/** Whether it answers; `false`: not yet. Throws what is no matter of waiting. */
const answers = async (place: Place, { port }: Running): Promise<boolean> => {
  try {
    const client = await connect(urlOf(place, port, 'postgres'), 'mulin starts', () => {});
    try {
      const { rowCount } = await client.query(`select from pg_database where datname = 'mulin'`);
      if (rowCount === 0) await client.query('create database mulin');
    } finally {
      await client.end();
    }
    return true;
  } catch (error) {
    if (sqlState(error) === '42P04' || meansDown(error) || meansDown(causeOf(error))) return false;
    throw error;
  }
};

const causeOf = (error: unknown) => (error instanceof Error ? error.cause : undefined);

/** Waits until it answers, however long its recovery takes; `false`: it has ended instead. */
export const isReady = async (place: Place, running: Running, log: Log): Promise<boolean> => {
  let spoken = 0;
  for (let waited = 0; isServerOrStarting(place, running); waited += pollMs) {
    if (pidLines(place)[7]?.startsWith('ready') === true && (await answers(place, running))) return true;
    if (waited - spoken >= patienceMs) {
      spoken = waited;
      log('PostgreSQL is starting up; after a crash it first makes good what was cut off. Waiting for it.');
    }
    await pause(pollMs);
  }
  return false;
};

/** Between fork and exec a process still bears our own name. */
const isServerOrStarting = (place: Place, { pid }: Running) =>
  pid > 0 && isAlive(pid) && Number(pidLines(place)[0] ?? pid) > 0;

/** What is left of a server that was killed: its children, which may be busy and hold its memory. */
const endOrphans = ({ title }: Place): number => {
  const orphans = pidsTitled(`postgres: ${title}:`);
  for (const pid of orphans) signal(pid, 'SIGQUIT');
  return orphans.length;
};

const isLeftover = (said: string) =>
  /lock file .* already exists|still in use|Is another postmaster/.test(said);
const isPortTaken = (said: string) => /could not bind|could not create any TCP\/IP sockets/.test(said);

const triesMs = 30_000;

/** Starts it. With `fixed` it comes back on that very port, because clients know it. */
export const start = async (
  place: Place,
  bins: Binaries,
  { port, isFixed, settings, log }: { port: number; isFixed: boolean; settings: Settings; log: Log },
): Promise<{ running: Running; child: ChildProcess }> => {
  let wish = port;
  for (let waited = 0; ; waited += 200) {
    const { running, child, said } = launch(place, bins, isFixed ? port : await freePort(wish), settings);
    if (await isReady(place, running, log)) return { running, child };

    const words = said();
    const isWorthWaiting = isLeftover(words) || isPortTaken(words);
    if (!isWorthWaiting || waited >= triesMs) throw new NotHere(lastWords(place, words));
    if (isPortTaken(words)) wish = 0;
    if (waited === 0)
      log('PostgreSQL cannot start yet: something of an earlier run is still there. Waiting for it.');
    if (waited >= 1_000 && isLeftover(words)) endOrphans(place);
    await pause(200);
  }
};

const lastWords = ({ log }: Place, said: string) => {
  const reason = /(?:FATAL|PANIC|ERROR): +(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1) ?? '';
  return `PostgreSQL did not start: ${reason || 'it said nothing'} (${log} says more).`;
};

const stopMs = 60_000;

/** Lets nobody in, ends what runs, writes all of it down, and is gone when this resolves. */
export const stopServer = async (place: Place, running: Running, log: Log): Promise<void> => {
  signal(running.pid, 'SIGINT');
  for (let waited = 0; isRunning(place, running); waited += pollMs) {
    if (waited === stopMs) {
      log(
        'PostgreSQL takes long to stop; it is stopped at once and will make good the rest at its next start.',
      );
      signal(running.pid, 'SIGQUIT');
    }
    if (waited === 2 * stopMs) signal(running.pid, 'SIGKILL');
    await pause(pollMs);
  }
  rmSync(`${place.log}.1`, { force: true });
};

/** One run of the server: started, ready to answer, stopped. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, leave } from '../session/connection.js';
import { meansDown, sqlState } from '../errors.js';
import { type Binaries, NotHere } from './binaries.js';
import type { Place } from './place.js';
import { freePort } from './port.js';
import { excuse, type Running, saysReady, urlOf, wordsOf } from './postmaster.js';
import { isAlive, pidsTitled, signal } from './processes.js';
import type { Settings } from './settings.js';

export type Log = (line: string) => void;

const longestLog = 10_000_000;

const openLog = ({ log }: Place): number => {
  if (existsSync(log) && statSync(log).size > longestLog) renameSync(log, `${log}.1`);
  return openSync(log, 'a', 0o600);
};

type Attempt = Readonly<{ running: Running; said: () => string }>;

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
  const said = () => (existsSync(place.log) ? readFileSync(place.log).subarray(from).toString('utf8') : '');
  return { running: { pid: child.pid ?? 0, port }, said };
};

const pollMs = 20;
const patienceMs = 5_000;

/** Whether it answers; `false`: not yet. Throws what is no matter of waiting. */
const answers = async (place: Place, { port }: Running): Promise<boolean> => {
  const url = urlOf(place, port, 'postgres');
  try {
    const client = await connect(url, 'mulin starts');
    try {
      const { rowCount } = await client.query(`select from pg_database where datname = 'mulin'`);
      if (rowCount === 0) await client.query('create database mulin');
    } finally {
      await leave(client);
    }
    return true;
  } catch (error) {
    if (sqlState(error)?.startsWith('28') === true)
      throw new NotHere({
        en: `PostgreSQL does not take the password in ${place.password}: put the right one back.`,
        zh: `PostgreSQL 不接受 ${place.password} 中的密码：请放回正确的文件。`,
      });
    if (meansDown(error)) return false;
    throw error;
  }
};

/** Waits until it answers, however long its recovery takes; `false`: it has ended instead. */
export const isReady = async (place: Place, running: Running, log: Log): Promise<boolean> => {
  let spoken = 0;
  for (let waited = 0; running.pid > 0 && isAlive(running.pid); waited += pollMs) {
    if (saysReady(place, running) && (await answers(place, running))) return true;
    if (waited - spoken >= patienceMs) {
      spoken = waited;
      log('PostgreSQL is starting up; after a crash it first makes good what was cut off. Waiting for it.');
    }
    await pause(pollMs);
  }
  return false;
};

/** What is left of a server that was killed: its children, which may be too busy to notice and hold its memory. */
const endOrphans = ({ title }: Place, waited: number) => {
  if (waited < 1_000) return;
  for (const pid of pidsTitled(`postgres: ${title}:`)) signal(pid, waited < 5_000 ? 'SIGQUIT' : 'SIGKILL');
};

const isLeftover = (said: string) =>
  /lock file .* already exists|still in use|Is another postmaster/.test(said);
const isPortTaken = (said: string) => /could not bind|could not create any TCP\/IP sockets/.test(said);
const mayPass = (said: string) => isLeftover(said) || isPortTaken(said);

const retryMs = 200;
const patientMs = 30_000;

type Wish = Readonly<{
  port: number;
  /** It comes back on that very port, because clients know it. */
  isFixed: boolean;
  settings: Settings;
  log: Log;
}>;

const portFor = async (wish: Wish, port: number) => (wish.isFixed ? wish.port : freePort(port));

/** Starts it, waiting for what an earlier run left behind; what does not pass is told (`NotHere`). */
export const start = async (place: Place, bins: Binaries, wish: Wish): Promise<Running> => {
  let { port } = wish;
  for (let waited = 0; ; waited += retryMs) {
    const { running, said } = launch(place, bins, await portFor(wish, port), wish.settings);
    if (await isReady(place, running, wish.log)) return running;

    const words = said();
    if (waited >= patientMs || !mayPass(words)) throw new NotHere(lastWords(place, words));
    if (waited === 0) wish.log('Something of an earlier PostgreSQL is still there; waiting for it to go.');
    if (isPortTaken(words)) port = 0;
    else endOrphans(place, waited);
    await pause(retryMs);
  }
};

const lastWords = ({ log }: Place, said: string) => {
  const reason = /(?:FATAL|PANIC|ERROR): +(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1) ?? '';
  return {
    en: `PostgreSQL did not start: ${reason || 'it said nothing'} (${log} says more).`,
    zh: `PostgreSQL 未能启动：${reason || '没有说明原因'}（详见 ${log}）。`,
  };
};

const stopMs = 60_000;

/** Lets nobody in, ends what runs, writes all of it down, and is gone when this resolves. */
export const stopServer = async (running: Running, log: Log): Promise<void> => {
  signal(running.pid, 'SIGINT');
  for (let waited = 0; isAlive(running.pid); waited += pollMs) {
    if (waited === stopMs) {
      log(
        'PostgreSQL takes long to stop; it is stopped at once and will make good the rest at its next start.',
      );
      signal(running.pid, 'SIGQUIT');
    }
    if (waited === 2 * stopMs) signal(running.pid, 'SIGKILL');
    await pause(pollMs);
  }
};

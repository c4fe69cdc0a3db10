/** Real towns and the real command line, each a program of its own; and the end of them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Json } from './http.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** How Node runs a program of a checkout that was not built. */
export const asSources = [
  '--no-warnings',
  '--conditions=source',
  '--import',
  './infra/scripts/run-sources.mjs',
];

/** From the sources, which are always as they stand; or, where whoever calls has just built all of it, from what was built. */
const programOf = (main: string, of: string): readonly string[] =>
  process.env['MULIN_TEST_BUILT'] === '1' && of === root && main.startsWith('services/')
    ? [main.replace('/src/', '/dist/').replace(/\.ts$/, '.js')]
    : [...asSources, main];

/** For a machine that has other things to do; nothing here takes so long by itself. */
export const patienceMs = 300_000;

/** A single wait ends before its test does, so that it can say what was waited for. */
const longestMs = 120_000;

export type Environment = Readonly<Record<string, string>>;
type Ended = Readonly<{ code: number | null; out: string; err: string }>;

const running = new Set<ChildProcess>();
const homes: string[] = [];
const folders: string[] = [];

/** Twelve micro-grids: the sample town takes a second longer, which every test would wait for. */
export const smallPack = fileURLToPath(new URL('../../infra/packs/small', import.meta.url));

/** Nothing of the environment that a developer may have set for a town of their own. */
const surroundings = (env: Environment): Environment => {
  const { PATH = '', TMPDIR = tmpdir() } = process.env;
  return { PATH, TMPDIR, ...env };
};

/** @param of the checkout whose program it is. Default: this one. */
const start = (main: string, args: readonly string[], env: Environment, of = root) => {
  const child = spawn(process.execPath, [...programOf(main, of), ...args], {
    cwd: of,
    env: { ...surroundings(env) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said = { out: '', err: '' };
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, ...said });
    }),
  );
  child.stdout.on('data', (chunk: Buffer) => void (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (said.err += chunk.toString()));
  return { child, said, ended };
};

/** A folder that is gone after the story. */
export const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mulin-journey-'));
  folders.push(folder);
  return folder;
};

/** A home of a town, which the user that PostgreSQL runs as may pass. */
export const newHome = (): string => {
  const home = mkdtempSync(path.join(tmpdir(), 'mulin-home-'));
  chmodSync(home, 0o711);
  homes.push(home);
  return home;
};

/** Asks again until it is so, and not for ever. */
export const until = async <Answer>(
  what: string,
  askFor: () => Promise<Answer> | Answer,
  isSo: (answer: Answer) => boolean,
  atMostMs = longestMs,
): Promise<Answer> => {
  for (const giveUpAt = performance.now() + atMostMs; ;) {
    const answer = await askFor();
    if (isSo(answer)) return answer;
    if (performance.now() > giveUpAt)
      throw new Error(`Not within ${atMostMs} ms: ${what}. The last answer: ${JSON.stringify(answer)}`);
    await pause(20);
  }
};

export type Town = Readonly<{
  url: string;
  port: string;
  home: string;
  pid: number;
  kill: (signal: NodeJS.Signals) => Promise<Ended>;
  /** The command line on the town's own machine. */
  mulin: (...args: readonly string[]) => Promise<Said>;
  /** The same, while it still runs. */
  begin: (...args: readonly string[]) => Running;
}>;

type Said = Readonly<{ code: number | null; json: Json; err: string }>;
type Running = Readonly<{ err: () => string; ended: Promise<Said> }>;

/** `mulin … --json`: one object on standard output, or nothing where the call was wrong. */
const begin = (env: Environment, args: readonly string[], of = root): Running => {
  const { said, ended } = start('services/cli/src/main.ts', [...args, '--json'], env, of);
  return {
    err: () => said.err,
    ended: ended.then(({ code, out, err }) => ({
      code,
      json: out === '' ? {} : (JSON.parse(out) as Json),
      err,
    })),
  };
};

export const mulin = (env: Environment, ...args: readonly string[]): Promise<Said> => begin(env, args).ended;

/** A program that is about to start, the whole town as a rule; `ready` is refused when it ends before it answers. */
export const launch = (env: Environment, main = 'services/town/src/main.ts', of = root) => {
  const { child, said, ended } = start(main, [], { MULIN_PORT: '0', MULIN_PACK: smallPack, ...env }, of);
  // In a sentence, or in a line of JSON.
  const addressOf = () => /(?:ready at |"url":")(http:[^\s"]+)/.exec(said.out)?.[1];
  const ready = (async (): Promise<string> => {
    const isOver = () => child.exitCode !== null || child.signalCode !== null;
    await until('the town is ready', () => addressOf() !== undefined || isOver(), Boolean);
    const url = addressOf();
    if (url === undefined) throw new Error(`the town ended with ${child.exitCode}: ${said.err}`);
    return url;
  })();
  // Who wants only its end does not ask for it.
  ready.catch(() => undefined);
  const kill = (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return { ready, ended, kill, pid: child.pid ?? 0 };
};

/** @param of the checkout whose town it is, and whose command line. Default: this one. */
export const startTown = async (
  env: Environment & Readonly<{ MULIN_HOME: string }>,
  of = root,
): Promise<Town> => {
  const { ready, kill, pid } = launch(env, 'services/town/src/main.ts', of);
  const url = await ready;
  const keys = Object.entries(env).filter(([name]) => name.startsWith('MULIN_LOCAL_KEY'));
  const here = { ...Object.fromEntries(keys), MULIN_HOME: env.MULIN_HOME, MULIN_URL: url };
  return {
    url,
    port: new URL(url).port,
    home: env.MULIN_HOME,
    pid,
    kill,
    mulin: (...args) => begin(here, args, of).ended,
    begin: (...args) => begin(here, args, of),
  };
};

/** Where a home's PostgreSQL has its data: in it, or in the folder that the town has named. */
const serverFolder = (home: string): string => {
  const note = path.join(home, 'postgres', 'outside');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : path.join(home, 'postgres');
};

/** The process of a home's PostgreSQL; `null`: it is not there. */
export const postmasterOf = (home: string): number | null => {
  const file = path.join(serverFolder(home), 'data', 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null;
};

/** A process of that number is there. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const stopServer = async (home: string): Promise<void> => {
  const pid = postmasterOf(home);
  if (pid === null || !isAlive(pid)) return;
  process.kill(pid, 'SIGQUIT');
  await until(
    'PostgreSQL has gone',
    () => isAlive(pid),
    (alive) => !alive,
  );
};

/** Ends what still runs, and takes every home, whatever lies outside of it, and every folder away. */
export const clearAway = async (): Promise<void> => {
  for (const child of running) child.kill('SIGTERM');
  await until(
    'every program has ended',
    () => running.size,
    (left) => left === 0,
  );
  for (const home of homes) {
    await stopServer(home);
    rmSync(serverFolder(home), { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
};

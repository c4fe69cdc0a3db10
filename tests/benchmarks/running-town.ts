/** A real town in a process of its own, as `npm start` runs it, in a home that is gone afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { runningServer } from '@mulin/postgres';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const mainOf = (program: string) => path.join(root, 'services', program, 'dist/main.js');

export type RunningTown = Readonly<{
  url: string;
  /** Of its PostgreSQL, as superuser. */
  databaseUrl: string;
  /** Of its Node processes. */
  pids: () => readonly number[];
  token: (role: string) => Promise<string>;
  mulin: (...args: readonly string[]) => Promise<Ended>;
  stop: () => Promise<void>;
}>;

export type Environment = Readonly<Record<string, string | undefined>>;
type Ended = Readonly<{ json: Record<string, unknown>; exit: number }>;

/** One call of the command line; it answers with exactly one JSON object, or with none where the call was wrong. */
export const runMulin = (env: Environment, args: readonly string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    const cli = spawn(process.execPath, [mainOf('cli'), ...args, '--json'], {
      env: { ...env },
      stdio: [...stdio],
    });
    let out = '';
    cli.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
    cli.once('error', reject);
    cli.once('close', (code) =>
      resolve({ json: out === '' ? {} : (JSON.parse(out) as Record<string, unknown>), exit: code ?? 1 }),
    );
  });

type Wanted = Readonly<{
  pack?: string;
  home?: string;
  port?: number;
  keepHome?: boolean;
  more?: Environment;
}>;

const readyAddress = (child: ChildProcess, program: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
    if (!child.stdout) return reject(new Error(`${program} has a standard output`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [address] = /http:\/\/\S+/.exec(line) ?? [];
      if (line.includes('ready') && address !== undefined) resolve(address);
    });
  });

/** As `npm start` does. */
const asStarted = ['--max-semi-space-size=64'];

/** A program of the town that answers. */
export type RunningProgram = Readonly<{
  url: string;
  pid: number;
  /** Resolves when it has ended. */
  end: (signal: NodeJS.Signals) => Promise<void>;
}>;

/**
 * Starts a program of `services/` as it was built, and resolves when it says that it is ready.
 *
 * @param options of Node.
 */
export const runProgram = async (
  program: string,
  env: Environment,
  options: readonly string[] = [],
): Promise<RunningProgram> => {
  const child = spawn(process.execPath, [...options, mainOf(program)], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await readyAddress(child, program);
  return {
    url,
    pid: child.pid ?? 0,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await ended;
    },
  };
};

/** What a bench measures is not how much one caller may ask. */
export const noLimits = { MULIN_LIMITS: 'staff-writes=9000000,staff-reads=9000000' } as const;

/** Asks the command line for a token of ten hours. */
export const tokenBy = async (mulin: RunningTown['mulin'], role: string): Promise<string> =>
  String((await mulin('token', '--role', role, '--minutes', '600')).json['token']);

const serverOf = async (home: string): Promise<string> => {
  const server = await runningServer(home);
  if (server === null) throw new Error('the town has a server');
  return server.url;
};

export const runningTown = async (wanted: Wanted = {}): Promise<RunningTown> => {
  const home = wanted.home ?? mkdtempSync(path.join(tmpdir(), 'mulin-town-'));
  // PostgreSQL, which is never root, must be able to pass; otherwise its data would lie elsewhere.
  chmodSync(home, 0o711);
  const env = {
    ...process.env,
    MULIN_HOME: home,
    MULIN_PORT: String(wanted.port ?? 0),
    ...noLimits,
    ...wanted.more,
    ...(wanted.pack === undefined ? {} : { MULIN_PACK: wanted.pack }),
  };
  const town = await runProgram('town', env, asStarted);
  const { url } = town;
  const mulin: RunningTown['mulin'] = (...args) => runMulin({ ...env, MULIN_URL: url }, args);

  return {
    url,
    databaseUrl: await serverOf(home),
    pids: () => [town.pid],
    mulin,
    token: (role) => tokenBy(mulin, role),
    stop: async () => {
      await town.end('SIGTERM');
      if (!wanted.keepHome) rmSync(home, { recursive: true, force: true });
    },
  };
};

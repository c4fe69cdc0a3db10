/** A real town in a process of its own, as `npm start` runs it, in a home that is gone afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const townMain = path.join(root, 'services/town/dist/main.js');
const cliMain = path.join(root, 'services/cli/dist/main.js');

export type RunningTown = Readonly<{
  url: string;
  home: string;
  pid: number;
  token: (role: string) => Promise<string>;
  mulin: (...args: readonly string[]) => Promise<Ended>;
  stop: () => Promise<void>;
}>;

type Environment = Readonly<Record<string, string | undefined>>;
type Ended = Readonly<{ json: Record<string, unknown>; exit: number }>;

/** One call of the command line; it answers with exactly one JSON object, or with none where the call was wrong. */
export const runMulin = (env: Environment, args: readonly string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    const cli = spawn(process.execPath, [cliMain, ...args, '--json'], { env: { ...env }, stdio: [...stdio] });
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

const readyAddress = (town: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    town.stderr?.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    town.once('exit', (code) => reject(new Error(`the town ended with ${code}: ${said}`)));
    if (!town.stdout) return reject(new Error('the town has a standard output'));
    createInterface({ input: town.stdout }).on('line', (line) => {
      const [address] = /http:\/\/\S+/.exec(line) ?? [];
      if (line.includes('ready') && address !== undefined) resolve(address);
    });
  });

/** As `npm start` does. */
const asStarted = ['--max-semi-space-size=64'];

export const runningTown = async (wanted: Wanted = {}): Promise<RunningTown> => {
  const home = wanted.home ?? mkdtempSync(path.join(tmpdir(), 'mulin-town-'));
  // PostgreSQL, which is never root, must be able to pass; otherwise its data would lie elsewhere.
  chmodSync(home, 0o711);
  const env = {
    ...process.env,
    MULIN_HOME: home,
    MULIN_PORT: String(wanted.port ?? 0),
    // What a bench measures is not how much one caller may ask.
    MULIN_LIMITS: 'staff-writes=9000000,staff-reads=9000000',
    ...wanted.more,
    ...(wanted.pack === undefined ? {} : { MULIN_PACK: wanted.pack }),
  };
  const town = spawn(process.execPath, [...asStarted, townMain], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await readyAddress(town);

  const mulin: RunningTown['mulin'] = (...args) => runMulin({ ...env, MULIN_URL: url }, args);

  return {
    url,
    home,
    pid: town.pid ?? 0,
    mulin,
    token: async (role) => {
      const { json } = await mulin('token', '--role', role, '--minutes', '600');
      return String(json['token']);
    },
    stop: async () => {
      const ended = new Promise((resolve) => town.once('exit', resolve));
      if (town.exitCode === null && town.signalCode === null) {
        town.kill('SIGTERM');
        await ended;
      }
      if (!wanted.keepHome) rmSync(home, { recursive: true, force: true });
    },
  };
};

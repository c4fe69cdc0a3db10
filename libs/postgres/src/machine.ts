/** What a town needs of its machine, and what is wrong with this one, in plain words. */
import { accessSync, constants, existsSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import path from 'node:path';
import { tryBinaries } from './embedded/binaries.js';
import { freePort } from './embedded/port.js';
import { isPassable, runnerHere } from './embedded/runner.js';

export type Check = Readonly<{ name: string; ok: boolean; text: string }>;

type Answer = Readonly<{ ok: boolean; text: string }>;

const oldestNode = [20, 19] as const;
const leastDisk = 2e9;
const leastMemory = 1e9;

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

const node = (): Answer => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  const text = `Node ${process.versions.node} runs this town`;
  return ok
    ? { ok, text: `${text}.` }
    : { ok, text: `${text}, and it needs ${oldestNode.join('.')} or newer: install Node 24.` };
};

const postgres = async (): Promise<Answer> => {
  const version = await tryBinaries();
  return {
    ok: true,
    text: `The embedded PostgreSQL ${version} runs on ${process.platform}-${process.arch}.`,
  };
};

/** The home itself, or what there is yet of the way to it. */
const reached = (home: string): string => (existsSync(home) ? home : reached(path.dirname(home)));

const writable = (home: string): Answer => {
  const place = reached(home);
  try {
    if (!statSync(place).isDirectory())
      return { ok: false, text: `${place} is a file: choose another MULIN_HOME.` };
    accessSync(place, constants.W_OK);
    if (place === home) {
      const probe = path.join(home, `.probe-${process.pid}`);
      writeFileSync(probe, '');
      rmSync(probe);
    }
    return { ok: true, text: `${home} can be written.` };
  } catch {
    return { ok: false, text: `${place} cannot be written: choose another MULIN_HOME, or change its owner.` };
  }
};

const passable = (home: string): Answer => {
  const runner = runnerHere();
  if (runner === null) return { ok: true, text: 'PostgreSQL runs as the same user as the town.' };
  return isPassable(realpathSync(reached(home)), runner)
    ? { ok: true, text: `PostgreSQL cannot be root; it runs as "nobody", who can pass through ${home}.` }
    : {
        ok: true,
        text: `PostgreSQL cannot be root; it runs as "nobody", who cannot pass through ${home}, so its data lies in a folder outside that the town prints when it starts.`,
      };
};

const disk = async (home: string): Promise<Answer> => {
  const { bavail, bsize } = await statfs(reached(home));
  const free = bavail * bsize;
  const text = `${gigabytes(free)} are free on the disk of ${home}`;
  return free >= leastDisk
    ? { ok: true, text: `${text}.` }
    : { ok: false, text: `${text}, and a town needs ${gigabytes(leastDisk)}: make room.` };
};

const port = async (): Promise<Answer> => {
  await freePort(0);
  return { ok: true, text: 'There is a free port on 127.0.0.1 for PostgreSQL.' };
};

const memory = (): Answer => {
  const limit = process.constrainedMemory();
  const has = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  const text = `The town may use ${gigabytes(has)} of memory`;
  return has >= leastMemory
    ? { ok: true, text: `${text}.` }
    : { ok: false, text: `${text}, and it needs ${gigabytes(leastMemory)}.` };
};

/** Each check answers by itself; one that cannot even be made has failed, with its reason. */
export const machineChecks = async (home: string): Promise<readonly Check[]> => {
  const place = path.resolve(home);
  const checks: readonly (readonly [string, () => Answer | Promise<Answer>])[] = [
    ['node', node],
    ['postgres', postgres],
    ['home', () => writable(place)],
    ['passage', () => passable(place)],
    ['disk', () => disk(place)],
    ['port', port],
    ['memory', memory],
  ];
  return Promise.all(
    checks.map(async ([name, check]): Promise<Check> => {
      try {
        return { name, ...(await check()) };
      } catch (error) {
        return { name, ok: false, text: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
};

/** What a town needs of its machine, and what is wrong with this one, in plain words. */
import { accessSync, constants, existsSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { totalmem } from 'node:os';
import path from 'node:path';
import { type LocalizedText, Rejection } from '@mulin/kernel';
import { NotHere, tryBinaries } from './embedded/binaries.js';
import { freePort } from './embedded/port.js';
import { isPassable, runnerHere } from './embedded/runner.js';

/** One thing that a town needs of its machine: whether it is there, in one sentence. */
export type Check = Readonly<{ name: string; ok: boolean; text: LocalizedText }>;

type Answer = Omit<Check, 'name'>;

const fine = (en: string, zh: string): Answer => ({ ok: true, text: { en, zh } });
const lacking = (en: string, zh: string): Answer => ({ ok: false, text: { en, zh } });

const oldestNode = [20, 19] as const;
const leastDisk = 2e9;
const leastMemory = 1e9;

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

const node = (): Answer => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  const [here, needed] = [process.versions.node, oldestNode.join('.')];
  return ok
    ? fine(`Node ${here} runs this town.`, `本镇由 Node ${here} 运行。`)
    : lacking(
        `Node ${here} runs this town, and it needs ${needed} or newer: install Node 24.`,
        `本镇由 Node ${here} 运行，须为 ${needed} 或更新版本：请安装 Node 24。`,
      );
};

const postgres = async (): Promise<Answer> => {
  const version = await tryBinaries();
  const platform = `${process.platform}-${process.arch}`;
  return fine(
    `The embedded PostgreSQL ${version} runs on ${platform}.`,
    `内置的 PostgreSQL ${version} 可在 ${platform} 上运行。`,
  );
};

/** The home itself, or what there is yet of the way to it. */
const reached = (home: string): string => (existsSync(home) ? home : reached(path.dirname(home)));

const writable = (home: string): Answer => {
  const place = reached(home);
  try {
    if (!statSync(place).isDirectory())
      return lacking(
        `${place} is a file: choose another MULIN_HOME.`,
        `${place} 是文件：请另选 MULIN_HOME。`,
      );
    accessSync(place, constants.W_OK);
    if (place === home) {
      const probe = path.join(home, `.probe-${process.pid}`);
      writeFileSync(probe, '');
      rmSync(probe);
    }
    return fine(`${home} can be written.`, `${home} 可以写入。`);
  } catch {
    return lacking(
      `${place} cannot be written: choose another MULIN_HOME, or change its owner.`,
      `${place} 无法写入：请另选 MULIN_HOME，或更改其所有者。`,
    );
  }
};

const passable = (home: string): Answer => {
  const runner = runnerHere();
  if (runner === null)
    return fine('PostgreSQL runs as the same user as the town.', 'PostgreSQL 与本镇以同一用户身份运行。');
  return isPassable(realpathSync(reached(home)), runner)
    ? fine(
        `PostgreSQL cannot be root; it runs as "nobody", who can pass through ${home}.`,
        `PostgreSQL 不能以“root”身份运行，改用“nobody”身份，该用户可以进入 ${home}。`,
      )
    : fine(
        `PostgreSQL cannot be root; it runs as "nobody", who cannot pass through ${home}, so its data lies in a folder outside that the town prints when it starts.`,
        `PostgreSQL 不能以“root”身份运行，改用“nobody”身份，该用户无法进入 ${home}，数据因此另存于其他目录，启动时会说明位置。`,
      );
};

const disk = async (home: string): Promise<Answer> => {
  const { bavail, bsize } = await statfs(reached(home));
  const free = bavail * bsize;
  const [there, needed] = [gigabytes(free), gigabytes(leastDisk)];
  return free >= leastDisk
    ? fine(`${there} are free on the disk of ${home}.`, `${home} 所在磁盘剩余 ${there}。`)
    : lacking(
        `${there} are free on the disk of ${home}, and a town needs ${needed}: make room.`,
        `${home} 所在磁盘剩余 ${there}，至少须有 ${needed}：请清理空间。`,
      );
};

const port = async (): Promise<Answer> => {
  await freePort(0);
  return fine(
    'There is a free port on 127.0.0.1 for PostgreSQL.',
    '127.0.0.1 上有可供 PostgreSQL 使用的空闲端口。',
  );
};

const memory = (): Answer => {
  const limit = process.constrainedMemory();
  const has = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  const [there, needed] = [gigabytes(has), gigabytes(leastMemory)];
  return has >= leastMemory
    ? fine(`The town may use ${there} of memory.`, `本镇可用内存 ${there}。`)
    : lacking(
        `The town may use ${there} of memory, and it needs ${needed}.`,
        `本镇可用内存 ${there}，至少须有 ${needed}。`,
      );
};

/** What somebody wrote for people is there in both languages; of anything else only what the system says. */
const reasonOf = (error: unknown): LocalizedText => {
  if (error instanceof Rejection || error instanceof NotHere) return error.sentence;
  const said = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '原因不明';
  return { en: said, zh: `无法检查（${code}）。` };
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
        return { name, ok: false, text: reasonOf(error) };
      }
    }),
  );
};

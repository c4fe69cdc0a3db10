/** Where the embedded PostgreSQL of a home keeps what it has. */
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NotHere } from './binaries.js';
import { isPassable, type Runner, runnerHere } from './runner.js';

export type Place = Readonly<{
  folder: string;
  data: string;
  password: string;
  lock: string;
  /** The server's log is always in the home. */
  log: string;
  /** The folder beside the home, where the home is closed to the user that PostgreSQL runs as. */
  outside: string | null;
  runner: Runner;
  /** Names this cluster among all servers of the machine. */
  title: string;
}>;

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Where root keeps what its home is closed for: the first that can be written. A temporary home has it in a
 * temporary place; a lasting one must not, because systems clear those of what was not touched for a month.
 */
const besides = (home: string): readonly string[] => {
  const isTemporary = [tmpdir(), '/tmp', '/var/tmp'].some((place) => home.startsWith(`${place}/`));
  return isTemporary ? ['/var/tmp'] : ['/var/lib', '/var/tmp'];
};

/** The same home always leads to the same place, whatever has become of its modes since. */
export const placeOf = (home: string, beside: readonly string[] = besides(home)): Place => {
  const runner = runnerHere();
  const inside = path.join(home, 'postgres');
  mkdirSync(inside, { recursive: true });
  // A careful umask would close even a folder of ours that lies in an open home.
  if (runner !== null) chmodSync(inside, 0o711);
  const outside = outsideOf(inside, beside, runner);
  const folder = realpathSync(outside ?? inside);
  refuseClosed(folder, runner);
  return {
    folder,
    data: path.join(folder, 'data'),
    password: path.join(folder, 'password'),
    lock: path.join(folder, 'lock'),
    log: path.join(inside, 'server.log'),
    outside,
    runner,
    title: `mulin-${shortHash(folder)}`,
  };
};

const outsideOf = (inside: string, beside: readonly string[], runner: Runner): string | null => {
  const note = path.join(inside, 'outside');
  if (existsSync(note)) return ownFolder(readFileSync(note, 'utf8').trim());
  if (existsSync(path.join(inside, 'data')) || isPassable(realpathSync(inside), runner)) return null;

  const name = `mulin-${shortHash(realpathSync(inside))}`;
  const folder = beside.find((place) => existsSync(path.join(place, name))) ?? beside.find(isOpen) ?? '/tmp';
  const outside = ownFolder(path.join(folder, name));
  // Each says where the other is, so that nobody who finds one of them must guess.
  writeFileSync(path.join(outside, 'home'), `${path.dirname(inside)}\n`);
  writeFileSync(note, `${outside}\n`);
  return outside;
};

const isOpen = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** In a folder where everybody may write, somebody else may have made this one first. */
const ownFolder = (folder: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { uid } = statSync(folder);
  if (uid !== process.getuid?.())
    throw new NotHere({
      en: `${folder} belongs to somebody else: remove it, or use a home that everybody can pass.`,
      zh: `${folder} 属于其他用户：请将其删除，或改用所有用户均可进入的数据目录。`,
    });
  chmodSync(folder, 0o755);
  return folder;
};

const refuseClosed = (folder: string, runner: Runner) => {
  if (isPassable(folder, runner)) return;
  throw new NotHere({
    en: `PostgreSQL cannot be root and runs as "nobody", who cannot get to ${folder}: let everybody pass (chmod o+x) that folder and those above it.`,
    zh: `PostgreSQL 不能以“root”身份运行，改用“nobody”身份，该用户无法进入 ${folder}：请允许所有用户进入该目录及其各级上级目录（chmod o+x）。`,
  });
};

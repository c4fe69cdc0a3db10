/** What keeps a process from starting that somebody can mend: each in one sentence, with its code. */
import { createServer } from 'node:net';
import { type LocalizedText, Rejection, Unavailable } from '@mulin/kernel';
import { MigrationRefused, NotHere } from '@mulin/postgres';
import { ConfigurationError } from '../host/config.js';

/** Which errors are somebody's to mend, and so have a sentence in both languages. */
export const isForPeople = (error: unknown): error is ConfigurationError | Rejection | Unavailable =>
  [ConfigurationError, Rejection, Unavailable].some((kind) => error instanceof kind);

/** In both languages: `mulin doctor` says it in that of its reader. */
export const sentenceOf = (error: unknown): LocalizedText => {
  if (isForPeople(error)) return error.sentence;
  return {
    en: error instanceof Error ? error.message : String(error),
    zh: '程序内部错误，详情见日志。',
  };
};

const portTaken = (port: number) =>
  new ConfigurationError('port-taken', {
    en: `Port ${port} is in use by another program: choose another one with MULIN_PORT.`,
    zh: `端口 ${port} 已被其他程序占用：请用 MULIN_PORT 另选端口。`,
  });

const isTaken = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EADDRINUSE' ||
    (error.code === 'EACCES' && 'syscall' in error && error.syscall === 'listen'));

/** An address that is none of this machine's. */
const inNoPlace = (error: Error, bind: string): Error =>
  'code' in error && error.code === 'EADDRNOTAVAIL'
    ? new ConfigurationError('address-not-here', {
        en: `This machine has no address ${bind}: choose another one with MULIN_BIND.`,
        zh: `本机没有地址 ${bind}：请用 MULIN_BIND 另选地址。`,
      })
    : error;

/**
 * Asked before anything is started: a port that is taken would be noticed last otherwise.
 *
 * @throws `ConfigurationError`: `port-taken`, or `address-not-here` where `bind` is no address of this machine.
 */
export const refuseTakenPort = (port: number, bind: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(isTaken(error) ? portTaken(port) : inNoPlace(error, bind)));
    probe.listen(port, bind, () => probe.close(() => resolve()));
  });

/** What the file system refuses is the owner's to mend, and says which file it is of. */
const unwritable: ReadonlySet<string> = new Set([
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'ENOTDIR',
  'EISDIR',
]);

type FileError = Error & Readonly<{ code: string; path?: string }>;

const isOfFile = (error: unknown): error is FileError =>
  error instanceof Error && 'code' in error && unwritable.has(String(error.code)) && 'path' in error;

/** In one sentence, what was thrown by a part that knows nothing of towns; anything else as it was thrown. */
export const inWords = (
  error: unknown,
  { home, port }: Readonly<{ home: string; port: number }>,
): unknown => {
  if (isTaken(error)) return portTaken(port);
  if (error instanceof NotHere) return new ConfigurationError('postgres-cannot-run', error.sentence);
  if (error instanceof MigrationRefused) return new ConfigurationError('tables-not-known', error.sentence);
  if (isOfFile(error))
    return new ConfigurationError('home-not-usable', {
      en: `${error.path ?? home} cannot be written or read (${error.code}): the home of a town (MULIN_HOME) must be its owner's, with room on its disk.`,
      zh: `无法读写 ${error.path ?? home}（${error.code}）：数据目录（MULIN_HOME）须归本用户所有，且磁盘有剩余空间。`,
    });
  return error;
};

/** A PostgreSQL that was named cannot be reached. Nothing of its address is said but its name: it may hold a password. */
export const cannotReach = (error: unknown): unknown =>
  error instanceof Unavailable
    ? new ConfigurationError('database-not-reached', {
        en: `The PostgreSQL of DATABASE_URL cannot be reached: ${error.sentence.en}`,
        zh: `无法连接 DATABASE_URL 指定的 PostgreSQL：${error.sentence.zh}`,
      })
    : error;

/** A whole town with a real PostgreSQL: there when this resolves, gone when it is stopped. */
import { createServer } from 'node:net';
import path from 'node:path';
import { type LocalizedText, Rejection, type Stop, Unavailable } from '@mulin/kernel';
import { areDeliveriesHeld, closeHome, MigrationRefused, NotHere } from '@mulin/postgres';
import { fileLog, type Logger, ConfigurationError, postgresPlatform } from '@mulin/service';
import type { TownConfig } from './config.js';
import { openTown } from './open-town.js';
import { readPack } from './read-pack.js';
import type { Pack } from '@mulin/pack';
import { seedAccounts, tellPasswords } from './seed-accounts.js';
import { serverOf } from './server-of.js';
import { services } from './services.js';
import { versionOfProject } from './version.js';

export type RunningTown = Readonly<{
  url: string;
  /** `why` is for the log. */
  stop: (why?: string) => Promise<void>;
}>;

/** Which errors are somebody's to mend, and so have a sentence in both languages. */
export const isForPeople = (error: Error): error is ConfigurationError | Rejection | Unavailable =>
  [ConfigurationError, Rejection, Unavailable].some((kind) => error instanceof kind);

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

/** Before anything is started: a port that is taken would be noticed last otherwise. */
const refuseTakenPort = (port: number, bind: string): Promise<void> =>
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

/** In one sentence, what was thrown by a part that knows nothing of towns. */
const inWords = (error: unknown, home: string): unknown => {
  if (error instanceof NotHere) return new ConfigurationError('postgres-cannot-run', error.sentence);
  if (error instanceof MigrationRefused) return new ConfigurationError('tables-not-known', error.sentence);
  if (isOfFile(error))
    return new ConfigurationError('home-not-usable', {
      en: `${error.path ?? home} cannot be written or read (${error.code}): the home of a town (MULIN_HOME) must be its owner's, with room on its disk.`,
      zh: `无法读写 ${error.path ?? home}（${error.code}）：数据目录（MULIN_HOME）须归本用户所有，且磁盘有剩余空间。`,
    });
  return error;
};

const startFailed = 'the town could not start';

/** In both languages: `mulin doctor` says it in that of its reader. */
const sentenceOf = (error: unknown): LocalizedText => {
  if (error instanceof Error && isForPeople(error)) return error.sentence;
  return {
    en: error instanceof Error ? error.message : String(error),
    zh: '程序内部错误，详情见日志。',
  };
};

/** Stops what was started, the last first. What cannot be stopped does not keep the rest running. */
const stopsOf = () => {
  const stops: Stop[] = [];
  let stopping: Promise<void> | undefined;
  let log: Logger | undefined;
  const all = async () => {
    const failures: unknown[] = [];
    for (const stop of stops.reverse()) await stop().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, 'not all of the town could be stopped');
  };
  return {
    add: (stop: Stop, its = log) => {
      stops.push(stop);
      log = its;
    },
    /** `mulin doctor` reads it there when nobody answers. */
    failed: (error: unknown) => {
      const { en: reason, zh: reasonZh } = sentenceOf(error);
      log?.error({ part: 'town', reason, reasonZh }, startFailed);
    },
    all: () => (stopping ??= all()),
    isOver: () => stopping !== undefined,
  };
};

/** From here on it runs: the log says so, and why it ends. */
const running = (url: string, log: Logger, stops: ReturnType<typeof stopsOf>): RunningTown => ({
  url,
  stop: (why = 'asked to') => {
    if (!stops.isOver()) log.info({ part: 'town', why }, 'the town stops');
    return stops.all();
  },
});

/** Under the address at which it listens it is known, too. */
const reachedAs = ({ server, bind }: TownConfig) => ({ ...server, hosts: [...server.hosts, bind] });

/** Who starts a restored town is told, and the log says it, that messages wait. */
const sendingOf = ({ home, sending }: TownConfig, log: Logger, remark: StartNotice['remark']) => {
  const isHeld = () => areDeliveriesHeld(home);
  if (!isHeld()) return { ...sending, isHeld };
  log.warn({ part: 'town' }, 'messages are held until mulin deliveries release');
  remark({
    en: 'This home was restored from a copy: no e-mail and no webhook is sent until mulin deliveries release.',
    zh: '本数据目录由备份恢复：运行 mulin deliveries release 之前不发送邮件和推送。',
  });
  return { ...sending, isHeld };
};

/** What the log says of a town that has started. */
const startedLine = (url: string, config: TownConfig, pack: Pack) => ({
  part: 'town',
  version: versionOfProject(),
  town: pack.town.town,
  port: Number(new URL(url).port),
  pack: config.pack,
});

const start = async (config: TownConfig, pack: Pack, { remark, taken }: StartNotice) => {
  const { home, port, bind, isShared, databaseUrl, redisUrl, masterKey, logLevel } = config;
  const stops = stopsOf();
  try {
    const { log, close } = await fileLog(path.join(home, 'logs', 'town.log'), logLevel);
    stops.add(close, log);
    const server = await serverOf({ home, databaseUrl, log, remark });
    stops.add(server.stop);
    const opening = postgresPlatform({
      databaseUrl: server.url,
      ownerUrl: server.ownerUrl,
      redisUrl,
      keys: path.join(home, 'keys'),
      folders: [home, ...server.folders],
      masterKey,
      town: pack.town.town,
      isShared,
      zone: pack.town.zone,
      services,
      log,
      taken,
    });
    const { platform, close: closePlatform } = await opening.catch((error: unknown) => {
      throw server.isEmbedded ? error : cannotReach(error);
    });
    stops.add(closePlatform);
    const options = { ...reachedAs(config), sending: sendingOf(config, log, remark), bind };
    const opened = await openTown(platform, pack, port, options);
    stops.add(opened.close);
    const isTerminal = process.stdout.isTTY;
    await tellPasswords(await seedAccounts(platform, pack), { home, isTerminal, say: remark });
    log.info(startedLine(opened.url, config, pack), 'the town started');
    return running(opened.url, log, stops);
  } catch (error) {
    const said = isTaken(error) ? portTaken(port) : inWords(error, home);
    stops.failed(said);
    await stops.all().catch(() => undefined);
    throw said;
  }
};

type StartNotice = Readonly<{
  remark: (sentence: LocalizedText) => void;
  /** The same town has been started elsewhere: this one must be stopped. */
  taken: (why: Error) => void;
}>;

/** Nothing of the address is said but its name: it may hold a password. */
const cannotReach = (error: unknown): unknown =>
  error instanceof Unavailable
    ? new ConfigurationError('database-not-reached', {
        en: `The PostgreSQL of DATABASE_URL cannot be reached: ${error.sentence.en}`,
        zh: `无法连接 DATABASE_URL 指定的 PostgreSQL：${error.sentence.zh}`,
      })
    : error;

export const startTown = async (
  config: TownConfig,
  remark: StartNotice['remark'] = () => undefined,
  taken: StartNotice['taken'] = () => undefined,
): Promise<RunningTown> => {
  const pack = readPack(config.pack);
  await refuseTakenPort(config.port, config.bind);
  for (const name of config.notUsed)
    remark({
      en: `${name} is set, and this version does not use it yet: events and messages are kept in PostgreSQL.`,
      zh: `已设置 ${name}，但本版本尚未使用：事件与消息均保存在 PostgreSQL 中。`,
    });
  try {
    closeHome(config.home);
  } catch (error) {
    throw inWords(error, config.home);
  }
  return start(config, pack, { remark, taken });
};

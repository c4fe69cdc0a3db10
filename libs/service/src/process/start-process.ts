/** A process of a town on a real PostgreSQL: there when this resolves, gone when it is stopped. */
import path from 'node:path';
import type { LocalizedText, Stop } from '@mulin/kernel';
import { type Pack, packFingerprint } from '@mulin/pack';
import { closeHome, isHomeHeld } from '@mulin/postgres';
import type { RunningApp } from '../host/open-service.js';
import type { ServerOptions } from '../http/server.js';
import { fileLog } from '../observability/file-log.js';
import { streamLog } from '../observability/stream-log.js';
import type { Logger, Platform } from '../platform/platform.js';
import { type PostgresParts, postgresPlatform } from '../platform/postgres-platform.js';
import type { TownConfig } from './environment.js';
import { cannotReach, inWords, refuseTakenPort, sentenceOf } from './startable.js';
import { versionOfProject } from './version.js';

/** A process that answers at `url`; `why` it is stopped is for the log. */
export type RunningProcess = Readonly<{
  url: string;
  stop: (why?: string) => Promise<void>;
  /** What to say when it answers, in a line of JSON, where its log is on standard output. Absent: a sentence. */
  readyLine?: object;
}>;

/** Who started a process, as it speaks to them. */
export type StartNotice = Readonly<{
  remark: (sentence: LocalizedText) => void;
  /** The same town has been started elsewhere: this one must be stopped. */
  taken: (why: Error) => void;
}>;

/** The PostgreSQL that a process works on. */
export type ProcessDatabase = Readonly<{
  url: string;
  /** Who owns the tables, where that is another role than the one of `url`. */
  ownerUrl: string | undefined;
  stop: Stop;
  /** Ours, and brought back by us when it dies. */
  isEmbedded: boolean;
  /** Where its data lie on this machine, as far as we know. */
  folders: readonly string[];
}>;

/** With what a process is opened on its platform. */
export type Opening = Readonly<{
  config: TownConfig;
  pack: Pack;
  log: Logger;
  port: number;
  bind: string;
  server: ServerOptions;
  /** How messages leave the town, as the environment says, and whether they are held back. */
  sending: TownConfig['sending'] & Readonly<{ isHeld: () => Promise<boolean> }>;
}>;

/** What a process consists of. */
type ProcessParts = Readonly<{
  /** `town`, or the name of the one service: so its log is called, and so its lines say (`part`). */
  part: string;
  /** Whether it is one of many processes of its town. */
  isShared: boolean;
  database: (found: Readonly<{ log: Logger; remark: StartNotice['remark'] }>) => Promise<ProcessDatabase>;
  open: (platform: Platform, opening: Opening) => Promise<RunningApp>;
  /** Done when it answers, before it counts as started. Default: nothing. */
  opened?: (platform: Platform) => Promise<void>;
}> &
  Pick<PostgresParts, 'services' | 'namedItems' | 'limits'>;

/** What the log says of a process; of the whole town as it always was. */
const linesOf = (part: string) => {
  const called = part === 'town' ? 'town' : 'service';
  return {
    started: `the ${called} started`,
    stops: `the ${called} stops`,
    failed: `the ${called} could not start`,
  };
};

/** Stops what was started, the last first. What cannot be stopped does not keep the rest running. */
const stopsOf = (part: string) => {
  const stops: Stop[] = [];
  let stopping: Promise<void> | undefined;
  let log: Logger | undefined;
  const all = async () => {
    const failures: unknown[] = [];
    for (const stop of stops.reverse()) await stop().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, `not all of the ${part} could be stopped`);
  };
  return {
    add: (stop: Stop, its = log) => {
      stops.push(stop);
      log = its;
    },
    /** `mulin doctor` reads it there when nobody answers. */
    failed: (error: unknown) => {
      const { en: reason, zh: reasonZh } = sentenceOf(error);
      log?.error({ part, reason, reasonZh }, linesOf(part).failed);
    },
    all: () => (stopping ??= all()),
    isOver: () => stopping !== undefined,
  };
};

type Stops = ReturnType<typeof stopsOf>;

type Begun = Readonly<{ url: string; part: string; log: Logger; stops: Stops; logTo: TownConfig['logTo'] }>;

/** From here on it runs: the log says so, and why it ends. */
const running = ({ url, part, log, stops, logTo }: Begun): RunningProcess => ({
  url,
  ...(logTo === 'stdout' ? { readyLine: { part, url, msg: 'ready' } } : {}),
  stop: (why = 'asked to') => {
    if (!stops.isOver()) log.info({ part, why }, linesOf(part).stops);
    return stops.all();
  },
});

/** Who starts a restored town is told, and the log says it, that messages wait. */
const sendingOf = async (
  { part, platform, log }: Readonly<{ part: string; platform: Platform; log: Logger }>,
  { home, sending }: TownConfig,
  { remark }: StartNotice,
) => {
  const isHeld = async () => isHomeHeld(home) || (await platform.areDeliveriesHeld());
  if (!(await isHeld())) return { ...sending, isHeld };
  log.warn({ part }, 'messages are held until mulin deliveries release');
  remark({
    en: 'This town was restored from a copy: no e-mail and no webhook is sent until mulin deliveries release.',
    zh: '本镇由备份恢复：运行 mulin deliveries release 之前不发送邮件和推送。',
  });
  return { ...sending, isHeld };
};

type Given = Readonly<{ config: TownConfig; pack: Pack }>;

/** The platform, on whichever PostgreSQL; what was begun is known to `stops`. */
const platformFor = async (
  parts: ProcessParts,
  { config, pack }: Given,
  notice: StartNotice,
  { log, stops }: Readonly<{ log: Logger; stops: Stops }>,
): Promise<Platform> => {
  const { home, redisUrl, kafkaBrokers, kafkaAccess, kurrentUrl, topicPrefix } = config;
  const { masterKey, givenKeys, connections } = config;
  const server = await parts.database({ log, remark: notice.remark });
  stops.add(server.stop);
  const opening = postgresPlatform({
    databaseUrl: server.url,
    ownerUrl: server.ownerUrl,
    redisUrl,
    topicPrefix,
    kafkaBrokers,
    kafkaAccess,
    kurrentUrl,
    keys: path.join(home, 'keys'),
    folders: [home, ...server.folders],
    masterKey,
    givenKeys,
    connections,
    town: pack.town.town,
    isShared: parts.isShared,
    zone: pack.town.zone,
    packFingerprint: packFingerprint(config.pack),
    services: parts.services,
    ...(parts.namedItems === undefined ? {} : { namedItems: parts.namedItems }),
    ...(parts.limits === undefined ? {} : { limits: parts.limits }),
    log,
    taken: notice.taken,
  });
  const { platform, close } = await opening.catch((error: unknown) => {
    throw server.isEmbedded ? error : cannotReach(error);
  });
  stops.add(close);
  return platform;
};

const logOf = async (part: string, { home, logTo, logLevel }: TownConfig) =>
  logTo === 'stdout' ? streamLog(logLevel) : fileLog(path.join(home, 'logs', `${part}.log`), logLevel);

const begin = async (parts: ProcessParts, given: Given, notice: StartNotice, stops: Stops) => {
  const { part } = parts;
  const { config, pack } = given;
  const { port, bind, server } = config;
  const { log, close } = await logOf(part, config);
  stops.add(close, log);
  const platform = await platformFor(parts, given, notice, { log, stops });
  const sending = await sendingOf({ part, platform, log }, config, notice);
  const { url, close: closeApp } = await parts.open(platform, { ...given, log, port, bind, server, sending });
  stops.add(closeApp);
  await parts.opened?.(platform);
  const listening = { port: Number(new URL(url).port), pack: config.pack };
  const started = { part, version: versionOfProject(), town: pack.town.town, ...listening };
  log.info(started, linesOf(part).started);
  return running({ url, part, log, stops, logTo: config.logTo });
};

/**
 * Starts a process of a town: its home is closed to others, its log written in it, its database opened, and what
 * `parts.open` opens answers when this resolves. Where a start fails, what had begun is stopped and the log says why.
 *
 * @param given the environment, and the pack that it names.
 * @throws `ConfigurationError`, `Rejection` or `Unavailable` where somebody can mend it; anything else is a fault.
 */
export const startProcess = async (
  parts: ProcessParts,
  given: Given,
  notice: StartNotice,
): Promise<RunningProcess> => {
  const { home, port, bind } = given.config;
  await refuseTakenPort(port, bind);
  const stops = stopsOf(parts.part);
  try {
    closeHome(home);
    return await begin(parts, given, notice, stops);
  } catch (error) {
    const said = inWords(error, { home, port });
    stops.failed(said);
    await stops.all().catch(() => undefined);
    throw said;
  }
};

/** A PostgreSQL of the town's own: there when this resolves, kept alive, and gone when it is stopped. */
import { backoff, type Stop } from '@mulin/kernel';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../errors.js';
import { type Binaries, binaries, NotHere } from './binaries.js';
import { makeCluster } from './cluster.js';
import { takeLock } from './lock.js';
import { type Place, placeOf } from './place.js';
import { findRunning, isCurrent, isRunning, type Running, urlOf } from './postmaster.js';
import { prepareRoles, type RoleUrls } from './roles.js';
import { isReady, type Log, start, stopServer } from './server.js';
import type { Settings } from './settings.js';

/** An embedded PostgreSQL that runs. */
export type Embedded = Readonly<{
  /** As superuser: for tests, and for whoever has something to repair. A town works with `roles`. */
  url: string;
  roles: RoleUrls;
  /** It still ran from an earlier program that was killed. */
  adopted: boolean;
  dataFolder: string;
  /** The named folder beside the home, where the home is closed to the user that PostgreSQL runs as. */
  outside: string | null;
  stop: Stop;
}>;

type Wanted = Readonly<{
  home: string;
  log?: Log;
  settings?: Settings;
  /** Where to keep what the home is closed for: the first that can be written. */
  beside?: readonly string[];
}>;

type Found = Readonly<{ place: Place; bins: Binaries; running: Running; adopted: boolean }>;

/** Of the server that answers here now. */
const rolesOf = (place: Place, { port }: Running): Promise<RoleUrls> =>
  prepareRoles(urlOf(place, port), readFileSync(place.password, 'utf8'));

const portFile = ({ folder }: Place) => path.join(folder, 'port');

const lastPort = (place: Place): number => {
  try {
    return Number(readFileSync(portFile(place), 'utf8'));
  } catch {
    return 0;
  }
};

/** The caller has the lock. */
const reach = async (place: Place, log: Log, settings: Settings): Promise<Found> => {
  const bins = await binaries(place.folder, place.runner);
  await makeCluster(place, bins, settings);
  const there = findRunning(place);
  if (there !== null && isCurrent(place, bins, there, settings)) {
    log('PostgreSQL still runs from an earlier start and is taken over.');
    if (await isReady(place, there, log)) return { place, bins, running: there, adopted: true };
  } else if (there !== null) {
    log('PostgreSQL still runs from an earlier start with other settings and is started anew.');
    await stopServer(there, log);
  }
  const running = await start(place, bins, { port: lastPort(place), isFixed: false, settings, log });
  writeFileSync(portFile(place), String(running.port));
  return { place, bins, running, adopted: false };
};

/** Between attempts to bring a server back. */
const retryInMs = backoff({ firstMs: 100, longestMs: 5_000 });

/** Sees within a moment that the server is gone, and brings it back on the same port until it is told to stop. */
const keepAlive = ({ place, bins, running: first }: Found, log: Log, settings: Settings) => {
  const end = new AbortController();
  const { signal } = end;
  let running = first;
  /** Keeps no program alive by itself, and is cut short by the stop. */
  const rest = (ms: number) => pause(ms, undefined, { ref: false, signal }).catch(() => undefined);

  const bringBack = async () => {
    if (!signal.aborted) log('PostgreSQL has gone without being told to; starting it again.');
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        running = await start(place, bins, { port: first.port, isFixed: true, settings, log });
        return log('PostgreSQL is back.');
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await rest(retryInMs(failures));
      }
    }
  };

  const watch = async () => {
    while (!signal.aborted) {
      await rest(250);
      if (!isRunning(place, running)) await bringBack();
    }
  };

  const watching = watch();
  return async () => {
    end.abort();
    await watching;
    if (isRunning(place, running)) await stopServer(running, log);
  };
};

const lockHome = ({ home, beside }: Wanted) => {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
  } catch (error) {
    throw new NotHere({
      en: `${home} cannot be the home of a town (${codeOf(error)}): choose another MULIN_HOME.`,
      zh: `${home} 不能用作数据目录（${codeOf(error)}）：请另选 MULIN_HOME。`,
    });
  }
  const place = placeOf(path.resolve(home), beside);
  return { place, lock: takeLock(place.lock) };
};

/**
 * Starts the embedded PostgreSQL of a home, or takes over the one that still runs there. Until it is stopped, it is
 * started again on the same port whenever it dies.
 *
 * @throws `NotHere`, with a sentence for people, where the home cannot be used, or where a running town uses it.
 */
export const startEmbedded = async (wanted: Wanted): Promise<Embedded> => {
  const { home, log = () => {}, settings = {} } = wanted;
  const { place, lock } = lockHome(wanted);
  if ('owner' in lock)
    throw new NotHere({
      en: `The town in ${home} already runs (process ${lock.owner}): stop it first, or choose another MULIN_HOME.`,
      zh: `${home} 中的镇正在运行（进程号 ${lock.owner}）：请先停止，或另选 MULIN_HOME。`,
    });
  try {
    const found = await reach(place, log, settings);
    const roles = await rolesOf(place, found.running);
    const stop = keepAlive(found, log, settings);
    let stopping: Promise<void> | undefined;
    return {
      url: urlOf(place, found.running.port),
      roles,
      adopted: found.adopted,
      dataFolder: place.data,
      outside: place.outside,
      stop: () => (stopping ??= stop().finally(lock.release)),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/**
 * The same without watching it: the server runs on after this process ends. For tests, which share one. `null`: another
 * process starts or stops it just now.
 */
export const leaveRunning = async (wanted: Wanted): Promise<{ url: string; dataFolder: string } | null> => {
  const { log = () => {}, settings = {} } = wanted;
  const { place, lock } = lockHome(wanted);
  if ('owner' in lock) return null;
  try {
    const { running } = await reach(place, log, settings);
    return { url: urlOf(place, running.port), dataFolder: place.data };
  } finally {
    lock.release();
  }
};

/** Whether an embedded PostgreSQL was ever started in a home: without it nothing is made there by looking. */
export const hasData = (home: string): boolean =>
  existsSync(path.join(home, 'postgres')) && existsSync(placeOf(path.resolve(home)).data);

/**
 * The addresses of the server that runs in a home now, whoever started it, also an older Mulin that had no roles yet;
 * `null`: none does.
 */
export const runningServer = async (home: string): Promise<Pick<Embedded, 'url' | 'roles'> | null> => {
  const place = placeOf(path.resolve(home));
  const running = findRunning(place);
  return running && { url: urlOf(place, running.port), roles: await rolesOf(place, running) };
};

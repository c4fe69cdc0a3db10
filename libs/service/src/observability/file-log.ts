/** A log of JSON lines in a file that never grows without end. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import type { Stop } from '@mulin/kernel';
import { type DestinationStream, pino, stdTimeFunctions } from 'pino';
import roll from 'pino-roll';
import type { Logger, LogLine } from '../platform/platform.js';

/** Levels that a log may be written at, the quietest but `silent` first. */
export const logLevels = ['error', 'warn', 'info', 'debug', 'silent'] as const;

/** A file is as large as an editor opens, and all of them together as a week of a busy town. */
const usual = { megabytes: 16, kept: 7 };
/** How long a line may wait in memory, in milliseconds. */
const flushMs = 500;
/** Lines that are gathered before they are written. */
const gathered = 8_192;
/** So much is held while a disk takes nothing; what comes after it is lost, as the memory of a town is not for logs. */
const heldAtMost = 16 * 1024 * 1024;
/** How long closing waits for a disk. */
const patienceMs = 5_000;

const saying =
  (write: (line: object, message: string) => void) =>
  (line: LogLine, message: string): void =>
    write(line, message);

type Named = Readonly<{ folder: string; base: string; extension: string }>;

const namesOf = (file: string): Named => {
  const extension = path.extname(file);
  return { folder: path.dirname(file), base: path.basename(file, extension), extension };
};

/** A log is its owner's alone, also one that an older town began. */
const closeToOthers = ({ folder, base }: Named): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  for (const name of readdirSync(folder).filter((it) => it.startsWith(`${base}.`)))
    if (lstatSync(path.join(folder, name)).isFile()) chmodSync(path.join(folder, name), 0o600);
};

/** An older town wrote to the file itself; from now on that name leads to the newest of the numbered ones. */
const setAside = (file: string, { folder, base, extension }: Named): void => {
  if (!existsSync(file) || lstatSync(file).isSymbolicLink()) return;
  renameSync(file, path.join(folder, `${base}.before${extension}`));
};

const pointTo = (file: string, current: string): void => {
  try {
    rmSync(file, { force: true });
    symlinkSync(path.basename(current), file);
  } catch {
    // Where there are no links, the numbered files are there all the same.
  }
};

/** A logger that writes lines of JSON of this level and above to `target`. */
export const levelled = (level: (typeof logLevels)[number], target: DestinationStream): Logger => {
  const lines = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    target,
  );
  return {
    debug: saying((line, message) => lines.debug(line, message)),
    info: saying((line, message) => lines.info(line, message)),
    warn: saying((line, message) => lines.warn(line, message)),
    error: saying((line, message) => lines.error(line, message)),
  };
};

/** Writes what is held; a disk that takes nothing keeps no town from stopping. */
const closing = (target: Awaited<ReturnType<typeof roll>>): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, patienceMs);
    target.once('close', () => {
      clearTimeout(late);
      resolve();
    });
    target.on('error', () => target.destroy());
    target.end();
  });

/**
 * `file` always leads to the newest of the files that are written (`town.1.log`, `town.2.log`, …): of the full ones
 * `kept` stay, each of `megabytes`. Lines are written a few at a time: what a killed program had not written yet is
 * lost, and nothing else. Throws where the folder cannot be made or written to.
 */
export const fileLog = async (
  file: string,
  level: (typeof logLevels)[number] = 'info',
  { megabytes, kept }: typeof usual = usual,
): Promise<Readonly<{ log: Logger; close: Stop }>> => {
  const names = namesOf(file);
  closeToOthers(names);
  setAside(file, names);
  const target = await roll({
    file: path.join(names.folder, names.base),
    extension: names.extension,
    size: `${Math.round(megabytes * 1_024)}k`,
    limit: { count: kept, removeOtherLogFiles: true },
    mode: 0o600,
    sync: false,
    minLength: gathered,
    maxLength: heldAtMost,
  });
  target.on('ready', () => pointTo(file, target.file));
  // A full disk is no reason to stop answering.
  target.on('error', () => undefined);
  const flushing = setInterval(() => target.flush(), flushMs).unref();

  return {
    log: levelled(level, target),
    close: () => {
      clearInterval(flushing);
      return closing(target);
    },
  };
};

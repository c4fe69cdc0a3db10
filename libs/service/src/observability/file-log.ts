/** A log of JSON lines in a file that never grows without end. */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Stop } from '@mulin/kernel';
import { destination, pino, stdTimeFunctions } from 'pino';
import type { Logger, LogLine } from '../platform/platform.js';

export const logLevels = ['error', 'warn', 'info', 'silent'] as const;

const largest = 64 * 1024 * 1024;
const flushMs = 500;
const lookMs = 60_000;

/** The file before this one is kept; the one before that is not. */
const isTurned = (file: string): boolean => {
  if (!existsSync(file) || statSync(file).size < largest) return false;
  renameSync(file, file.replace(/(\.log)?$/, '.1.log'));
  return true;
};

const saying =
  (write: (line: object, message: string) => void) =>
  (line: LogLine, message: string): void =>
    write(line, message);

/** Lines are written a few at a time: what a killed program had not written yet is lost, and nothing else. */
export const fileLog = (
  file: string,
  level: (typeof logLevels)[number] = 'info',
): Readonly<{ log: Logger; close: Stop }> => {
  mkdirSync(path.dirname(file), { recursive: true });
  isTurned(file);
  const target = destination({ dest: file, mkdir: true, sync: false, minLength: 8_192 });
  // A full disk is no reason to stop answering.
  target.on('error', () => undefined);
  const lines = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    target,
  );

  const flushing = setInterval(() => target.flush(), flushMs);
  const turning = setInterval(() => {
    if (isTurned(file)) target.reopen(file);
  }, lookMs);
  for (const timer of [flushing, turning]) timer.unref();

  return {
    log: {
      info: saying((line, message) => lines.info(line, message)),
      warn: saying((line, message) => lines.warn(line, message)),
      error: saying((line, message) => lines.error(line, message)),
    },
    close: () =>
      new Promise((resolve) => {
        clearInterval(flushing);
        clearInterval(turning);
        target.once('close', resolve);
        target.end();
      }),
  };
};

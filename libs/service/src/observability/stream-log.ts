/** A log of JSON lines on standard output, for a program whose output somebody else gathers. */
import type { Stop } from '@mulin/kernel';
import { pino } from 'pino';
import type { Logger } from '../platform/platform.js';
import { levelled, type logLevels } from './file-log.js';

const standardOutput = 1;
/** So much is held while nobody reads, in bytes; what comes after it is lost, as the memory of a town is not for logs. */
const heldAtMost = 16 * 1024 * 1024;
/** How long closing waits for who reads, in milliseconds. */
const patienceMs = 5_000;

/**
 * Lines are written as they come, and none waits for who reads them. `close` writes what is held; standard output stays
 * open.
 *
 * @param descriptor where to write: an open file descriptor. Default: standard output.
 */
export const streamLog = (
  level: (typeof logLevels)[number] = 'info',
  descriptor = standardOutput,
): Readonly<{ log: Logger; close: Stop }> => {
  const target = pino.destination({ dest: descriptor, sync: false, maxLength: heldAtMost });
  // Nobody reads any more: that is no reason to stop answering.
  target.on('error', () => undefined);
  return {
    log: levelled(level, target),
    close: () =>
      new Promise((resolve) => {
        const late = setTimeout(resolve, patienceMs);
        target.once('close', () => {
          clearTimeout(late);
          resolve();
        });
        target.end();
      }),
  };
};

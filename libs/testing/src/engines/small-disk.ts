/** A disk of so many megabytes that can be filled: a file system in memory, mounted where an engine has its data. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** How much room the data of an engine have. */
export type OnDisk = Readonly<{ megabytes?: number }>;

export type SmallDisk = Readonly<{
  /** Leaves no room on it, to the last byte. */
  fill: () => void;
  /** Gives back the room that `fill` took. */
  free: () => void;
  /** Takes it away, with what lies on it. */
  close: () => void;
}>;

const runs = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** Large pieces first: the last of them finds room only in part. */
const pieces = [1_048_576, 4_096, 1];

const isFull = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOSPC';

const writeUntilFull = (file: number, piece: Buffer): void => {
  try {
    for (;;) writeSync(file, piece);
  } catch (error) {
    if (!isFull(error)) throw error;
  }
};

const fillWith = (ballast: string): void => {
  const file = openSync(ballast, 'a');
  for (const bytes of pieces) writeUntilFull(file, Buffer.alloc(bytes, 1));
  closeSync(file);
};

/**
 * Mounts one over a folder, which it hides.
 *
 * @param megabytes 0: none is wanted.
 * @returns `null` where none is wanted, or this machine does not let us: it takes Linux, and root.
 */
export const smallDisk = (folder: string, megabytes: number): SmallDisk | null => {
  if (megabytes === 0 || process.platform !== 'linux') return null;
  const options = `size=${megabytes}m,mode=0755`;
  if (!runs('mount', '-t', 'tmpfs', '-o', options, 'mulin-small-disk', folder)) return null;
  const ballast = path.join(folder, 'ballast');
  return {
    fill: () => fillWith(ballast),
    free: () => rmSync(ballast, { force: true }),
    close: () => void runs('umount', '--lazy', folder),
  };
};

/** Takes away the disks below a folder that a run which was killed has left. */
export const unmountBelow = (folder: string): void => {
  if (process.platform !== 'linux') return;
  for (const line of readFileSync('/proc/self/mounts', 'utf8').split('\n')) {
    const [, place = ''] = line.split(' ');
    if (place.startsWith(`${folder}/`) || place === folder) runs('umount', '--lazy', place);
  }
};

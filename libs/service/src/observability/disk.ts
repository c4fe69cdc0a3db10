/** Whether the disk under a town's home still takes what it must write. */
import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** PostgreSQL begins a new file of its log with 16 MB; with less than a few of those left every demand is refused. */
const leastBytes = 64 * 1024 * 1024;

const megabytes = (bytes: number) => `${Math.floor(bytes / 1e6)} MB`;

const freeOn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** A disk may have room and take nothing all the same: it is mounted to be read only, or a quota is used up. */
const tryToWrite = async (folder: string): Promise<void> => {
  const place = path.join(folder, `.ready-${randomUUID()}`);
  try {
    await writeFile(place, 'ready', { flag: 'wx' });
  } finally {
    await rm(place, { force: true });
  }
};

/**
 * The first folder is written to; the others are only measured, as they may be another user's. Says how much room
 * there is; throws when it is too little, or nothing can be written. Paths are nobody's to know who asks a town.
 */
export const diskAnswers = async (folders: readonly string[]): Promise<string> => {
  const [home] = folders;
  if (home === undefined) return 'is not this program’s to watch';
  const free = Math.min(...(await Promise.all(folders.map(freeOn))));
  if (free < leastBytes) throw new Error(`only ${megabytes(free)} are free: make room`);
  await tryToWrite(home).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Error(`nothing can be written (${code})`);
  });
  return `has room (${megabytes(free)}) and takes a write`;
};

/** Whether the disk under a town's home still takes what it must write. */
import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type HealthText, healthText } from './health-text.js';

/** PostgreSQL begins a new file of its log with 16 MB; with less than a few of those left every demand is refused. */
const leastBytes = 64 * 1024 * 1024;

const megabytesIn = (bytes: number) => Math.floor(bytes / 1e6);

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
 * there is, and is not `ok` when it is too little, or nothing can be written. Paths are nobody's to know who asks a town.
 */
export const diskAnswers = async (
  folders: readonly string[],
): Promise<HealthText & Readonly<{ ok: boolean }>> => {
  const [home] = folders;
  if (home === undefined) return { ok: true, ...healthText('not-watched') };
  const free = Math.min(...(await Promise.all(folders.map(freeOn))));
  const megabytes = megabytesIn(free);
  if (free < leastBytes) return { ok: false, ...healthText('disk-full', { megabytes }) };
  try {
    await tryToWrite(home);
    return { ok: true, ...healthText('has-room', { megabytes }) };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, ...healthText('not-writable', { reason }) };
  }
};

/** The key that locks all other keys. Without it the vault opens for nobody, so it is kept apart from the tables. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Rejection } from '@mulin/kernel';
import { keyBytes, newKey } from './crypto.js';

const file = 'vault.key';

const textOf = (master: Uint8Array): string => Buffer.from(master).toString('hex');

/**
 * The key as it stands in its file or in the environment.
 *
 * @param text 64 hexadecimal digits; blanks around them make no difference.
 * @param place is named by the refusal. Default: `MULIN_MASTER_KEY`.
 * @returns 32 bytes.
 * @throws `Rejection` `not-a-master-key`.
 */
export const masterKeyFrom = (text: string, place = 'MULIN_MASTER_KEY'): Uint8Array => {
  const master = Buffer.from(text.trim(), 'hex');
  if (master.length !== keyBytes || text.trim().length !== 2 * keyBytes)
    throw new Rejection('not-a-master-key', {
      en: `${place} holds no master key of the vault: it is ${2 * keyBytes} hexadecimal digits. Put back a copy of it.`,
      zh: `${place} 不是有效的保险库主密钥：应为 ${2 * keyBytes} 位十六进制数字。请用备份恢复。`,
    });
  return master;
};

const keyGone = (place: string) =>
  new Rejection('master-key-gone', {
    en: `The vault was locked with a master key that is not here: put ${place} back, or set MULIN_MASTER_KEY.`,
    zh: `保险库的主密钥不在此处：请放回 ${place}，或设置 MULIN_MASTER_KEY。`,
  });

const syncFolder = async (folder: string) => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

const isThere = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

/** Whole and on disk before anything is locked with it; one that is there already is never replaced. */
const write = async (folder: string, master: Uint8Array): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `${file}.${randomUUID()}`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(textOf(master));
    await handle.sync();
    await link(draft, path.join(folder, file));
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    await handle.close();
    await rm(draft, { force: true });
    await syncFolder(folder);
  }
};

/**
 * The master key in this folder (`vault.key`); made where there is none, whole and on disk before it is given to
 * anybody.
 *
 * @param wasUsed whether anything is locked already: then none is made. Default: nothing is.
 * @returns 32 bytes.
 * @throws `Rejection`: `master-key-gone` where something is locked and no key is there, `key-readable-by-others`
 *   where others on this machine could have read it, `not-a-master-key` where it is damaged.
 */
export const masterKeyIn = async (
  folder: string,
  wasUsed: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<Uint8Array> => {
  const place = path.join(folder, file);
  if ((await stat(place).catch(() => null)) === null) {
    if (await wasUsed()) throw keyGone(place);
    await write(folder, newKey());
  }
  if (((await stat(place)).mode & 0o077) !== 0)
    throw new Rejection('key-readable-by-others', {
      en: `${place} can be read by others than its owner: chmod 600 it.`,
      zh: `${place} 可被所有者以外的用户读取：请执行 chmod 600。`,
    });
  return masterKeyFrom(await readFile(place, 'utf8'), place);
};

/**
 * Checks the key file of this folder as a start does, and makes none.
 *
 * @throws `Rejection` `key-readable-by-others` or `not-a-master-key`, which names the file.
 */
export const checkMasterKey = async (folder: string): Promise<void> => {
  if ((await stat(path.join(folder, file)).catch(() => null)) !== null) await masterKeyIn(folder);
};

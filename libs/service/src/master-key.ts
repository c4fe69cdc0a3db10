/** The vault's master key: a file that only its owner can read, or what the environment hands over. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Misconfigured } from './config.js';

const bytes = 32;
const hex = /^[\da-f]{64}$/i;

const keyOf = (text: string, whence: string): Uint8Array => {
  if (!hex.test(text.trim()))
    throw new Misconfigured(`The master key in ${whence} must be 64 hexadecimal digits, and is not.`);
  return Buffer.from(text.trim(), 'hex');
};

const refuseReadable = async (file: string): Promise<void> => {
  if (((await stat(file)).mode & 0o077) !== 0)
    throw new Misconfigured(`${file} can be read by others than its owner: run chmod 600 ${file}.`);
};

const textIn = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

/** Written aside and moved, so that nobody ever reads half a key. */
const make = async (file: string): Promise<string> => {
  const text = randomBytes(bytes).toString('hex');
  const aside = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(aside, text, { mode: 0o600, flag: 'wx' });
  await rename(aside, file);
  return text;
};

export const masterKeyFile = (folder: string): string => path.join(folder, 'vault.key');

/** Made when a town starts for the first time. Whoever loses it loses all that the vault holds. */
export const openMasterKey = async (folder: string, given?: string): Promise<Uint8Array> => {
  if (given !== undefined) return keyOf(given, 'MULIN_MASTER_KEY');
  const file = masterKeyFile(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const there = await textIn(file);
  if (there === null) return keyOf(await make(file), file);
  await refuseReadable(file);
  return keyOf(there, file);
};

/** Keys on their way into a home: they lie beside it until the rows that they open are there. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { type KeyFile, keyFiles } from './copy.js';

type Keys = readonly z.infer<typeof KeyFile>[];

const mark = 'copy';
const beside = (folder: string): string => `${folder}.new`;
const isKey = (name: string): boolean => keyFiles.some((it) => it === name);
const textIn = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

/** `sha256` says of which copy they are. Answers with the folder in which they wait. */
export const stageKeys = async (folder: string, keys: Keys, sha256: string): Promise<string> => {
  const staged = beside(folder);
  await rm(staged, { recursive: true, force: true });
  await mkdir(staged, { recursive: true, mode: 0o700 });
  for (const { file, text } of [...keys.filter((it) => isKey(it.file)), { file: mark, text: sha256 }])
    await writeFile(path.join(staged, file), text, { mode: 0o600, flush: true });
  return staged;
};

/** Whether keys of this copy wait to be put in place. */
export const isStaged = async (folder: string, sha256: string): Promise<boolean> =>
  (await textIn(path.join(beside(folder), mark))) === sha256;

export const holdsOtherKeys = async (folder: string, keys: Keys): Promise<boolean> => {
  const there = await Promise.all(keys.map(({ file }) => textIn(path.join(folder, file))));
  return keys.some(({ text }, place) => ![null, text].includes(there[place] ?? null));
};

/** Puts them in place. What was there before, and is another key, is kept under a name with `stamp`. */
export const placeKeys = async (folder: string, stamp: string): Promise<readonly string[]> => {
  const staged = beside(folder);
  const setAside: string[] = [];
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of (await readdir(staged)).filter(isKey)) {
    const [from, target] = [path.join(staged, name), path.join(folder, name)];
    const there = await textIn(target);
    if (there !== null && there !== (await textIn(from))) {
      setAside.push(`${target}.${stamp}`);
      await rename(target, `${target}.${stamp}`);
    }
    await rename(from, target);
  }
  await rm(staged, { recursive: true, force: true });
  return setAside;
};

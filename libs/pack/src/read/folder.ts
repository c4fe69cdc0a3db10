/** The files of a town pack as they lie in its folder. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PackProblem } from '../problem.js';
import { packFiles, type PackFiles, readFiles, type TextOf } from './files.js';

const textOf = (folder: string, name: string): string | null => {
  try {
    return readFileSync(path.join(folder, name), 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
};

const hashed = (textOf: TextOf): string => {
  const hash = createHash('sha256');
  for (const name of Object.values(packFiles)) hash.update(JSON.stringify([name, textOf(name)]));
  return hash.digest('hex');
};

/**
 * Every file, and what is wrong with those that cannot be read: `null` is in their place; with the fingerprint of what
 * was read.
 */
export const filesIn = (
  folder: string,
): { files: PackFiles; problems: readonly PackProblem[]; fingerprint: string } => {
  const texts = new Map(Object.values(packFiles).map((name) => [name as string, textOf(folder, name)]));
  const textIn: TextOf = (name) => texts.get(name) ?? null;
  return { ...readFiles(textIn), fingerprint: hashed(textIn) };
};

/**
 * What tells a pack from any other, also from one that differs in a blank line: 64 hexadecimal digits, by the bytes of
 * its files.
 *
 * @param folder where they lie; one that is not there counts as left out.
 */
export const packFingerprint = (folder: string): string => hashed((name) => textOf(folder, name));

/** Writes a built pack into a folder, and never over what somebody has edited there. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What was written last, file by file, as SHA-256: whatever differs from it was edited by hand. */
const record = '.built.json';

type Hashes = Readonly<Record<string, string>>;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const textIn = (folder: string, name: string): string | null => {
  try {
    return readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return null;
  }
};

const recorded = (folder: string): Hashes => {
  try {
    return JSON.parse(textIn(folder, record) ?? '{}') as Hashes; // our own file
  } catch {
    return {};
  }
};

/**
 * The files of a folder that a new build would replace and that were not written by one: edited by hand, or of unknown
 * origin.
 */
export const editedFiles = (folder: string, files: Readonly<Record<string, string>>): readonly string[] => {
  const before = recorded(folder);
  return Object.entries(files)
    .filter(([name, text]) => {
      const there = textIn(folder, name);
      return there !== null && there !== text && hashOf(there) !== before[name];
    })
    .map(([name]) => name);
};

/** Writes every file, whatever is there: ask `editedFiles` before. Throws what the file system throws. */
export const writePack = (folder: string, files: Readonly<Record<string, string>>): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const hashes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, hashOf(text)]));
  writeFileSync(path.join(folder, record), `${JSON.stringify(hashes, null, 2)}\n`);
};

/** The town of an older version that is kept beside, and how it comes into a database, a home or a file. */
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import type { TestDatabase } from '@mulin/testing';
import type { OpenDemand } from '../journeys/killed-loop/stories.js';
import { newFolder, newHome } from '../journeys/real-town.js';
import type { TownFacts } from './facts.js';

/** What the older version said of its town. */
export type Expected = TownFacts &
  Readonly<{
    /** Demands whose deadlines are years away: one that somebody is asked to take, and one that somebody has taken. */
    open: readonly OpenDemand[];
    /** A case whose person was erased. */
    erased: string;
    /** Of the account `verifier-of-before`. */
    password: string;
  }>;

const inFolder = (name: string): string => fileURLToPath(new URL(`town-5236da3c/${name}`, import.meta.url));

const unpacked = (name: string): Buffer => brotliDecompressSync(readFileSync(inFolder(`${name}.br`)));

export const olderPack = inFolder('pack');

export const expected = JSON.parse(readFileSync(inFolder('expected.json'), 'utf8')) as Expected;

/** Fills an empty database as the older town has left it. */
export const fillDatabase = async ({ database }: TestDatabase): Promise<void> => {
  await database.sql(unpacked('database.sql').toString());
};

/** A home with the keys of the older town. */
export const olderHome = (): string => {
  const home = newHome();
  const keys = path.join(home, 'keys');
  cpSync(inFolder('keys'), keys, { recursive: true });
  chmodSync(keys, 0o700);
  for (const name of readdirSync(keys)) chmodSync(path.join(keys, name), 0o600);
  return home;
};

/** A copy that `mulin export` of the older version has written, with its keys beside it. */
export const olderCopy = (): string => {
  const file = path.join(newFolder(), 'town.mulin');
  writeFileSync(file, gzipSync(unpacked('town.mulin')));
  cpSync(inFolder('town.mulin.keys'), `${file}.keys`);
  return file;
};

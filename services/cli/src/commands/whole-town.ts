/** `mulin export` and `mulin restore`: a whole town as a file, its keys apart. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Database, tablesNamed } from '@mulin/postgres';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, WrongCall } from '../terminal.js';
import { factsTable, type Foot, keyFiles, keysBeside } from '../whole-town/copy.js';
import { aloneInHome, besideTheTown } from '../whole-town/database.js';
import { checkPair, headOf, takeKeyFiles, takeRows } from '../whole-town/read-copy.js';
import { withDrafts, writeCopy } from '../whole-town/write-copy.js';

const keysFolder = ({ home }: Surroundings): string => path.join(home, 'keys');

/** Whose facts these are; `null` where there are none. */
const townIn = async (database: Database): Promise<string | null> => {
  for (const table of await tablesNamed(database, factsTable)) {
    const [row] = await database.sql<{ metadata: string }>(`select metadata from ${table} limit 1`);
    // Metadata is a kernel Context: it always names the town.
    if (row) return (JSON.parse(row.metadata) as { town: string }).town;
  }
  return null;
};

export const exportCommand = async (
  surroundings: Surroundings,
  { out }: { out: string },
): Promise<Outcome> => {
  const file = surroundings.resolve(out);
  for (const there of [file, keysBeside(file)])
    if (existsSync(there)) throw new WrongCall(`${there} is there already, and is not written over.`);

  const foot = await withDrafts({ file, stamp: surroundings.stamp() }, (drafts) =>
    besideTheTown(surroundings, async (database) => {
      const town = await townIn(database);
      if (town === null) throw new WrongCall('No town has run here yet: there is nothing to export.');
      const at = surroundings.now();
      return writeCopy(database, { drafts, town, keysFolder: keysFolder(surroundings), at });
    }),
  );
  return {
    json: foot,
    lines: [
      sentence('written', foot, out),
      `What opens it is in ${keysBeside(out)}: keep it elsewhere, for without it nobody reads what is personal.`,
    ],
  };
};

const refuseInhabited = async (surroundings: Surroundings, database: Database) => {
  const isInhabited = (await townIn(database)) !== null;
  if (isInhabited || keyFiles.some((name) => existsSync(path.join(keysFolder(surroundings), name))))
    throw new WrongCall('A town lives here already: restore into an empty MULIN_HOME and an empty database.');
};

export const restoreCommand = async (surroundings: Surroundings, copy: string): Promise<Outcome> => {
  const { masterKey } = surroundings;
  const file = surroundings.resolve(copy);
  const keys = keysBeside(file);
  const [{ town }, ofKeys] = [await headOf(file, 'town'), await headOf(keys, 'keys')];
  if (ofKeys.town !== town) throw new WrongCall(`${keys} holds the keys of another town.`);
  // Before the home is touched: what is refused must leave it as empty as it was.
  await checkPair(file, keys);

  // A whole town is loaded only where one is made.
  const { prepareTables } = await import('@mulin/town');
  const foot = await aloneInHome(surroundings, async (database) => {
    await refuseInhabited(surroundings, database);
    await takeKeyFiles(keys, keysFolder(surroundings));
    await prepareTables({ databaseUrl: database.url, keys: keysFolder(surroundings), masterKey, town });
    return takeRows(database, file, keys);
  });
  return { json: foot, lines: [sentence('restored', foot, copy), 'npm start starts the town again.'] };
};

const sentence = (done: string, { facts, subjects, sha256 }: Foot, file: string): string =>
  `${file}: ${facts} facts about ${subjects} people ${done}, SHA-256 ${sha256}.`;

/** `mulin export` and `mulin restore`: a whole town as a file, its keys apart. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { logsThere } from '@mulin/event-store';
import { type Database, tablesNamed } from '@mulin/postgres';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, WrongCall } from '../terminal.js';
import { factsTable, type Foot, keysBeside, masterKeyFile } from '../whole-town/copy.js';
import { aloneInHome, besideTheTown } from '../whole-town/database.js';
import { checkPair, headOf, takeRows } from '../whole-town/read-copy.js';
import { holdsOtherKeys, isStaged, placeKeys, stageKeys } from '../whole-town/staged-keys.js';
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

/** A copy without one of the logs would look whole, and be missed when it is needed. */
const refuseHiddenLogs = async (database: Database): Promise<void> => {
  const tables = await tablesNamed(database, factsTable);
  const hidden = (await logsThere(database)).filter((schema) => !tables.includes(`${schema}.${factsTable}`));
  if (hidden.length > 0)
    throw new WrongCall(
      `The facts of ${hidden.join(', ')} lie in no table that this version knows: nothing is exported.`,
    );
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
      await refuseHiddenLogs(database);
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
      ...(surroundings.masterKey === undefined
        ? []
        : ['The master key, MULIN_MASTER_KEY, is in neither of them: keep it, too.']),
    ],
  };
};

const countFacts = async (database: Database): Promise<number> => {
  let facts = 0;
  for (const table of await tablesNamed(database, factsTable)) {
    const [row] = await database.sql<{ count: number }>(`select count(*) as count from ${table}`);
    facts += row?.count ?? 0;
  }
  return facts;
};

type Pair = Awaited<ReturnType<typeof checkPair>>;

/** Keys alone make no town: a restore that was cut off may have left some. */
const isInhabited = async (surroundings: Surroundings, database: Database, { foot }: Pair) => {
  const facts = await countFacts(database);
  if (facts === 0) return false;
  // It was cut off after the rows were there, and before their keys were.
  if (facts === foot.facts && (await isStaged(keysFolder(surroundings), foot.sha256))) return true;
  throw new WrongCall('A town lives here already: restore into an empty MULIN_HOME and an empty database.');
};

const refuseUnopenable = ({ masterKey }: Surroundings, { keys, isLocked }: Pair) => {
  if (isLocked && masterKey === undefined && !keys.some(({ file }) => file === masterKeyFile))
    throw new WrongCall(
      'The master key of this town is not among its keys, as it was in the environment: give it as MULIN_MASTER_KEY.',
    );
};

const refuseKeysOfOthers = async (surroundings: Surroundings, { keys }: Pair) => {
  const folder = keysFolder(surroundings);
  // Where the database is elsewhere, the town that these keys open may be, too.
  if (surroundings.databaseUrl() !== undefined && (await holdsOtherKeys(folder, keys)))
    throw new WrongCall(`${folder} holds the keys of another town: restore into an empty MULIN_HOME.`);
};

export const restoreCommand = async (surroundings: Surroundings, copy: string): Promise<Outcome> => {
  const file = surroundings.resolve(copy);
  const keys = keysBeside(file);
  const [{ town }, ofKeys] = [await headOf(file, 'town'), await headOf(keys, 'keys')];
  if (ofKeys.town !== town) throw new WrongCall(`${keys} holds the keys of another town.`);
  // Before the home is touched: what is refused must leave it as empty as it was.
  const pair = await checkPair(file, keys);
  refuseUnopenable(surroundings, pair);
  await refuseKeysOfOthers(surroundings, pair);

  await aloneInHome(surroundings, async (database) => {
    if (!(await isInhabited(surroundings, database, pair)))
      await takeIn(surroundings, database, { ...pair, town, file });
  });
  for (const place of await placeKeys(keysFolder(surroundings), surroundings.stamp()))
    surroundings.remark(`Another key was there, and is now ${place}.`);
  const { foot } = pair;
  return { json: foot, lines: [sentence('restored', foot, copy), 'npm start starts the town again.'] };
};

/** All rows, or none; what opens them waits beside the home's keys until then. */
const takeIn = async (
  surroundings: Surroundings,
  database: Database,
  { keys, foot, town, file }: Pair & Readonly<{ town: string; file: string }>,
) => {
  const { masterKey } = surroundings;
  // A whole town is loaded only where one is made.
  const { prepareTables } = await import('@mulin/town');
  const staged = await stageKeys(keysFolder(surroundings), keys, foot.sha256);
  await prepareTables({ databaseUrl: database.url, keys: staged, masterKey, town });
  await takeRows(database, file, keysBeside(file));
};

const sentence = (done: string, { facts, subjects, sha256 }: Foot, file: string): string =>
  `${file}: ${facts} facts about ${subjects} people ${done}, SHA-256 ${sha256}.`;

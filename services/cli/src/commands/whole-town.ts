/** `mulin export` and `mulin restore`: a whole town as a file, its keys apart. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { logsThere } from '@mulin/event-store';
import { type Database, tablesNamed, unreadableOf } from '@mulin/postgres';
import { holdDeliveries } from '@mulin/service';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, WrongCall } from '../terminal.js';
import { eventsTable, keysBeside, masterKeyFile, personTable, vaultTables } from '../whole-town/copy.js';
import { aloneInHome, besideTheTown } from '../whole-town/database.js';
import { checkPair, headOf, takeRows } from '../whole-town/read-copy.js';
import { holdsOtherKeys, isStaged, placeKeys, stageKeys } from '../whole-town/staged-keys.js';
import { withDrafts, writeCopy } from '../whole-town/write-copy.js';

const keysFolder = ({ home }: Surroundings): string => path.join(home, 'keys');

/** Whose events these are; `null` where there are none. */
const townIn = async (database: Database): Promise<string | null> => {
  for (const table of await tablesNamed(database, eventsTable)) {
    const [row] = await database.sql<{ metadata: string }>(`select metadata from ${table} limit 1`);
    // Metadata is a kernel Context: it always names the town.
    if (row) return (JSON.parse(row.metadata) as { town: string }).town;
  }
  return null;
};

/** A copy without one of the logs would look whole, and be missed when it is needed. */
const refuseHiddenLogs = async (database: Database): Promise<void> => {
  const tables = await tablesNamed(database, eventsTable);
  const hidden = (await logsThere(database)).filter((schema) => !tables.includes(`${schema}.${eventsTable}`));
  if (hidden.length > 0) throw new WrongCall(({ wrongCalls }) => wrongCalls.hiddenLogs(hidden.join(', ')));
};

/** So would one of a town whose events are elsewhere: what is here opens to nothing without them. */
const refuseFactsElsewhere = async (database: Database): Promise<void> => {
  const [known] = await database.sql<{ table: string | null }>(
    `select to_regclass('mulin.facts_elsewhere')::text as table`,
  );
  if (known?.table === null || known === undefined) return;
  const [elsewhere] = await database.sql('select from mulin.facts_elsewhere');
  if (elsewhere !== undefined) throw new WrongCall(({ wrongCalls }) => wrongCalls.factsInKurrent);
};

/** So would one without what another role of the same database may not see. */
const refuseUnreadable = async (database: Database): Promise<void> => {
  const events = await tablesNamed(database, eventsTable);
  const unreadable = await unreadableOf(database, [...events, ...vaultTables, personTable]);
  if (unreadable.length > 0)
    throw new WrongCall(({ wrongCalls }) => wrongCalls.tablesNotYours(unreadable.join(', ')));
};

export const exportCommand = async (
  surroundings: Surroundings,
  { out }: { out: string },
): Promise<Outcome> => {
  const file = surroundings.resolve(out);
  const { wholeTown } = surroundings.texts;
  for (const there of [file, keysBeside(file)])
    if (existsSync(there)) throw new WrongCall(({ wrongCalls }) => wrongCalls.alreadyThere(there));

  const foot = await withDrafts({ file, stamp: surroundings.stamp() }, (drafts) =>
    besideTheTown(surroundings, async (database) => {
      await refuseFactsElsewhere(database);
      await refuseHiddenLogs(database);
      await refuseUnreadable(database);
      const town = await townIn(database);
      if (town === null) throw new WrongCall(({ wrongCalls }) => wrongCalls.noTownYet);
      const at = surroundings.now();
      return writeCopy(database, { drafts, town, keysFolder: keysFolder(surroundings), at });
    }),
  );
  return {
    json: foot,
    lines: [
      wholeTown.exported(out, foot.facts, foot.subjects, foot.sha256),
      wholeTown.keysApart(keysBeside(out)),
      ...(surroundings.masterKey === undefined ? [] : [wholeTown.masterKeyApart]),
    ],
  };
};

const countEvents = async (database: Database): Promise<number> => {
  let events = 0;
  for (const table of await tablesNamed(database, eventsTable)) {
    const [row] = await database.sql<{ count: number }>(`select count(*) as count from ${table}`);
    events += row?.count ?? 0;
  }
  return events;
};

type Pair = Awaited<ReturnType<typeof checkPair>>;

/** Keys alone make no town: a restore that was cut off may have left some. */
const isInhabited = async (surroundings: Surroundings, database: Database, { foot }: Pair) => {
  const events = await countEvents(database);
  if (events === 0) return false;
  // It was cut off after the rows were there, and before their keys were.
  if (events === foot.facts && (await isStaged(keysFolder(surroundings), foot.sha256))) return true;
  throw new WrongCall(({ wrongCalls }) => wrongCalls.townLivesHere);
};

const refuseUnopenable = ({ masterKey }: Surroundings, { keys, isLocked }: Pair) => {
  if (isLocked && masterKey === undefined && !keys.some(({ file }) => file === masterKeyFile))
    throw new WrongCall(({ wrongCalls }) => wrongCalls.masterKeyMissing);
};

const refuseKeysOfOthers = async (surroundings: Surroundings, { keys }: Pair) => {
  const folder = keysFolder(surroundings);
  // Where the database is elsewhere, the town that these keys open may be, too.
  if (surroundings.databaseUrl() !== undefined && (await holdsOtherKeys(folder, keys)))
    throw new WrongCall(({ wrongCalls }) => wrongCalls.keysOfOther(folder));
};

export const restoreCommand = async (surroundings: Surroundings, copy: string): Promise<Outcome> => {
  const file = surroundings.resolve(copy);
  const keys = keysBeside(file);
  const [{ town }, ofKeys] = [await headOf(file, 'town'), await headOf(keys, 'keys')];
  if (ofKeys.town !== town) throw new WrongCall(({ wrongCalls }) => wrongCalls.keysOfAnotherTown(keys));
  // Before the home is touched: what is refused must leave it as empty as it was.
  const pair = await checkPair(file, keys);
  refuseUnopenable(surroundings, pair);
  await refuseKeysOfOthers(surroundings, pair);

  await aloneInHome(surroundings, async (database) => {
    const isThere = await isInhabited(surroundings, database, pair);
    if (!isThere) await takeIn(surroundings, database, { ...pair, town, file });
  });
  for (const place of await placeKeys(keysFolder(surroundings), surroundings.stamp()))
    surroundings.remark(({ wholeTown }) => wholeTown.otherKey(place));
  const { foot } = pair;
  const { wholeTown } = surroundings.texts;
  const said = wholeTown.restored(copy, foot.facts, foot.subjects, foot.sha256);
  return { json: foot, lines: [said, wholeTown.held, wholeTown.startAgain] };
};

/** All rows, or none; what opens them waits beside the home's keys until then. */
const takeIn = async (
  surroundings: Surroundings,
  database: Database,
  { keys, foot, town, file }: Pair & Readonly<{ town: string; file: string }>,
) => {
  const { masterKey, givenKeys } = surroundings;
  // A whole town is loaded only where one is made.
  const { prepareTables } = await import('@mulin/town');
  const staged = await stageKeys(keysFolder(surroundings), keys, foot.sha256);
  await prepareTables({ databaseUrl: database.url, keys: staged, masterKey, givenKeys, town });
  await database.transaction(async (sql) => {
    // The town of the copy may still be running: what both owe is sent by one of them.
    await holdDeliveries(sql);
    await takeRows(sql, file, keysBeside(file));
  });
};

/** `mulin export` and `mulin restore`: a whole town as a file, its keys apart. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { logsThere } from '@mulin/event-store';
import { type Database, tablesNamed, unreadableOf } from '@mulin/postgres';
import { ConfigurationError, keptFactsOf, refuseHalfRestored } from '@mulin/service';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, WrongCall } from '../terminal.js';
import { eventsTable, keysBeside, masterKeyFile, personTable, vaultTables } from '../whole-town/copy.js';
import { aloneInHome, besideTheTown } from '../whole-town/database.js';
import { checkPair, headOf } from '../whole-town/read-copy.js';
import { holdsOtherKeys, placeKeys } from '../whole-town/staged-keys.js';
import { takeIn } from '../whole-town/take-in.js';
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

/** So would one without what another role of the same database may not see. */
const refuseUnreadable = async (database: Database): Promise<void> => {
  const events = await tablesNamed(database, eventsTable);
  const unreadable = await unreadableOf(database, [...events, ...vaultTables, personTable]);
  if (unreadable.length > 0)
    throw new WrongCall(({ wrongCalls }) => wrongCalls.tablesNotYours(unreadable.join(', ')));
};

/** What a town would say at its start is said here in the language of the call. */
const saying = <Answer>(work: Promise<Answer>): Promise<Answer> =>
  work.catch((error: unknown) => {
    throw error instanceof ConfigurationError ? new WrongCall(error.sentence, error.code) : error;
  });

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
      await refuseUnreadable(database);
      await refuseHiddenLogs(database);
      await saying(refuseHalfRestored(database.sql));
      const kept = await saying(keptFactsOf(database, surroundings.elsewhere.kurrentUrl));
      try {
        const town = kept?.town ?? (await townIn(database));
        if (town === null) throw new WrongCall(({ wrongCalls }) => wrongCalls.noTownYet);
        const at = surroundings.now();
        return await writeCopy(database, { drafts, town, keysFolder: keysFolder(surroundings), at, kept });
      } finally {
        await kept?.close();
      }
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

type Pair = Awaited<ReturnType<typeof checkPair>>;

const refuseUnopenable = ({ masterKey }: Surroundings, { keys, isLocked }: Pair) => {
  if (isLocked && masterKey === undefined && !keys.some(({ file }) => file === masterKeyFile))
    throw new WrongCall(({ wrongCalls }) => wrongCalls.masterKeyMissing);
};

/** The town that these open may be elsewhere, in another database. */
const refuseKeysOfOthers = async (surroundings: Surroundings, { keys }: Pair) => {
  const folder = keysFolder(surroundings);
  if (await holdsOtherKeys(folder, keys))
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

  const { foot } = pair;
  const wanted = { ...pair, file, keysFile: keys, town, keysFolder: keysFolder(surroundings) };
  await aloneInHome(surroundings, (database) => saying(takeIn(surroundings, database, wanted)));
  for (const place of await placeKeys(keysFolder(surroundings), surroundings.stamp()))
    surroundings.remark(({ wholeTown }) => wholeTown.otherKey(place));
  const { wholeTown } = surroundings.texts;
  const said = wholeTown.restored(copy, foot.facts, foot.subjects, foot.sha256);
  return { json: foot, lines: [said, wholeTown.held, wholeTown.startAgain] };
};

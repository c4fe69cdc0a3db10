/** Takes a copy into the engines of a town: all of its rows, or nothing that could be taken for a town. */
import { isDeepStrictEqual } from 'node:util';
import type { Position } from '@mulin/kernel';
import { type Database, longMs, type Sql, tablesNamed, walkTable } from '@mulin/postgres';
import {
  acquireInstanceLock,
  beginRestoring,
  endRestoring,
  holdDeliveries,
  type KeptFacts,
  keptFactsOf,
  restoringIn,
} from '@mulin/service';
import type { Surroundings } from '../surroundings.js';
import { WrongCall } from '../terminal.js';
import {
  eachEvent,
  eventsTable,
  type Foot,
  keptRow,
  type KeptRow,
  logIn,
  type LogSums,
  sumsOfLogs,
} from './copy.js';
import { takeEvents, takeRows, takeRowsBesideLogs } from './read-copy.js';
import { isStaged, stageKeys } from './staged-keys.js';

/** A copy that is whole, and the folder in which its keys wait. */
type Wanted = Readonly<{
  file: string;
  keysFile: string;
  town: string;
  foot: Foot;
  unordered: ReadonlySet<string>;
  keys: Parameters<typeof stageKeys>[1];
  keysFolder: string;
}>;

const townLivesHere = () => new WrongCall(({ wrongCalls }) => wrongCalls.townLivesHere);

type Copied = Pick<Wanted, 'foot' | 'unordered'>;

/** Of a log that a copy does not have in its order only the number is compared. */
const differing = (sums: LogSums, { foot: { logs }, unordered }: Copied): readonly string[] =>
  Object.entries(logs)
    .filter(([log, copied]) =>
      unordered.has(log) ? sums[log]?.facts !== copied.facts : !isDeepStrictEqual(sums[log], copied),
    )
    .map(([log]) => log);

const assertSame = (sums: LogSums, copied: Copied): void => {
  const wrong = differing(sums, copied);
  if (wrong.length > 0)
    throw new WrongCall(({ wrongCalls }) => wrongCalls.notAsCopied(wrong.join(', ')), 'not-as-copied');
};

/** What the logs of a database hold. */
const sumsIn = async (sql: Sql, logs: readonly string[]): Promise<LogSums> => {
  const added = sumsOfLogs();
  for (const log of logs)
    await walkTable(sql, { table: `${log}.${eventsTable}`, orderBy: 'position' }, async (rows) =>
      added.add(
        log,
        rows.map((row) => JSON.parse(row) as KeptRow),
      ),
    );
  return added.sums();
};

/**
 * Writes a log in pieces that follow on each other. What a try before this one has written already is passed over, so
 * that each goes on where the last one was stopped.
 */
const writing = (log: ReturnType<KeptFacts['log']>) => {
  let from: Position | null = null;
  let isAtEnd = false;

  /** What is there of these, which must be what is asked for. */
  const passed = async (events: readonly KeptRow[]): Promise<number> => {
    const there = isAtEnd ? [] : await log.read(from, events.length);
    const wanted = events.slice(0, there.length);
    if (!isDeepStrictEqual(there.map(keptRow), wanted.map(keptRow))) throw townLivesHere();
    from = there.at(-1)?.position ?? from;
    isAtEnd ||= there.length === 0;
    return there.length;
  };

  return async (events: readonly KeptRow[]): Promise<void> => {
    let left = events;
    while (!isAtEnd && left.length > 0) left = left.slice(await passed(left));
    if (left.length > 0) await log.write(left);
  };
};

const sumsOfKept = async ({ log }: KeptFacts, { logs }: Foot): Promise<LogSums> => {
  const added = sumsOfLogs();
  for (const name of Object.keys(logs))
    await eachEvent(log(name), async (events) => {
      added.add(name, events);
      return true;
    });
  return added.sums();
};

const isEmpty = async (database: Database, { log }: KeptFacts): Promise<boolean> => {
  for (const table of await tablesNamed(database, eventsTable))
    if ((await log(logIn(table) ?? '').read(null, 1)).length > 0) return false;
  return true;
};

const isSame = (sums: LogSums, copied: Copied): boolean => differing(sums, copied).length === 0;

/** `wasStaged`: keys of this copy wait from a try before this one. */
type Try = Readonly<{ wanted: Wanted; wasStaged: boolean }>;

/**
 * Whether all of this copy is in KurrentDB and in the database, and only its keys are not in their place. Else there is
 * nothing, or a part of this copy; anything else is refused.
 */
const isTakenIntoKurrent = async (
  database: Database,
  kept: KeptFacts,
  { wanted, wasStaged }: Try,
): Promise<boolean> => {
  const { foot } = wanted;
  const begun = await restoringIn(database.sql);
  if (begun === foot.sha256) return false;
  if (begun !== null) throw new WrongCall(({ wrongCalls }) => wrongCalls.otherCopyBegun, 'other-copy-begun');
  if (await isEmpty(database, kept)) return false;
  if (wasStaged && isSame(await sumsOfKept(kept, foot), wanted)) return true;
  throw townLivesHere();
};

/** Events first, which takes long and can be gone on with; then the rest in one transaction. */
const intoKurrent = async (database: Database, kept: KeptFacts, wanted: Wanted): Promise<void> => {
  const { file, foot, unordered } = wanted;
  if (unordered.size > 0) throw new WrongCall(({ wrongCalls }) => wrongCalls.unordered, 'copy-unordered');
  // Before the mark: what no server takes would leave it for good.
  await takeEvents(file, async (log, events) => kept.log(log).assertTaken(events));
  await beginRestoring(database.sql, foot.sha256);
  const logs = new Map<string, ReturnType<typeof writing>>();
  await takeEvents(file, async (log, events) => {
    const write = logs.get(log) ?? writing(kept.log(log));
    logs.set(log, write);
    await write(events);
  });
  assertSame(await sumsOfKept(kept, foot), wanted);
  await database.transaction(async (sql) => {
    await holdDeliveries(sql);
    await takeRowsBesideLogs(sql, wanted);
    await endRestoring(sql, foot.sha256);
  });
};

const intoPostgres = (database: Database, wanted: Wanted): Promise<void> =>
  database.transaction(
    async (sql) => {
      // The town of the copy may still be running: what both owe is sent by one of them.
      await holdDeliveries(sql);
      await takeRows(sql, wanted);
      assertSame(await sumsIn(sql, Object.keys(wanted.foot.logs)), wanted);
    },
    { limitMs: longMs },
  );

const holdsEvents = async (database: Database): Promise<boolean> => {
  for (const table of await tablesNamed(database, eventsTable))
    if ((await database.sql(`select from ${table} limit 1`)).length > 0) return true;
  return false;
};

/** Keys alone make no town: a restore that was cut off may have left some. */
const isTakenIntoPostgres = async (database: Database, { wanted, wasStaged }: Try): Promise<boolean> => {
  if (!(await holdsEvents(database))) return false;
  // It was cut off after the rows were there, and before their keys were.
  const sums = () =>
    database.transaction((sql) => sumsIn(sql, Object.keys(wanted.foot.logs)), { limitMs: longMs });
  if (wasStaged && isSame(await sums(), wanted)) return true;
  throw townLivesHere();
};

/** The tables are made with the keys of the copy, which wait beside the home's until all of it is there. */
const prepare = async (surroundings: Surroundings, database: Database, wanted: Wanted): Promise<void> => {
  const { masterKey, givenKeys, elsewhere, topicsOf } = surroundings;
  // A whole town is loaded only where one is made.
  const { prepareTables } = await import('@mulin/town');
  const staged = await stageKeys(wanted.keysFolder, wanted.keys, wanted.foot.sha256);
  await prepareTables({
    databaseUrl: database.url,
    keys: staged,
    masterKey,
    givenKeys,
    town: wanted.town,
    kurrentUrl: elsewhere.kurrentUrl,
    topicPrefix: topicsOf.prefix,
  });
};

/** With the logs of the database, if they are in KurrentDB, and until then. */
const withKept = async <Answer>(
  database: Database,
  kurrentUrl: string | undefined,
  work: (kept: KeptFacts | null) => Promise<Answer>,
): Promise<Answer> => {
  const kept = await keptFactsOf(database, kurrentUrl);
  try {
    return await work(kept);
  } finally {
    await kept?.close();
  }
};

/** While no other restore is at work on this database. */
const takeInAlone = async (
  surroundings: Surroundings,
  database: Database,
  { wanted, wasStaged }: Try,
): Promise<void> => {
  const { kurrentUrl } = surroundings.elsewhere;
  const its = { wanted, wasStaged };
  const isTaken = await withKept(database, kurrentUrl, async (kept) =>
    kept === null ? isTakenIntoPostgres(database, its) : isTakenIntoKurrent(database, kept, its),
  );
  if (isTaken) return;
  await prepare(surroundings, database, wanted);
  // From here on no town starts in between.
  const release = await acquireInstanceLock(database, wanted.town, { taken: () => undefined });
  try {
    await withKept(database, kurrentUrl, async (kept) => {
      if (kept === null) return intoPostgres(database, wanted);
      if (!(await isTakenIntoKurrent(database, kept, its))) await intoKurrent(database, kept, wanted);
    });
  } finally {
    await release();
  }
};

/**
 * Takes a copy in: events into the KurrentDB of `KURRENTDB_URL` where one is named, all else into the database, and holds
 * what the town would send. What it has written is read again and compared with the copy. Where it was stopped, the next
 * call with the same copy goes on; in PostgreSQL alone that is from the beginning, as there all of it is one transaction.
 * The keys wait (`placeKeys`).
 *
 * @throws a `WrongCall`, before anything is changed where a town lives there, another copy was begun or another restore is
 *   at work.
 */
export const takeIn = async (
  surroundings: Surroundings,
  database: Database,
  wanted: Wanted,
): Promise<void> => {
  const alone = await database.hold('mulin restore');
  if (alone === null) throw new WrongCall(({ wrongCalls }) => wrongCalls.restoreAtWork, 'restore-at-work');
  try {
    const wasStaged = await isStaged(wanted.keysFolder, wanted.foot.sha256);
    await takeInAlone(surroundings, database, { wanted, wasStaged });
  } finally {
    await alone.release();
  }
};

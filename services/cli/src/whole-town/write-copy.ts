/** Writes a whole town into one file, and what opens its vault into another. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Position } from '@mulin/kernel';
import { type Database, dumpTables, tablesNamed } from '@mulin/postgres';
import type { KeptFacts } from '@mulin/service';
import type { z } from 'zod';
import {
  eachEvent,
  eventsTable,
  type Foot,
  type Head,
  keyFiles,
  keysBeside,
  logIn,
  type Opens,
  personTable,
  tally,
  vaultTables,
} from './copy.js';
import { type Draft, draftOf } from './draft.js';

const linesTo = (draft: Draft) => {
  const counted = tally();
  const line = async (text: string) => {
    counted.line(text);
    await draft.line(text);
  };
  return {
    line,
    rows: async (table: string, rows: readonly string[]) => {
      counted.rows(
        table,
        rows.map((row) => JSON.parse(row) as Record<string, unknown>),
      );
      await line(`{"table":"${table}","rows":[${rows.join(',')}]}`);
    },
    end: async (): Promise<Foot> => {
      const foot = counted.foot();
      await draft.line(JSON.stringify(foot));
      await draft.end();
      return foot;
    },
  };
};

type Wanted = Readonly<{
  drafts: Drafts;
  keysFolder: string;
  town: string;
  at: string;
  /** The logs, where they are not in the database. */
  kept: KeptFacts | null;
}>;
type Drafts = Readonly<{ copy: Draft; keys: Draft }>;

/** Gives `work` the two files to write, which get their names when it is done, and vanish when it fails. */
export const withDrafts = async <Result>(
  { file, stamp }: Readonly<{ file: string; stamp: string }>,
  work: (drafts: Drafts) => Promise<Result>,
): Promise<Result> => {
  const copy = await draftOf(file, stamp);
  const keys = await draftOf(keysBeside(file), stamp);
  try {
    const result = await work({ copy, keys });
    await keys.keep();
    await copy.keep();
    return result;
  } catch (error) {
    await Promise.all([copy.discard(), keys.discard()]);
    throw error;
  }
};

/**
 * A log up to a moment that is one for all logs, so that none holds what follows from something that is missing in another.
 * Positions of KurrentDB are those of a whole server: what follows on each other is numbered anew, from 1.
 */
const writeLog = async (
  { log }: KeptFacts,
  end: Position | null,
  { table, copy }: Readonly<{ table: string; copy: ReturnType<typeof linesTo> }>,
) => {
  let number = 0;
  await eachEvent(log(logIn(table) ?? ''), async (events) => {
    const before = events.filter(({ position }) => end !== null && position <= end);
    const rows = before.map((event) => JSON.stringify({ ...event, position: ++number }));
    if (rows.length > 0) await copy.rows(table, rows);
    return before.length === events.length;
  });
};

export const writeCopy = async (
  database: Database,
  { drafts, keysFolder, town, at, kept }: Wanted,
): Promise<Foot> => {
  const head = (holds: Head['holds']) => JSON.stringify({ mulin: 1, holds, town, at } satisfies Head);
  const [copy, keys] = [linesTo(drafts.copy), linesTo(drafts.keys)];
  await Promise.all([copy.line(head('town')), keys.line(head('keys'))]);

  const logs = await tablesNamed(database, eventsTable);
  // Before the vault: what an event refers to was kept before it.
  if (kept !== null) {
    const end = await kept.end();
    for (const table of logs) await writeLog(kept, end, { table, copy });
  }
  // One moment for all: a person without their key, or a key without its person, would open nothing.
  const tables = [
    ...(kept === null ? logs.map((table) => ({ table, orderBy: 'position' })) : []),
    ...[...vaultTables, personTable].map((table) => ({ table })),
  ];
  await dumpTables(database, tables, (table, rows) =>
    (table === personTable ? keys : copy).rows(table, rows),
  );

  for (const name of keyFiles) {
    const from = path.join(keysFolder, name);
    if (existsSync(from)) await keys.line(JSON.stringify({ file: name, text: await readFile(from, 'utf8') }));
  }
  const foot = await copy.end();
  await keys.line(JSON.stringify({ opens: foot.sha256 } satisfies z.infer<typeof Opens>));
  await keys.end();
  return foot;
};

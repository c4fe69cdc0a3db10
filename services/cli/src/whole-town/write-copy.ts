/** Writes a whole town into one file, and what opens its vault into another. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Database, dumpTables, tablesNamed } from '@mulin/postgres';
import type { z } from 'zod';
import {
  eventsTable,
  type Foot,
  type Head,
  keyFiles,
  keysBeside,
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

type Wanted = Readonly<{ drafts: Drafts; keysFolder: string; town: string; at: string }>;
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

export const writeCopy = async (
  database: Database,
  { drafts, keysFolder, town, at }: Wanted,
): Promise<Foot> => {
  const head = (holds: Head['holds']) => JSON.stringify({ mulin: 1, holds, town, at } satisfies Head);
  const [copy, keys] = [linesTo(drafts.copy), linesTo(drafts.keys)];
  await Promise.all([copy.line(head('town')), keys.line(head('keys'))]);

  // One moment for all: a person without their key, or a key without its person, would open nothing.
  const tables = [...(await tablesNamed(database, eventsTable)), ...vaultTables, personTable];
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

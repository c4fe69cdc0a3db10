/** Writes a whole town into one file, and what opens its vault into another. */
import { createWriteStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Database, dumpTables, tablesNamed } from '@mulin/postgres';
import type { z } from 'zod';
import {
  factsTable,
  type Foot,
  type Head,
  keyFiles,
  keysBeside,
  type Opens,
  personTable,
  tally,
  vaultTables,
} from './copy.js';

const linesTo = (file: string) => {
  const target = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  const gzip = createGzip();
  gzip.pipe(target);
  const counted = tally();
  const raw = async (line: string) => {
    if (!gzip.write(`${line}\n`)) await new Promise((resolve) => gzip.once('drain', resolve));
  };
  const line = async (text: string) => {
    counted.line(text);
    await raw(text);
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
      await raw(JSON.stringify(foot));
      gzip.end();
      await finished(target);
      return foot;
    },
  };
};

type Wanted = Readonly<{ file: string; keysFolder: string; town: string; at: string }>;

export const writeCopy = async (
  database: Database,
  { file, keysFolder, town, at }: Wanted,
): Promise<Foot> => {
  const head = (holds: Head['holds']) => JSON.stringify({ mulin: 1, holds, town, at } satisfies Head);
  const [copy, keys] = [linesTo(file), linesTo(keysBeside(file))];
  await Promise.all([copy.line(head('town')), keys.line(head('keys'))]);

  // One moment for all: a person without their key, or a key without its person, would open nothing.
  const tables = [...(await tablesNamed(database, factsTable)), ...vaultTables, personTable];
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

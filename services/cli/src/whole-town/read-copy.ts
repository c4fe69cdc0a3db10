/** Takes a copy in again: all of it, or nothing. */
import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { loadJson, type Sql } from '@mulin/postgres';
import { linesOf } from '../lines-of.js';
import { WrongCall } from '../terminal.js';
import {
  type Foot,
  FootLine,
  Head,
  KeyFile,
  type KeptRow,
  logIn,
  Opens,
  personTable,
  Rows,
  tally,
} from './copy.js';

const broken = (file: string) => new WrongCall(({ wrongCalls }) => wrongCalls.notWhole(file));

async function* linesIn(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) throw new WrongCall(({ wrongCalls }) => wrongCalls.noFile(file));
  // Whoever reads the text is thrown the error of either stream.
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined).setEncoding('utf8');
  try {
    yield* linesOf(text);
  } catch {
    throw broken(file);
  }
}

const parsed = (file: string, line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw broken(file);
  }
};

export const headOf = async (file: string, holds: Head['holds']): Promise<Head> => {
  for await (const line of linesIn(file)) {
    const head = Head.safeParse(parsed(file, line));
    if (head.success && head.data.holds === holds) return head.data;
    break;
  }
  throw broken(file);
};

type Takers = Readonly<{
  rows: (table: string, rows: readonly Readonly<Record<string, unknown>>[]) => Promise<void>;
  key: (name: string, text: string) => Promise<void>;
  opens: (sha256: string) => Promise<void>;
}>;

type Whole = Readonly<{ foot: Foot; unordered: ReadonlySet<string> }>;

/** Refused unless every line is there and as it was written. */
const readWhole = async (file: string, take: Takers): Promise<Whole> => {
  const counted = tally();
  let foot: z.infer<typeof FootLine> | null = null;
  for await (const line of linesIn(file)) {
    const value = parsed(file, line);
    const last = FootLine.safeParse(value);
    if (last.success) {
      foot = last.data;
      break;
    }
    counted.line(line);
    await takeLine(value, take, counted.rows);
  }
  const ours = counted.foot();
  if (foot === null || foot.sha256 !== ours.sha256) throw broken(file);
  return { foot: ours, unordered: counted.unordered() };
};

const takeLine = async (value: unknown, take: Takers, count: ReturnType<typeof tally>['rows']) => {
  const rows = Rows.safeParse(value);
  if (rows.success) {
    count(rows.data.table, rows.data.rows);
    return take.rows(rows.data.table, rows.data.rows);
  }
  const key = KeyFile.safeParse(value);
  if (key.success) return take.key(key.data.file, key.data.text);
  const pair = Opens.safeParse(value);
  return pair.success ? take.opens(pair.data.opens) : undefined;
};

const nothing: Takers = {
  rows: async () => undefined,
  key: async () => undefined,
  opens: async () => undefined,
};

type Pair = Readonly<{
  foot: Foot;
  /** Logs whose events do not stand in their order, as in copies of older versions. */
  unordered: ReadonlySet<string>;
  keys: readonly z.infer<typeof KeyFile>[];
  /** Whether there is anybody whose key only the master key opens. */
  isLocked: boolean;
}>;

/** Refused unless both are whole and were written together. Nothing but these files is touched. */
export const checkPair = async (file: string, keysFile: string): Promise<Pair> => {
  const { foot, unordered } = await readWhole(file, nothing);
  const opened: string[] = [];
  const keys: z.infer<typeof KeyFile>[] = [];
  let isLocked = false;
  await readWhole(keysFile, {
    opens: async (hash) => void opened.push(hash),
    key: async (name, text) => void keys.push({ file: name, text }),
    rows: async (table, rows) => {
      isLocked ||= table === personTable && rows.some(({ wrapped }) => wrapped !== null);
    },
  });
  if (!opened.includes(foot.sha256))
    throw new WrongCall(({ wrongCalls }) => wrongCalls.doesNotOpen(keysFile, file));
  return { foot, unordered, keys, isLocked };
};

const rowsLine = /^\{"table":"([a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*)","rows":(?=\[)/;

/** The rows of a file that was found whole, a table and a text of JSON at a time; refused if it is another one by now. */
async function* textsIn(file: string, { sha256 }: Pick<Foot, 'sha256'>): AsyncGenerator<[string, string]> {
  const counted = tally();
  let last: string | null = null;
  for await (const line of linesIn(file)) {
    if (last !== null) counted.line(last);
    last = line;
    const [begins, table] = rowsLine.exec(line) ?? [];
    if (begins !== undefined && table !== undefined) yield [table, line.slice(begins.length, -1)];
    else if (line.startsWith('{"table":')) throw broken(file);
  }
  if (counted.foot().sha256 !== sha256) throw broken(file);
}

type Files = Readonly<{ file: string; keysFile: string; foot: Foot }>;

/** PostgreSQL takes rows in while the next ones are read. */
const taking =
  (isWanted: (table: string) => boolean) =>
  async (sql: Sql, { file, keysFile, foot }: Files): Promise<void> => {
    let loaded: Promise<void> = Promise.resolve();
    for await (const [table, rows] of textsIn(file, foot)) {
      await loaded;
      if (!isWanted(table)) continue;
      loaded = loadJson(sql, table, rows);
      // Told to whoever comes next, or waits for the last.
      loaded.catch(() => undefined);
    }
    await loaded;
    await readWhole(keysFile, {
      ...nothing,
      rows: (table, rows) => loadJson(sql, table, JSON.stringify(rows)),
    });
  };

/** Into the database of `sql`, in a transaction of the caller's. */
export const takeRows = taking(() => true);

/** The same without the events. */
export const takeRowsBesideLogs = taking((table) => logIn(table) === null);

/** The events alone, as they stand in the file, to whoever writes them. */
export const takeEvents = async (
  file: string,
  take: (log: string, events: readonly KeptRow[]) => Promise<void>,
): Promise<void> => {
  await readWhole(file, {
    ...nothing,
    rows: async (table, rows) => {
      const log = logIn(table);
      // They were written as rows of a log, and the file is whole.
      if (log !== null) await take(log, rows as unknown as readonly KeptRow[]);
    },
  });
};

/** What a copy of a town is made of, and in which form it lies in a file. */
import { createHash, type Hash } from 'node:crypto';
import type { KeptLog } from '@mulin/event-store';
import type { Position } from '@mulin/kernel';
import { z } from 'zod';

/** The first line of a file. `keys`: what opens the vault, apart from what it opens. */
export const Head = z.strictObject({
  mulin: z.literal(1),
  holds: z.enum(['town', 'keys']),
  town: z.string().min(1),
  at: z.iso.datetime(),
});
export type Head = z.infer<typeof Head>;

/** Rows of one table, as PostgreSQL wrote them. */
export const Rows = z.strictObject({ table: z.string(), rows: z.array(z.record(z.string(), z.unknown())) });
/** A file of the home: a key. */
export const KeyFile = z.strictObject({ file: z.string().regex(/^[a-z.-]+$/), text: z.string() });
/** Which copy these keys open: the hash of all of it. */
export const Opens = z.strictObject({ opens: z.string() });
const LogSum = z.strictObject({ facts: z.int(), sha256: z.string() });
/** How many events a log holds, and the hash of all of them in their order: the same whichever engine keeps it. */
type LogSum = z.infer<typeof LogSum>;
export type LogSums = Readonly<Record<string, LogSum>>;

/** The last line: a copy without it is a part of one. */
export const FootLine = z.strictObject({
  facts: z.int(),
  subjects: z.int(),
  /** By the log of each service; copies of before it say nothing of them. */
  logs: z.record(z.string(), LogSum).optional(),
  sha256: z.string(),
});
/** The foot as it is counted: with every log. */
export type Foot = z.infer<typeof FootLine> & Readonly<{ logs: LogSums }>;

export const vaultTables = [
  'vault.item',
  'vault.reading',
  'vault.reading_count',
  'identity.account',
  'identity.password',
  'identity.sign_in',
] as const;
export const personTable = 'vault.person';
export const eventsTable = 'facts';
/** Read from a log at a time. */
const eventsAtOnce = 1_000;
export const masterKeyFile = 'vault.key';
export const keyFiles = [masterKeyFile, 'signing.json', 'local.key'] as const;

export const keysBeside = (file: string): string => `${file}.keys`;

/** An event as a row of a log has it, whatever its position. */
export type KeptRow = Omit<Awaited<ReturnType<KeptLog['read']>>[number], 'position'>;

/** All events of a log in KurrentDB, some at a time, until `take` wants no more. */
export const eachEvent = async (
  log: KeptLog,
  take: (events: Awaited<ReturnType<KeptLog['read']>>) => Promise<boolean>,
): Promise<void> => {
  let from: Position | null = null;
  for (;;) {
    const events: Awaited<ReturnType<KeptLog['read']>> = await log.read(from, eventsAtOnce);
    if (events.length === 0 || !(await take(events))) return;
    from = events.at(-1)?.position ?? null;
  }
};

/** What makes an event, whichever engine numbers it. */
export const keptRow = ({ stream, revision, id, type, version, data, metadata }: KeptRow) => [
  stream,
  revision,
  id,
  type,
  version,
  data,
  metadata,
];

/** Of a table `intake.facts`, the log `intake`; `null`: it holds no events. */
export const logIn = (table: string): string | null =>
  table.endsWith(`.${eventsTable}`) ? table.slice(0, -eventsTable.length - 1) : null;

/** Adds up logs, event by event, each in its order. */
export const sumsOfLogs = () => {
  const logs = new Map<string, { facts: number; hash: Hash }>();
  return {
    add: (log: string, events: readonly KeptRow[]): void => {
      const its = logs.get(log) ?? { facts: 0, hash: createHash('sha256') };
      logs.set(log, its);
      its.facts += events.length;
      for (const event of events) its.hash.update(`${JSON.stringify(keptRow(event))}\n`);
    },
    sums: (): LogSums =>
      Object.fromEntries(
        [...logs].map(([log, { facts, hash }]) => [log, { facts, sha256: hash.copy().digest('hex') }]),
      ),
  };
};

/** Which logs are not in their order: copies of before 27 November 2026 have rows as PostgreSQL found them. */
const orderOfLogs = () => {
  const last = new Map<string, number>();
  const unordered = new Set<string>();
  return {
    add: (log: string, rows: readonly Readonly<Record<string, unknown>>[]): void => {
      for (const { position } of rows) {
        if (!(Number(position) > (last.get(log) ?? 0))) unordered.add(log);
        last.set(log, Number(position));
      }
    },
    unordered: (): ReadonlySet<string> => unordered,
  };
};

/** Counts what goes by, and adds it up to a hash of every line. */
export const tally = () => {
  const hash = createHash('sha256');
  const logs = sumsOfLogs();
  const order = orderOfLogs();
  const subjects = new Set<unknown>();
  return {
    line: (line: string) => void hash.update(line).update('\n'),
    rows: (table: string, rows: readonly Readonly<Record<string, unknown>>[]) => {
      const log = logIn(table);
      // As `dumpTables` wrote them, or a log in KurrentDB was read.
      if (log !== null) {
        logs.add(log, rows as readonly KeptRow[]);
        order.add(log, rows);
      }
      if (table === 'vault.item') for (const { person } of rows) subjects.add(person);
    },
    unordered: order.unordered,
    foot: (): Foot => {
      const sums = logs.sums();
      const facts = Object.values(sums).reduce((sum, log) => sum + log.facts, 0);
      return { facts, subjects: subjects.size, logs: sums, sha256: hash.digest('hex') };
    },
  };
};

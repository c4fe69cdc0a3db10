/** What a stretch of a running town's work costs: processor time, WAL and rows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase, runningServer } from '@mulin/postgres';
import type { RunningTown } from './running-town.js';

/** Linux counts processor time in hundredths of a second, on every architecture that Node runs on. */
const msPerTick = 10;

/** An idle backend reports its counters of rows after ten seconds at the latest. */
const countersFlushedMs = 10_500;

/** The town counts as quiet when it has written no WAL for so long. */
const quietMs = 500;
const quietWithinMs = 20_000;

type Process = Readonly<{ parent: number; ticks: number; buriedTicks: number }>;

/** `null`: there is no such process, or no `/proc`. */
const processOf = (pid: number | string): Process | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold anything; state, parent and the rest follow it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const sum = (...places: readonly number[]) =>
      places.reduce((all, place) => all + Number(fields[place]), 0);
    return { parent: Number(fields[1]), ticks: sum(11, 12), buriedTicks: sum(13, 14) };
  } catch {
    return null;
  }
};

/** Of the server and all its processes; those that have ended count, because the server has waited for them. */
const ticksOfServer = (server: number): number => {
  const its = processOf(server);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(processOf)
    .filter((child) => child?.parent === server);
  const living = children.reduce((sum, child) => sum + (child?.ticks ?? 0), 0);
  return living + (its?.ticks ?? 0) + (its?.buriedTicks ?? 0);
};

type Rows = Readonly<{ inserted: number; updated: number; deleted: number }>;
type Written = Readonly<{ bytes: number; records: number; images: number }>;
type Processor = Readonly<{ node: number; postgres: number }>;

const hasProc = (): boolean => existsSync('/proc/self/stat');

const measuring = (database: Database, pid: number) => {
  const { sql } = database;
  return {
    lsn: async (): Promise<string> => {
      const [row] = await sql<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn');
      return row?.lsn ?? '0/0';
    },
    rows: async (): Promise<Rows> => {
      const [row] = await sql<Rows>(
        `select tup_inserted as inserted, tup_updated as updated, tup_deleted as deleted
         from pg_stat_database where datname = current_database()`,
      );
      return row ?? { inserted: 0, updated: 0, deleted: 0 };
    },
    written: async (from: string, to: string): Promise<Written> => {
      const [row] = await sql<Written>(
        `select ($2::pg_lsn - $1::pg_lsn)::float8 as bytes, sum(count)::float8 as records,
           sum(fpi_size)::float8 as images
         from pg_get_wal_stats($1::pg_lsn, $2::pg_lsn)`,
        [from, to],
      );
      return row ?? { bytes: 0, records: 0, images: 0 };
    },
    processor: async (): Promise<Processor> => {
      const [row] = await sql<{ pid: number }>('select pg_backend_pid() as pid');
      const server = processOf(row?.pid ?? 0)?.parent ?? 0;
      return { node: processOf(pid)?.ticks ?? 0, postgres: ticksOfServer(server) };
    },
  };
};

type Measuring = ReturnType<typeof measuring>;

const untilQuiet = async ({ lsn }: Measuring) => {
  const end = performance.now() + quietWithinMs;
  for (let last = ''; performance.now() < end; await sleep(quietMs)) {
    const now = await lsn();
    if (now === last) return;
    last = now;
  }
};

/**
 * Does `work` in a quiet town and says what it cost until the town is quiet again, for each of `count` pieces:
 *
 * - `cost.nodeMs`: processor time (user and system) of the town's Node process, by `/proc/PID/stat`;
 * - `cost.postgresMs`: the same of the PostgreSQL server and its processes (backends, WAL writer, checkpointer),
 *   also of those that ended meanwhile. Where there is no `/proc` neither of the two is there;
 * - `cost.walBytes`, `cost.walRecords`: by positions of the log. A checkpoint is made just before, so that each
 *   page that is touched is written whole once, in every run alike; `cost.walImageBytes` is that part;
 * - `cost.rows`, `cost.rowsUpdated`, `cost.rowsDeleted`: the database's own counters, every table and BullMQ's too.
 *
 * Ten seconds pass before and after, for the counters to be reported, and count for nothing else.
 */
export const costOf = async (
  town: RunningTown,
  count: number,
  work: () => Promise<unknown>,
): Promise<Record<string, number>> => {
  const url = (await runningServer(town.home))?.url ?? null;
  if (url === null) throw new Error('the town has a server');
  const database = await openDatabase({ url, max: 1 });
  try {
    const its = measuring(database, town.pid);
    await database.sql('create extension if not exists pg_walinspect');
    await sleep(countersFlushedMs);
    const rowsBefore = await its.rows();
    await database.sql('checkpoint');
    const [from, before] = [await its.lsn(), await its.processor()];
    await work();
    await untilQuiet(its);
    const [to, after] = [await its.lsn(), await its.processor()];
    await sleep(countersFlushedMs);
    const rows = await its.rows();
    const { bytes, records, images } = await its.written(from, to);

    return {
      ...(hasProc()
        ? {
            'cost.nodeMs': ((after.node - before.node) * msPerTick) / count,
            'cost.postgresMs': ((after.postgres - before.postgres) * msPerTick) / count,
          }
        : {}),
      'cost.walBytes': bytes / count,
      'cost.walImageBytes': images / count,
      'cost.walRecords': records / count,
      'cost.rows': (rows.inserted - rowsBefore.inserted) / count,
      'cost.rowsUpdated': (rows.updated - rowsBefore.updated) / count,
      'cost.rowsDeleted': (rows.deleted - rowsBefore.deleted) / count,
    };
  } finally {
    await database.close();
  }
};

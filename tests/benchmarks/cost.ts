/** What a stretch of a running town's work costs: processor time, WAL and rows. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '@mulin/postgres';
import { hasProc, parentOf, processorMs, processorMsOfTree } from './proc.js';
import type { RunningTown } from './running-town.js';

/** An idle backend reports its counters of rows after ten seconds at the latest. */
const countersFlushedMs = 10_500;

/** The town counts as quiet when it has written no WAL for so long. */
const quietMs = 500;
const quietWithinMs = 20_000;

type Rows = Readonly<{ inserted: number; updated: number; deleted: number }>;
type Written = Readonly<{ bytes: number; records: number; images: number }>;
type Processor = Readonly<{ node: number; postgres: number }>;

const measuring = (database: Database, pids: readonly number[]) => {
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
      const node = pids.reduce((sum, pid) => sum + processorMs(pid), 0);
      return { node, postgres: processorMsOfTree(parentOf(row?.pid ?? 0)) };
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
 * - `cost.nodeMs`: processor time (user and system) of the town's Node processes, by `/proc/PID/stat`;
 * - `cost.postgresMs`: the same of the PostgreSQL server and its processes (backends, WAL writer, checkpointer),
 *   also of those that ended meanwhile. Where there is no `/proc` neither of the two is there;
 * - `cost.walBytes`, `cost.walRecords`: by positions of the log. A checkpoint is made just before, so that each
 *   page that is touched is written whole once, in every run alike; `cost.walImageBytes` is that part;
 * - `cost.rows`, `cost.rowsUpdated`, `cost.rowsDeleted`: the database's own counters, every table and BullMQ's too.
 *
 * Ten seconds pass before and after, for the counters to be reported, and count for nothing else.
 */
export const costOf = async (
  town: Pick<RunningTown, 'databaseUrl' | 'pids'>,
  count: number,
  work: () => Promise<unknown>,
): Promise<Record<string, number>> => {
  const database = await openDatabase({ url: town.databaseUrl, max: 1 });
  try {
    const its = measuring(database, town.pids());
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
            'cost.nodeMs': (after.node - before.node) / count,
            'cost.postgresMs': (after.postgres - before.postgres) / count,
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

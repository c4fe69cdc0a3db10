/** Makes every row of a view anew beside the old ones, and puts them in their place in one moment. */
import type { Event, EventStore, Position, Projection, Recorded } from '@mulin/kernel';
import type { Database, Sql } from '@mulin/postgres';
import type { Rebuilt } from './memory-view.js';
import { folding } from './view-folding.js';
import { replace, type ViewTable, write } from './view-table.js';

type Parts<Row extends object, E extends Event> = Readonly<{
  database: Database;
  store: EventStore;
  projection: Projection<Row, E>;
  table: ViewTable<Row>;
  sqlWhenReady: () => Promise<Sql>;
}>;

const pageSize = 4_000;
const rowsRemembered = 50_000;

export const rebuilding = <Row extends object, E extends Event>(parts: Parts<Row, E>) => {
  const { database, store, projection, table, sqlWhenReady } = parts;
  const filter = { categories: projection.categories };

  /** Folds what the log holds after `from`; answers how far that reaches. */
  const foldAfter = async (
    from: number,
    fold: (page: readonly Recorded[]) => Promise<void>,
  ): Promise<number> => {
    const head = (await store.head()) ?? 0;
    // A position that was read, or the beginning.
    const read = (after: number) => store.readAll({ from: after as Position, maxCount: pageSize, filter });
    let upTo = from;
    let reading: ReturnType<typeof read> | null = read(from);
    while (reading !== null) {
      const page: readonly Recorded[] = await reading;
      upTo = page.at(-1)?.position ?? upTo;
      // PostgreSQL reads the next page while this one is folded.
      reading = page.length < pageSize ? null : read(upTo);
      reading?.catch(() => undefined);
      await fold(page);
    }
    return Math.max(upTo, head);
  };

  const rebuild = async (): Promise<Rebuilt> => {
    const began = performance.now();
    const pool = await sqlWhenReady();
    let sql = pool;
    let facts = 0;
    const read = (keys: readonly string[]) => table.read(sql, table.next, keys);
    const rows = folding(projection, { read, remembered: rowsRemembered });
    const fold = async (page: readonly Recorded[]) => {
      const changes = await rows.fold(page);
      await write(sql, table, changes);
      rows.keep(changes);
      facts += page.length;
    };

    await sql(`drop table if exists ${table.next}`);
    await table.create(sql, table.next);
    let upTo = await foldAfter(0, fold);
    await table.index(sql, table.next);
    upTo = await foldAfter(upTo, fold);
    const count = await replace(database, table, projection.name, async (shown, inTransaction) => {
      sql = inTransaction;
      return shown > upTo ? foldAfter(upTo, fold) : upTo;
    });
    return { facts, rows: count, seconds: (performance.now() - began) / 1_000 };
  };

  return async (): Promise<Rebuilt> => {
    const hold = await database.hold(`rebuild ${table.current}`);
    if (hold === null) throw new Error(`The view "${projection.name}" is being rebuilt already.`);
    try {
      return await rebuild();
    } finally {
      await hold.release();
    }
  };
};

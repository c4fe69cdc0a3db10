/**
 * Makes every row of a view anew beside the old ones, and puts them in their place in one moment: when somebody
 * asks for it, and by itself when the rows that are there were made by other rules. Readers see the old rows until
 * then. What was begun and not ended, because the program died, is thrown away by the next one, which begins anew.
 */
import {
  type Event,
  type EventStore,
  type Position,
  type Projection,
  type RecordedEvent,
  Rejection,
} from '@mulin/kernel';
import type { Database, Sql } from '@mulin/postgres';
import type { Rebuilt } from './memory-projection.js';
import { folding } from './folding.js';
import { inParts, type Take } from './parts.js';
import { replace, write } from './standing.js';
import type { ReadModelTable } from './table.js';

type Parts<Row extends object, E extends Event> = Readonly<{
  database: Database;
  store: EventStore;
  projection: Projection<Row, E>;
  table: ReadModelTable<Row>;
  sqlWhenReady: () => Promise<Sql>;
}>;

/** Few writes of a row that many events of a page are about, and few pauses of others while a page is folded. */
const pageSize = 10_000;
const rowsRemembered = 50_000;

const isBeingRebuilt = (name: string) =>
  new Rejection('view-being-rebuilt', {
    en: `The view "${name}" is being rebuilt already.`,
    zh: `列表“${name}”正在重建。`,
  });

/** Ends a rebuilding that nobody waits for any more: throws. */
export type Halted = () => void;

/**
 * Refused (`view-being-rebuilt`) while a rebuilding of this view goes on, in whatever program. What `halted`
 * throws ends it between two pages, and the old rows stay.
 */
export const rebuilding =
  <Row extends object, E extends Event>(parts: Parts<Row, E>) =>
  async (halted: Halted = () => undefined): Promise<Rebuilt> => {
    const { database, projection, table } = parts;
    const hold = await database.hold(`rebuild ${table.current}`);
    if (hold === null) throw isBeingRebuilt(projection.name);
    try {
      return await rebuild(parts, halted);
    } finally {
      await hold.release();
    }
  };

const rebuild = async <Row extends object, E extends Event>(
  parts: Parts<Row, E>,
  halted: Halted,
): Promise<Rebuilt> => {
  const { database, store, projection, table, sqlWhenReady } = parts;
  const began = performance.now();
  const sql = await sqlWhenReady();
  const next = intoNextTable(parts, sql);
  const fold: Take = async (page) => {
    halted();
    return next.fold(page);
  };
  const foldAfter = (from: number) => foldingAfter(store, projection.categories, from, fold);

  await sql(`drop table if exists ${table.next}`);
  await table.create(sql, table.next);
  const most = await foldAfter(0);
  await table.index(sql, table.next);
  const upTo = await foldAfter(most);
  const rows = await replace(database, table, async (shown, inTransaction) => {
    next.writeBy(inTransaction);
    return shown > upTo ? foldAfter(upTo) : upTo;
  });
  return { facts: next.events(), rows, seconds: (performance.now() - began) / 1_000 };
};

const intoNextTable = <Row extends object, E extends Event>(
  { projection, table }: Parts<Row, E>,
  pool: Sql,
) => {
  let sql = pool;
  let events = 0;
  const read = (keys: readonly string[]) => table.read(sql, table.next, keys);
  const rows = folding(projection, { read, remembered: rowsRemembered });

  return {
    events: () => events,
    writeBy: (other: Sql) => {
      sql = other;
    },
    fold: inParts(async (page) => {
      const changes = await rows.fold(page);
      await write(sql, table, changes);
      rows.keep(changes);
      events += page.length;
      return true;
    }),
  };
};

/** Folds what the log holds after `from`; answers how far that reaches. */
const foldingAfter = async (
  store: EventStore,
  categories: readonly string[],
  from: number,
  fold: Take,
): Promise<number> => {
  const head = (await store.head()) ?? 0;
  const read = (after: number) =>
    // A position that was read, or the beginning.
    store.readAll({ from: after as Position, maxCount: pageSize, filter: { categories } });
  let upTo = from;
  let reading: ReturnType<typeof read> | null = read(from);
  while (reading !== null) {
    const page: readonly RecordedEvent[] = await reading;
    upTo = page.at(-1)?.position ?? upTo;
    // The store reads the next page while this one is folded.
    reading = page.length < pageSize ? null : read(upTo);
    reading?.catch(() => undefined);
    await fold(page);
  }
  return Math.max(upTo, head);
};

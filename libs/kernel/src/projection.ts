import type { Event } from './decider.js';
import { categoryOf, type RecordedEvent } from './event-store.js';
import type { Columns, Page, Query, Where } from './query.js';

/**
 * One row per key, folded from events. `null` in: there is no row yet. `null` out: no row is wanted.
 * Pure, and it never asks what time it is, so that rebuilding gives the same rows to the letter.
 * Written as `const cases = { … } satisfies Projection<CaseRow, Heard>`, which keeps the columns' names and types.
 */
export type Projection<
  Row extends object,
  E extends Event,
  C extends Columns<Row> = Columns<Row>,
> = Readonly<{
  /** kebab-case and unique in its service; the name of its table. */
  name: string;
  /**
   * Which rules made the rows, from 1. Raised whenever the same events give other rows or column values, also by
   * a function that is only called here: rows of another version are folded anew, beside the old ones. A spec of
   * the projection pins the rows of each version (`pinsRows` of libs/testing).
   */
  version: number;
  categories: readonly string[];
  key: (event: RecordedEvent<E>) => string;
  project: (row: Row | null, event: RecordedEvent<E>) => Row | null;
  /** What the row can be found and sorted by. Names are camelCase; each becomes an indexed column of its type. */
  columns: C;
  /**
   * The columns that lists are sorted by; absent: all of them. The index of another column holds only the rows that
   * have something there (neither `null` nor `false`), so that a mark of few rows costs the others nothing.
   */
  sorts?: readonly string[];
  /** Columns without an index: of few different values, or looked at only beside others. Each index costs a write. */
  unindexed?: readonly string[];
  /** Names of former views of the service whose rows are in this one now: their tables are dropped. */
  replaces?: readonly string[];
}>;

/** How many rows have these values in the columns that were named, written as text (`null`: nothing; a set: with commas between). */
export type Counted = Readonly<{ values: readonly (string | null)[]; count: number }>;

/** The rows of one view, kept up to date by its host from the service's own log. */
export interface ReadModel<Row extends object, C extends Columns<Row> = Columns<Row>> {
  get(key: string): Promise<Row | null>;
  /** The same for many keys in one look, in their order. */
  getMany(keys: readonly string[]): Promise<readonly (Row | null)[]>;
  /**
   * A page of what matches. Rejected with `malformed-cursor` for a cursor that no list in this order gave, and with
   * `Unavailable` while the rows are being made anew and lack a column that is asked for.
   */
  list(query: Query<C>): Promise<Page<Row>>;
  /** The cursor of the page that begins after this row, whether it ended a page or not. */
  cursorAfter(key: string, row: Row, orderBy: Query<C>['orderBy']): string;
  /** How many rows there are for each value of a column, written as text (`null`: nothing), among those that match. */
  count(column: keyof C & string, where?: Where<C>): Promise<ReadonlyMap<string | null, number>>;
  /** The same for what rows have in several columns at once: `values` in the order of `columns`, in no order of their own. */
  countBy(columns: readonly (keyof C & string)[], where?: Where<C>): Promise<readonly Counted[]>;
  /** Resolves with `true` when the rows show everything up to `position`, with `false` after `withinMs` milliseconds. */
  waitUntil(position: number, withinMs: number): Promise<boolean>;
}

type RowOf<P> = P extends { project: (row: infer Row | null, event: never) => unknown } ? Row : never;

/** The read model of a projection: `ReadModelOf<typeof cases>`. */
export type ReadModelOf<P extends { columns: unknown }> =
  RowOf<P> extends infer Row extends object
    ? P['columns'] extends Columns<Row>
      ? ReadModel<Row, P['columns']>
      : never
    : never;

/** What the read model of a projection can be asked for. */
export type WhereOf<P extends { columns: unknown }> = Where<P['columns']>;

/**
 * The rows that a projection makes of a whole log, by key; for tests and pins. Events of other categories are skipped.
 * A read model folds the same function; it is kept up to date by `memoryProjection` or `postgresProjection`.
 */
export const rebuild = <Row extends object, E extends Event>(
  { categories, key, project }: Projection<Row, E>,
  events: readonly RecordedEvent<E>[],
): ReadonlyMap<string, Row> => {
  const rows = new Map<string, Row>();
  for (const event of events) {
    if (!categories.includes(categoryOf(event))) continue;
    const row = project(rows.get(key(event)) ?? null, event);
    if (row === null) rows.delete(key(event));
    else rows.set(key(event), row);
  }
  return rows;
};

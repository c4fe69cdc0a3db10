import type { Event } from './decider.js';
import { categoryOf, type RecordedEvent } from './event-store.js';

export type Column = string | number | boolean | null;

/**
 * One row per key, folded from facts. `null` in: there is no row yet. `null` out: no row is wanted.
 * Pure, and it never asks what time it is, so that rebuilding gives the same rows to the letter.
 */
export type Projection<Row extends object, E extends Event> = Readonly<{
  /** kebab-case and unique in its service; the name of its table. */
  name: string;
  /**
   * Which rules made the rows, from 1. Raised whenever the same facts give other rows or column values, also by
   * a function that is only called here: rows of another version are folded anew, beside the old ones. A spec of
   * the projection pins the rows of each version (`pinsRows` of libs/testing).
   */
  version: number;
  categories: readonly string[];
  key: (event: RecordedEvent<E>) => string;
  project: (row: Row | null, event: RecordedEvent<E>) => Row | null;
  /** What the row can be found and sorted by. Names are camelCase; each becomes an indexed column. */
  columns: Readonly<Record<string, (row: Row) => Column>>;
  /**
   * The columns that lists are sorted by; absent: all of them. The index of another column holds only the rows that
   * have something there (neither `null` nor `false`), so that a mark of few rows costs the others nothing.
   */
  sorts?: readonly string[];
}>;

/** What a column must be: this value, or a path of names (`a/b/c`) that is this path or lies in it. */
export type Condition = Column | Readonly<{ within: string }>;

/** A page of a list; `next` is handed back as `cursor`, `null` at the end. */
export type Page<Row> = Readonly<{ items: readonly Row[]; next: string | null }>;

export type Query = Readonly<{
  where?: Readonly<Record<string, Condition>>;
  /** A declared column; ties and the default are broken by key. */
  orderBy?: string;
  descending?: boolean;
  limit?: number;
  cursor?: string | undefined;
}>;

/** The rows of one view, kept up to date by its host from the service's own log. */
export interface ReadModel<Row extends object> {
  get(key: string): Promise<Row | null>;
  /** The same for many keys in one look, in their order. */
  getMany(keys: readonly string[]): Promise<readonly (Row | null)[]>;
  list(query: Query): Promise<Page<Row>>;
  /** How many rows there are for each value of a column, among those that match. */
  count(column: string, where?: Query['where']): Promise<ReadonlyMap<string, number>>;
  /** Resolves when the view shows everything up to `position`, or after `withinMs`; says which. */
  waitUntil(position: number, withinMs: number): Promise<boolean>;
}

/** The same fold in memory, from the whole log. */
export const rebuild = <Row extends object, E extends Event>(
  { categories, key, project }: Projection<Row, E>,
  facts: readonly RecordedEvent<E>[],
): ReadonlyMap<string, Row> => {
  const rows = new Map<string, Row>();
  for (const fact of facts) {
    if (!categories.includes(categoryOf(fact))) continue;
    const row = project(rows.get(key(fact)) ?? null, fact);
    if (row === null) rows.delete(key(fact));
    else rows.set(key(fact), row);
  }
  return rows;
};

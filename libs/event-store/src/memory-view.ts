/** The rows of a view in memory: for tests, and for what is small and soon folded again. */
import {
  canonical,
  categoryOf,
  type Event,
  type EventStore,
  type Position,
  type Projection,
  type Query,
  type Recorded,
  type Subscription,
  type View,
} from '@mulin/kernel';
import { columnText, columnValue, compareTexts } from './view-columns.js';
import { progressing } from './view-progress.js';
import { conditionsOf, declared, pageOf, type Placed, type Wanted, wantedOf } from './view-query.js';

export type Rebuilt = Readonly<{ facts: number; rows: number; seconds: number }>;

/** A view and what keeps it up to date. */
export type RunningView<Row extends object> = Readonly<{
  view: View<Row>;
  /** Follows the log from where the view left off. */
  run: () => Subscription;
  /** Makes every row anew from the facts, whether it runs or not; readers see the old rows until it is done. */
  rebuild: () => Promise<Rebuilt>;
}>;

const pageSize = 2_000;

export const memoryView = <Row extends object, E extends Event>(parts: {
  store: EventStore;
  projection: Projection<Row, E>;
}): RunningView<Row> => {
  const { store, projection } = parts;
  const { categories, columns, key, project } = projection;
  const names = Object.keys(columns);
  const progress = progressing();
  let rows = new Map<string, Row>();
  let at: Position | null = null;

  // In one go, so that a rebuilding never meets a batch half-way.
  const foldInto = (target: Map<string, Row>, facts: readonly Recorded[]) => {
    // A projection names its categories, and these hold the facts it is typed for.
    const ours = facts.filter((fact) => categories.includes(categoryOf(fact))) as readonly Recorded<E>[];
    for (const fact of ours) {
      const name = key(fact);
      const row = project(target.get(name) ?? null, fact);
      if (row === null) target.delete(name);
      // As it would come back from a table.
      else target.set(name, JSON.parse(canonical(row)));
    }
  };

  const receive = async (batch: readonly Recorded[]) => {
    const unseen = batch.filter(({ position }) => at === null || position > at);
    foldInto(rows, unseen);
    at = unseen.at(-1)?.position ?? at;
    progress.reach(at ?? 0);
  };

  const rebuild = async (): Promise<Rebuilt> => {
    const began = performance.now();
    const fresh = new Map<string, Row>();
    let facts = 0;
    let upTo: Position | null = null;
    for (;;) {
      const page: readonly Recorded[] = await store.readAll({ from: upTo, maxCount: pageSize });
      foldInto(fresh, page);
      facts += page.length;
      upTo = page.at(-1)?.position ?? upTo;
      if (page.length === 0 && (upTo ?? 0) >= (at ?? 0)) break;
    }
    rows = fresh;
    at = upTo;
    progress.reach(at ?? 0);
    return { facts, rows: rows.size, seconds: (performance.now() - began) / 1_000 };
  };

  const textOf = (column: string, row: Row) => columnText(columns[column]?.(row) ?? null);

  const matching = (conditions: Wanted['where']) =>
    [...rows].filter(([, row]) => conditions.every(([column, text]) => textOf(column, row) === text));

  const list = async (query: Query) => {
    const { where, orderBy, descending, limit, after } = wantedOf(names, query);
    const turn = descending ? -1 : 1;
    const compare = (a: { order: string; key: string }, b: { order: string; key: string }) =>
      turn * (compareTexts(a.order, b.order) || compareTexts(a.key, b.key));
    const found = matching(where)
      .map(([key, row]): Placed<Row> => ({
        key,
        row,
        order: orderBy === undefined ? '' : textOf(orderBy, row),
      }))
      .filter((placed) => after === undefined || compare(placed, after) > 0)
      .sort(compare);
    return pageOf(found.slice(0, limit + 1), limit);
  };

  return {
    view: {
      get: async (key) => rows.get(key) ?? null,
      getMany: async (keys) => keys.map((key) => rows.get(key) ?? null),
      list,
      count: async (column, where) => {
        declared(names, column);
        const counts = new Map<string, number>();
        for (const [, row] of matching(conditionsOf(names, where))) {
          const value = String(columnValue(textOf(column, row)));
          counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        return counts;
      },
      showing: progress.until,
    },
    run: () => store.subscribeToAll({ from: at }, receive),
    rebuild,
  };
};

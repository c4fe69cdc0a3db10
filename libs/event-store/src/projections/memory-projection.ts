/** The rows of a view in memory: for tests, and for what is small and soon folded again. */
import {
  canonical,
  categoryOf,
  type Event,
  type EventStore,
  type Position,
  type Projection,
  type RecordedEvent,
  type Subscription,
  type ReadModel,
} from '@mulin/kernel';
import { encodeColumn, decodeColumn, compareTexts } from './columns.js';
import { type Progress, progressing } from './progress.js';
import {
  conditionsOf,
  declared,
  pageOf,
  type SortedRow,
  type Cursor,
  type QueryPlan,
  queryPlanOf,
} from './query.js';

export type Rebuilt = Readonly<{ facts: number; rows: number; seconds: number }>;

/** A view and what keeps it up to date. */
export type ProjectionRunner<Row extends object> = Readonly<{
  view: ReadModel<Row>;
  /** Follows the log from where the view left off. */
  run: () => Subscription;
  /** Makes every row anew from the facts, whether it runs or not; readers see the old rows until it is done. */
  rebuild: () => Promise<Rebuilt>;
  /** How far its rows are while it runs, and whether they are being made anew beside those of other rules. */
  state: () => Readonly<{ position: number; isBuilding: boolean }>;
}>;

/** Rows, and how far in the log they were folded. */
type Table<Row> = { rows: Map<string, Row>; at: Position | null };

const pageSize = 2_000;

export const memoryProjection = <Row extends object, E extends Event>(parts: {
  store: EventStore;
  projection: Projection<Row, E>;
}): ProjectionRunner<Row> => {
  const { store, projection } = parts;
  const progress = progressing();
  const table: Table<Row> = { rows: new Map(), at: null };
  const fold = foldingInto(projection);

  const receive = async (batch: readonly RecordedEvent[]) => {
    const { at } = table;
    fold(
      table,
      batch.filter(({ position }) => at === null || position > at),
    );
    progress.reach(table.at ?? 0);
  };

  return {
    view: { ...questions(table, projection), waitUntil: progress.until },
    run: () => store.subscribeToAll({ from: table.at }, receive),
    rebuild: () => rebuilding(store, table, fold, progress),
    state: () => ({ position: progress.at(), isBuilding: false }),
  };
};

type Fold<Row> = (table: Table<Row>, facts: readonly RecordedEvent[]) => void;

/** In one go, so that a rebuilding never meets a batch half-way. */
const foldingInto =
  <Row extends object, E extends Event>({ categories, key, project }: Projection<Row, E>): Fold<Row> =>
  (table, facts) => {
    // A projection names its categories, and these hold the facts it is typed for.
    const ours = facts.filter((fact) => categories.includes(categoryOf(fact))) as readonly RecordedEvent<E>[];
    for (const fact of ours) {
      const name = key(fact);
      const row = project(table.rows.get(name) ?? null, fact);
      if (row === null) table.rows.delete(name);
      // As it would come back from PostgreSQL.
      else table.rows.set(name, JSON.parse(canonical(row)));
    }
    table.at = facts.at(-1)?.position ?? table.at;
  };

const rebuilding = async <Row>(
  store: EventStore,
  table: Table<Row>,
  fold: Fold<Row>,
  progress: Progress,
): Promise<Rebuilt> => {
  const began = performance.now();
  const fresh: Table<Row> = { rows: new Map(), at: null };
  let facts = 0;
  for (let isAtEnd = false; !isAtEnd;) {
    const page = await store.readAll({ from: fresh.at, maxCount: pageSize });
    fold(fresh, page);
    facts += page.length;
    isAtEnd = page.length === 0 && (fresh.at ?? 0) >= (table.at ?? 0);
  }
  Object.assign(table, fresh);
  progress.reach(table.at ?? 0);
  return { facts, rows: fresh.rows.size, seconds: (performance.now() - began) / 1_000 };
};

const questions = <Row extends object, E extends Event>(
  table: Table<Row>,
  { columns }: Projection<Row, E>,
): Omit<ReadModel<Row>, 'waitUntil'> => {
  const names = Object.keys(columns);
  const textOf = (column: string, row: Row) => encodeColumn(columns[column]?.(row) ?? null);
  const matching = (conditions: QueryPlan['where']) =>
    [...table.rows].filter(([, row]) =>
      conditions.every(({ column, text, isWithin }) => {
        const found = textOf(column, row);
        return found === text || (isWithin && found.startsWith(`${text}/`));
      }),
    );

  return {
    get: async (key) => table.rows.get(key) ?? null,
    getMany: async (keys) => keys.map((key) => table.rows.get(key) ?? null),
    list: async (query) => {
      const wanted = queryPlanOf(names, query);
      const { orderBy } = wanted;
      const orderOf = (row: Row) => (orderBy === undefined ? '' : textOf(orderBy, row));
      const placed = matching(wanted.where).map(([key, row]): SortedRow<Row> => ({
        key,
        row,
        order: orderOf(row),
      }));
      return pageOf(inOrder(placed, wanted).slice(0, wanted.limit + 1), wanted.limit);
    },
    count: async (column, where) => {
      const counts = new Map<string, number>();
      const name = declared(names, column);
      for (const [, row] of matching(conditionsOf(names, where))) {
        const value = String(decodeColumn(textOf(name, row)));
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return counts;
    },
  };
};

const inOrder = <Row>(
  placed: readonly SortedRow<Row>[],
  { descending, after }: QueryPlan,
): readonly SortedRow<Row>[] => {
  const turn = descending ? -1 : 1;
  const compare = (a: Cursor, b: Cursor) =>
    turn * (compareTexts(a.order, b.order) || compareTexts(a.key, b.key));
  return placed.filter((one) => after === undefined || compare(one, after) > 0).sort(compare);
};

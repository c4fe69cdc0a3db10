/** The rows of a view in memory: for tests, and for what is small and soon folded again. */
import {
  canonical,
  categoryOf,
  type Columns,
  type ColumnValue,
  type Counted,
  type Event,
  type EventStore,
  type Position,
  type Projection,
  type RecordedEvent,
  type Subscription,
  type ReadModel,
} from '@mulin/kernel';
import { declared, valueIn } from './columns.js';
import { holds, inOrder } from './in-memory.js';
import { type Progress, progressing } from './progress.js';
import { inProjectionSpans } from './projection-spans.js';
import { cursorOf, pageOf, queryPlanOf, type Sorting, sortedBy, type Test, testOf } from './query.js';

/** How a view was rebuilt: from how many events, to how many rows, in how many seconds. */
/** `facts`: how many events it was made of; the word of the routes and the command line. */
export type Rebuilt = Readonly<{ facts: number; rows: number; seconds: number }>;

/** A view and what keeps it up to date. */
export type ProjectionRunner<Row extends object, C extends Columns<Row> = Columns<Row>> = Readonly<{
  view: ReadModel<Row, C>;
  /** Follows the log from where the view left off. */
  run: () => Subscription;
  /** Makes every row anew from the events, whether it runs or not; readers see the old rows until it is done. */
  rebuild: () => Promise<Rebuilt>;
  /** How far its rows are while it runs, and whether they are being made anew beside those of other rules. */
  state: () => Readonly<{ position: number; isBuilding: boolean }>;
}>;

/** Rows, and how far in the log they were folded. */
type Table<Row> = { rows: Map<string, Row>; at: Position | null };

const pageSize = 2_000;

/** Keeps the rows of a projection in memory: the same promises as `postgresProjection`, for tests and previews. */
export const memoryProjection = <Row extends object, E extends Event, C extends Columns<Row>>(parts: {
  store: EventStore;
  projection: Projection<Row, E, C>;
}): ProjectionRunner<Row, C> => {
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
    view: { ...questions<Row, C>(table, projection.columns), waitUntil: progress.until },
    run: () => store.subscribeToAll({ from: table.at }, inProjectionSpans(projection, receive)),
    rebuild: () => rebuilding(store, table, fold, progress),
    state: () => ({ position: progress.at(), isBuilding: false }),
  };
};

type Fold<Row> = (table: Table<Row>, events: readonly RecordedEvent[]) => void;

/** In one go, so that a rebuilding never meets a batch half-way. */
const foldingInto =
  <Row extends object, E extends Event>({ categories, key, project }: Projection<Row, E>): Fold<Row> =>
  (table, events) => {
    // A projection names its categories, and these hold the events it is typed for.
    const ours = events.filter((event) =>
      categories.includes(categoryOf(event)),
    ) as readonly RecordedEvent<E>[];
    for (const event of ours) {
      const name = key(event);
      const row = project(table.rows.get(name) ?? null, event);
      if (row === null) table.rows.delete(name);
      // As it would come back from PostgreSQL.
      else table.rows.set(name, JSON.parse(canonical(row)));
    }
    table.at = events.at(-1)?.position ?? table.at;
  };

const rebuilding = async <Row>(
  store: EventStore,
  table: Table<Row>,
  fold: Fold<Row>,
  progress: Progress,
): Promise<Rebuilt> => {
  const began = performance.now();
  const fresh: Table<Row> = { rows: new Map(), at: null };
  let events = 0;
  for (let isAtEnd = false; !isAtEnd;) {
    const page = await store.readAll({ from: fresh.at, maxCount: pageSize });
    fold(fresh, page);
    events += page.length;
    isAtEnd = page.length === 0 && (fresh.at ?? 0) >= (table.at ?? 0);
  }
  Object.assign(table, fresh);
  progress.reach(table.at ?? 0);
  return { facts: events, rows: fresh.rows.size, seconds: (performance.now() - began) / 1_000 };
};

/** Rows are replaced and never changed, so that what a column has of one is computed once, as where it is stored. */
const valuesOf = <Row extends object>(columns: Columns<Row>) => {
  const computed = new WeakMap<Row, Map<string, ColumnValue>>();
  return (row: Row) => {
    const values = computed.get(row) ?? new Map<string, ColumnValue>();
    computed.set(row, values);
    return (name: string): ColumnValue => {
      const known = values.get(name);
      if (known !== undefined) return known;
      const value = valueIn(declared(columns, name), row);
      values.set(name, value);
      return value;
    };
  };
};

const textOf = (value: ColumnValue): string | null => (value === null ? null : String(value));

/** How often each list of values is there. */
const countedIn = (lists: readonly (readonly (string | null)[])[]): readonly Counted[] => {
  const counts = new Map<string, Counted>();
  for (const values of lists) {
    const key = canonical(values);
    counts.set(key, { values, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
};

const questions = <Row extends object, C extends Columns<Row>>(
  table: Table<Row>,
  columns: C,
): Omit<ReadModel<Row, C>, 'waitUntil'> => {
  const valueOf = valuesOf(columns);
  const matching = (test: Test) => [...table.rows].filter(([, row]) => holds(test, valueOf(row)));
  const placeOf = (sorted: readonly Sorting[], key: string, row: Row) => ({
    key,
    row,
    values: sorted.map(({ column }) => valueOf(row)(column)),
  });

  const countBy = async (names: readonly string[], where?: object): Promise<readonly Counted[]> => {
    for (const name of names) declared(columns, name);
    return countedIn(
      matching(testOf(columns, where)).map(([, row]) => names.map((it) => textOf(valueOf(row)(it)))),
    );
  };

  return {
    get: async (key) => table.rows.get(key) ?? null,
    getMany: async (keys) => keys.map((key) => table.rows.get(key) ?? null),
    list: async (query) => {
      const plan = queryPlanOf(columns, query);
      const placed = matching(plan.test).map(([key, row]) => placeOf(plan.sorted, key, row));
      return pageOf(inOrder(placed, plan).slice(0, plan.limit + 1), plan.limit, ({ key, row }) =>
        cursorOf(plan.sorted, placeOf(plan.sorted, key, row)),
      );
    },
    cursorAfter: (key, row, orderBy) => {
      const sorted = sortedBy(columns, orderBy);
      return cursorOf(sorted, placeOf(sorted, key, row));
    },
    count: async (column, where) => {
      const counted = await countBy([column], where);
      return new Map(counted.map(({ values: [value = null], count }) => [value, count]));
    },
    countBy,
  };
};

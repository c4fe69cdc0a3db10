/** A query, read once for every engine: what must hold, what it is sorted by, and where its page begins. */
import { type Columns, type ColumnType, type ColumnValue, type Page, Rejection } from '@mulin/kernel';
import { declared, normalized } from './columns.js';

const defaultLimit = 100;

/** One thing that must hold of one column. `eq` and `ne` know nothing (`null`) as a value; the others hold of none. */
export type Comparison =
  | Readonly<{ is: 'eq' | 'ne'; value: ColumnValue }>
  | Readonly<{ is: 'lt' | 'lte' | 'gt' | 'gte'; value: NonNullable<ColumnValue> }>
  | Readonly<{ is: 'in'; values: readonly NonNullable<ColumnValue>[] }>
  | Readonly<{ is: 'within' | 'contains'; value: string }>
  | Readonly<{ is: 'hasAny'; values: readonly string[] }>;

export type Test =
  | Readonly<{ all: readonly Test[] }>
  | Readonly<{ any: readonly Test[] }>
  | (Comparison & Readonly<{ column: string; type: ColumnType }>);

export type Sorting = Readonly<{ column: string; type: ColumnType; descending: boolean }>;

/** The values that the last row of a page was sorted by, and its key. */
export type Place = Readonly<{ values: readonly ColumnValue[]; key: string }>;

export type QueryPlan = Readonly<{
  test: Test;
  sorted: readonly Sorting[];
  /** Which way keys go. */
  descending: boolean;
  limit: number;
  after: Place | undefined;
}>;

/** A query about any columns: whoever states one is held to its columns by the types of the read model. */
type AnyQuery = Readonly<{
  where?: object;
  orderBy?: AnyOrder;
  limit?: number;
  cursor?: string | undefined;
}>;
type AnyOrder = readonly Readonly<{ by: string; descending?: boolean }>[];
type Declared = Columns<never>;

export const queryPlanOf = (columns: Declared, query: AnyQuery): QueryPlan => {
  const sorted = sortedBy(columns, query.orderBy);
  return {
    test: testOf(columns, query.where),
    sorted,
    descending: query.orderBy?.at(-1)?.descending ?? false,
    limit: query.limit ?? defaultLimit,
    after: query.cursor === undefined ? undefined : placeIn(query.cursor, sorted),
  };
};

const noOrder = (column: string) => new Error(`Sets of texts, as in "${column}", have no order.`);

/** Keys come last anyhow; to sort by `key` only says which way. */
export const sortedBy = (columns: Declared, orderBy: AnyOrder = []): readonly Sorting[] =>
  orderBy
    .filter(({ by }) => by !== 'key')
    .map(({ by, descending = false }) => {
      const { type } = declared(columns, by);
      if (type === 'texts') throw noOrder(by);
      return { column: by, type, descending };
    });

export const testOf = (columns: Declared, where: object = {}): Test => ({
  all: Object.entries(where).flatMap(([name, wanted]: [string, unknown]): readonly Test[] => {
    if (wanted === undefined) return [];
    if (name === 'or') return [{ any: listed(wanted).map((it) => testOf(columns, it)) }];
    if (name === 'and') return listed(wanted).map((it) => testOf(columns, it));
    const { type } = declared(columns, name);
    return comparisonsOf(type, wanted).map((it) => ({ ...it, column: name, type }));
  }),
});

/** What stands beside `or` and `and` is a list of conditions, by its type. */
const listed = (wanted: unknown) => wanted as readonly object[];

const comparisonsOf = (type: ColumnType, wanted: unknown): readonly Comparison[] => {
  if (typeof wanted !== 'object' || wanted === null) return [{ is: 'eq', value: normalized(type, wanted) }];
  return Object.entries(wanted).flatMap(([operator, value]: [string, unknown]) =>
    value === undefined ? [] : [comparisonOf(type, operator, value)],
  );
};

const comparisonOf = (type: ColumnType, operator: string, value: unknown): Comparison => {
  switch (operator) {
    case 'not':
      return { is: 'ne', value: normalized(type, value) };
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return bounded(operator, normalized(type, value));
    case 'in':
      return { is: 'in', values: valuesOf(value).flatMap((it) => normalized(type, it) ?? []) };
    case 'within':
    case 'contains':
      return { is: operator, value: String(normalized('text', value)) };
    case 'hasAny':
      return { is: 'hasAny', values: valuesOf(value).map((it) => String(normalized('text', it))) };
    default:
      throw new Error(`A column is not compared by "${operator}".`);
  }
};

const valuesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Nothing is less or greater than what is nothing. */
const bounded = (is: 'lt' | 'lte' | 'gt' | 'gte', value: ColumnValue): Comparison =>
  value === null ? { is: 'in', values: [] } : { is, value };

/** A row of one more than was asked for, so that it is known whether there is a next page. */
type Found<Row> = Readonly<{ key: string; row: Row }>;

export const pageOf = <Row>(
  found: readonly Found<Row>[],
  limit: number,
  cursorAfter: (last: Found<Row>) => string,
): Page<Row> => {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ row }) => row),
    next: found.length > limit && last !== undefined ? cursorAfter(last) : null,
  };
};

/** A cursor says which order it is of: one of another list is refused, and not misread. */
const orderIn = (sorted: readonly Sorting[]): string =>
  sorted.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(',');

export const cursorOf = (sorted: readonly Sorting[], { values, key }: Place): string =>
  Buffer.from(JSON.stringify([orderIn(sorted), values, key])).toString('base64url');

const placeIn = (cursor: string, sorted: readonly Sorting[]): Place => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) {
      const [order, values, key, ...more]: readonly unknown[] = parts;
      if (order === orderIn(sorted) && typeof key === 'string' && isKey(key) && more.length === 0)
        return { key, values: placed(values, sorted) };
    }
  } catch {
    // What cannot be read was not made here either.
  }
  throw new Rejection(
    'malformed-cursor',
    { en: 'This cursor was not given by this list.', zh: '该分页游标不是由此列表给出的。' },
    'malformed',
  );
};

const placed = (values: unknown, sorted: readonly Sorting[]): readonly ColumnValue[] => {
  if (!Array.isArray(values) || values.length !== sorted.length) throw new TypeError('other columns');
  return sorted.map(({ type }, nth) => (values[nth] === null ? null : normalized(type, values[nth])));
};

/** What PostgreSQL can compare with a key; nothing else can be one. */
export const isKey = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);

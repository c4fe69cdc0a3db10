/** What a list was asked for, and the place where its next page begins. */
import { type Condition, type Page, type Query, Rejection } from '@mulin/kernel';
import { encodeColumn } from './columns.js';

export const defaultLimit = 100;

/** A row with what it is sorted by; without an order, only by its key. */
export type SortedRow<Row> = Readonly<{ key: string; order: string; row: Row }>;

export type Cursor = Readonly<{ order: string; key: string }>;

/** `isWithin`: the column may also be a path that lies in this one. */
export type Demanded = Readonly<{ column: string; text: string; isWithin: boolean }>;

export type QueryPlan = Readonly<{
  where: readonly Demanded[];
  orderBy: string | undefined;
  descending: boolean;
  limit: number;
  after: Cursor | undefined;
}>;

export const queryPlanOf = (columns: readonly string[], query: Query): QueryPlan => ({
  where: conditionsOf(columns, query.where),
  orderBy: query.orderBy === undefined ? undefined : declared(columns, query.orderBy),
  descending: query.descending ?? false,
  limit: query.limit ?? defaultLimit,
  after: query.cursor === undefined ? undefined : startOf(query.cursor),
});

export const conditionsOf = (columns: readonly string[], where: Query['where'] = {}): readonly Demanded[] =>
  Object.entries(where).map(([column, value]: [string, Condition]) => {
    const isWithin = typeof value === 'object' && value !== null;
    return {
      column: declared(columns, column),
      text: encodeColumn(isWithin ? value.within : value),
      isWithin,
    };
  });

export const declared = (columns: readonly string[], column: string): string => {
  if (columns.includes(column)) return column;
  throw new Error(`No column "${column}" is declared; there are ${columns.join(', ') || 'none'}.`);
};

/** Of one row more than was asked for, so that it is known whether there is a next page. */
export const pageOf = <Row>(found: readonly SortedRow<Row>[], limit: number): Page<Row> => {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last !== undefined ? cursorOf(last) : null;
  return { items: shown.map(({ row }) => row), next };
};

const cursorOf = ({ order, key }: Cursor): string =>
  Buffer.from(JSON.stringify([order, key])).toString('base64url');

const startOf = (cursor: string): Cursor => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 2) {
      const [order, key]: readonly unknown[] = parts;
      if (typeof order === 'string' && typeof key === 'string' && isKey(order + key)) return { order, key };
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

/** What PostgreSQL can compare with a key; nothing else can be one. */
export const isKey = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);

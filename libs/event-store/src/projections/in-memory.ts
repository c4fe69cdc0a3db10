/** A query, answered from rows in memory. */
import type { ColumnValue } from '@mulin/kernel';
import { compareTexts, compareValues } from './columns.js';
import type { Comparison, Place, QueryPlan, Test } from './query.js';

/** What a row has in a column. */
type ValueOf = (column: string) => ColumnValue;

export const holds = (test: Test, valueOf: ValueOf): boolean => {
  if ('all' in test) return test.all.every((it) => holds(it, valueOf));
  if ('any' in test) return test.any.some((it) => holds(it, valueOf));
  return isSo(test, valueOf(test.column));
};

const orders = {
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
};

const isSame = (a: ColumnValue, b: ColumnValue): boolean => compareValues(a, b) === 0;

const isSo = (wanted: Comparison, value: ColumnValue): boolean => {
  if (wanted.is === 'eq') return isSame(value, wanted.value);
  if (wanted.is === 'ne') return !isSame(value, wanted.value);
  if (value === null) return false;
  switch (wanted.is) {
    case 'in':
      return wanted.values.some((it) => isSame(it, value));
    case 'within':
      return value === wanted.value || String(value).startsWith(`${wanted.value}/`);
    case 'contains':
      return String(value).includes(wanted.value);
    case 'hasAny':
      return typeof value === 'object' && wanted.values.some((it) => value.includes(it));
    default:
      return orders[wanted.is](compareValues(value, wanted.value));
  }
};

/** The order of a list, its first page from its beginning. */
export const inOrder = <Placed extends Place>(
  placed: readonly Placed[],
  { sorted, descending, after }: QueryPlan,
): readonly Placed[] => {
  const compare = (a: Place, b: Place): number => {
    for (const [nth, by] of sorted.entries()) {
      const order = compareValues(a.values[nth] ?? null, b.values[nth] ?? null);
      if (order !== 0) return by.descending ? -order : order;
    }
    const order = compareTexts(a.key, b.key);
    return descending ? -order : order;
  };
  return placed.filter((one) => after === undefined || compare(one, after) > 0).sort(compare);
};

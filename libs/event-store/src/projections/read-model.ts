/** The questions one can ask of the rows of a view in PostgreSQL. */
import { type Columns, type ColumnType, instant, Unavailable, type ReadModel } from '@mulin/kernel';
import { batcher, type Sql, sqlState } from '@mulin/postgres';
import { declared, valueIn } from './columns.js';
import { cursorOf, isKey, pageOf, queryPlanOf, type Sorting, sortedBy, testOf } from './query.js';
import { counting, listing, type Statement } from './sql.js';
import type { ReadModelTable } from './table.js';

/** Undefined column; no such operator, and another type: a column was kept as another type by other rules. */
const otherColumns: readonly (string | null)[] = ['42703', '42883', '42804'];

const beingRebuilt = (view: string, cause: unknown) =>
  new Unavailable(
    { en: `The view "${view}" is being made anew.`, zh: `列表“${view}”正在重新生成。` },
    { cause },
  );

export const readModelOf = <Row extends object, C extends Columns<Row>>(
  table: ReadModelTable<Row>,
  columns: C,
  sqlWhenReady: () => Promise<Sql>,
): Omit<ReadModel<Row, C>, 'waitUntil'> => {
  const { current } = table;

  const getMany = async (keys: readonly string[]) => {
    const rows = await table.read(await sqlWhenReady(), current, keys.filter(isKey));
    return keys.map((key) => rows.get(key) ?? null);
  };

  /** Rows of other rules may lack a column: they cannot be found by it before ours are there. */
  const ask = async <Found extends object>({ text, values }: Statement) => {
    try {
      return await (
        await sqlWhenReady()
      )<Found>(text, values);
    } catch (error) {
      if (!otherColumns.includes(sqlState(error) ?? null)) throw error;
      throw beingRebuilt(table.name, error);
    }
  };

  const cursorOn = (sorted: readonly Sorting[], key: string, row: Row) =>
    cursorOf(sorted, { key, values: sorted.map(({ column }) => valueIn(declared(columns, column), row)) });

  return {
    // Rows that are asked for at the same time are read by one statement.
    get: batcher<string, Row | null>({ concurrency: 2, carry: getMany }),
    getMany,

    list: async (query) => {
      const plan = queryPlanOf(columns, query);
      const found = await ask<{ key: string; row: string }>(listing(current, plan));
      // What stands in the table was folded by this projection.
      const rows = found.map(({ key, row }) => ({ key, row: JSON.parse(row) as Row }));
      return pageOf(rows, plan.limit, ({ key, row }) => cursorOn(plan.sorted, key, row));
    },

    cursorAfter: (key, row, orderBy) => cursorOn(sortedBy(columns, orderBy), key, row),

    count: async (column, where) => {
      const { type } = declared(columns, column);
      const statement = counting(current, column, type, testOf(columns, where));
      const counted = await ask<{ value: unknown; count: number }>(statement);
      return new Map(counted.map(({ value, count }) => [textOf(type, value), count]));
    },
  };
};

const textOf = (type: ColumnType, value: unknown): string | null => {
  if (value === null) return null;
  return type === 'instant' ? instant(Number(value)) : String(value);
};

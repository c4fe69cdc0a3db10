/** The questions one can ask of the rows of a view in PostgreSQL. */
import {
  type Columns,
  type ColumnType,
  type Counted,
  instant,
  Unavailable,
  type ReadModel,
} from '@mulin/kernel';
import { batcher, type Sql, sqlState } from '@mulin/postgres';
import { declared, valueIn } from './columns.js';
import { cursorOf, isKey, pageOf, queryPlanOf, type Sorting, sortedBy, testOf } from './query.js';
import { counting, type Grouping, listing, type Statement } from './sql.js';
import type { ReadModelTable } from './table.js';

/** Undefined column; no such operator, and another type: a column was kept as another type by other rules. */
const otherColumns: readonly (string | null)[] = ['42703', '42883', '42804'];

type CountedRow = Readonly<{ count: number } & Partial<Record<`v${number}`, unknown>>>;

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

  const countBy = countingBy(table.current, columns, ask);

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
      const counted = await countBy([column], where);
      return new Map(counted.map(({ values: [value = null], count }) => [value, count]));
    },

    countBy,
  };
};

type Ask = <Found extends object>(statement: Statement) => Promise<readonly Found[]>;

const countingBy =
  (table: string, columns: Columns<never>, ask: Ask) =>
  async (names: readonly string[], where?: object): Promise<readonly Counted[]> => {
    const by = names.map((column): Grouping => ({ column, type: declared(columns, column).type }));
    const counted = await ask<CountedRow>(counting(table, by, testOf(columns, where)));
    return counted.map((row) => ({
      values: by.map(({ type }, nth) => textOf(type, row[`v${nth}`])),
      count: row.count,
    }));
  };

const textOf = (type: ColumnType, value: unknown): string | null => {
  if (value === null) return null;
  return type === 'instant' ? instant(Number(value)) : String(value);
};

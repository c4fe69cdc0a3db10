/** The questions one can ask of the rows of a view in PostgreSQL. */
import { Unavailable, type ReadModel } from '@mulin/kernel';
import { batcher, type Sql, sqlState } from '@mulin/postgres';
import { decodeColumn } from './columns.js';
import {
  conditionsOf,
  declared,
  isKey,
  pageOf,
  type SortedRow,
  type QueryPlan,
  queryPlanOf,
} from './query.js';
import type { ReadModelTable } from './table.js';

const undefinedColumn = '42703';

export const readModelOf = <Row extends object>(
  table: ReadModelTable<Row>,
  sqlWhenReady: () => Promise<Sql>,
): Omit<ReadModel<Row>, 'waitUntil'> => {
  const { current, columnNames } = table;

  const getMany = async (keys: readonly string[]) => {
    const rows = await table.read(await sqlWhenReady(), current, keys.filter(isKey));
    return keys.map((key) => rows.get(key) ?? null);
  };

  /** Rows of other rules may lack a column: they cannot be found by it before ours are there. */
  const ask = async <Found extends object>(text: string, values: readonly unknown[]) => {
    try {
      return await (
        await sqlWhenReady()
      )<Found>(text, values);
    } catch (error) {
      if (sqlState(error) !== undefinedColumn) throw error;
      throw new Unavailable(`The view "${table.name}" is being made anew.`, { cause: error });
    }
  };

  return {
    // Rows that are asked for at the same time are read by one statement.
    get: batcher<string, Row | null>({ concurrency: 2, carry: getMany }),
    getMany,

    list: async (query) => {
      const wanted = queryPlanOf(columnNames, query);
      const { text, values } = listing(table, wanted);
      const found = await ask<{ key: string; order: string; row: string }>(text, values);
      // What stands in the table was folded by this projection.
      const placed = found.map((row): SortedRow<Row> => ({ ...row, row: JSON.parse(row.row) }));
      return pageOf(placed, wanted.limit);
    },

    count: async (column, where) => {
      const { clauses, values } = conditions(table, conditionsOf(columnNames, where));
      const name = table.quoted(declared(columnNames, column));
      const counted = await ask<{ value: string; count: number }>(
        `select ${name} as value, count(*)::int as count from ${current} ${whereOf(clauses)} group by 1 order by 1`,
        values,
      );
      return new Map(counted.map(({ value, count }) => [String(decodeColumn(value)), count]));
    },
  };
};

const conditions = <Row extends object>({ quoted }: ReadModelTable<Row>, where: QueryPlan['where']) => ({
  clauses: where.map(({ column, isWithin }, place) =>
    isWithin ? liesIn(quoted(column), `$${place + 1}`) : `${quoted(column)} = $${place + 1}`,
  ),
  values: where.map(({ text }): unknown => text),
});

/** All that lies in a path stands in one stretch of the index, between it and what follows on its last slash. */
const liesIn = (column: string, path: string): string =>
  `${column} >= ${path} and ${column} < ${path} || '0' and (${column} = ${path} or starts_with(${column}, ${path} || '/'))`;

const whereOf = (clauses: readonly string[]) =>
  clauses.length === 0 ? '' : `where ${clauses.join(' and ')}`;

const listing = <Row extends object>(table: ReadModelTable<Row>, wanted: QueryPlan) => {
  const { where, orderBy, descending, limit, after } = wanted;
  const { clauses, values } = conditions(table, where);
  const order = orderBy === undefined ? [] : [table.quoted(orderBy)];
  const sorted = [...order, 'key'];
  if (after !== undefined) {
    const places = [...order.map(() => after.order), after.key].map((value) => `$${values.push(value)}`);
    clauses.push(`(${sorted.join(', ')}) ${descending ? '<' : '>'} (${places.join(', ')})`);
  }
  const text = `select key, ${order[0] ?? `''`} as "order", row from ${table.current} ${whereOf(clauses)}
    order by ${sorted.map((column) => `${column} ${descending ? 'desc' : 'asc'}`).join(', ')}
    limit $${values.push(limit + 1)}`;
  return { text, values };
};

/** The questions one can ask of the rows of a view in PostgreSQL. */
import type { Query, View } from '@mulin/kernel';
import type { Sql } from '@mulin/postgres';
import { gathering } from './gathering.js';
import { columnValue } from './view-columns.js';
import { conditionsOf, declared, isKey, pageOf, type Placed, type Wanted, wantedOf } from './view-query.js';
import type { ViewTable } from './view-table.js';

type Found = Readonly<{ key: string; order: string; row: string }>;

export const viewReading = <Row extends object>(
  table: ViewTable<Row>,
  sqlWhenReady: () => Promise<Sql>,
): Omit<View<Row>, 'showing'> => {
  const { current, columnNames, quoted } = table;

  const clauseOf = (where: Wanted['where']) => {
    const values: unknown[] = where.map(([, text]) => text);
    const clauses: string[] = where.map(([column], place) => `${quoted(column)} = $${place + 1}`);
    return { values, clauses };
  };
  const whereOf = (clauses: readonly string[]) =>
    clauses.length === 0 ? '' : `where ${clauses.join(' and ')}`;

  const getMany = async (keys: readonly string[]) => {
    const rows = await table.read(await sqlWhenReady(), current, keys.filter(isKey));
    return keys.map((key) => rows.get(key) ?? null);
  };

  /** Rows that are asked for at the same time are read by one statement. */
  const byKey = gathering<string, Row | null>({ lanes: 2, admit: () => () => true, serve: getMany });

  return {
    get: byKey,
    getMany,

    list: async (query: Query) => {
      const { where, orderBy, descending, limit, after } = wantedOf(columnNames, query);
      const { values, clauses } = clauseOf(where);
      const order = orderBy === undefined ? undefined : quoted(orderBy);
      const sorted = order === undefined ? ['key'] : [order, 'key'];
      if (after !== undefined) {
        const places = (order === undefined ? [after.key] : [after.order, after.key]).map(
          (value) => `$${values.push(value)}`,
        );
        clauses.push(`(${sorted.join(', ')}) ${descending ? '<' : '>'} (${places.join(', ')})`);
      }
      const sql = await sqlWhenReady();
      const found = await sql<Found>(
        `select key, ${order ?? `''`} as "order", row from ${current} ${whereOf(clauses)}
        order by ${sorted.map((column) => `${column} ${descending ? 'desc' : 'asc'}`).join(', ')}
        limit $${values.push(limit + 1)}`,
        values,
      );
      // What stands in the table was folded by this projection.
      const placed = found.map((row): Placed<Row> => ({ ...row, row: JSON.parse(row.row) }));
      return pageOf(placed, limit);
    },

    count: async (column, where) => {
      const { values, clauses } = clauseOf(conditionsOf(columnNames, where));
      const name = quoted(declared(columnNames, column));
      const sql = await sqlWhenReady();
      const counted = await sql<{ value: string; count: number }>(
        `select ${name} as value, count(*)::int as count from ${current} ${whereOf(clauses)} group by 1 order by 1`,
        values,
      );
      return new Map(counted.map(({ value, count }) => [String(columnValue(value)), count]));
    },
  };
};

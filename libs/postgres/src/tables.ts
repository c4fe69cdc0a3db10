/** Whole tables as lines of JSON, for a copy that any server can take in again. */
import type { Sql } from './session/connection.js';
import type { Database } from './database.js';
import { longMs } from './session/limits.js';

const rowsAtOnce = 1_000;
const name = /^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/;

const safe = (table: string): string => {
  if (!name.test(table)) throw new Error(`"${table}" is no name of a table`);
  return table;
};

/** Every table of this name, in whatever schema: `intake.facts`, `routing.facts`, … */
export const tablesNamed = async ({ sql }: Database, table: string): Promise<readonly string[]> => {
  const rows = await sql<{ schemaname: string }>(
    'select schemaname from pg_tables where tablename = $1 order by schemaname',
    [table],
  );
  return rows.map(({ schemaname }) => `${schemaname}.${table}`);
};

/** Whether there is a table of this name, such as `mulin.town`: an older town may lack it. */
export const isTableThere = async (sql: Sql, table: string): Promise<boolean> => {
  const [there] = await sql<{ found: string | null }>('select to_regclass($1)::text as found', [table]);
  return typeof there?.found === 'string';
};

/** Which tables the role of this database may not read as a whole; of none of which it could write a copy. */
export const unreadableOf = async (
  { sql }: Database,
  tables: readonly string[],
): Promise<readonly string[]> => {
  const rows = await sql<{ name: string }>(
    `select name from unnest($1::text[]) as name where to_regnamespace(split_part(name, '.', 1)) is not null
      and case when has_schema_privilege(split_part(name, '.', 1), 'usage')
        then not has_table_privilege(name, 'select') else true end`,
    [tables],
  );
  return rows.map(({ name }) => name);
};

/** A table to be written out; `orderBy`: in the order of this column. Default: as PostgreSQL finds them. */
type Dumped = Readonly<{ table: string; orderBy?: string }>;

/** Each page of a table's rows, in a transaction of the caller's. */
export const walkTable = async (
  sql: Sql,
  { table, orderBy }: Dumped,
  take: (rows: readonly string[]) => Promise<void>,
): Promise<void> => {
  const order = orderBy === undefined ? '' : ` order by t.${orderBy}`;
  await sql(
    `declare walk no scroll cursor for select row_to_json(t)::text as line from ${safe(table)} t${order}`,
  );
  for (let rows = await page(sql); rows.length > 0;) {
    // PostgreSQL reads on while these are taken.
    const next = page(sql);
    next.catch(() => undefined);
    await take(rows);
    rows = await next;
  }
  await sql('close walk');
};

/** All tables as they stood at one moment, however long the writing takes. */
export const dumpTables = (
  database: Database,
  tables: readonly Dumped[],
  write: (table: string, rows: readonly string[]) => Promise<void>,
): Promise<void> =>
  database.transaction(
    async (sql) => {
      await sql('set transaction isolation level repeatable read read only');
      for (const wanted of tables) await walkTable(sql, wanted, (rows) => write(wanted.table, rows));
    },
    { limitMs: longMs },
  );

const page = async (sql: Sql): Promise<readonly string[]> =>
  (await sql<{ line: string }>(`fetch ${rowsAtOnce} from walk`)).map(({ line }) => line);

/** One statement carries about so much; a row that is larger goes alone. */
const charactersAtOnce = 4_000_000;

const insert = (sql: Sql, table: string, json: string): Promise<unknown> =>
  sql(`insert into ${safe(table)} select * from json_populate_recordset(null::${table}, $1::json)`, [json]);

/**
 * Puts rows into a table, as `dumpTables` gave them; a few megabytes in one statement.
 *
 * @param rows each a JSON object, by the names of the columns.
 * @throws the error of PostgreSQL, as where a row is there already; what came before it stays unless `sql` is of a
 *   transaction.
 */
export const loadRows = async (sql: Sql, table: string, rows: readonly string[]): Promise<void> => {
  let some: string[] = [];
  let characters = 0;
  const load = async () => {
    if (some.length > 0) await insert(sql, table, `[${some.join(',')}]`);
    some = [];
    characters = 0;
  };
  for (const row of rows) {
    if (characters + row.length > charactersAtOnce) await load();
    some.push(row);
    characters += row.length;
  }
  await load();
};

/** The same for rows that are one text, a JSON array, of which nothing is looked at where one statement carries it. */
export const loadJson = async (sql: Sql, table: string, rows: string): Promise<void> => {
  if (rows.length <= charactersAtOnce) return void (await insert(sql, table, rows));
  const each = (JSON.parse(rows) as readonly unknown[]).map((row) => JSON.stringify(row));
  await loadRows(sql, table, each);
};

/** The table of one view: its rows as canonical text, beside the columns that they are found by. */
import { canonical, type Event, type Projection, sha256 } from '@mulin/kernel';
import type { Database, Sql } from '@mulin/postgres';
import { columnText } from './view-columns.js';
import type { Changes } from './view-folding.js';

export type ViewTable<Row extends object> = Readonly<{
  /** Where it lies, and where the next one is built. */
  current: string;
  next: string;
  /** The name of the current table without its schema. */
  plain: string;
  /** How the rows of all tables stand to the log. */
  views: string;
  columnNames: readonly string[];
  quoted: (column: string) => string;
  create: (sql: Sql, table: string) => Promise<void>;
  index: (sql: Sql, table: string) => Promise<void>;
  read: (sql: Sql, table: string, keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>;
  /** Statements that make these changes, if `condition` holds, and their values from `$first` on. */
  writing: (
    table: string,
    changes: Changes<Row>,
    options: { first: number; condition: string },
  ) => Readonly<{ gone: string; kept: string; values: readonly unknown[] }>;
  /** What the table was made for; it is made anew when this is something else. */
  shape: () => Promise<string>;
}>;

const by = (column: string) => `"by_${column}"`;

export const viewTable = <Row extends object, E extends Event>(
  schema: string,
  projection: Projection<Row, E>,
): ViewTable<Row> => {
  const { name, columns } = projection;
  const columnNames = Object.keys(columns);
  refuseUnwritable(name, columnNames);
  const plain = `view_${name.replaceAll('-', '_')}`;
  const quotedNames = columnNames.map(by);

  return {
    current: `${schema}.${plain}`,
    next: `${schema}.${plain}_next`,
    plain,
    views: `${schema}.views`,
    columnNames,
    quoted: by,
    create: async (sql, table) => {
      const declared = quotedNames.map((column) => `, ${column} text collate "C" not null`).join('');
      await sql(`create table ${table} (key text collate "C" primary key, row text not null${declared})`);
    },
    // Indexes get no names from us, so that the next table may have its own beside these.
    index: async (sql, table) => {
      for (const column of quotedNames) await sql(`create index on ${table} (${column}, key)`);
    },
    read: readRows,
    writing: writingOf(columns),
    shape: () => shapeOf(projection),
  };
};

const readRows = async <Row>(sql: Sql, table: string, keys: readonly string[]) => {
  const found = await sql<{ key: string; row: string }>(
    `select key, row from ${table} where key = any ($1::text[])`,
    [keys],
    { name: `${table} read rows` },
  );
  // What stands in the table was folded by its projection.
  return new Map(found.map(({ key, row }): [string, Row] => [key, JSON.parse(row)]));
};

/** Rows that are too much for one statement, which is one text in memory. Fewer facts at once make fewer rows. */
export class TooMuchAtOnce extends Error {
  override readonly name = 'TooMuchAtOnce';
}

const mostCharacters = 32_000_000;

const writingOf = <Row extends object>(
  columns: Projection<Row, never>['columns'],
): ViewTable<Row>['writing'] => {
  const textsOf = Object.values(columns).map((column) => (row: Row) => columnText(column(row)));
  const names = ['row', ...Object.keys(columns).map(by)];

  return (table, changes, { first, condition }) => {
    const gone: string[] = [];
    const keys: string[] = [];
    const texts: string[][] = names.map(() => []);
    let characters = 0;
    for (const [key, row] of changes) {
      if (row === null) gone.push(key);
      else {
        keys.push(key);
        for (const [place, textOf] of [canonical, ...textsOf].entries()) {
          const text = textOf(row);
          characters += text.length;
          texts[place]?.push(text);
        }
      }
    }
    if (characters > mostCharacters && keys.length > 1)
      throw new TooMuchAtOnce(`${keys.length} rows of ${table} have ${characters} characters.`);
    const lists = texts.map((_, place) => `string_to_array($${first + 2 + place}, E'\\n')`);
    return {
      gone: `delete from ${table} where key = any ($${first}::text[]) and ${condition}`,
      kept: `insert into ${table} (${['key', ...names].join(', ')})
        select * from unnest(${[`$${first + 1}::text[]`, ...lists].join(', ')}) where ${condition}
        on conflict (key) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      // Neither canonical texts nor columns hold line ends.
      values: [gone, keys, ...texts.map((list) => list.join('\n'))],
    };
  };
};

/** The texts of its functions belong to it: other rules make other rows. */
const shapeOf = <Row extends object, E extends Event>({
  categories,
  columns,
  key,
  project,
}: Projection<Row, E>) =>
  sha256(
    canonical([
      categories,
      String(key),
      String(project),
      Object.entries(columns).map(([column, value]) => [column, String(value)]),
    ]),
  );

/** Its name and its columns are put into statements as they are. */
const refuseUnwritable = (name: string, columns: readonly string[]) => {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(name)) throw new Error(`"${name}" is no name for a view.`);
  for (const column of columns)
    if (!/^[a-z][A-Za-z0-9]{0,40}$/.test(column)) throw new Error(`"${column}" is no name for a column.`);
};

/** Makes the table where there is none, and anew, empty, where it was made for something else. */
export const prepare = <Row extends object>(
  { transaction }: Database,
  { schema, name, table, version }: { schema: string; name: string; table: ViewTable<Row>; version: number },
): Promise<void> =>
  transaction(async (sql) => {
    const shape = `${version} ${await table.shape()}`;
    await sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`views of ${schema}`]);
    await sql(`create schema if not exists ${schema}`);
    await sql(
      `create table if not exists ${table.views} (name text primary key, shape text not null, position bigint not null)`,
    );
    const [known] = await sql<{ shape: string }>(`select shape from ${table.views} where name = $1`, [name]);
    if (known?.shape === shape) return;
    await sql(`drop table if exists ${table.current}`);
    await table.create(sql, table.current);
    await table.index(sql, table.current);
    await sql(
      `insert into ${table.views} (name, shape, position) values ($1, $2, 0)
      on conflict (name) do update set shape = excluded.shape, position = 0`,
      [name, shape],
    );
  });

export const positionOf = async <Row extends object>(
  sql: Sql,
  { views }: ViewTable<Row>,
  name: string,
): Promise<number> => {
  const [row] = await sql<{ position: number }>(`select position from ${views} where name = $1`, [name], {
    name: `${views} position`,
  });
  return row?.position ?? 0;
};

/** What is lost with the machine's power is folded again: nobody waits for the disk. */
const withoutFlush = `set_config('synchronous_commit', 'off', true)`;

/** Rows and position, both or neither; false, and neither, where the view does not stand at `from`. */
export const writeIfAt = async <Row extends object>(
  sql: Sql,
  table: ViewTable<Row>,
  changes: Changes<Row>,
  { name, from, to }: { name: string; from: number; to: number },
): Promise<boolean> => {
  const condition = 'exists (select from moved)';
  const { gone, kept, values } = table.writing(table.current, changes, { first: 4, condition });
  const rows = await sql(
    `with moved as (update ${table.views} set position = $3 where name = $1 and position = $2 returning 1),
    gone as (${gone}), kept as (${kept})
    select ${withoutFlush} from moved`,
    [name, from, to, ...values],
    { name: `${table.current} write` },
  );
  return rows.length > 0;
};

/** Into the next table, which nobody reads yet. */
export const write = async <Row extends object>(sql: Sql, table: ViewTable<Row>, changes: Changes<Row>) => {
  if (changes.size === 0) return;
  const { gone, kept, values } = table.writing(table.next, changes, { first: 1, condition: 'true' });
  await sql(`with gone as (${gone}), kept as (${kept}) select ${withoutFlush}`, values);
};

/**
 * Puts the next table in the place of the current one, once `catchUp` has brought it to where readers are.
 * The table is locked before the position, as writers do, so that nobody waits for each other in a circle.
 */
export const replace = <Row extends object>(
  { transaction }: Database,
  { current, next, plain, views }: ViewTable<Row>,
  name: string,
  catchUp: (shown: number, sql: Sql) => Promise<number>,
): Promise<number> =>
  transaction(async (sql) => {
    await sql(`lock table ${current} in access exclusive mode`);
    const [shown] = await sql<{ position: number }>(
      `select position from ${views} where name = $1 for update`,
      [name],
    );
    const position = await catchUp(shown?.position ?? 0, sql);
    await sql(`drop table ${current}`);
    await sql(`alter table ${next} rename to ${plain}`);
    await sql(`update ${views} set position = $2 where name = $1`, [name, position]);
    const [counted] = await sql<{ rows: number }>(`select count(*)::int as rows from ${current}`);
    return counted?.rows ?? 0;
  });

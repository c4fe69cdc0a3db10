/** The table of one view: its rows as canonical text, beside the columns that they are found by. */
import { createHash } from 'node:crypto';
import { canonical, type Event, type Projection } from '@mulin/kernel';
import { longMs, type Sql } from '@mulin/postgres';
import { encodeColumn } from './columns.js';
import { declared } from './query.js';
import type { Changes } from './folding.js';

export type ReadModelTable<Row extends object> = Readonly<{
  /** Where it lies, and where the next one is built. */
  current: string;
  next: string;
  /** The name of the current table without its schema. */
  plain: string;
  /** How the rows of all tables stand to the log. */
  views: string;
  /** The name of the view and the town whose rows these are. */
  name: string;
  town: string;
  columnNames: readonly string[];
  quoted: (column: string) => string;
  create: (sql: Sql, table: string) => Promise<void>;
  index: (sql: Sql, table: string) => Promise<void>;
  read: (sql: Sql, table: string, keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>;
  /** What the statement is called that writes to the current table: two shapes have two. */
  writeName: string;
  /** Statements that make these changes, if `condition` holds, and their values from `$first` on. */
  writing: (
    table: string,
    changes: Changes<Row>,
    options: { first: number; condition: string },
  ) => Readonly<{ gone: string; kept: string; values: readonly unknown[] }>;
  /** Which version of the rules, and which columns, the table was made for: it is made anew for others. */
  shape: string;
}>;

const by = (column: string) => `"by_${column}"`;

/**
 * A row is written several times soon after it was made. Where its next version finds room on the same page and no
 * column has changed, no index hears of it.
 */
const roomy = 'with (fillfactor = 60)';

export const readModelTable = <Row extends object, E extends Event>(
  { schema, town }: Readonly<{ schema: string; town: string }>,
  projection: Projection<Row, E>,
): ReadModelTable<Row> => {
  const { name, columns } = projection;
  const columnNames = Object.keys(columns);
  refuseUnwritable(name, columnNames);
  const sorts = projection.sorts?.map((column) => declared(columnNames, column)) ?? columnNames;
  const plain = `view_${name.replaceAll('-', '_')}`;
  const quotedNames = columnNames.map(by);
  const shape = shapeOf(projection);

  return {
    current: `${schema}.${plain}`,
    next: `${schema}.${plain}_next`,
    plain,
    views: `${schema}.views`,
    name,
    town,
    columnNames,
    quoted: by,
    create: async (sql, table) => {
      const declared = quotedNames.map((column) => `, ${column} text collate "C" not null`).join('');
      const ofTown = `town text not null default ${literal(town)}`;
      await sql(
        `create table ${table} (key text collate "C" primary key, row text not null, ${ofTown}${declared})
        ${roomy}`,
      );
    },
    // Indexes get no names from us, so that the next table may have its own beside these.
    index: async (sql, table) => {
      for (const column of columnNames) {
        const some = sorts.includes(column) ? '' : `where ${by(column)} > '${encodeColumn(false)}'`;
        await sql(`create index on ${table} (${by(column)}, key) ${some}`, [], { limitMs: longMs });
      }
    },
    read: readRows,
    writing: writingOf(columns),
    writeName: `write ${shortHash(`${schema} ${name} ${shape}`)}`,
    shape,
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
): ReadModelTable<Row>['writing'] => {
  const textsOf = Object.values(columns).map((column) => (row: Row) => encodeColumn(column(row)));
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

/**
 * What its functions do is in no way part of it: their text says nothing of the functions that they call, and a
 * variable with another name is no other rule. So the version alone says that the rules are others.
 */
const shapeOf = <Row extends object, E extends Event>({
  version,
  categories,
  columns,
  sorts,
}: Projection<Row, E>): string => canonical({ version, categories, columns: Object.keys(columns), sorts });

/** PostgreSQL reads no more than 63 characters of a name. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** In a definition, which takes no parameters. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Its name and its columns are put into statements as they are. */
const refuseUnwritable = (name: string, columns: readonly string[]) => {
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(name)) throw new Error(`"${name}" is no name for a view.`);
  for (const column of columns)
    if (!/^[a-z][A-Za-z0-9]{0,40}$/.test(column)) throw new Error(`"${column}" is no name for a column.`);
};

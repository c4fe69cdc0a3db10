/** The table of one view: its rows as canonical text, beside the typed columns that they are found by. */
import { createHash } from 'node:crypto';
import { canonical, type Column, type ColumnType, type Event, type Projection } from '@mulin/kernel';
import { longMs, type Sql } from '@mulin/postgres';
import { castTo, declared, sqlText, sqlTypes, valueIn } from './columns.js';
import type { Changes } from './folding.js';
import { quoted } from './sql.js';

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
  /** Names and tables of former views that nobody asks any more. */
  replaced: readonly Readonly<{ name: string; table: string }>[];
  /** Which version of the rules, and which columns, the table was made for: it is made anew for others. */
  shape: string;
}>;

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
  const named = Object.entries(columns);
  refuseUnwritable([name, ...(projection.replaces ?? [])], Object.keys(columns));
  const { sorts = Object.keys(columns), unindexed = [] } = projection;
  for (const column of [...sorts, ...unindexed]) declared(columns, column);
  const indexed = named.filter(([column]) => !unindexed.includes(column));
  const plain = tableOf(name);
  const shape = shapeOf(projection);

  return {
    current: `${schema}.${plain}`,
    next: `${schema}.${plain}_next`,
    plain,
    views: `${schema}.views`,
    name,
    town,
    create: async (sql, table) => {
      const typed = named.map(([column, { type }]) => `, ${quoted(column)} ${sqlTypes[type]}`).join('');
      const known = `key text collate "C" primary key, row text not null, town text not null default ${literal(town)}`;
      await sql(`create table ${table} (${known}${typed}) ${roomy}`);
    },
    // Indexes get no names from us, so that the next table may have its own beside these.
    index: async (sql, table) => {
      for (const [column, { type }] of indexed)
        await sql(`create index on ${table} ${indexOn(column, type, sorts.includes(column))}`, [], slowly);
    },
    read: readRows,
    writing: writingOf(columns),
    replaced: (projection.replaces ?? []).map((former) => ({
      name: former,
      table: `${schema}.${tableOf(former)}`,
    })),
    writeName: `write ${shortHash(`${schema} ${name} ${shape}`)}`,
    shape,
  };
};

/**
 * For equality and ranges; of sets, for any of their texts. Only lists that are sorted by a column go on from a key
 * there: without the key an index is half as large, and many rows of one value are one entry.
 */
const indexOn = (column: string, type: ColumnType, isSorted: boolean): string => {
  const name = quoted(column);
  if (type === 'texts') return `using gin (${name}) where ${name} is not null`;
  if (isSorted) return `(${name} nulls first, key)`;
  return `(${name}) where ${type === 'boolean' ? name : `${name} is not null`}`;
};

/** An index of many rows takes as long as it takes. */
const slowly = { limitMs: longMs };

const readRows = async <Row>(sql: Sql, table: string, keys: readonly string[]) => {
  const found = await sql<{ key: string; row: string }>(
    `select key, row from ${table} where key = any ($1::text[])`,
    [keys],
    { name: `${table} read rows` },
  );
  // What stands in the table was folded by its projection.
  return new Map(found.map(({ key, row }): [string, Row] => [key, JSON.parse(row)]));
};

/** Rows that are too much for one statement, which is one text in memory. Fewer events at once make fewer rows. */
export class TooMuchAtOnce extends Error {
  override readonly name = 'TooMuchAtOnce';
}

const mostCharacters = 32_000_000;

/** Changed rows as lists, one for each thing that is written of them. */
const listsOf = <Row>(
  changes: Changes<Row>,
  textsOf: readonly ((row: Row) => string)[],
): Readonly<{ gone: string[]; keys: string[]; texts: string[][]; characters: number }> => {
  const gone: string[] = [];
  const keys: string[] = [];
  const texts: string[][] = textsOf.map(() => []);
  let characters = 0;
  for (const [key, row] of changes) {
    if (row === null) {
      gone.push(key);
      continue;
    }
    keys.push(key);
    for (const [place, textOf] of textsOf.entries()) {
      const text = textOf(row);
      characters += text.length;
      texts[place]?.push(text);
    }
  }
  return { gone, keys, texts, characters };
};

const writingOf = <Row extends object>(
  columns: Projection<Row, never>['columns'],
): ReadModelTable<Row>['writing'] => {
  const kept = Object.entries(columns);
  const textsOf = [
    canonical,
    ...kept.map(
      ([, column]) =>
        (row: Row) =>
          valueText(column, row),
    ),
  ];
  const names = ['row', ...kept.map(([name]) => quoted(name))];
  const lists = ['row', ...kept.map((_, place) => `v${place}`)];
  const sources = ['row', ...kept.map(([, { type }], place) => valueOf(`v${place}`, type))];

  return (table, changes, { first, condition }) => {
    const { gone, keys, texts, characters } = listsOf(changes, textsOf);
    if (characters > mostCharacters && keys.length > 1)
      throw new TooMuchAtOnce(`${keys.length} rows of ${table} have ${characters} characters.`);
    const given = texts.map((_, place) => `string_to_array($${first + 2 + place}, E'\\n')`);
    return {
      gone: `delete from ${table} where key = any ($${first}::text[]) and ${condition}`,
      kept: `insert into ${table} (${['key', ...names].join(', ')})
        select ${['key', ...sources].join(', ')}
        from unnest(${[`$${first + 1}::text[]`, ...given].join(', ')}) as changed (${['key', ...lists].join(', ')})
        where ${condition}
        on conflict (key) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      // Neither canonical texts nor columns hold line ends.
      values: [gone, keys, ...texts.map((list) => list.join('\n'))],
    };
  };
};

/** A mark before each value, so that one that is there differs from none, and an empty text from no list. */
const [something, nothing] = ['=', '-'];

const valueText = <Row>(column: Column<Row>, row: Row): string => {
  const value = valueIn(column, row);
  return value === null ? nothing : `${something}${sqlText(column.type, value)}`;
};

const valueOf = (source: string, type: ColumnType): string =>
  `case when ${source} <> '${nothing}' then substr(${source}, 2)::${castTo(type)} end`;

/**
 * What its functions do is in no way part of it: their text says nothing of the functions that they call, and a
 * variable with another name is no other rule. So the version alone says that the rules are others.
 */
const shapeOf = <Row extends object, E extends Event>({
  version,
  categories,
  columns,
  sorts,
  unindexed,
}: Projection<Row, E>): string => {
  const typed = Object.entries(columns).map(([name, { type }]) => `${name} ${type}`);
  return canonical({ version, categories, columns: typed, sorts, unindexed });
};

const tableOf = (name: string): string => `view_${name.replaceAll('-', '_')}`;

/** PostgreSQL reads no more than 63 characters of a name. */
const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** In a definition, which takes no parameters. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What every table has, and what a query says itself. */
const taken: readonly string[] = ['key', 'row', 'town', 'or', 'and'];

/** Its name and its columns are put into statements as they are. */
const refuseUnwritable = (names: readonly string[], columns: readonly string[]) => {
  for (const name of names)
    if (!/^[a-z][a-z0-9-]{0,40}$/.test(name)) throw new Error(`"${name}" is no name for a view.`);
  for (const column of columns)
    if (!/^[a-z][A-Za-z0-9]{0,40}$/.test(column) || taken.includes(column))
      throw new Error(`"${column}" is no name for a column.`);
};

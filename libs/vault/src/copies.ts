/** The vault as lines of a backup: sealed content on one side, wrapped keys on the other, never in one file. */
import type { Database } from '@mulin/postgres';
import { schema } from './schema.js';

type Line = Readonly<Record<string, string | number | boolean | null>>;

/** A person's key, wrapped, and the id of the master key it needs. `wrapped: null`: this person was erased. */
export type KeyLine = Line & Readonly<{ id: string; master: string; wrapped: string | null }>;

/** `of` names the table: `item`, `reading` or `reading_count`. */
export type ItemLine = Line & Readonly<{ of: string }>;

type Lines<One> = AsyncIterable<One> | Iterable<One>;

export type Copies = Readonly<{
  /** Worth nothing without the master key, and to be kept apart from the items. */
  exportKeys(): AsyncIterable<KeyLine>;
  /** What is here already stands: whoever was erased here stays erased. Says how many lines there were. */
  importKeys(lines: Lines<KeyLine>): Promise<number>;
  /** All but the keys: content as it is sealed, and the book of who read what. */
  exportItems(): AsyncIterable<ItemLine>;
  importItems(lines: Lines<ItemLine>): Promise<number>;
}>;

const atOnce = 500;

/** A table as JSON lines: its columns with their types, and the order in which it is read page by page. */
type Table = Readonly<{ name: string; columns: Readonly<Record<string, string>>; key: readonly string[] }>;

const person: Table = {
  name: 'person',
  columns: { id: 'uuid', generation: 'int', wrapped: 'bytea', master: 'text', made_at: 'timestamptz' },
  key: ['id'],
};
const tables: readonly Table[] = [
  {
    name: 'item',
    columns: {
      id: 'uuid',
      person: 'uuid',
      generation: 'int',
      kind: 'text',
      sealed: 'bytea',
      hash: 'text',
      kept_at: 'timestamptz',
      referred: 'boolean',
    },
    key: ['id'],
  },
  {
    name: 'reading',
    columns: {
      id: 'uuid',
      at: 'text',
      service: 'text',
      actor: 'text',
      purpose: 'text',
      item: 'uuid',
      erased: 'uuid',
    },
    key: ['id'],
  },
  {
    name: 'reading_count',
    columns: { day: 'text', service: 'text', purpose: 'text', count: 'bigint' },
    key: ['day', 'service', 'purpose'],
  },
];

async function* rows({ sql }: Database, { name, columns, key }: Table): AsyncIterable<Line> {
  const shown = Object.entries(columns)
    .map(([column, type]) => (type === 'bytea' ? `encode(${column}, 'base64') as ${column}` : column))
    .join(', ');
  const after = (last: Line | undefined) =>
    last === undefined
      ? ''
      : `where (${key.join(', ')}) > (${key.map((column, at) => `$${at + 1}::${columns[column]}`).join(', ')})`;
  for (let last: Line | undefined; ;) {
    const page: readonly Line[] = await sql<Line>(
      `select ${shown} from ${schema}.${name} ${after(last)} order by ${key.join(', ')} limit ${atOnce}`,
      last === undefined ? [] : key.map((column) => last?.[column]),
    );
    yield* page;
    last = page.at(-1);
    if (page.length < atOnce) return;
  }
}

const put = async ({ sql }: Database, { name, columns, key }: Table, lines: readonly Line[]) => {
  if (lines.length === 0) return;
  const names = Object.keys(columns);
  const values = Object.entries(columns).map(([column, type]) =>
    type === 'bytea' ? `decode(${column}, 'base64')` : column,
  );
  const given = Object.values(columns).map((type, at) => `$${at + 1}::${type === 'bytea' ? 'text' : type}[]`);
  await sql(
    `insert into ${schema}.${name} (${names.join(', ')})
     select ${values.join(', ')} from unnest(${given.join(', ')}) as line (${names.join(', ')})
     order by ${key.join(', ')} on conflict (${key.join(', ')}) do nothing`,
    names.map((column) => lines.map((line) => line[column] ?? null)),
  );
};

const inBatches = async <One>(lines: Lines<One>, putSome: (some: readonly One[]) => Promise<void>) => {
  let count = 0;
  let some: One[] = [];
  for await (const line of lines) {
    count++;
    if (some.push(line) < atOnce) continue;
    await putSome(some);
    some = [];
  }
  await putSome(some);
  return count;
};

async function* items(database: Database): AsyncIterable<ItemLine> {
  for (const table of tables) for await (const row of rows(database, table)) yield { ...row, of: table.name };
}

export const copies = (database: Database): Copies => ({
  // The columns of the table are those of the type.
  exportKeys: () => rows(database, person) as AsyncIterable<KeyLine>,
  importKeys: (lines) => inBatches(lines, (some) => put(database, person, some)),
  exportItems: () => items(database),
  importItems: (lines) =>
    inBatches(lines, async (some) => {
      for (const table of tables)
        await put(
          database,
          table,
          some.filter(({ of }) => of === table.name),
        );
    }),
});

/** How the rows of a view stand to the log, and which rules made them: written together with the rows. */
import { type Database, longMs, type Sql } from '@mulin/postgres';
import type { Changes } from './folding.js';
import type { ReadModelTable } from './table.js';

/** `isOurs`: made by this version of the rules. Rows of another one are shown until ours are there. */
type Standing = Readonly<{ isOurs: boolean; position: number }>;

/** What is lost with the machine's power is folded again: nobody waits for the disk. */
const withoutFlush = `set_config('synchronous_commit', 'off', true)`;

/**
 * Makes an empty table where there is none. One that other rules made is left as it is: its rows are shown until
 * the new ones have been built beside them.
 */
export const prepare = <Row extends object>(
  { transaction }: Database,
  schema: string,
  table: ReadModelTable<Row>,
): Promise<void> =>
  transaction(
    async (sql) => {
      const { views, name, shape, town, current } = table;
      await sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`views of ${schema}`]);
      await makeSchema(sql, schema);
      await sql(`create table if not exists ${views} (
      name text primary key, shape text not null, position bigint not null, town text
    )`);
      await nameTown(sql, views);
      await dropReplaced(sql, table);
      const [known] = await sql<{ isThere: boolean }>(
        `select to_regclass($2) is not null as "isThere" from ${views} where name = $1`,
        [name, current],
      );
      if (known?.isThere === true)
        return void (await sql(`update ${views} set town = $2 where name = $1 and town is null`, [
          name,
          town,
        ]));
      await sql(`drop table if exists ${current}`);
      await table.create(sql, current);
      await table.index(sql, current);
      await sql(
        `insert into ${views} (name, shape, position, town) values ($1, $2, 0, $3)
      on conflict (name) do update set shape = excluded.shape, position = 0, town = excluded.town`,
        [name, shape, town],
      );
    },
    { limitMs: longMs },
  );

/** The role of a town may make no schemas, and PostgreSQL refuses `if not exists` also where there is nothing to make. */
const makeSchema = async (sql: Sql, schema: string): Promise<void> => {
  const [there] = await sql('select from pg_namespace where nspname = $1', [schema]);
  if (there === undefined) await sql(`create schema if not exists ${schema}`);
};

/** Where there are none any more, nothing is locked. */
const dropReplaced = async <Row extends object>(
  sql: Sql,
  { views, replaced }: ReadModelTable<Row>,
): Promise<void> => {
  for (const { name, table } of replaced) {
    const [known] = await sql(`delete from ${views} where name = $1 returning name`, [name]);
    if (known !== undefined) await sql(`drop table if exists ${table}`);
  }
};

/** Older towns kept it without a town. Altering takes a lock that stops all views, so it is done only once. */
const nameTown = async (sql: Sql, views: string): Promise<void> => {
  const [column] = await sql(
    `select from pg_attribute where attrelid = $1::regclass and attname = 'town' and not attisdropped`,
    [views],
  );
  if (column === undefined) await sql(`alter table ${views} add column town text`);
};

export const standingOf = async <Row extends object>(
  sql: Sql,
  { views, name, shape }: ReadModelTable<Row>,
): Promise<Standing> => {
  const [row] = await sql<{ shape: string; position: number }>(
    `select shape, position from ${views} where name = $1`,
    [name],
    { name: `${views} standing` },
  );
  // Folding from the beginning into rows that are there would count everything twice.
  if (row === undefined) throw new Error(`Nothing says how far the view "${name}" is: rebuild it.`);
  return { isOurs: row.shape === shape, position: row.position };
};

/** Rows and position, both or neither; false, and neither, where the view does not stand at `from` or is not ours. */
export const writeIfAt = async <Row extends object>(
  sql: Sql,
  table: ReadModelTable<Row>,
  changes: Changes<Row>,
  { from, to }: Readonly<{ from: number; to: number }>,
): Promise<boolean> => {
  const { views, name, shape, town, current } = table;
  const condition = 'exists (select from moved)';
  const { gone, kept, values } = table.writing(current, changes, { first: 6, condition });
  const rows = await sql(
    `with moved as (
      update ${views} set position = $3, town = $5
      where name = $1 and position = $2 and shape = $4 returning 1),
    gone as (${gone}), kept as (${kept})
    select ${withoutFlush} from moved`,
    [name, from, to, shape, town, ...values],
    { name: table.writeName },
  );
  return rows.length > 0;
};

/** Into the next table, which nobody reads yet. */
export const write = async <Row extends object>(
  sql: Sql,
  table: ReadModelTable<Row>,
  changes: Changes<Row>,
) => {
  if (changes.size === 0) return;
  const { gone, kept, values } = table.writing(table.next, changes, { first: 1, condition: 'true' });
  await sql(`with gone as (${gone}), kept as (${kept}) select ${withoutFlush}`, values);
};

/**
 * Puts the next table in the place of the current one, once `catchUp` has brought it to where readers are.
 * The table is locked before the position, as writers do: one lock order, so that there is no deadlock.
 */
export const replace = <Row extends object>(
  { transaction }: Database,
  { current, next, plain, views, name, shape, town }: ReadModelTable<Row>,
  catchUp: (shown: number, sql: Sql) => Promise<number>,
): Promise<number> =>
  transaction(
    async (sql) => {
      await sql(`lock table ${current} in access exclusive mode`);
      const [shown] = await sql<{ position: number }>(
        `select position from ${views} where name = $1 for update`,
        [name],
      );
      const position = await catchUp(shown?.position ?? 0, sql);
      await sql(`drop table ${current}`);
      await sql(`alter table ${next} rename to ${plain}`);
      await sql(
        `insert into ${views} (name, shape, position, town) values ($1, $2, $3, $4)
      on conflict (name) do update
        set shape = excluded.shape, position = excluded.position, town = excluded.town`,
        [name, shape, position, town],
      );
      const [counted] = await sql<{ rows: number }>(`select count(*)::int as rows from ${current}`);
      return counted?.rows ?? 0;
    },
    { limitMs: longMs },
  );

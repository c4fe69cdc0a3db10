/** Which logs a database holds, whoever made them and whether anybody uses them now. */
import type { Database, Sql } from '@mulin/postgres';
import { eventMigrations } from './schema.js';

const [made] = eventMigrations;

/** Where migrations were applied; a schema keeps its record of them when a table is called otherwise. */
const withMigrations = `
  select quote_ident(n.nspname) as quoted, n.nspname as schema from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relname = 'migrations' and c.relkind = 'r' and exists (
    select from pg_attribute a where a.attrelid = c.oid and a.attname = 'hash' and not a.attisdropped)
    and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`;

/** What looks like a log, whatever it is called. */
const likeLogs = `
  select distinct n.nspname as schema from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and (
    select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
      and a.attname in ('stream', 'revision', 'position', 'type', 'data', 'metadata')) = 6`;

type Schema = Readonly<{ schema: string }>;

const isLog = async (sql: Sql, { quoted }: { quoted: string }): Promise<boolean> => {
  const [row] = await sql(`select from ${quoted}.migrations where id = $1`, [made?.id]);
  return row !== undefined;
};

/**
 * Every schema of this database in which there is or was a log: one where an event store was opened, and one that
 * holds a table of that form. A schema that this leaves out holds no events. Of a schema that this role may not read it
 * is only known whether a table there has the form of a log.
 */
export const logsThere = async ({ sql }: Database): Promise<readonly string[]> => {
  const found = new Set((await sql<Schema>(likeLogs)).map(({ schema }) => schema));
  for (const row of await sql<Schema & { quoted: string }>(withMigrations))
    if (await isLog(sql, row)) found.add(row.schema);
  return [...found].sort();
};

/** What the daily role may do with the tables that the owner's migrations have made. */

/** What may be done with a table, as GRANT names it; of columns alone as `update (seen_at)`. */
type Privilege = 'select' | 'insert' | 'update' | 'delete' | `update (${string})`;

/** Of tables, named with their schema, all that a role may do. */
export type Limits = Readonly<Record<string, readonly Privilege[]>>;

/** How a schema differs from one whose rows may all be read, added, changed and deleted. */
export type Access = Readonly<{
  /** Tables whose rows are only ever read and added. Default: none. */
  appendOnly?: readonly string[];
  /**
   * Tables that the daily role makes, replaces and drops by itself, as a pattern of LIKE: it owns them, and may make
   * tables in this schema. Default: none.
   */
  ownTables?: string;
  /** Tables of which no more is given than this. Default: none. */
  limits?: Limits;
  /** The table that says how far the migrations are. Default: `migrations`. */
  migrations?: string;
}>;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const handIn = (schema: string, grantee: string, pattern: string): string => `
do $hand_in$
declare
  it regclass;
begin
  for it in select c.oid from pg_class c
    where c.relnamespace = ${literal(schema)}::regnamespace and c.relkind = 'r' and c.relname like ${literal(pattern)}
      and c.relowner = current_user::regrole
  loop
    execute format('alter table %s owner to ${quoted(grantee)}', it);
  end loop;
end $hand_in$`;

/**
 * The statements, to be carried out by the owner of a schema in one transaction, that give a role its daily rights there
 * and take every other right away. TRUNCATE is never given, and how far the migrations are it may only read.
 */
export const grantsIn = (
  schema: string,
  grantee: string,
  { appendOnly = [], ownTables, limits = {}, migrations = 'migrations' }: Access = {},
): readonly string[] => {
  const role = quoted(grantee);
  const kept = [...appendOnly, migrations].map((table) => `${schema}.${quoted(table)}`);
  return [
    `grant usage on schema ${schema} to ${role}`,
    `grant select, insert, update, delete on all tables in schema ${schema} to ${role}`,
    `grant usage, select on all sequences in schema ${schema} to ${role}`,
    ...kept.map((table) => `revoke update, delete, truncate on ${table} from ${role}`),
    `revoke insert on ${schema}.${quoted(migrations)} from ${role}`,
    ...Object.entries(limits).flatMap(([table, given]) => [
      `revoke all on ${table} from ${role}`,
      ...given.map((privilege) => `grant ${privilege} on ${table} to ${role}`),
    ]),
    ...(ownTables === undefined
      ? []
      : [`grant create on schema ${schema} to ${role}`, handIn(schema, grantee, ownTables)]),
  ];
};

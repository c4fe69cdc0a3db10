/** Forward-only migrations of one schema. */
import { type LocalizedText, sha256, Unavailable } from '@mulin/kernel';
import { type Access, grantsIn } from './grants.js';
import type { Sql } from './session/connection.js';
import type { Database, Owner } from './database.js';
import { longMs } from './session/limits.js';
import { sqlState } from './errors.js';

/** `sql` is never edited once it was released; its tables are those of the schema, without its name. */
export type Migration = Readonly<{ id: string; sql: string }>;

/**
 * The stored tables are not those this program knows how to move forward: one sentence for operators; its message is
 * the English one.
 */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';

  constructor(readonly sentence: LocalizedText) {
    super(sentence.en);
  }
}

type Applied = Readonly<{ id: string; hash: string }>;

/**
 * Applies the migrations that a schema does not have yet, in their order and in one transaction; makes the schema if it
 * is not there. Processes that start at the same time wait for each other. Where the database has an owner of its own,
 * that role does it, and gives the daily role the rights that `access` leaves it, each time anew. A role that neither
 * owns the schema nor has an owner beside it only checks that nothing is left to be applied.
 *
 * @param schema lower-case letters, digits and underscores, beginning with a letter; another name throws an `Error`.
 * @throws `MigrationRefused` where the schema has a migration that is not in the list, or that was another when it was
 *   applied, or lacks one that this role may not apply; nothing is changed then. `Unavailable` where PostgreSQL is not reached.
 */
export const migrate = async (
  database: Database,
  schema: string,
  migrations: readonly Migration[],
  access: Access = {},
): Promise<void> => {
  if (!/^[a-z][a-z0-9_]*$/.test(schema)) throw new Error(`"${schema}" is no name for a schema.`);

  const { owner } = database;
  if (owner === undefined && !(await mayMigrate(database, schema)))
    return verify(database, schema, migrations);
  await (owner ?? database).transaction(
    async (sql) => {
      await sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`migrate ${schema}`]);
      await sql(`create schema if not exists ${schema}`);
      await sql(`set local search_path to ${schema}`);
      await sql(`create table if not exists migrations (
      place int primary key, id text not null unique, hash text not null, applied_at timestamptz not null default now()
    )`);
      const applied = await sql<Applied>('select id, hash from migrations order by place');
      await refuseForeign(schema, applied, migrations);
      for (const [place, migration] of migrations.entries())
        if (place >= applied.length) await apply(sql, place, migration);
      if (owner !== undefined)
        for (const grant of grantsIn(schema, owner.grantee, within(owner, schema, access))) await sql(grant);
    },
    { limitMs: longMs },
  );
};

const within = ({ limits = {} }: Owner, schema: string, access: Access): Access => ({
  ...access,
  limits: Object.fromEntries(Object.entries(limits).filter(([table]) => table.startsWith(`${schema}.`))),
});

type May = Readonly<{ may: boolean }>;

/** Whoever owns a schema may; where there is none, whoever may make one. */
const mayMigrate = async ({ sql }: Database, schema: string): Promise<boolean> => {
  const [row] = await sql<May>(
    `select coalesce(
      (select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = $1),
      has_database_privilege(current_database(), 'create')) as may`,
    [schema],
  );
  return row?.may === true;
};

const notYours = (schema: string, id: string) =>
  new MigrationRefused({
    en: `The tables of "${schema}" lack the migration "${id}", and this role of PostgreSQL does not own them: start this version once with the owner in MULIN_OWNER_URL.`,
    zh: `“${schema}”的表尚缺迁移“${id}”，而当前数据库角色不是其所有者：请用 MULIN_OWNER_URL 指定所有者，启动本版本一次。`,
  });

/** A table that is not there, or that this role may not read: nothing was prepared for it. */
const unreadable: ReadonlySet<string> = new Set(['42P01', '42501', '3F000']);

const isUnreadable = (error: unknown): boolean => {
  const cause = error instanceof Unavailable ? error.cause : error;
  return unreadable.has(sqlState(cause) ?? '');
};

const verify = async ({ sql }: Database, schema: string, migrations: readonly Migration[]) => {
  const applied = await sql<Applied>(`select id, hash from ${schema}.migrations order by place`).catch(
    (error: unknown) => {
      if (isUnreadable(error)) return [];
      throw error;
    },
  );
  await refuseForeign(schema, applied, migrations);
  const missing = migrations[applied.length];
  if (missing !== undefined) throw notYours(schema, missing.id);
};

const refuseForeign = async (
  schema: string,
  applied: readonly Applied[],
  migrations: readonly Migration[],
) => {
  for (const [place, { id, hash }] of applied.entries()) {
    const known = migrations[place];
    if (known === undefined)
      throw new MigrationRefused({
        en: `The tables of "${schema}" were made by a newer Mulin (migration "${id}"): start that version, or a newer one.`,
        zh: `“${schema}”的表由更新版本的牟邻建立（迁移“${id}”）：请启动该版本或更新的版本。`,
      });
    if (known.id !== id)
      throw new MigrationRefused({
        en: `The tables of "${schema}" were made with migration "${id}" where this Mulin has "${known.id}": it cannot go on from there.`,
        zh: `“${schema}”的表由迁移“${id}”建立，而本版本此处为“${known.id}”，无法继续升级。`,
      });
    if (hash !== (await sha256(known.sql)))
      throw new MigrationRefused({
        en: `Migration "${id}" of "${schema}" was changed after it had been applied: put it back and add a new one.`,
        zh: `“${schema}”的迁移“${id}”在执行后被改动：请恢复原样，并另加新的迁移。`,
      });
  }
};

const apply = async (sql: Sql, place: number, { id, sql: text }: Migration) => {
  await sql(text);
  await sql('insert into migrations (place, id, hash) values ($1, $2, $3)', [place, id, await sha256(text)]);
};

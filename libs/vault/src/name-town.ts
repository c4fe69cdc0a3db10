/** Rows that an older vault, or an older copy of one, kept without their town. */
import { type Database, type Sql, sqlState } from '@mulin/postgres';
import { schema } from './schema.js';

const atOnce = 5_000;

/** A few thousand at a time, so that nobody else waits for long; there are none but for the first start. */
const nameRows = async (sql: Sql, town: string, table: string): Promise<void> => {
  for (let left = atOnce; left === atOnce;) {
    const named = await sql(
      `update ${schema}.${table} set town = $1
      where id in (select id from ${schema}.${table} where town is null limit ${atOnce}) returning 1`,
      [town],
    );
    left = named.length;
  }
};

const notPermitted = '42501';

/** By the owner of the tables where it is known: the role of a single service may not change them all. */
const write = async (database: Database, work: (sql: Sql) => Promise<unknown>): Promise<void> => {
  const { owner, sql } = database;
  if (owner !== undefined) return void (await owner.transaction(work));
  await work(sql).catch((error: unknown) => {
    // The owner has named them, when it made the tables that such a role works with.
    if (sqlState(error) !== notPermitted) throw error;
  });
};

/**
 * Writes the slug of the town into rows that an older vault, or an older copy of one, kept without it; to be called
 * at each start.
 *
 * @param town its slug.
 */
export const nameTown = async (database: Database, town: string): Promise<void> => {
  for (const table of ['person', 'item', 'reading'])
    await write(database, (sql) => nameRows(sql, town, table));
  await write(database, (sql) =>
    sql(`update ${schema}.reading_count set town = $1 where town is null`, [town]),
  );
};

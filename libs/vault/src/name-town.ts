/** Rows that an older vault, or an older copy of one, kept without their town. */
import type { Database } from '@mulin/postgres';
import { schema } from './schema.js';

const atOnce = 5_000;

/** A few thousand at a time, so that nobody else waits for long; there are none but for the first start. */
const nameRows = async ({ sql }: Database, town: string, table: string): Promise<void> => {
  for (let left = atOnce; left === atOnce;) {
    const named = await sql(
      `update ${schema}.${table} set town = $1
      where id in (select id from ${schema}.${table} where town is null limit ${atOnce}) returning 1`,
      [town],
    );
    left = named.length;
  }
};

/**
 * Writes the slug of the town into rows that an older vault, or an older copy of one, kept without it; to be called
 * at each start.
 *
 * @param town its slug.
 */
export const nameTown = async (database: Database, town: string): Promise<void> => {
  for (const table of ['person', 'item', 'reading']) await nameRows(database, town, table);
  await database.sql(`update ${schema}.reading_count set town = $1 where town is null`, [town]);
};

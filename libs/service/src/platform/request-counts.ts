/** How many requests each caller has made of all processes of a town together, within a minute. */
import type { Database } from '@mulin/postgres';
import type { Platform } from './platform.js';

/** In one order everywhere: two processes that add to the same callers never wait for each other in a circle. */
const add = `
  insert into mulin.request_count as known (minute, caller, count)
  select $1::bigint, caller, count from unnest($2::text[], $3::int[]) as it (caller, count) order by caller
  on conflict (minute, caller) do update set count = known.count + excluded.count
  returning caller, count`;

/** The minute before stays: clocks of other processes may still be in it. */
const forget = 'delete from mulin.request_count where minute < $1::bigint - 1';

type Row = Readonly<{ caller: string; count: number }>;

/**
 * The `addRequests` of a platform whose processes share a PostgreSQL: one statement, whose commit waits for no disk.
 *
 * @param hash how a caller is called in the table: an account or an address is in no row.
 */
export const addRequestsIn = (
  { transaction }: Pick<Database, 'transaction'>,
  hash: (caller: string) => Promise<string>,
): NonNullable<Platform['addRequests']> => {
  let forgotten = -Infinity;
  return async (minute, requests) => {
    const callers = [...requests.keys()];
    const hashes = await Promise.all(callers.map(hash));
    const rows = await transaction(async (sql) => {
      await sql('set local synchronous_commit = off');
      if (forgotten < minute) await sql(forget, [minute]);
      return sql<Row>(add, [minute, hashes, [...requests.values()]]);
    });
    forgotten = minute;
    const counts = new Map(rows.map(({ caller, count }) => [caller, count]));
    return new Map(callers.map((caller, place) => [caller, counts.get(hashes[place] ?? '') ?? 0]));
  };
};

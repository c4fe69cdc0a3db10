/** What was kept for a fact that was never recorded does not stay. */
import type { Database } from '@mulin/postgres';
import { schema } from './schema.js';

export type Sweep = (
  isReferenced: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
) => Promise<number>;

const first = '00000000-0000-0000-0000-000000000000';

const loose = `
  select id from ${schema}.item
  where not referred and kept_at < now() - interval '1 day' and id > $1::uuid order by id limit 500`;

// Whoever asked for it again in the meantime needs it for another day.
const settle = `
  with stays as (update ${schema}.item set referred = true where id = any($1::uuid[])),
    gone as (
      delete from ${schema}.item
      where id = any($2::uuid[]) and not referred and kept_at < now() - interval '1 day' returning id)
  select count(*) as count from gone`;

export const sweeping =
  ({ sql }: Database): Sweep =>
  async (isReferenced) => {
    let removed = 0;
    for (let after = first; ;) {
      const ids = (await sql<{ id: string }>(loose, [after])).map(({ id }) => id);
      const last = ids.at(-1);
      if (last === undefined) return removed;
      const referenced = await isReferenced(ids);
      const [row] = await sql<{ count: number }>(settle, [
        ids.filter((id) => referenced.has(id)),
        ids.filter((id) => !referenced.has(id)),
      ]);
      removed += row?.count ?? 0;
      after = last;
    }
  };

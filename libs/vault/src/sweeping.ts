/** What was kept for an event that was never recorded does not stay. */
import type { Database, Sql } from '@mulin/postgres';
import { schema } from './schema.js';

/** Which of these ids some event of the town names. Must throw unless every log was read to its end. */
export type NamedIn = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

/** Removes items that nothing refers to, and says how many (see `TownVault.forgetUnreferenced`). */
export type GarbageCollection = (namedIn: NamedIn) => Promise<number>;

/** Before every id. */
const first = '00000000-0000-0000-0000-000000000000';
/** Items of one statement. */
const atOnce = 500;
/** Of one run; what is more is for the next. All of them are asked for at once, as each question reads every log. */
const mostLoose = 200_000;
/** No event is ever deleted: a log that does not name these is not the log it was. */
const controls = 20;

const selectLoose = `
  select id from ${schema}.item
  where not referred and kept_at < now() - interval '1 day' and id > $1::uuid order by id limit ${atOnce}`;
const selectControls = `select id from ${schema}.item where referred order by id limit ${controls}`;

// Whoever asked for it again in the meantime needs it for another day.
const settle = `
  with stays as (update ${schema}.item set referred = true where id = any($1::uuid[])),
    gone as (
      delete from ${schema}.item
      where id = any($2::uuid[]) and not referred and kept_at < now() - interval '1 day' returning id)
  select count(*) as count from gone`;

type Row = Readonly<{ id: string }>;

const looseIn = async (sql: Sql): Promise<readonly string[]> => {
  const loose: string[] = [];
  for (let after: string | undefined = first; after !== undefined && loose.length < mostLoose;) {
    const page: readonly Row[] = await sql<Row>(selectLoose, [after]);
    for (const { id } of page) loose.push(id);
    after = page.at(-1)?.id;
  }
  return loose;
};

const refuseForgetful = (known: readonly string[], named: ReadonlySet<string>) => {
  const lost = known.filter((id) => !named.has(id)).length;
  if (lost > 0)
    throw new Error(
      `The events do not name ${lost} of ${known.length} items any more that they named before: a log is missing, and no item is removed.`,
    );
};

/**
 * Removes what was kept more than a day ago and what no event refers to, at most 200,000 items in one run. Where
 * `namedIn` throws, or does not name items any more that were named before, nothing is removed and the run throws.
 */
export const itemGarbageCollection =
  ({ sql }: Database): GarbageCollection =>
  async (namedIn) => {
    const loose = await looseIn(sql);
    if (loose.length === 0) return 0;
    const known = (await sql<Row>(selectControls)).map(({ id }) => id);
    const named = await namedIn([...loose, ...known]);
    refuseForgetful(known, named);

    let removed = 0;
    for (let from = 0; from < loose.length; from += atOnce) {
      const ids = loose.slice(from, from + atOnce);
      const [row] = await sql<{ count: number }>(settle, [
        ids.filter((id) => named.has(id)),
        ids.filter((id) => !named.has(id)),
      ]);
      removed += row?.count ?? 0;
    }
    return removed;
  };

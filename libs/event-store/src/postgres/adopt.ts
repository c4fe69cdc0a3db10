import type { StreamName } from '@mulin/kernel';
import { type Database, loadRows, type Sql } from '@mulin/postgres';
import { type AdoptedEvents, alreadyThere, encodedAgain, headsBefore, notAsBefore } from '../adopting.js';
import { codecOf } from '../codec.js';
import { isNamed, lockLog } from './schema.js';

type Adopted = AdoptedEvents & Readonly<{ schema: string }>;

/** A whole month of a town is more than one append may carry. */
const limitMs = 120_000;

const assertWithout = async (sql: Sql, { schema, without = [] }: Adopted): Promise<void> => {
  const [found] = await sql(
    `select from unnest($1::text[]) c(category)
     where exists (select from ${schema}.facts f where f.stream >= c.category || '-' and f.stream < c.category || '.')`,
    [without],
  );
  if (found !== undefined) throw alreadyThere();
};

const assertHeads = async (sql: Sql, { schema, events }: Adopted): Promise<void> => {
  const expected = headsBefore(events);
  const found = await sql<{ stream: StreamName; head: number }>(
    `select f.stream, max(f.revision) as head from unnest($1::text[]) asked(name)
     join ${schema}.facts f on ${isNamed('f.stream', 'asked.name')} group by f.stream`,
    [[...expected.keys()]],
  );
  const heads = new Map(found.map(({ stream, head }) => [stream, head]));
  for (const [stream, head] of expected)
    if ((heads.get(stream) ?? -1) !== head) throw notAsBefore(stream, head);
};

const take = async (sql: Sql, adopted: Adopted): Promise<void> => {
  const { schema, events, upcasts } = adopted;
  await sql(`select ${lockLog(schema)}`);
  await assertWithout(sql, adopted);
  await assertHeads(sql, adopted);
  const [newest] = await sql<{ last: number }>(
    `select coalesce(max(position), 0) as last from ${schema}.facts`,
  );
  const last = newest?.last ?? 0;
  const codec = codecOf(upcasts);
  const rows = events.map((event, nth) => {
    const { stream, revision } = event;
    return JSON.stringify({ position: last + 1 + nth, stream, revision, ...encodedAgain(codec, event) });
  });
  await loadRows(sql, `${schema}.facts`, rows);
};

/**
 * Takes events into these logs in one transaction: all of them at once, or none. Nobody reads any of them before all
 * are there. Throws `WrongExpectedRevision` where a stream does not end where its events begin, a `Rejection`
 * (`log-not-empty`) where a log holds what it must be `without`.
 */
export const adoptIntoPostgres = (
  { transaction }: Pick<Database, 'transaction'>,
  logs: readonly Adopted[],
): Promise<void> =>
  transaction(
    async (sql) => {
      // In one order for all, so that no two of them wait for each other.
      const inOrder = [...logs].sort((a, b) => (a.schema < b.schema ? -1 : 1));
      for (const adopted of inOrder) await take(sql, adopted);
    },
    { limitMs },
  );

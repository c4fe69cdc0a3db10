/** Which ids the facts of a town name. The newest are read first, for there most of what is asked for is found. */
import type { Database } from '@mulin/postgres';

const atOnce = 1_000;
const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Each log in this database, also one whose service is not at work now. */
const logsThere = `
  select quote_ident(schemaname) || '.facts' as log from pg_tables
  where tablename = 'facts' and schemaname not in ('pg_catalog', 'information_schema')`;

type Row = Readonly<{ position: number; data: string }>;
type Place = Readonly<{ log: string; before: number }>;

/** Only what stands in no fact at all is missing from the answer: for that, every fact is read. */
export const namedInFacts =
  ({ sql }: Database, stopped: AbortSignal) =>
  async (ids: readonly string[]): Promise<ReadonlySet<string>> => {
    const wanted = new Set(ids);
    const named = new Set<string>();

    /** Where this log goes on; nowhere when it has been read to its beginning. */
    const readBack = async ({ log, before }: Place): Promise<readonly Place[]> => {
      stopped.throwIfAborted();
      const rows = await sql<Row>(
        `select position, data from ${log} where position < $1 order by position desc limit ${atOnce}`,
        [before],
      );
      for (const [id] of rows.flatMap(({ data }) => [...data.matchAll(uuid)]))
        if (wanted.has(id.toLowerCase())) named.add(id.toLowerCase());
      const last = rows.at(-1);
      return last === undefined ? [] : [{ log, before: last.position }];
    };

    const logs = await sql<{ log: string }>(logsThere);
    let places: readonly Place[] = logs.map(({ log }) => ({ log, before: Number.MAX_SAFE_INTEGER }));
    while (places.length > 0 && named.size < wanted.size) {
      const further: Place[] = [];
      for (const place of places) further.push(...(await readBack(place)));
      places = further;
    }
    return named;
  };

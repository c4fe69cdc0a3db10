/** Reads events in bulk: PostgreSQL frames many of them as one row, whose JSON is parsed in one go. */
import type { EventStore, Filter, Position, RecordedEvent } from '@mulin/kernel';
import { batcher, type Sql } from '@mulin/postgres';
import type { Codec } from '../codec.js';
import type { StreamRange } from '../event-store.js';
import { isNamed } from './schema.js';

/** Many events in one row: a text for each of their parts. */
type Framed = Readonly<{
  ids: string;
  types: string;
  streams: string;
  revisions: readonly number[];
  positions: readonly Position[];
  versions: readonly number[];
  data: string;
  metadata: string;
}>;

/** Names hold no line ends, and data and metadata are JSON already: nothing here needs escaping. */
const framed = `
  string_agg(f.id, E'\\n' order by f.position) as ids,
  string_agg(f.type, E'\\n' order by f.position) as types,
  string_agg(f.stream, E'\\n' order by f.position) as streams,
  array_agg(f.revision order by f.position) as revisions,
  array_agg(f.position order by f.position) as positions,
  array_agg(f.version order by f.position) as versions,
  '[' || string_agg(f.data, ',' order by f.position) || ']' as data,
  '[' || string_agg(f.metadata, ',' order by f.position) || ']' as metadata`;

/** Few enough to be framed in the processor's cache, and many enough that frames cost nothing. */
const frame = 64;
const inFrames = `group by f.position / ${frame} order by f.position / ${frame}`;
const pageSize = 500;
/** PostgreSQL frames the next page while this one is parsed. */
const pagesAhead = 2;
const most = 2_147_483_647;

type Unframe = (framed: Framed) => readonly RecordedEvent[];

const unframing =
  ({ update }: Codec): Unframe =>
  ({ ids, types, streams, revisions, positions, versions, data, metadata }) => {
    const [typeOf, streamOf] = [types.split('\n'), streams.split('\n')];
    // What the codec wrote is what stands there.
    const dataOf = JSON.parse(data) as readonly unknown[];
    const metadataOf = JSON.parse(metadata) as readonly RecordedEvent['metadata'][];
    const event = (id: string, n: number) => ({
      id,
      type: typeOf[n],
      stream: streamOf[n],
      revision: revisions[n],
      position: positions[n],
      data: dataOf[n],
      metadata: metadataOf[n],
    });
    // Every list of a frame is as long as the others.
    return ids.split('\n').map((id, n) => update(event(id, n) as RecordedEvent, versions[n] ?? 1));
  };

export const postgresReading = (sql: Sql, schema: string, codec: Codec) => {
  const unframe = unframing(codec);
  const everything = readingEverything(sql, schema, unframe);
  const filtered = readingFiltered(sql, schema, unframe);
  const framesOf = gatheringStreams(sql, schema);

  const readAll: EventStore['readAll'] = ({ from, maxCount, filter = {} }) => {
    const { categories, types } = filter;
    const isAll = categories === undefined && types === undefined;
    return isAll ? everything(from ?? 0, maxCount) : filtered(from ?? 0, maxCount, filter);
  };

  return {
    readAll,
    readStream: async ({ stream, from, most: atMost }: StreamRange): Promise<readonly RecordedEvent[]> => {
      const frames = await framesOf({ stream, from: Math.min(from, most), most: Math.min(atMost, most) });
      return frames.flatMap(unframe);
    },
    byId: async (ids: readonly string[]): Promise<readonly RecordedEvent[]> => {
      const frames = await sql<Framed>(
        `select ${framed} from unnest($1::text[]) asked(id)
        join ${schema}.facts f on ${isNamed('f.id', 'asked.id')} ${inFrames}`,
        [ids],
      );
      return frames.flatMap(unframe);
    },
    head: async (): Promise<Position | null> => {
      const name = `${schema} head`;
      const [row] = await sql<{ head: Position | null }>(
        `select max(position) as head from ${schema}.facts`,
        [],
        { name },
      );
      return row?.head ?? null;
    },
  };
};

/** There are no holes, so that the bounds of every page are known before the first is read. */
const readingEverything = (sql: Sql, schema: string, unframe: Unframe) => {
  const page = (from: number, count: number) =>
    sql<Framed>(
      `select f.* from generate_series($1::bigint, $1::bigint + $2::int - 1, ${frame}) as g(first)
      cross join lateral (
        select ${framed} from ${schema}.facts f
        where f.position > g.first and f.position <= least(g.first + ${frame}, $1::bigint + $2::int)
      ) f where f.ids is not null order by g.first`,
      [from, count],
      { name: `${schema} read page` },
    );

  return async (from: number, maxCount: number): Promise<readonly RecordedEvent[]> => {
    const ahead: Readonly<{ count: number; reading: Promise<readonly Framed[]> }>[] = [];
    const found: RecordedEvent[] = [];
    for (let asked = 0; ;) {
      for (; ahead.length < pagesAhead && asked < maxCount; asked += pageSize) {
        const count = Math.min(pageSize, maxCount - asked);
        const reading = page(from + asked, count);
        // It is awaited below, unless an earlier page fails first.
        reading.catch(() => undefined);
        ahead.push({ count, reading });
      }
      const next = ahead.shift();
      if (next === undefined) return found;
      const before = found.length;
      for (const events of await next.reading) found.push(...unframe(events));
      // A page that is not full was read at the end of the log. What a later page may have seen since then does
      // not follow on it: events that were committed between the two would be missing.
      if (found.length - before < next.count) return found;
    }
  };
};

/** What a filter asks for may be rare, and then a long log is read to its end for one page. */
const filteredMs = 120_000;

/**
 * The log is read in its order, and what is not asked for passed over. What `offset 0` fences off is planned without the
 * filter: the planner takes it for something rare, and would sort a whole log on disk for its first page.
 */
const readingFiltered =
  (sql: Sql, schema: string, unframe: Unframe) =>
  async (
    from: number,
    maxCount: number,
    { categories, types }: Filter,
  ): Promise<readonly RecordedEvent[]> => {
    const frames = await sql<Framed>(
      `select ${framed} from (
        select * from (
          select * from ${schema}.facts where position > $1::bigint order by position offset 0
        ) f where ($3::text[] is null or split_part(f.stream, '-', 1) = any ($3))
          and ($4::text[] is null or f.type = any ($4))
        order by f.position limit $2::int
      ) f ${inFrames}`,
      [from, Math.min(maxCount, most), categories ?? null, types ?? null],
      { name: `${schema} read filtered page`, limitMs: filteredMs },
    );
    return frames.flatMap(unframe);
  };

/** Streams that are asked for at the same time are read by one statement. */
const gatheringStreams = (sql: Sql, schema: string) =>
  batcher<StreamRange, readonly Framed[]>({
    concurrency: 2,
    carry: async (reaches) => {
      const rows = await sql<Framed & { n: number }>(
        `select w.n, ${framed}
        from unnest($1::text[], $2::int[], $3::int[]) with ordinality w(stream, first, most, n)
        cross join lateral (
          select * from ${schema}.facts f where ${isNamed('f.stream', 'w.stream')} and f.revision >= w.first
          order by f.revision limit w.most
        ) f group by w.n, f.revision / ${frame} order by w.n, f.revision / ${frame}`,
        [
          reaches.map(({ stream }) => stream),
          reaches.map(({ from }) => from),
          reaches.map((reach) => reach.most),
        ],
        { name: `${schema} read streams` },
      );
      const frames: Framed[][] = reaches.map(() => []);
      for (const row of rows) frames[row.n - 1]?.push(row);
      return frames;
    },
  });

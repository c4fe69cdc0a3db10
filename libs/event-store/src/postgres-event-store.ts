/** A log in PostgreSQL, one schema for each: positions without holes, in the order of commits. */
import {
  type Append,
  type Event,
  type ExpectedRevision,
  type Instant,
  instant,
  type Position,
  type Proposed,
  type Recorded,
  type StreamName,
  type Upcasts,
} from '@mulin/kernel';
import { type Database, migrate } from '@mulin/postgres';
import { announcing, listeningFor } from './announcing.js';
import { answerRefused, refuseUnwritableUnit, type Unit } from './appends.js';
import { codecOf, isWritableStream } from './codec.js';
import { factsMigrations } from './facts-table.js';
import { following } from './following.js';
import { gathering } from './gathering.js';
import type { StoreWithCheckpoints } from './memory-event-store.js';
import { admitTogether, draftOf, type Draft, type Placed, postgresAppends } from './postgres-append.js';
import { postgresReading } from './postgres-reading.js';

export type PostgresLog = Readonly<{
  database: Database;
  /** One for each service. */
  schema: string;
  now?: () => Instant;
  upcasts?: Upcasts;
}>;

export const postgresEventStore = async (parts: PostgresLog): Promise<StoreWithCheckpoints> => {
  const { database, schema, now = () => instant(Date.now()), upcasts } = parts;
  const { sql } = database;
  await migrate(database, schema, factsMigrations);

  const codec = codecOf(upcasts);
  const { readAll, stream: read, byId, head } = postgresReading(sql, schema, codec);
  const { subscribeToAll, told } = following({ readAll, head, listen: listeningFor(database, schema, head) });
  const announce = announcing(database, schema);
  const place = postgresAppends(sql, schema, codec);

  const commit = gathering<Draft, Placed>({
    // One at a time: a second one would only wait for the first one's lock.
    lanes: 1,
    admit: admitTogether,
    serve: async (drafts) => {
      const placed = await place(drafts);
      const facts = placed.flatMap((one) => ('recorded' in one ? one.recorded.flat() : []));
      const last = facts.at(-1);
      if (last !== undefined) announce(last.position);
      told(facts);
      return placed;
    },
  });

  const appendToStreams = async (unit: Unit): Promise<readonly (readonly Recorded[])[]> => {
    refuseUnwritableUnit(unit);
    const recordedAt = now();
    const write = ({ events }: Append) => codec.write(events, recordedAt);
    const placed = await commit(draftOf(unit, write));
    if ('recorded' in placed) return placed.recorded;
    const ids = unit.flatMap(({ events }) => events.map(({ id }) => id));
    const known = await byId(ids);
    return answerRefused(unit, new Map(known.map((fact) => [fact.id, fact])), placed.stale);
  };

  return {
    capabilities: { gapless: true, multiStream: true },
    readStream: async <E extends Event>(
      stream: StreamName,
      options: { fromRevision?: number; maxCount?: number } = {},
    ) => {
      const { fromRevision = 0, maxCount = Infinity } = options;
      const facts = isWritableStream(stream)
        ? await read({ stream, from: fromRevision, most: maxCount })
        : [];
      // The caller names the facts of the stream it knows; nothing here could know them better.
      return facts as readonly Recorded<E>[];
    },
    appendToStream: async <E extends Event>(
      stream: StreamName,
      events: readonly Proposed<E>[],
      { expectedRevision }: { expectedRevision: ExpectedRevision },
    ) => {
      const [recorded = []] = await appendToStreams([{ stream, events, expectedRevision }]);
      // They are the facts that were handed in.
      return recorded as readonly Recorded<E>[];
    },
    appendToStreams,
    readAll,
    head,
    subscribeToAll,
    checkpoints: postgresCheckpoints(database, schema),
  };
};

const postgresCheckpoints = ({ sql }: Database, schema: string): StoreWithCheckpoints['checkpoints'] => ({
  read: async (reader) => {
    const [row] = await sql<{ position: Position }>(
      `select position from ${schema}.checkpoints where reader = $1`,
      [reader],
      { name: `${schema} read checkpoint` },
    );
    return row?.position ?? null;
  },
  write: async (reader, position) => {
    await sql(
      `insert into ${schema}.checkpoints as c (reader, position) values ($1, $2)
      on conflict (reader) do update set position = excluded.position where c.position <> excluded.position`,
      [reader, position],
      { name: `${schema} write checkpoint` },
    );
  },
});

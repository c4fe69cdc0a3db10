/** A log in PostgreSQL, one schema for each: positions without holes, in the order of commits. */
import {
  type Append,
  type Checkpoints,
  type Instant,
  instant,
  type Position,
  type RecordedEvent,
  type Upcasts,
} from '@mulin/kernel';
import { batcher, type Database, migrate } from '@mulin/postgres';
import { notifyAppended, listenForAppends } from './notifications.js';
import { assertWritableAppend, resolveConflict } from '../appends.js';
import { type Codec, codecOf, isWritableStream } from '../codec.js';
import { eventStoreOf, type StoreWithCheckpoints } from '../event-store.js';
import { eventAccess, eventMigrations } from './schema.js';
import { subscriptions } from '../subscriptions/subscriptions.js';
import {
  canShareBatch,
  type EncodedAppend,
  encodedAppend,
  type AppendResult,
  postgresAppends,
} from './append.js';
import { postgresReading } from './reading.js';

/** What an event store in PostgreSQL is made of. */
export type PostgresEventStoreOptions = Readonly<{
  database: Database;
  /** Where its tables are, one schema for each service; made if it is not there. */
  schema: string;
  /** The moment that an event is recorded at. Default: the time of this machine. */
  now?: () => Instant;
  /**
   * How events of older shapes are read. Default: no type has an older shape. `as-stored`: the data of each event as
   * they stand, for whoever does not know the service; nothing can be written then.
   */
  upcasts?: Upcasts | 'as-stored';
}>;

/**
 * Opens the event store of a service in PostgreSQL, after it has migrated its tables. Any number of processes may open
 * the same one. Appends that are made at the same time share one statement, one lock and one flush to disk.
 *
 * @throws `MigrationRefused` where the tables are those of a newer release; `Unavailable` where PostgreSQL is not
 *   reached.
 */
export const postgresEventStore = async (parts: PostgresEventStoreOptions): Promise<StoreWithCheckpoints> => {
  const { database, schema, now = () => instant(Date.now()), upcasts } = parts;
  await migrate(database, schema, eventMigrations, eventAccess);

  const codec = codecOf(upcasts);
  const { readAll, readStream, byId, head } = postgresReading(database.sql, schema, codec);
  const { subscribeToAll, appended } = subscriptions({
    readAll,
    head,
    listen: listenForAppends(database, schema, head),
  });
  const announce = notifyAppended(database, schema);
  const recorded = (events: readonly RecordedEvent[]) => {
    // This log numbers without gaps: what was appended follows directly on the position before it.
    appended(events, (events[0]?.position ?? 1) - 1);
    announce(events);
  };

  const store = eventStoreOf({
    readStream: async (reach) => (isWritableStream(reach.stream) ? readStream(reach) : []),
    append: appending({ commit: committing(database, schema, codec, recorded), codec, now, byId }),
    readAll,
    head,
    subscribeToAll,
  });
  return { ...store, checkpoints: postgresCheckpoints(database, schema) };
};

type Commit = (draft: EncodedAppend) => Promise<AppendResult>;

const committing = (
  { sql }: Database,
  schema: string,
  codec: Codec,
  recorded: (events: readonly RecordedEvent[]) => void,
): Commit => {
  const place = postgresAppends(sql, schema, codec);
  return batcher<EncodedAppend, AppendResult>({
    // One at a time: a second one would only wait for the first one's lock.
    concurrency: 1,
    bytesOf: ({ bytes }) => bytes,
    admit: canShareBatch,
    carry: async (drafts) => {
      const placed = await place(drafts);
      recorded(placed.flatMap((one) => ('recorded' in one ? one.recorded : [])));
      return placed;
    },
  });
};

const appending =
  (parts: {
    commit: Commit;
    codec: Codec;
    now: () => Instant;
    byId: (ids: readonly string[]) => Promise<readonly RecordedEvent[]>;
  }) =>
  async (append: Append): Promise<readonly RecordedEvent[]> => {
    const { commit, codec, now, byId } = parts;
    assertWritableAppend(append);
    const placed = await commit(encodedAppend(append, codec.write(append.stream, append.events, now())));
    if ('recorded' in placed) return placed.recorded;
    const known = await byId(append.events.map(({ id }) => id));
    return resolveConflict(append, new Map(known.map((event) => [event.id, event])), placed.isStale);
  };

const postgresCheckpoints = ({ sql }: Database, schema: string): Checkpoints => ({
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
      // Not worth a wait for the disk: what a crash takes from here only comes again.
      `with async_commit as materialized (select set_config('synchronous_commit', 'off', true))
      insert into ${schema}.checkpoints as c (reader, position) select $1, $2::bigint from async_commit
      on conflict (reader) do update set position = excluded.position where c.position < excluded.position`,
      [reader, position],
      { name: `${schema} write checkpoint` },
    );
  },
});

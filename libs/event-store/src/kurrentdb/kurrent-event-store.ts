/** A log among others in a KurrentDB: the streams whose names begin as it says. */
import { type EventStore, type Instant, instant, type Upcasts } from '@mulin/kernel';
import { codecOf, isWritableStream } from '../codec.js';
import { eventStoreOf, type StreamRange } from '../event-store.js';
import { subscriptions } from '../subscriptions/subscriptions.js';
import { kurrentAppending } from './append.js';
import type { KurrentConnection } from './connection.js';
import { knownIds } from './known-ids.js';
import { following } from './live.js';
import { kurrentReading } from './reading.js';

/** What an event store in KurrentDB is made of. */
export type KurrentEventStoreOptions = Readonly<{
  connection: KurrentConnection;
  /**
   * What the log is called on the server, such as `mulin.mu.intake`: its stream `case-7` is `mulin.mu.intake.case-7`
   * there. Whoever gives two logs the same name has one. Without `-`, so that a server's own categories are ours.
   */
  log: string;
  /** The moment that an event is recorded at. Default: the time of this machine. */
  now?: () => Instant;
  /** As in `PostgresEventStoreOptions`. */
  upcasts?: Upcasts | 'as-stored';
}>;

/**
 * The event store of a service in KurrentDB (or EventStoreDB, 23.10 or newer). Any number of processes may open the same
 * one. Positions are those of the whole server, on which other logs and the server itself write as well. An id that is
 * taken is known in its own stream alone. How far readers have come is not kept there.
 */
export const kurrentEventStore = (parts: KurrentEventStoreOptions): EventStore => {
  const { connection, log, now = () => instant(Date.now()), upcasts } = parts;
  const source = { client: connection.client, prefix: `${log}.`, codec: codecOf(upcasts) };
  const { readAll, head, ...reading } = kurrentReading(source);
  const known = knownIds();
  const readStream = async (range: StreamRange) => {
    const events = await reading.readStream(range);
    known.learn(range.stream, events);
    return events;
  };
  const { subscribeToAll } = subscriptions({ readAll, head, follow: following(source) });

  return eventStoreOf({
    readStream: async (range) => (isWritableStream(range.stream) ? readStream(range) : []),
    append: kurrentAppending({ ...source, now, readStream, known }),
    readAll,
    head,
    subscribeToAll,
  });
};

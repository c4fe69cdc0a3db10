import type { EventMetadata } from './context.js';
import type { Event } from './decider.js';
import type { Brand } from './ids.js';
import type { Instant } from './instant.js';

/** `<category>-<id>`, for example `case-7f3c…`. The category has no dash; at most 50 and 200 characters. */
export type StreamName = `${string}-${string}`;

/**
 * Where an event stands in the whole log of its service: above 0, and greater with each commit. It may be compared and
 * stored, and that is all: which number comes next, and how many events lie between two of them, is the engine's own
 * affair, as several logs may share one numbering.
 */
export type Position = Brand<number, 'Position'>;

/**
 * What must hold of a stream for an append to be written: the revision of its last event (from 0), `no-stream` (it
 * has no event), `stream-exists` (it has at least one), or `any` (no condition). The words of the EventStoreDB client.
 */
export type ExpectedRevision = number | 'no-stream' | 'stream-exists' | 'any';

/**
 * An event to append. Its id is derived from its cause, so that the same append made again adds nothing. `notBefore`: it
 * is recorded at that moment at the earliest, where the clock of the store is behind.
 */
export type NewEvent<E extends Event = Event> = E &
  Readonly<{ id: string; metadata: EventMetadata; notBefore?: Instant }>;

/** An event as the log has it. */
export type RecordedEvent<E extends Event = Event> = E &
  Readonly<{
    id: string;
    stream: StreamName;
    /** Its number in the stream, from 0, without gaps. */
    revision: number;
    position: Position;
    metadata: EventMetadata & Readonly<{ recordedAt: Instant }>;
  }>;

/** Events for one stream, appended together or not at all. */
export type Append<E extends Event = Event> = Readonly<{
  stream: StreamName;
  events: readonly NewEvent<E>[];
  expectedRevision: ExpectedRevision;
}>;

/** Only events of these categories and of these types. An absent list is no condition; an empty one matches nothing. */
export type Filter = Readonly<{ categories?: readonly string[]; types?: readonly string[] }>;

/** A subscription that runs. */
export type Subscription = Readonly<{
  /** No batch begins after this resolves; the one being handled has ended. */
  stop: () => Promise<void>;
}>;

/**
 * The log of the events of one service, in the words of the EventStoreDB client. Every method rejects with
 * `Unavailable` while the store cannot be reached, and may then be called again.
 */
export interface EventStore {
  /**
   * The events of one stream, oldest first; of an unknown stream, none.
   *
   * @param options.fromRevision the first revision that is read. Default: 0.
   * @param options.maxCount how many events at most. Default: all.
   * @throws `UnsupportedEventVersion` where a newer release of the program wrote one of them.
   */
  readStream<E extends Event>(
    stream: StreamName,
    options?: { fromRevision?: number; maxCount?: number },
  ): Promise<readonly RecordedEvent<E>[]>;

  /**
   * Appends to one stream: all of the events or none, on disk when it resolves. Idempotent by event id: where all of
   * them are stored already, with the same content, they are returned as they are stored and nothing is written,
   * whatever revision is expected.
   *
   * @returns the stored events, in the order in which they were given.
   * @throws `WrongExpectedRevision` where the stream is not as expected.
   * @throws a `Rejection`: `same-id-other-content` where an id is taken by another event of the stream (an engine may
   *   know it in the whole log), `unwritable-name` where a stream, id or type cannot be stored, `too-large` beyond what
   *   the engine takes: 4 MB for one event and 64 MB for all in PostgreSQL and in memory, less in KurrentDB.
   */
  appendToStream<E extends Event>(
    stream: StreamName,
    events: readonly NewEvent<E>[],
    options: { expectedRevision: ExpectedRevision },
  ): Promise<readonly RecordedEvent<E>[]>;

  /**
   * Events of all streams in the order of their positions: at most `maxCount` of those after `from` (`null`: from the
   * beginning) that pass the filter.
   */
  readAll(options: {
    from: Position | null;
    maxCount: number;
    filter?: Filter;
  }): Promise<readonly RecordedEvent[]>;

  /** The position of the newest event; `null` in an empty log. */
  head(): Promise<Position | null>;

  /**
   * Catch-up subscription: every event after `from` that passes the filter, first those that are stored, then those
   * that any process appends. In the order of positions, none left out, one batch after the other: the next one
   * comes when `receive` has resolved. A batch on which it rejects is given again after a pause (50 ms, doubled with
   * each failure up to 5 s), and so is a read that failed; so `receive` must be idempotent.
   *
   * @param options.batchSize how many events a batch has at most. Default: 500.
   */
  subscribeToAll(
    options: { from: Position | null; filter?: Filter; batchSize?: number },
    receive: (batch: readonly RecordedEvent[]) => Promise<void>,
  ): Subscription;
}

/** Up to which position a named reader has handled the log, kept beside that log; `null`: it was never written. */
export interface Checkpoints {
  read(reader: string): Promise<Position | null>;
  /** Never moves one back: of two processes that write the same one, the further counts. */
  write(reader: string, position: Position): Promise<void>;
}

/** What an upcast may know of the event besides its data. */
export type UpcastContext = Pick<RecordedEvent, 'id' | 'stream'> & Readonly<{ metadata: EventMetadata }>;

/** Makes the data of one version from that of the version before. */
export type Upcast = (data: never, event: UpcastContext) => unknown;

/**
 * An upcast with its inverse: events are stored in the version before, and read in this one. For what need not be
 * stored because it follows from the rest of the event: `up(down(data, event), event)` must equal `data`.
 */
export type StoredForm = Readonly<{ up: Upcast; down: Upcast }>;

/**
 * How the data of older events is read. An event is stored with the version that its type had when it was written, and
 * is never changed. Whoever changes the shape of an event type adds a function that makes the new data of the old:
 * `upcasts[type][0]` makes version 2 of version 1, `[1]` version 3 of version 2, and so on. Readers then get today's
 * shape alone. A type that is not named is of version 1. Where the last step is a `StoredForm`, its inverse is applied
 * to what is written. A service hands its upcasts to `Platform.eventStore` or `instrumentedHandler` (libs/service), and
 * the towns of before go on with their logs.
 */
export type Upcasts = Readonly<Record<string, readonly (Upcast | StoredForm)[]>>;

/** The version in which an event type is read today, from 1. */
export const versionOf = (upcasts: Upcasts, type: string): number => (upcasts[type]?.length ?? 0) + 1;

/** The stream has other events than the writer knew of: read it again and decide again. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';

  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedRevision,
  ) {
    super(`${stream} is not at ${expected}`);
  }
}

/** An event that a newer release of the program wrote: this one must not decide on what it cannot read. */
export class UnsupportedEventVersion extends Error {
  override readonly name = 'UnsupportedEventVersion';
}

/** The category of an event's stream: what stands before the first dash. */
export const categoryOf = ({ stream }: { stream: StreamName }): string =>
  stream.slice(0, stream.indexOf('-'));

/** The id of what an event is about: what follows the category and its dash in the name of its stream. */
export const idOf = ({ stream }: { stream: StreamName }): string => stream.slice(stream.indexOf('-') + 1);

/** Whether an event is one of those that a filter lets pass. */
export const passes = (
  { categories, types }: Filter,
  event: Pick<RecordedEvent, 'stream' | 'type'>,
): boolean =>
  (categories === undefined || categories.includes(categoryOf(event))) &&
  (types === undefined || types.includes(event.type));

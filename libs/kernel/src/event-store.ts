import type { EventMetadata } from './context.js';
import type { Event } from './decider.js';
import type { Brand } from './ids.js';
import type { Instant } from './instant.js';

/** `<category>-<id>`. */
export type StreamName = `${string}-${string}`;

/** Where a fact stands in the whole log: to be compared and kept, never counted with. */
export type Position = Brand<number, 'Position'>;

/** What a writer believes of a stream: the revision of its last fact, or whether there is one at all. */
export type ExpectedRevision = number | 'no-stream' | 'stream-exists' | 'any';

export type NewEvent<E extends Event = Event> = E & Readonly<{ id: string; metadata: EventMetadata }>;

export type RecordedEvent<E extends Event = Event> = E &
  Readonly<{
    id: string;
    stream: StreamName;
    /** Place in the stream, from 0. */
    revision: number;
    position: Position;
    metadata: EventMetadata & Readonly<{ recordedAt: Instant }>;
  }>;

export type Append<E extends Event = Event> = Readonly<{
  stream: StreamName;
  events: readonly NewEvent<E>[];
  expectedRevision: ExpectedRevision;
}>;

/** Only facts of these categories, of these types; a list that is absent lets all pass. */
export type Filter = Readonly<{ categories?: readonly string[]; types?: readonly string[] }>;

export type Subscription = Readonly<{
  /** No batch begins after this resolves; the one being handled has ended. */
  stop: () => Promise<void>;
}>;

/** The facts of one service, in the words of the EventStoreDB client. */
export interface EventStore {
  /** The facts of one stream from a revision on, oldest first; an unknown stream is empty. */
  readStream<E extends Event>(
    stream: StreamName,
    options?: { fromRevision?: number; maxCount?: number },
  ): Promise<readonly RecordedEvent<E>[]>;

  /**
   * All or nothing, durable when it answers. Facts already there (by id) are answered as they stand and not
   * written again; a known id with other content is refused (`same-id-other-content`).
   * Throws `WrongExpectedRevision` when the stream is not as expected, `Unavailable` when the store is down.
   */
  appendToStream<E extends Event>(
    stream: StreamName,
    events: readonly NewEvent<E>[],
    options: { expectedRevision: ExpectedRevision },
  ): Promise<readonly RecordedEvent<E>[]>;

  /** Facts of every stream after `from` (`null`: from the beginning), in the order they were committed. */
  readAll(options: {
    from: Position | null;
    maxCount: number;
    filter?: Filter;
  }): Promise<readonly RecordedEvent[]>;

  /** The position of the newest fact, or `null` in an empty log. */
  head(): Promise<Position | null>;

  /**
   * Everything after `from`, first what is there, then what comes, in batches, one at a time; misses and
   * inverts nothing. A batch whose handling throws is given again after a pause.
   */
  subscribeToAll(
    options: { from: Position | null; filter?: Filter; batchSize?: number },
    receive: (batch: readonly RecordedEvent[]) => Promise<void>,
  ): Subscription;
}

/** How far a reader has come, kept beside the log it reads. */
export interface Checkpoints {
  read(reader: string): Promise<Position | null>;
  write(reader: string, position: Position): Promise<void>;
}

/** How old shapes of a fact are read: `upcasts[0]` makes version 2 of version 1, and so on. Absent: version 1. */
export type Upcasts = Readonly<Record<string, readonly ((data: never) => unknown)[]>>;

/** The version in which a type is written today. */
export const versionOf = (upcasts: Upcasts, type: string): number => (upcasts[type]?.length ?? 0) + 1;

export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';

  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedRevision,
  ) {
    super(`${stream} is not at ${expected}`);
  }
}

/** A fact written by a newer program: this one must not decide on what it cannot read. */
export class UnsupportedEventVersion extends Error {
  override readonly name = 'NewerFact';
}

export const categoryOf = ({ stream }: { stream: StreamName }): string =>
  stream.slice(0, stream.indexOf('-'));

/** The id of what a fact is about: what follows the category in its stream's name. */
export const idOf = ({ stream }: { stream: StreamName }): string => stream.slice(stream.indexOf('-') + 1);

export const passes = (
  { categories, types }: Filter,
  fact: Pick<RecordedEvent, 'stream' | 'type'>,
): boolean =>
  (categories === undefined || categories.includes(categoryOf(fact))) &&
  (types === undefined || types.includes(fact.type));

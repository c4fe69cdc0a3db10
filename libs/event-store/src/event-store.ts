/** The typed port over an engine that does not know the types of events. */
import type {
  Append,
  Checkpoints,
  Event,
  EventStore,
  ExpectedRevision,
  NewEvent,
  RecordedEvent,
  StreamName,
} from '@mulin/kernel';

/** The port, and how far the readers of this log have come. */
export type StoreWithCheckpoints = EventStore & Readonly<{ checkpoints: Checkpoints }>;

export type StreamRange = Readonly<{ stream: StreamName; from: number; most: number }>;

type Log = Pick<EventStore, 'readAll' | 'head' | 'subscribeToAll'> &
  Readonly<{
    readStream: (reach: StreamRange) => Promise<readonly RecordedEvent[]>;
    append: (append: Append) => Promise<readonly RecordedEvent[]>;
  }>;

/** The port over an engine that takes one append at a time from each caller, all of it or nothing. */
export const eventStoreOf = ({ readStream, append, ...log }: Log): EventStore => ({
  ...log,

  readStream: async <E extends Event>(
    stream: StreamName,
    { fromRevision = 0, maxCount = Infinity }: { fromRevision?: number; maxCount?: number } = {},
  ) =>
    // The caller names the events of the stream it knows; nothing here could know them better.
    (await readStream({
      stream,
      from: Math.max(0, fromRevision),
      most: maxCount,
    })) as readonly RecordedEvent<E>[],

  appendToStream: async <E extends Event>(
    stream: StreamName,
    events: readonly NewEvent<E>[],
    { expectedRevision }: { expectedRevision: ExpectedRevision },
  ) =>
    // They are the events that were handed in.
    (await append({ stream, events, expectedRevision })) as readonly RecordedEvent<E>[],
});

/** A log in memory: for tests and for trying out. It keeps every promise but the one to outlive the program. */
import {
  type Append,
  type Checkpoints,
  type EventStore,
  type Instant,
  passes,
  type Position,
  type RecordedEvent,
  type Stop,
  type StreamName,
  type Upcasts,
} from '@mulin/kernel';
import { assertWritableAppend, bytesOfAppend, isAsExpected, resolveConflict } from '../appends.js';
import { type Codec, codecOf, type StoredEvent, type EncodedEvent } from '../codec.js';
import { eventStoreOf, type StoreWithCheckpoints } from '../event-store.js';
import { subscriptions } from '../subscriptions/subscriptions.js';

/** What other adapters keep on disk. Handed to a second store, it stands for the same log opened by another process. */
export type MemoryEventLog = Readonly<{
  events: StoredEvent[];
  byStream: Map<StreamName, StoredEvent[]>;
  byId: Map<string, StoredEvent>;
  checkpoints: Map<string, Position>;
  listeners: Set<(head: number) => void>;
}>;

/**
 * Between two events lie as many positions: this log has gaps, as an engine has that numbers several logs in one, so
 * that nothing comes to rely on the next number.
 */
const gap = 7;

/** The position of the nth event of a log; the first is 0. */
export const positionOf = (nth: number): Position => (1 + gap * nth) as Position;

/** How many events lie up to a position. */
const countUpTo = (position: Position | null): number =>
  position === null || position < 1 ? 0 : Math.floor((position - 1) / gap) + 1;

/** An empty log. */
export const memoryEventLog = (): MemoryEventLog => ({
  events: [],
  byStream: new Map(),
  byId: new Map(),
  checkpoints: new Map(),
  listeners: new Set(),
});

type Read = (stored: StoredEvent) => RecordedEvent;

/**
 * An event store in memory, which keeps the promises of `EventStore` except to outlive the process.
 *
 * @param parts.now the moment that an event is recorded at.
 * @param parts.upcasts how events of older shapes are read. Default: no type has an older shape.
 * @param parts.log the log it opens. Default: an empty one of its own.
 */
export const memoryEventStore = (parts: {
  now: () => Instant;
  upcasts?: Upcasts;
  log?: MemoryEventLog;
}): StoreWithCheckpoints => {
  const { now, upcasts, log = memoryEventLog() } = parts;
  const codec = codecOf(upcasts);
  const read = readOnce(codec);
  const readAll = readingAll(log, read);
  const head = async () => log.events.at(-1)?.position ?? null;
  const { subscribeToAll, appended } = subscriptions({ readAll, head, listen: listenTo(log) });
  const append = appending({ log, codec, now, read, appended });

  const store = eventStoreOf({
    readStream: async ({ stream, from, most }) =>
      (log.byStream.get(stream) ?? []).slice(from, from + most).map(read),
    append: async (request) => append(request),
    readAll,
    head,
    subscribeToAll,
  });
  return { ...store, checkpoints: memoryCheckpoints(log) };
};

/** Tells every store on this log how far it reaches now. */
export const announceHead = ({ events, listeners }: MemoryEventLog): void => {
  for (const listener of listeners) listener(events.at(-1)?.position ?? 0);
};

const readOnce = (codec: Codec): Read => {
  const read = new WeakMap<StoredEvent, RecordedEvent>();
  return (stored) => {
    const event = read.get(stored) ?? codec.read(stored, stored);
    read.set(stored, event);
    return event;
  };
};

const appending = (parts: {
  log: MemoryEventLog;
  codec: Codec;
  now: () => Instant;
  read: Read;
  appended: (events: readonly RecordedEvent[], after: number) => void;
}) => {
  const { log, codec, now, read, appended } = parts;

  const keep = ({ stream, events }: Append, texts: readonly EncodedEvent[]): readonly RecordedEvent[] => {
    const before = log.byStream.get(stream) ?? [];
    const head = log.events.at(-1)?.position ?? 0;
    if (events.length > 0) log.byStream.set(stream, before);
    const recorded = texts.map((written) => {
      const position = positionOf(log.events.length);
      const stored = { stream, revision: before.length, position, ...written };
      before.push(stored);
      log.events.push(stored);
      log.byId.set(stored.id, stored);
      return read(stored);
    });
    appended(recorded, head);
    announceHead(log);
    return recorded;
  };

  return (append: Append): readonly RecordedEvent[] => {
    assertWritableAppend(append);
    const { stream, events, expectedRevision } = append;
    const texts = codec.write(stream, events, now());
    bytesOfAppend(texts);
    const known = events.flatMap(({ id }) => log.byId.get(id) ?? []);
    const isStale = !isAsExpected(expectedRevision, (log.byStream.get(stream)?.length ?? 0) - 1);
    if (known.length === 0 && !isStale) return keep(append, texts);
    return resolveConflict(append, new Map(known.map((stored) => [stored.id, read(stored)])), isStale);
  };
};

const readingAll =
  ({ events }: MemoryEventLog, read: Read): EventStore['readAll'] =>
  async ({ from, maxCount, filter = {} }) => {
    const found: RecordedEvent[] = [];
    for (let place = countUpTo(from); place < events.length && found.length < maxCount; place++) {
      const stored = events[place];
      if (stored !== undefined && passes(filter, stored)) found.push(read(stored));
    }
    return found;
  };

const memoryCheckpoints = ({ checkpoints }: MemoryEventLog): Checkpoints => ({
  read: async (reader) => checkpoints.get(reader) ?? null,
  write: async (reader, position) => {
    if (position > (checkpoints.get(reader) ?? -1)) checkpoints.set(reader, position);
  },
});

const listenTo =
  ({ listeners }: MemoryEventLog) =>
  (listener: (head: number) => void): Stop => {
    listeners.add(listener);
    return async () => void listeners.delete(listener);
  };

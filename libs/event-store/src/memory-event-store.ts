/** A log in memory: for tests and for trying out. It keeps every promise but the one to outlive the program. */
import {
  type Append,
  type Checkpoints,
  type Event,
  type EventStore,
  type ExpectedRevision,
  type Instant,
  passes,
  type Position,
  type Proposed,
  type Recorded,
  type Stop,
  type StreamName,
  type Upcasts,
} from '@mulin/kernel';
import { answerRefused, isAsExpected, refuseUnwritableUnit, type Unit } from './appends.js';
import { codecOf, type Stored } from './codec.js';
import { following } from './following.js';

/** What lies on the disk of the other adapters; hand it to a second store to read it with another program. */
export type MemoryLog = Readonly<{
  facts: Stored[];
  byStream: Map<StreamName, Stored[]>;
  byId: Map<string, Stored>;
  checkpoints: Map<string, Position>;
  listeners: Set<(head: number) => void>;
}>;

export const memoryLog = (): MemoryLog => ({
  facts: [],
  byStream: new Map(),
  byId: new Map(),
  checkpoints: new Map(),
  listeners: new Set(),
});

/** The port, and how far the readers of this log have come. */
export type StoreWithCheckpoints = EventStore & Readonly<{ checkpoints: Checkpoints }>;

export const memoryEventStore = (parts: {
  now: () => Instant;
  upcasts?: Upcasts;
  log?: MemoryLog;
}): StoreWithCheckpoints => {
  const { now, upcasts, log = memoryLog() } = parts;
  const codec = codecOf(upcasts);
  const decoded = new WeakMap<Stored, Recorded>();

  const read = (stored: Stored): Recorded => {
    const fact = decoded.get(stored) ?? codec.read(stored, stored);
    decoded.set(stored, fact);
    return fact;
  };

  const newest = (stream: StreamName) => (log.byStream.get(stream)?.length ?? 0) - 1;

  const keep = ({ stream, events }: Append): readonly Recorded[] => {
    const facts = log.byStream.get(stream) ?? [];
    if (events.length > 0) log.byStream.set(stream, facts);
    return codec.write(events, now()).map((written) => {
      // The place after the last one; the log begins with 1.
      const position = (log.facts.length + 1) as Position;
      const stored = { stream, revision: facts.length, position, ...written };
      facts.push(stored);
      log.facts.push(stored);
      log.byId.set(stored.id, stored);
      return read(stored);
    });
  };

  const append = (unit: Unit): readonly (readonly Recorded[])[] => {
    refuseUnwritableUnit(unit);
    const known = knownOf(unit, log);
    const stale = unit.find(
      ({ stream, expectedRevision }) => !isAsExpected(expectedRevision, newest(stream)),
    );
    if (known.length > 0 || stale !== undefined)
      return answerRefused(unit, new Map(known.map((stored) => [stored.id, read(stored)])), stale);
    return unit.map(keep);
  };

  const readAll: EventStore['readAll'] = async ({ from, maxCount, filter = {} }) => {
    const found: Recorded[] = [];
    for (let place: number = from ?? 0; place < log.facts.length && found.length < maxCount; place++) {
      const stored = log.facts[place];
      if (stored !== undefined && passes(filter, stored)) found.push(read(stored));
    }
    return found;
  };
  const head = async () => log.facts.at(-1)?.position ?? null;
  const { subscribeToAll, told } = following({ readAll, head, listen: listenTo(log) });

  const appendToStreams: EventStore['appendToStreams'] = async (appends) => {
    const recorded = append(appends);
    told(recorded.flat());
    for (const heard of log.listeners) heard(log.facts.length);
    return recorded;
  };

  return {
    capabilities: { gapless: true, multiStream: true },
    readStream: async <E extends Event>(
      stream: StreamName,
      options: { fromRevision?: number; maxCount?: number } = {},
    ) => {
      const { fromRevision = 0, maxCount = Infinity } = options;
      const facts = log.byStream.get(stream) ?? [];
      // The caller names the facts of the stream it knows; nothing here could know them better.
      return facts.slice(fromRevision, fromRevision + maxCount).map(read) as readonly Recorded<E>[];
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
    checkpoints: memoryCheckpoints(log),
  };
};

const knownOf = (unit: Unit, { byId }: MemoryLog): readonly Stored[] =>
  unit.flatMap(({ events }) => events.flatMap(({ id }) => byId.get(id) ?? []));

const memoryCheckpoints = ({ checkpoints }: MemoryLog): Checkpoints => ({
  read: async (reader) => checkpoints.get(reader) ?? null,
  write: async (reader, position) => {
    checkpoints.set(reader, position);
  },
});

const listenTo =
  ({ listeners }: MemoryLog) =>
  (heard: (head: number) => void): Stop => {
    listeners.add(heard);
    return async () => void listeners.delete(heard);
  };

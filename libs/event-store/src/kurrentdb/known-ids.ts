/** Which ids the streams hold that this program has read: so that an id is found again without reading a stream anew. */
import { recent, type RecordedEvent, type StreamName } from '@mulin/kernel';

/** So many streams are known at least, each with the ids of all its events. */
const mostStreams = 2_000;

type Known = { head: number; ids: Set<string> };

export type KnownIds = Readonly<{
  /** Takes events of one stream as they stand in it; those that do not follow on what is known are passed over. */
  learn: (stream: StreamName, events: readonly RecordedEvent[]) => void;
  /** Up to which revision every id of the stream is known; -1: none is. */
  upTo: (stream: StreamName) => number;
  has: (stream: StreamName, id: string) => boolean;
  /** The stream was not as it is known. */
  forget: (stream: StreamName) => void;
}>;

export const knownIds = (): KnownIds => {
  const streams = recent<StreamName, Known>(mostStreams);

  return {
    learn: (stream, events) => {
      if (events.length === 0) return;
      const known = streams.get(stream) ?? { head: -1, ids: new Set() };
      for (const { revision, id } of events) {
        if (revision !== known.head + 1) continue;
        known.ids.add(id);
        known.head = revision;
      }
      streams.set(stream, known);
    },
    upTo: (stream) => streams.get(stream)?.head ?? -1,
    has: (stream, id) => streams.get(stream)?.ids.has(id) ?? false,
    forget: streams.delete,
  };
};

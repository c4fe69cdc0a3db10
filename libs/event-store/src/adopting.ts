/** Several logs at once take in events that other logs of the same services recorded, as they were recorded. */
import {
  type RecordedEvent,
  Rejection,
  type StreamName,
  type Upcasts,
  WrongExpectedRevision,
} from '@mulin/kernel';
import type { Codec, EncodedEvent } from './codec.js';

/** What one log takes in. */
export type AdoptedEvents = Readonly<{
  /**
   * In the order of their log. Ids, revisions and `recordedAt` stay; positions are given anew. Each stream begins
   * where this log's stream of that name ends.
   */
  events: readonly RecordedEvent[];
  /** Categories of which this log must not hold any stream yet. */
  without?: readonly string[];
  /** How they are written. Default: as the log's own service says. */
  upcasts?: Upcasts;
}>;

/** The revision before the first event of each stream: where the stream must end in the log that takes them in. */
export const headsBefore = (events: readonly RecordedEvent[]): ReadonlyMap<StreamName, number> => {
  const heads = new Map<StreamName, number>();
  for (const { stream, revision } of events) if (!heads.has(stream)) heads.set(stream, revision - 1);
  return heads;
};

/** The log's own text of an event, with the moment at which it was first recorded. */
export const encodedAgain = (codec: Codec, event: RecordedEvent): EncodedEvent => {
  const [encoded] = codec.write(event.stream, [event], event.metadata.recordedAt);
  if (encoded === undefined) throw new Error('one event is written as one');
  return encoded;
};

export const notAsBefore = (stream: StreamName, head: number): WrongExpectedRevision =>
  new WrongExpectedRevision(stream, head < 0 ? 'no-stream' : head);

export const alreadyThere = (): Rejection =>
  new Rejection('log-not-empty', {
    en: 'The log holds events already that these cannot stand beside.',
    zh: '日志中已有记录，不能再并入这些记录。',
  });

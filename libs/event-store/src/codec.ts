/** How events are stored and read: data and metadata as canonical JSON text, in the version that the type has today. */
import {
  canonical,
  type EventMetadata,
  type Instant,
  UnsupportedEventVersion,
  type Position,
  type NewEvent,
  type RecordedEvent,
  Rejection,
  type StreamName,
  type Upcasts,
  versionOf,
} from '@mulin/kernel';

/** An event as text, before it has a revision and a position. */
export type EncodedEvent = Readonly<{
  id: string;
  type: string;
  version: number;
  data: string;
  metadata: string;
}>;

type EventLocation = Readonly<{ stream: StreamName; revision: number; position: Position }>;

/** A row of the log. */
export type StoredEvent = EncodedEvent & EventLocation;

export type Codec = Readonly<{
  write: (events: readonly NewEvent[], recordedAt: Instant) => readonly EncodedEvent[];
  read: (fact: EncodedEvent, place: EventLocation) => RecordedEvent;
  /** Upcasts a parsed event to today's version; throws `UnsupportedEventVersion` where a newer release wrote it. */
  update: (fact: RecordedEvent, version: number) => RecordedEvent;
}>;

/** The codec of a log with these upcasts. `write` throws a `TypeError` for data that is no JSON. */
export const codecOf = (upcasts: Upcasts = {}): Codec => {
  const update = updating(upcasts);
  return {
    write: (events, recordedAt) => {
      const textOf = contextTexts(recordedAt);
      return events.map(({ id, type, data, metadata }) => ({
        id,
        type,
        version: versionOf(upcasts, type),
        data: canonical(data),
        metadata: textOf(metadata),
      }));
    },
    read: ({ id, type, version, data, metadata }, { stream, revision, position }) =>
      update(
        { id, type, stream, revision, position, data: JSON.parse(data), metadata: JSON.parse(metadata) },
        version,
      ),
    update,
  };
};

const updating = (upcasts: Upcasts): Codec['update'] => {
  return (fact, version) => {
    const today = versionOf(upcasts, fact.type);
    if (version === today) return fact;
    if (version > today)
      throw new UnsupportedEventVersion(
        `${fact.type} is of version ${version}; this program knows ${today}.`,
      );
    const steps = (upcasts[fact.type] ?? []).slice(version - 1);
    // Each step is typed by the shape of its own version, which only its author knows.
    const data = steps.reduce((old: unknown, step) => step(old as never), fact.data);
    return { ...fact, data };
  };
};

/** The facts of one decision share their context, and so its text. */
const contextTexts = (recordedAt: Instant) => {
  let last: EventMetadata | undefined;
  let text = '';
  return (metadata: EventMetadata): string => {
    if (metadata !== last) text = canonical({ ...metadata, recordedAt });
    last = metadata;
    return text;
  };
};

/** Without the trace and the moment of recording, which differ when the same request is sent again. */
const said = ({ metadata }: { metadata: EventMetadata }): string =>
  canonical({ ...metadata, recordedAt: undefined, traceparent: undefined });

/** Whether a stored event is the proposed one: the same stream, type, data and metadata but for trace and time. */
export const isSame = (recorded: RecordedEvent, stream: StreamName, proposed: NewEvent): boolean =>
  recorded.stream === stream &&
  recorded.type === proposed.type &&
  canonical(recorded.data) === canonical(proposed.data) &&
  said(recorded) === said(proposed);

/** Names travel joined by line ends and inside quotes, so they hold no control characters, quotes or backslashes. */
const writableName = /^[^"\\\p{Cc}\p{Cs}]{1,200}$/u;
const writableStream = /^[^-"\\\p{Cc}\p{Cs}]{1,50}-[^"\\\p{Cc}\p{Cs}]{1,200}$/u;

/** Whether a stream may have this name: a category of 1 to 50 characters without a dash, a dash, 1 to 200 more. */
export const isWritableStream = (stream: StreamName): boolean => writableStream.test(stream);

/** Throws the `Rejection` `unwritable-name` where the stream, or the id or type of an event, cannot be stored. */
export const assertWritable = (stream: StreamName, events: readonly NewEvent[]) => {
  const isWritable =
    isWritableStream(stream) &&
    events.every(({ id, type }) => writableName.test(id) && writableName.test(type));
  if (!isWritable)
    throw new Rejection(
      'unwritable-name',
      {
        en: 'This name holds characters that cannot be kept, or is too long.',
        zh: '名称含有无法保存的字符，或过长。',
      },
      'malformed',
    );
};

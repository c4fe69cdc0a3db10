/** How events are stored and read: data and metadata as canonical JSON text, in the version that the type has today. */
import {
  canonical,
  idOf,
  type EventMetadata,
  type Instant,
  latest,
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
  /** The events as they are stored in that stream, recorded `now` or, all of them, at the latest `notBefore`. */
  write: (stream: StreamName, events: readonly NewEvent[], now: Instant) => readonly EncodedEvent[];
  read: (event: EncodedEvent, place: EventLocation) => RecordedEvent;
  /**
   * Makes today's event of a parsed one: its metadata whole, its data in today's version. Throws
   * `UnsupportedEventVersion` where a newer release wrote it.
   */
  update: (event: ParsedEvent, version: number) => RecordedEvent;
}>;

type StoredMetadata = Omit<RecordedEvent['metadata'], Derived> &
  Partial<Pick<RecordedEvent['metadata'], Derived>>;
type Derived = 'correlationId' | 'causationId';

/** An event as its texts say it: what follows from the rest may be missing. */
type ParsedEvent = Omit<RecordedEvent, 'metadata'> & Readonly<{ metadata: StoredMetadata }>;

/**
 * The codec of a log with these upcasts. `write` throws a `TypeError` for data that is no JSON.
 *
 * @param upcasts `as-stored`: data are read in whatever version they are in, and nothing can be written.
 */
export const codecOf = (upcasts: Upcasts | 'as-stored' = {}): Codec => {
  const update = upcasts === 'as-stored' ? whole : updating(upcasts);
  return {
    write: (stream, events, now) => {
      if (upcasts === 'as-stored') throw new Error('A log that is read as it is stored is not written to.');
      const recordedAt = events.reduce((moment, { notBefore }) => latest(moment, notBefore ?? null), now);
      const textOf = metadataTexts(stream, recordedAt);
      return events.map((event) => ({
        id: event.id,
        type: event.type,
        ...storedForm(upcasts, event, stream),
        metadata: textOf(event),
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

/** The data of an event as its type is written today, and in which version that is. */
const storedForm = (upcasts: Upcasts, { id, type, data, metadata }: NewEvent, stream: StreamName) => {
  const last = upcasts[type]?.at(-1);
  const version = versionOf(upcasts, type);
  if (last === undefined || typeof last === 'function') return { version, data: canonical(data) };
  // The shape of a version is known to its author alone.
  return { version: version - 1, data: canonical(last.down(data as never, { id, stream, metadata })) };
};

/**
 * Two ids say the same in nearly every event: the correlation is what the stream is about, and of what is only taken
 * down the cause is the event itself. So neither is stored where it is that.
 */
const whole = (event: ParsedEvent): RecordedEvent => {
  const { metadata } = event;
  const { correlationId = idOf(event), causationId = event.id } = metadata;
  return { ...event, metadata: { ...metadata, correlationId, causationId } };
};

const updating = (upcasts: Upcasts): Codec['update'] => {
  return (parsed, version) => {
    const event = whole(parsed);
    const today = versionOf(upcasts, event.type);
    if (version === today) return event;
    if (version > today)
      throw new UnsupportedEventVersion(
        `${event.type} is of version ${version}; this program knows ${today}.`,
      );
    const steps = (upcasts[event.type] ?? []).slice(version - 1);
    // Each step is typed by the shape of its own version, which only its author knows.
    const data = steps.reduce(
      (old: unknown, step) => (typeof step === 'function' ? step : step.up)(old as never, event),
      event.data,
    );
    return { ...event, data };
  };
};

/** The events of one decision share their context, and so its text. */
const metadataTexts = (stream: StreamName, recordedAt: Instant) => {
  const subject = idOf({ stream });
  const textOf = (metadata: EventMetadata, left: Partial<Record<Derived, undefined>>) =>
    canonical({
      ...metadata,
      recordedAt,
      ...(metadata.correlationId === subject ? { correlationId: undefined } : {}),
      ...left,
    });
  let last: EventMetadata | undefined;
  let text = '';
  return ({ id, metadata }: NewEvent): string => {
    if (metadata.causationId === id) return textOf(metadata, { causationId: undefined });
    if (metadata !== last) text = textOf(metadata, {});
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

/** How a fact is written down and read again: canonical text, in the version its type has today. */
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

/** A fact before it has a place. */
export type EncodedEvent = Readonly<{
  id: string;
  type: string;
  version: number;
  data: string;
  metadata: string;
}>;

export type EventLocation = Readonly<{ stream: StreamName; revision: number; position: Position }>;

/** A fact as it stands in the log. */
export type StoredEvent = EncodedEvent & EventLocation;

export type Codec = Readonly<{
  write: (events: readonly NewEvent[], recordedAt: Instant) => readonly EncodedEvent[];
  read: (fact: EncodedEvent, place: EventLocation) => RecordedEvent;
  /** Brings a parsed fact to today's version; throws `NewerFact` where tomorrow's program wrote it. */
  update: (fact: RecordedEvent, version: number) => RecordedEvent;
}>;

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

/** How a request travelled and when it was written down say nothing about what was said. */
const said = ({ metadata }: { metadata: EventMetadata }): string =>
  canonical({ ...metadata, recordedAt: undefined, traceparent: undefined });

/** Whether a fact in the log is the one that is proposed. */
export const isSame = (recorded: RecordedEvent, stream: StreamName, proposed: NewEvent): boolean =>
  recorded.stream === stream &&
  recorded.type === proposed.type &&
  canonical(recorded.data) === canonical(proposed.data) &&
  said(recorded) === said(proposed);

/** Data may hold any text. A name is framed by quotes and line ends, so it may not hold everything. */
const writableName = /^[^"\\\p{Cc}\p{Cs}]{1,200}$/u;
const writableStream = /^[^-"\\\p{Cc}\p{Cs}]{1,50}-[^"\\\p{Cc}\p{Cs}]{1,200}$/u;

export const isWritableStream = (stream: StreamName): boolean => writableStream.test(stream);

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

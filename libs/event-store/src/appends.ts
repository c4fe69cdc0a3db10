/** What is promised of an append, whichever engine keeps the log. */
import {
  type Append,
  type ExpectedRevision,
  type RecordedEvent,
  Rejection,
  reused,
  WrongExpectedRevision,
} from '@mulin/kernel';
import { isSame, assertWritable, type EncodedEvent } from './codec.js';

/** Throws a `Rejection` where an event cannot be stored as it is, or where two of them have the same id. */
export const assertWritableAppend = ({ stream, events }: Append) => {
  assertWritable(stream, events);
  if (new Set(events.map(({ id }) => id)).size < events.length)
    throw reused({ en: 'The id of an event', zh: '事件的编号' });
};

/** Events are read in frames of 64, each of which has to be one text in memory; no event of a town is near this. */
const mostBytesOfEvent = 4_000_000;
/** An append is one statement, and so one text. */
const mostBytesOfAppend = 64_000_000;

const tooLarge = () =>
  new Rejection(
    'too-large',
    {
      en: 'This is more than can be recorded at once: at most 4 MB for an event, and 64 MB for all of them.',
      zh: '内容过大，无法一次记录：单个事件不得超过4 MB，合计不得超过64 MB。',
    },
    'too-large',
  );

/** How many bytes the data and metadata of these events have; throws a `Rejection` where they are too many. */
export const bytesOfAppend = (events: readonly EncodedEvent[]): number => {
  let bytes = 0;
  for (const { data, metadata } of events) {
    const its = Buffer.byteLength(data) + Buffer.byteLength(metadata);
    if (its > mostBytesOfEvent) throw tooLarge();
    bytes += its;
  }
  if (bytes > mostBytesOfAppend) throw tooLarge();
  return bytes;
};

/** `newest` is the revision of the stream's last event, -1 where there is none. */
export const isAsExpected = (expected: ExpectedRevision, newest: number): boolean => {
  if (expected === 'any') return true;
  if (expected === 'no-stream') return newest === -1;
  if (expected === 'stream-exists') return newest >= 0;
  return expected >= 0 && newest === expected;
};

/**
 * The answer to an append that cannot be written as it is. Made before: the events as they are stored. Else
 * `WrongExpectedRevision` comes first where the stream has moved on, because whoever reads it again may find that
 * nothing is left to do; only then the `Rejection` of an id that was used for something else.
 *
 * @param known the stored events that have an id of this append.
 * @param isStale whether the stream is not at the expected revision.
 */
export const resolveConflict = (
  append: Append,
  known: ReadonlyMap<string, RecordedEvent>,
  isStale: boolean,
): readonly RecordedEvent[] => {
  const asTheyStand = known.size > 0 ? standing(append, known) : null;
  if (asTheyStand !== null) return asTheyStand;
  if (isStale) throw new WrongExpectedRevision(append.stream, append.expectedRevision);
  throw reused({ en: 'The id of an event', zh: '事件的编号' });
};

const standing = ({ stream, events }: Append, known: ReadonlyMap<string, RecordedEvent>) => {
  const stored: RecordedEvent[] = [];
  for (const event of events) {
    const found = known.get(event.id);
    if (found === undefined || !isSame(found, stream, event)) return null;
    stored.push(found);
  }
  return stored;
};

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
    throw reused({ en: 'The id of a fact', zh: '事实的编号' });
};

/** Facts are read in frames of 64, each of which has to be one text in memory; no fact of a town is near this. */
const mostBytesOfFact = 4_000_000;
/** An append is one statement, and so one text. */
const mostBytesOfAppend = 64_000_000;

const tooLarge = () =>
  new Rejection(
    'too-large',
    { en: 'This is more than can be recorded at once.', zh: '内容过大，无法一次记录。' },
    'too-large',
  );

/** How many bytes the data and metadata of these facts have; throws a `Rejection` where they are too many. */
export const bytesOfAppend = (facts: readonly EncodedEvent[]): number => {
  let bytes = 0;
  for (const { data, metadata } of facts) {
    const its = Buffer.byteLength(data) + Buffer.byteLength(metadata);
    if (its > mostBytesOfFact) throw tooLarge();
    bytes += its;
  }
  if (bytes > mostBytesOfAppend) throw tooLarge();
  return bytes;
};

/** `newest` is the revision of the stream's last fact, -1 where there is none. */
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
  throw reused({ en: 'The id of a fact', zh: '事实的编号' });
};

const standing = ({ stream, events }: Append, known: ReadonlyMap<string, RecordedEvent>) => {
  const facts: RecordedEvent[] = [];
  for (const event of events) {
    const fact = known.get(event.id);
    if (fact === undefined || !isSame(fact, stream, event)) return null;
    facts.push(fact);
  }
  return facts;
};

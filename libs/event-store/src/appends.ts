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

/** Several appends that are kept together or not at all. */
export type AppendRequest = readonly Append[];

export const assertWritableRequest = (unit: AppendRequest) => {
  const streams = new Set<string>();
  const ids = new Set<string>();
  let facts = 0;
  for (const { stream, events } of unit) {
    assertWritable(stream, events);
    streams.add(stream);
    for (const { id } of events) ids.add(id);
    facts += events.length;
  }
  if (ids.size < facts) throw reused({ en: 'The id of a fact', zh: '事实的编号' });
  if (streams.size < unit.length) throw new Error('One append names the same stream twice.');
};

/** Facts are read in frames of 64, each of which has to be one text in memory; no fact of a town is near this. */
const mostBytesOfFact = 4_000_000;
/** A unit is one statement, and so one text. */
const mostBytesOfUnit = 64_000_000;

const tooLarge = () =>
  new Rejection(
    'too-large',
    { en: 'This is more than can be recorded at once.', zh: '内容过大，无法一次记录。' },
    'too-large',
  );

/** How many bytes the data and metadata of these facts have; throws a `Rejection` where they are too many. */
export const bytesOfRequest = (facts: readonly (readonly EncodedEvent[])[]): number => {
  let bytes = 0;
  for (const own of facts)
    for (const { data, metadata } of own) {
      const its = Buffer.byteLength(data) + Buffer.byteLength(metadata);
      if (its > mostBytesOfFact) throw tooLarge();
      bytes += its;
    }
  if (bytes > mostBytesOfUnit) throw tooLarge();
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
 * The answer to appends that cannot be written as they are. Made before: answered as it stands. Else the writer
 * who is out of date hears that first, because looking again may tell him that nothing is left to do.
 */
export const resolveConflict = (
  unit: AppendRequest,
  known: ReadonlyMap<string, RecordedEvent>,
  stale: Append | undefined,
): readonly (readonly RecordedEvent[])[] => {
  const asTheyStand = known.size > 0 ? standing(unit, known) : null;
  if (asTheyStand !== null) return asTheyStand;
  if (stale !== undefined) throw new WrongExpectedRevision(stale.stream, stale.expectedRevision);
  throw reused({ en: 'The id of a fact', zh: '事实的编号' });
};

const standing = (unit: AppendRequest, known: ReadonlyMap<string, RecordedEvent>) => {
  const answer: RecordedEvent[][] = [];
  for (const { stream, events } of unit) {
    const facts: RecordedEvent[] = [];
    for (const event of events) {
      const fact = known.get(event.id);
      if (fact === undefined || !isSame(fact, stream, event)) return null;
      facts.push(fact);
    }
    answer.push(facts);
  }
  return answer;
};

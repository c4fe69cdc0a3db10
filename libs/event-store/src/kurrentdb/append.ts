/** Appends to one stream, told from each other by what stands in the stream and never by what a server remembers. */
import { setTimeout as pause } from 'node:timers/promises';
import type { JSONEventData, KurrentDBClient } from '@kurrent/kurrentdb-client';
import {
  type Append,
  backoff,
  Busy,
  type ExpectedRevision,
  type Instant,
  perKey,
  type RecordedEvent,
  type StreamName,
  WrongExpectedRevision,
} from '@mulin/kernel';
import { assertWritableAppend, isAsExpected, resolveConflict } from '../appends.js';
import type { Codec } from '../codec.js';
import type { StreamRange } from '../event-store.js';
import { sizeOnServer, toServer } from './event-form.js';
import type { KnownIds } from './known-ids.js';
import { asked, isWrongRevision, StreamIncomplete, tooLarge } from './faults.js';

/** `MaxAppendSize` of a server that nobody has set otherwise: for all events of an append together. */
export const mostBytes = 1_048_576;

/** Who appends without a revision reads the stream and tries again where others were faster. */
const attempts = 20;
const pauseMs = backoff({ firstMs: 5, longestMs: 500, random: Math.random });

type Parts = Readonly<{
  client: KurrentDBClient;
  prefix: string;
  codec: Codec;
  now: () => Instant;
  /** What it reads is learnt. */
  readStream: (range: StreamRange) => Promise<readonly RecordedEvent[]>;
  known: KnownIds;
}>;

type Prepared = Readonly<{ append: Append; events: JSONEventData[] }>;

const prepared = ({ codec, now }: Parts, append: Append): Prepared => {
  assertWritableAppend(append);
  const events = codec.write(append.stream, append.events, now()).map(toServer);
  if (events.reduce((sum, event) => sum + sizeOnServer(event), 0) > mostBytes) throw tooLarge(mostBytes);
  return { append, events };
};

const isRevision = (expected: ExpectedRevision): expected is number =>
  typeof expected === 'number' && Number.isSafeInteger(expected) && expected >= 0;

const knownIn = ({ events }: Append, stored: readonly RecordedEvent[]) => {
  const ids = new Set(events.map(({ id }) => id));
  return new Map(stored.filter(({ id }) => ids.has(id)).map((event) => [event.id, event]));
};

/** Every id of a stream up to its end, or up to a revision; what is known already is not read again. */
const learnUpTo = async (
  { readStream, known }: Parts,
  stream: StreamName,
  revision: number,
): Promise<void> => {
  const from = known.upTo(stream) + 1;
  if (from <= revision) await readStream({ stream, from, most: Infinity });
};

/** What the stream holds of an append, read anew, and where it ends. */
const standing = async ({ readStream, known }: Parts, append: Append) => {
  known.forget(append.stream);
  const stored = await readStream({ stream: append.stream, from: 0, most: Infinity });
  return { stored: knownIn(append, stored), head: stored.length - 1 };
};

/** The answer to an append that is stored already, in whole or in part, or is not as expected; `null`: it is neither. */
const answerBy = async (parts: Parts, append: Append): Promise<readonly RecordedEvent[] | null> => {
  const { stored, head } = await standing(parts, append);
  const isStale = !isAsExpected(append.expectedRevision, head);
  if (stored.size > 0 || isStale) return resolveConflict(append, stored, isStale);
  return append.events.length === 0 ? [] : null;
};

/**
 * Writes after the revision `head`; `null` where the stream does not end there. A server that finds the same ids there
 * calls it written and does not look at what the events say, so that what stands there is read and compared.
 */
const writeAfter = async (
  parts: Parts,
  { append, events }: Prepared,
  head: number,
): Promise<readonly RecordedEvent[] | null> => {
  const { client, prefix, readStream } = parts;
  const { stream } = append;
  try {
    const { nextExpectedRevision } = await asked(
      () =>
        client.appendToStream(`${prefix}${stream}`, events, {
          streamState: head < 0 ? 'no_stream' : BigInt(head),
          requiresLeader: true,
        }),
      { stream, mostBytes },
    );
    // A stream that was deleted goes on where it ended, as if it were new.
    if (Number(nextExpectedRevision) !== head + events.length) throw new StreamIncomplete(stream);
  } catch (error) {
    if (isWrongRevision(error)) return null;
    throw error;
  }
  const stored = await readStream({ stream, from: head + 1, most: events.length });
  return resolveConflict(append, knownIn(append, stored), true);
};

/** Whether there is something to write of which nothing is known to stand in the stream. */
const isNew = ({ known }: Parts, { stream, events }: Append): boolean =>
  events.length > 0 && !events.some(({ id }) => known.has(stream, id));

/** At a revision that the caller names. A server would write an id again that stands further up in the stream. */
const appendAt = async (parts: Parts, wanted: Prepared, head: number): Promise<readonly RecordedEvent[]> => {
  const { append } = wanted;
  await learnUpTo(parts, append.stream, head);
  const written = isNew(parts, append) ? await writeAfter(parts, wanted, head) : null;
  // What was known may have been of a server that was restored since: then the stream has been read anew.
  const answer = written ?? (await answerBy(parts, append)) ?? (await writeAfter(parts, wanted, head));
  if (answer !== null) return answer;
  throw new WrongExpectedRevision(append.stream, append.expectedRevision);
};

const busy = () =>
  new Busy({
    en: 'Too many write to this stream at the same time: try again.',
    zh: '同时写入此流的过多，请稍后再试。',
  });

/**
 * Wherever the stream is: servers know an append again that names no revision only while they remember its ids, which
 * is not for long and not after a restart. So the stream is read to its end, and written to where it ended.
 */
const appendAnywhere = async (parts: Parts, wanted: Prepared): Promise<readonly RecordedEvent[]> => {
  const { append } = wanted;
  const { known } = parts;
  for (let failures = 1; failures <= attempts; failures++) {
    await learnUpTo(parts, append.stream, Infinity);
    const head = known.upTo(append.stream);
    const mayWrite = isAsExpected(append.expectedRevision, head) && isNew(parts, append);
    const written = mayWrite ? await writeAfter(parts, wanted, head) : null;
    const answer = written ?? (await answerBy(parts, append));
    if (answer !== null) return answer;
    await pause(pauseMs(failures));
  }
  throw busy();
};

export const kurrentAppending = (parts: Parts) => {
  const inTurn = perKey();

  return async (append: Append): Promise<readonly RecordedEvent[]> => {
    const wanted = prepared(parts, append);
    const { stream, expectedRevision: expected } = append;
    if (expected === 'no-stream') return appendAt(parts, wanted, -1);
    if (isRevision(expected)) return appendAt(parts, wanted, expected);
    return inTurn(stream, () => appendAnywhere(parts, wanted));
  };
};

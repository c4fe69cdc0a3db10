/** Reads one log out of a server that keeps many: by the names of its streams. */
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { type EventStore, type Filter, passes, type Position, type RecordedEvent } from '@mulin/kernel';
import type { Codec } from '../codec.js';
import type { StreamRange } from '../event-store.js';
import { endOfLog } from './connection.js';
import { readRecord, recordOf, type ServerRecord, streamsBeginning } from './event-form.js';
import { asked, isNotFound, StreamIncomplete } from './faults.js';

/** Events that are asked for at once: few enough to come within the time that a call has. */
const pageSize = 2_000;
const most = Number.MAX_SAFE_INTEGER;

type Source = Readonly<{ client: KurrentDBClient; prefix: string; codec: Codec }>;

const streamOf = async ({ client, prefix }: Source, { stream, from, most: atMost }: StreamRange) => {
  const records: ServerRecord[] = [];
  if (atMost < 1) return records;
  const events = client.readStream(`${prefix}${stream}`, {
    fromRevision: BigInt(Math.ceil(from)),
    maxCount: Math.min(Math.floor(atMost), most),
    requiresLeader: true,
  });
  for await (const { event } of events) {
    const record = recordOf(prefix, event);
    if (record !== null) records.push(record);
  }
  return records;
};

/** The events of a stream. What has been taken out of it by the server's own means is noticed, not passed over. */
const readingStream =
  (source: Source) =>
  async (range: StreamRange): Promise<readonly RecordedEvent[]> => {
    const { stream, from } = range;
    try {
      const records = await asked(() => streamOf(source, range), { stream });
      if (records.some(({ revision }, nth) => revision !== from + nth)) throw new StreamIncomplete(stream);
      return records.map((record) => readRecord(source.codec, record));
    } catch (error) {
      if (isNotFound(error)) return [];
      throw error;
    }
  };

/** Which streams a filter wants, by the beginnings of their names. */
const prefixesOf = (prefix: string, { categories }: Filter): string[] =>
  categories === undefined ? [prefix] : categories.map((category) => `${prefix}${category}-`);

/** Positions are those of events, of which a read gives the one at its position, too. */
export const pageAfter = async (
  { client, prefix }: Omit<Source, 'codec'>,
  at: number,
  count: number,
  filter: Filter,
) => {
  const records: ServerRecord[] = [];
  let read = 0;
  let reached = at;
  const from = BigInt(at);
  const events = client.readAll({
    fromPosition: at === 0 ? 'start' : { commit: from, prepare: from },
    maxCount: count + 1,
    filter: streamsBeginning(prefixesOf(prefix, filter)),
    requiresLeader: true,
  });
  for await (const { event } of events) {
    read += 1;
    // Also what the server itself wrote, as what is left of a deleted stream.
    reached = Math.max(reached, Number(event?.position.commit ?? 0));
    const record = recordOf(prefix, event);
    if (record !== null && record.position > at) records.push(record);
  }
  return { records, reached, isLast: read <= count };
};

const isNothing = ({ categories, types }: Filter): boolean => categories?.length === 0 || types?.length === 0;

type Wanted = Readonly<{ at: number; wanted: number; filter: Filter }>;

/** A server filters by streams or by types, never by both: types are left out here. */
const takePage = async (source: Source, { at, wanted, filter }: Wanted) => {
  const size = filter.types === undefined ? Math.min(wanted, pageSize) : pageSize;
  const { records, reached, isLast } = await asked(() => pageAfter(source, at, size, filter));
  const passing = records.filter((record) => passes(filter, record)).slice(0, wanted);
  return {
    events: passing.map((record) => readRecord(source.codec, record)),
    reached,
    isLast,
  };
};

const readingAll =
  (source: Source): EventStore['readAll'] =>
  async ({ from, maxCount, filter = {} }) => {
    const found: RecordedEvent[] = [];
    let at: number = from ?? 0;
    for (let isAtEnd = isNothing(filter); !isAtEnd && found.length < maxCount;) {
      const page = await takePage(source, { at, wanted: maxCount - found.length, filter });
      found.push(...page.events);
      at = page.reached;
      isAtEnd = page.isLast;
    }
    return found;
  };

const newestBefore = async ({ client, prefix }: Source): Promise<Position | null> => {
  const events = client.readAll({
    direction: 'backwards',
    fromPosition: 'end',
    // What is left of deleted streams is passed over.
    maxCount: pageSize,
    filter: streamsBeginning([prefix]),
    requiresLeader: true,
  });
  for await (const { event } of events) {
    const record = recordOf(prefix, event);
    if (record !== null) return record.position;
  }
  return null;
};

const newestAfter = async (source: Source, at: number): Promise<Position | null> => {
  let newest: Position | null = null;
  let from = at;
  for (let isAtEnd = false; !isAtEnd;) {
    const page = await pageAfter(source, from, pageSize, {});
    newest = page.records.at(-1)?.position ?? newest;
    from = page.reached;
    isAtEnd = page.isLast;
  }
  return newest;
};

/**
 * The position of the newest event of this log. The server is asked for the end of everything, and then only for what
 * came since it was asked last: a log in which little happens is not searched through what all others have written.
 */
const headOf = (source: Source): EventStore['head'] => {
  let newest: Position | null = null;
  /** Up to where in the whole server there is nothing of this log after `newest`; 0: nobody has looked yet. */
  let searched = 0;

  return () =>
    asked(async () => {
      const end = Number((await endOfLog(source.client))?.commit ?? 0);
      if (end <= searched) return newest;
      const found = searched === 0 ? await newestBefore(source) : await newestAfter(source, searched);
      // Another call may have seen more meanwhile.
      if (found !== null && found > (newest ?? 0)) newest = found;
      searched = Math.max(searched, end);
      return newest;
    });
};

export const kurrentReading = (source: Source) => ({
  readStream: readingStream(source),
  readAll: readingAll(source),
  head: headOf(source),
});

/** How a KurrentDB judges an append: the rules of `IndexWriter.CheckCommit` in its source. */
import { ownEvent, type Proposed, type ServerRecords, serverRecords } from './records.js';
import { type RecentIds, recentIds } from './recent-ids.js';

/** -1: the stream must have no event; any other number: the revision of its last event. */
export type Expected = number | 'any' | 'stream-exists';

/** `last` and `position` are those of the last event that was asked for, also where it was there already. */
export type Verdict = Readonly<
  { is: 'written'; last: number; position: number } | { is: 'wrong'; current: number } | { is: 'deleted' }
>;

type Wanted = Readonly<{ stream: string; expected: Expected; events: readonly Proposed[] }>;
type Known = Readonly<{ records: ServerRecords; recent: RecentIds }>;
/** `null`: not as expected. */
type Judgement = Verdict | 'new' | null;

const alreadyWritten = ({ records }: Known, stream: string, last: number): Verdict => ({
  is: 'written',
  last,
  position: records.ofStream(stream)[last]?.position ?? -1,
});

/** Weak idempotency: only what is remembered; an append that is partly known is refused like a wrong revision. */
const byRecentIds = (known: Known, { stream, events }: Wanted): Judgement => {
  const revisions = events.map(({ id }) => known.recent.find(id, stream));
  if (revisions[0] === undefined) return 'new';
  return revisions.includes(undefined) ? null : alreadyWritten(known, stream, revisions.at(-1) ?? 0);
};

/** Strong idempotency: the same ids at the same places. What the events say is never compared. */
const byStream = (known: Known, { stream, events }: Wanted, expected: number): Judgement => {
  const its = known.records.ofStream(stream);
  const isThere = events.map(({ id }, nth) => its[expected + 1 + nth]?.id === id);
  if (isThere.length > 0 && isThere.every(Boolean))
    return alreadyWritten(known, stream, expected + events.length);
  const mayBegin = isThere[0] !== true && expected === -1 && known.records.isSoftlyDeleted(stream);
  return mayBegin ? 'new' : null;
};

const judge = (known: Known, wanted: Wanted): Judgement => {
  const { stream, expected } = wanted;
  const head = known.records.ofStream(stream).length - 1;
  if (expected === 'stream-exists' && (head < 0 || known.records.isSoftlyDeleted(stream))) return null;
  if (typeof expected === 'string') return byRecentIds(known, wanted);
  if (expected === head) return 'new';
  return expected > head ? null : byStream(known, wanted, expected);
};

/** Every so many appends the server writes something of its own, as a real one writes its statistics. */
const appendsBetweenOwn = 4;

/** The log of one server. */
export const serverLog = () => {
  const records = serverRecords();
  const tombstones = new Set<string>();
  const listeners = new Set<() => void>();
  let recent = recentIds();
  let appends = 0;

  const write = ({ stream, events }: Wanted): Verdict => {
    if (records.isSoftlyDeleted(stream)) records.undelete(stream);
    for (const event of events) {
      const { revision } = records.add(stream, event);
      recent.add(event.id, { stream, revision });
    }
    const verdict = alreadyWritten({ records, recent }, stream, records.ofStream(stream).length - 1);
    appends += 1;
    if (appends % appendsBetweenOwn === 0)
      records.add('$stats-127.0.0.1:2113', ownEvent('$statsCollected', { 'proc-id': 1 }));
    for (const listener of listeners) listener();
    return verdict;
  };

  return {
    ...records,
    append: (stream: string, expected: Expected, events: readonly Proposed[]): Verdict => {
      if (tombstones.has(stream)) return { is: 'deleted' };
      const wanted = { stream, expected, events };
      const judgement = judge({ records, recent }, wanted);
      if (judgement === 'new') return write(wanted);
      return judgement ?? { is: 'wrong', current: records.ofStream(stream).length - 1 };
    },
    tombstone: (stream: string) => {
      tombstones.add(stream);
      records.add(stream, ownEvent('$streamDeleted', {}));
    },
    isTombstoned: (stream: string) => tombstones.has(stream),
    /** As after a restart: what was recent is known no more. */
    forgetRecent: () => {
      recent = recentIds();
    },
    onAppended: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

export type ServerLog = ReturnType<typeof serverLog>;

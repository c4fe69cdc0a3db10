/** Appends that come together share one round trip, one lock and one flush to disk. */
import type { Append, ExpectedRevision, Position, RecordedEvent } from '@mulin/kernel';
import type { Sql } from '@mulin/postgres';
import { bytesOfAppend, isAsExpected } from '../appends.js';
import type { Codec, EncodedEvent } from '../codec.js';

/** An append whose events are encoded already. */
export type EncodedAppend = Readonly<{
  append: Append;
  events: readonly EncodedEvent[];
  bytes: number;
}>;

/** The events as they are stored now; or that it was refused, and whether because the stream is not as expected. */
export type AppendResult = Readonly<{ recorded: readonly RecordedEvent[] } | { isStale: boolean }>;

/** Throws a `Rejection` where it is more than one append may carry. */
export const encodedAppend = (append: Append, events: readonly EncodedEvent[]): EncodedAppend => ({
  append,
  events,
  bytes: bytesOfAppend(events),
});

/** Two appends that touch the same stream or the same id are not judged at the same time. */
export const canShareBatch = () => {
  const taken = new Set<string>();

  return (draft: EncodedAppend): boolean => {
    const names = namesOf(draft);
    if (names.some((name) => taken.has(name))) return false;
    for (const name of names) taken.add(name);
    return true;
  };
};

/** Streams hold a dash after their category; marked, no id is taken for one. */
const namesOf = ({ append, events }: EncodedAppend): readonly string[] => {
  const names: string[] = [append.stream];
  for (const { id } of events) names.push(`-${id}`);
  return names;
};

type AppendVerdict = Readonly<{ heads: readonly number[]; refused: ReadonlySet<number>; last: number }>;

const symbols = { 'no-stream': -1, any: -2, 'stream-exists': -3 } as const;
const mostRevisions = 2_147_483_647;
const unmatchable = -4;

const numberOf = (expected: ExpectedRevision): number => {
  if (typeof expected === 'string') return symbols[expected];
  const isRevision = Number.isInteger(expected) && expected >= 0 && expected < mostRevisions;
  return isRevision ? expected : unmatchable;
};

/** Everybody's appends wait for this one, so that a connection that died in silence is given up sooner than others. */
const limitMs = 5_000;

export const postgresAppends = (sql: Sql, schema: string, codec: Codec) => {
  const appendOne = async (append: Append, event: EncodedEvent): Promise<AppendVerdict> => {
    const [row] = await sql<{ head: number; last: number | null }>(
      `select head, last from ${schema}.append_one($1, $2, $3, $4, $5, $6, $7)`,
      [append.stream, numberOf(append.expectedRevision), ...inOrder(event)],
      { name: `${schema} append one`, limitMs },
    );
    if (row === undefined) throw new Error('An append was not answered.');
    return { heads: [row.head], refused: new Set(row.last === null ? [1] : []), last: row.last ?? 0 };
  };

  const appendMany = async (drafts: readonly EncodedAppend[]): Promise<AppendVerdict> => {
    const [row] = await sql<{ heads: number[] | null; refused: number[] | null; last: number }>(
      `select heads, refused, last from ${schema}.append_many($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      listsOf(drafts),
      { name: `${schema} append many`, limitMs },
    );
    if (row === undefined) throw new Error('An append was not answered.');
    return { heads: row.heads ?? [], refused: new Set(row.refused), last: row.last };
  };

  return async (drafts: readonly EncodedAppend[]): Promise<readonly AppendResult[]> => {
    const lone = loneEvent(drafts);
    const verdict = lone ? await appendOne(lone.append, lone.event) : await appendMany(drafts);
    return placesOf(drafts, verdict, codec);
  };
};

const inOrder = ({ id, type, version, data, metadata }: EncodedEvent) => [id, type, version, data, metadata];

const loneEvent = (drafts: readonly EncodedAppend[]) => {
  const [draft] = drafts;
  if (drafts.length > 1 || draft === undefined) return undefined;
  const [event, another] = draft.events;
  return event && another === undefined ? { append: draft.append, event } : undefined;
};

/** The lists that `append_many` takes, in its order. Written in one go: it is on the way of every append. */
const listsOf = (drafts: readonly EncodedAppend[]): readonly unknown[] => {
  const [units, streams, expected]: [number[], string[], number[]] = [[], [], []];
  const [streamOf, places, versions]: [number[], number[], number[]] = [[], [], []];
  const [ids, types, data, metadata]: [string[], string[], string[], string[]] = [[], [], [], []];

  const list = (event: EncodedEvent, place: number) => {
    streamOf.push(streams.length);
    places.push(place + 1);
    ids.push(event.id);
    types.push(event.type);
    versions.push(event.version);
    data.push(event.data);
    metadata.push(event.metadata);
  };
  for (const [n, { append, events }] of drafts.entries()) {
    // The function of the schema takes several streams as one unit, too; here each unit is one stream.
    units.push(n + 1);
    streams.push(append.stream);
    expected.push(numberOf(append.expectedRevision));
    events.forEach(list);
  }

  const lines = (texts: readonly string[]) => texts.join('\n');
  return [
    units,
    lines(streams),
    expected,
    streamOf,
    places,
    lines(ids),
    lines(types),
    versions,
    lines(data),
    lines(metadata),
  ];
};

/** Numbers the accepted events as the function did: in their order, without holes. */
const placesOf = (
  drafts: readonly EncodedAppend[],
  { heads, refused, last }: AppendVerdict,
  codec: Codec,
): readonly AppendResult[] => {
  let position = last;

  return drafts.map(({ append: { stream, expectedRevision }, events }, n): AppendResult => {
    const head = heads[n] ?? -1;
    if (refused.has(n + 1)) return { isStale: !isAsExpected(expectedRevision, head) };
    const recorded = events.map((event, nth) => {
      position += 1;
      // Just numbered by the log.
      return codec.read(event, { stream, revision: head + 1 + nth, position: position as Position });
    });
    return { recorded };
  });
};

import { uuidsOf } from './canonical.js';
import type { Context } from './context.js';
import { type Decider, type Decision, type Event, fold } from './decider.js';
import {
  type EventStore,
  type Position,
  type Proposed,
  type Recorded,
  type StreamName,
  WrongExpectedRevision,
} from './event-store.js';
import type { Instant } from './instant.js';
import { Rejection, reused } from './rejection.js';

const attempts = 3;
const streamsCached = 5_000;
/** Shorter streams are read whole: a cache of them would cost more than it saves. */
const longFrom = 20;

export type Handled<State, E extends Event> = Readonly<{
  state: State;
  /** What this decision recorded; empty for an echo and for nothing new. */
  events: readonly Recorded<E>[];
  /** Where the newest fact of the stream stands, and which one it is (`-1`: there is none). */
  position: Position | null;
  revision: number;
}>;

export type Handle<State, E extends Event> = (
  id: string,
  decide: Decision<State, E>,
  context: Context,
  options?: {
    /** Refuses (`stale-version`) unless the stream's newest fact is this one. */
    ifRevision?: number;
  },
) => Promise<Handled<State, E>>;

type Known<State> = Readonly<{
  state: State;
  revision: number;
  position: Position | null;
  causes: ReadonlyMap<string, string | undefined>;
}>;

/** What is known of streams so far. The long ones are remembered, so that only their news is read again. */
const memoryOf = <State, E extends Event>(decider: Decider<State, E>) => {
  const nothing: Known<State> = { state: decider.initial, revision: -1, position: null, causes: new Map() };
  const cache = new Map<StreamName, Known<State>>();

  const keep = (stream: StreamName, known: Known<State>) => {
    cache.delete(stream);
    if (known.revision + 1 < longFrom) return;
    cache.set(stream, known);
    const [oldest] = cache.keys();
    if (cache.size > streamsCached && oldest !== undefined) cache.delete(oldest);
  };

  return {
    recall: (stream: StreamName): Known<State> => cache.get(stream) ?? nothing,
    forget: (stream: StreamName) => void cache.delete(stream),
    learn: (stream: StreamName, known: Known<State>, facts: readonly Recorded<E>[]): Known<State> => {
      const last = facts.at(-1);
      if (last === undefined) return known;
      const causes = new Map(known.causes);
      for (const { metadata } of facts) causes.set(metadata.causationId, metadata.bodyHash);
      const { revision, position } = last;
      const learned = { state: fold(decider, facts, known.state), revision, position, causes };
      keep(stream, learned);
      return learned;
    },
  };
};

/** Read, decide, append: the only loop that writes facts. It decides again when somebody else wrote first. */
export const handler = <State, E extends Event>(
  store: EventStore,
  decider: Decider<State, E>,
  now: () => Instant,
): Handle<State, E> => {
  const memory = memoryOf(decider);

  const attempt = async (...[id, decide, context, options = {}]: Parameters<Handle<State, E>>) => {
    const stream: StreamName = `${decider.category}-${id}`;
    const before = memory.recall(stream);
    const unread = await store.readStream<E>(stream, { fromRevision: before.revision + 1 });
    const known = memory.learn(stream, before, unread);

    const isEcho = hasDecided(known, context);
    if (!isEcho) refuseStale(known, options.ifRevision);
    const events = isEcho ? [] : decide(known.state, now());
    if (events.length === 0) return { ...known, events: [] };

    const expectedRevision = known.revision < 0 ? 'no-stream' : known.revision;
    const proposed = await propose(stream, events, context);
    const recorded = await store.appendToStream(stream, proposed, { expectedRevision });
    return { ...memory.learn(stream, known, recorded), events: recorded };
  };

  return async (id, ...rest) => {
    for (let left = attempts; ; left--) {
      try {
        return await attempt(id, ...rest);
      } catch (error) {
        memory.forget(`${decider.category}-${id}`);
        if (!(error instanceof WrongExpectedRevision) || left === 1) throw error;
      }
    }
  };
};

/** One cause decides once on one stream; the same cause with another body is not the same cause. */
const hasDecided = <State>({ causes }: Known<State>, { causationId, bodyHash }: Context): boolean => {
  if (!causes.has(causationId)) return false;
  if (causes.get(causationId) !== bodyHash) throw reused({ en: 'The Idempotency-Key', zh: '幂等键' });
  return true;
};

const refuseStale = <State>({ revision }: Known<State>, ifRevision: number | undefined) => {
  if (ifRevision !== undefined && ifRevision !== revision)
    throw new Rejection(
      'stale-version',
      { en: 'It has changed since you read it; please look again.', zh: '内容已更新,请刷新后重试。' },
      'stale',
    );
};

/** Ids come from cause, stream and place, so that an append whose answer was lost can be made again. */
const propose = async <E extends Event>(stream: StreamName, events: readonly E[], metadata: Context) => {
  const ids = await uuidsOf(events.length, metadata.causationId, stream);
  return events.map((event, place): Proposed<E> => ({ ...event, id: ids[place] ?? '', metadata }));
};

import { uuidsOf } from './canonical.js';
import type { DecisionContext, EventMetadata } from './context.js';
import { type Decider, type Decision, type Event, fold } from './decider.js';
import {
  type EventStore,
  type Position,
  type NewEvent,
  type RecordedEvent,
  type StreamName,
  WrongExpectedRevision,
} from './event-store.js';
import { type Instant, latest, plus } from './instant.js';
import { perKey } from './per-key.js';
import { recent } from './recent.js';
import { Busy, Rejection, reused } from './rejection.js';
import { backoff } from './waiting.js';

/** Enough for 64 programs that decide on one stream at once: by then their pauses are longer than their work. */
const attempts = 20;
const firstPauseMs = 4;
const longestPauseMs = 1_000;
/** Bounds the memory of a process; a stream that was forgotten is only read whole again. */
const streamsCached = 5_000;
/** Shorter streams are read whole: a cache of them would cost more than it saves. */
const longFrom = 20;

/** A stream as it stands: its newest event's position (`null`) and revision (`-1` where there is none). */
export type StreamState<State> = Readonly<{
  state: State;
  position: Position | null;
  revision: number;
  /** The latest moment at which one of its events was recorded; `null` where there is none. */
  recordedAt: Instant | null;
}>;

/** What became of a command, and the stream as it stands after it. */
export type CommandResult<State, E extends Event> = StreamState<State> &
  Readonly<{
    /** What this decision recorded; empty for an echo and for nothing new. */
    events: readonly RecordedEvent<E>[];
  }>;

/** Reads a stream, decides and appends; `query` reads and decides nothing (see `commandHandler`). */
export interface CommandHandler<State, E extends Event> {
  (
    id: string,
    decide: Decision<State, E>,
    context: DecisionContext,
    options?: {
      /** Refuses (`stale-version`) unless the stream's newest event is this one. */
      ifRevision?: number;
    },
  ): Promise<CommandResult<State, E>>;

  /** Reads a stream as it stands now. It decides nothing, needs no cause, and is no command in log and metrics. */
  query(id: string): Promise<StreamState<State>>;
}

type Known<State> = StreamState<State> & Readonly<{ causes: ReadonlyMap<string, string | undefined> }>;

/** Where waiting and chance come from. `random` is from 0 to 1, without 1. */
type Chance = Readonly<{ sleep: (ms: number) => Promise<void>; random: () => number }>;

const realChance: Chance = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

/** What is known of streams so far. The long ones are remembered, so that only their news is read again. */
const memoryOf = <State, E extends Event>(decider: Decider<State, E>) => {
  const nothing: Known<State> = {
    state: decider.initial,
    revision: -1,
    position: null,
    recordedAt: null,
    causes: new Map(),
  };
  const cache = recent<StreamName, Known<State>>(streamsCached);

  const keep = (stream: StreamName, known: Known<State>) => {
    if (known.revision + 1 >= longFrom) cache.set(stream, known);
  };

  return {
    recall: (stream: StreamName): Known<State> => cache.get(stream) ?? nothing,
    forget: (stream: StreamName) => cache.delete(stream),
    /** `null`: these events do not follow directly on what is known, so nothing can be learned from them. */
    learn: (
      stream: StreamName,
      known: Known<State>,
      events: readonly RecordedEvent<E>[],
    ): Known<State> | null => {
      const last = events.at(-1);
      if (last === undefined) return known;
      if (!followsOn(known, events)) return null;
      const causes = new Map(known.causes);
      for (const { metadata } of events) causes.set(metadata.causationId, metadata.bodyHash);
      const { revision, position } = last;
      const recordedAt = events
        .map(recordedAtOf)
        .reduce<Instant | null>((moment, each) => latest(each, moment), known.recordedAt);
      const state = fold(decider, events, known.state);
      const learned = { state, revision, position, recordedAt, causes };
      keep(stream, learned);
      return learned;
    },
  };
};

const recordedAtOf = ({ metadata }: RecordedEvent): Instant => metadata.recordedAt;

/**
 * The moment of a decision: never before its cause, and after what its stream holds, however far the clock of whoever
 * recorded these is ahead; a millisecond after, so that what was decided one after the other is not of one moment. With
 * one clock for all it is the present moment.
 */
const momentOf = (now: Instant, { causedAt }: DecisionContext, { recordedAt }: Known<unknown>): Instant => {
  const isBehind = recordedAt !== null && now < recordedAt;
  return latest(now, causedAt ?? null, isBehind ? plus(recordedAt, 1) : null);
};

const followsOn = ({ revision }: Known<unknown>, events: readonly RecordedEvent[]): boolean =>
  events.every((event, place) => event.revision === revision + 1 + place);

/** Deciders of one program take turns on a stream, so that only other programs can be in each other's way. */
const turns = new WeakMap<EventStore, ReturnType<typeof perKey>>();

const turnsOn = (store: EventStore): ReturnType<typeof perKey> => {
  const known = turns.get(store) ?? perKey();
  turns.set(store, known);
  return known;
};

type Memory<State, E extends Event> = ReturnType<typeof memoryOf<State, E>>;

type Parts<State, E extends Event> = Readonly<{
  store: EventStore;
  now: () => Instant;
  memory: Memory<State, E>;
  isSameBody: SameBody;
}>;

type Call<State, E extends Event> = Readonly<{
  stream: StreamName;
  decide: Decision<State, E>;
  context: DecisionContext;
  ifRevision: number | undefined;
}>;

/** `null`: what is known of it and what was read do not follow on each other. */
const readOn = async <State, E extends Event>(
  { store, memory }: Pick<Parts<State, E>, 'store' | 'memory'>,
  stream: StreamName,
): Promise<Known<State> | null> => {
  const before = memory.recall(stream);
  const unread = await store.readStream<E>(stream, { fromRevision: before.revision + 1 });
  return memory.learn(stream, before, unread);
};

/** Whether the body of a request that was recorded is that of the one which is asked now; both are hashes. */
export type SameBody = (recorded: string | undefined, asked: string | undefined) => boolean;

const isEqual: SameBody = (recorded, asked) => recorded === asked;

/** `null`: another program wrote meanwhile, and what is known is not enough to go on from. */
const attempt = async <State, E extends Event>(
  { store, memory, now, isSameBody }: Parts<State, E>,
  { stream, decide, context, ifRevision }: Call<State, E>,
): Promise<CommandResult<State, E> | null> => {
  const known = await readOn({ store, memory }, stream);
  if (known === null) return null;

  const isEcho = hasDecided(known, context, isSameBody);
  if (!isEcho) refuseStale(known, ifRevision);
  const moment = momentOf(now(), context, known);
  const events = isEcho ? [] : decide(known.state, moment);
  if (events.length === 0) return { ...known, events: [] };

  const expectedRevision = known.revision < 0 ? 'no-stream' : known.revision;
  const proposed = await propose(stream, events, context, moment);
  const recorded = await store.appendToStream(stream, proposed, { expectedRevision });
  // Events that stood there already are answered as they stand, and others may lie between: then we read again.
  const learned = memory.learn(stream, known, recorded);
  return learned && { ...learned, events: recorded };
};

/** Nothing is remembered of a stream on which an attempt did not succeed. */
const forgetful = async <State, E extends Event>(
  parts: Parts<State, E>,
  call: Call<State, E>,
): Promise<CommandResult<State, E> | null> => {
  const { memory } = parts;
  try {
    const handled = await attempt(parts, call);
    if (handled === null) memory.forget(call.stream);
    return handled;
  } catch (error) {
    memory.forget(call.stream);
    if (error instanceof WrongExpectedRevision) return null;
    throw error;
  }
};

/**
 * Makes the function that reads a stream, decides and appends: the only place that writes events.
 *
 * What is decided is never earlier than its cause (`causedAt`), nor than what its stream holds: with clocks of machines
 * that differ, the decision is handed the latest of these moments, and its events are recorded no earlier.
 *
 * Idempotent by `causationId`: what was decided for a cause is not decided again, and gives the state with no new
 * events. Optimistic: where another process wrote to the stream first, it reads and decides again, up to 20 times with
 * pauses of 4 ms to 1 s (exponential, full jitter). Calls of one process for one stream run one after the other.
 *
 * @param now the present moment by the clock of this program.
 * @param options.isSameBody whether two body hashes are of one request; tells a request that is sent again from
 *   another one under the same Idempotency-Key. Default: whether they are equal.
 * @param options.sleep, options.random where waiting and chance come from. Default: timers and `Math.random`.
 * @throws what the decision throws, usually a `Rejection`; `Rejection` `same-id-other-content` for another body under
 *   the same key, `stale-version` where `ifRevision` was given and is not the stream's; `Busy` when all attempts met
 *   another writer; `Unavailable` when the store cannot be reached. Never `WrongExpectedRevision`.
 */
export const commandHandler = <State, E extends Event>(
  store: EventStore,
  decider: Decider<State, E>,
  now: () => Instant,
  { isSameBody = isEqual, sleep, random }: Chance & Readonly<{ isSameBody?: SameBody }> = realChance,
): CommandHandler<State, E> => {
  const parts = { store, now, memory: memoryOf(decider), isSameBody };
  const inTurn = turnsOn(store);
  // With jitter, so that processes that wrote at the same time do not try again at the same time.
  const pauseMs = backoff({ firstMs: firstPauseMs, longestMs: longestPauseMs, random });

  const persistently = async (call: Call<State, E>): Promise<CommandResult<State, E>> => {
    for (let nth = 1; ; nth++) {
      const handled = await forgetful(parts, call);
      if (handled !== null) return handled;
      if (nth === attempts)
        throw new Busy({
          en: `${call.stream} was written by others ${attempts} times in a row.`,
          zh: `${call.stream} 连续 ${attempts} 次被他人先行写入。`,
        });
      await sleep(pauseMs(nth));
    }
  };

  const streamOf = (id: string): StreamName => `${decider.category}-${id}`;

  const handle = (
    ...[id, decide, context, { ifRevision } = {}]: Parameters<CommandHandler<State, E>>
  ): Promise<CommandResult<State, E>> => {
    const stream = streamOf(id);
    return inTurn(stream, () => persistently({ stream, decide, context, ifRevision }));
  };

  return Object.assign(handle, {
    query: (id: string) => inTurn(streamOf(id), () => read(parts, streamOf(id))),
  });
};

/** From its first event on, where what is remembered of it is of no use. */
const read = async <State, E extends Event>(
  parts: Parts<State, E>,
  stream: StreamName,
): Promise<StreamState<State>> => {
  let known = await readOn(parts, stream);
  while (known === null) {
    parts.memory.forget(stream);
    known = await readOn(parts, stream);
  }
  const { state, position, revision, recordedAt } = known;
  return { state, position, revision, recordedAt };
};

/** One cause decides once on one stream; the same cause with another body is not the same cause. */
const hasDecided = <State>(
  { causes }: Known<State>,
  { causationId, bodyHash }: EventMetadata,
  isSameBody: SameBody,
): boolean => {
  if (!causes.has(causationId)) return false;
  if (!isSameBody(causes.get(causationId), bodyHash))
    throw reused({ en: 'The Idempotency-Key', zh: '幂等键' });
  return true;
};

const refuseStale = <State>({ revision }: Known<State>, ifRevision: number | undefined) => {
  if (ifRevision !== undefined && ifRevision !== revision)
    throw new Rejection(
      'stale-version',
      { en: 'It has changed since you read it; please look again.', zh: '内容已更新，请刷新后重试。' },
      'stale',
    );
};

/** Ids come from cause, stream and place, so that an append whose answer was lost can be made again. */
const propose = async <E extends Event>(
  stream: StreamName,
  events: readonly E[],
  { causedAt: _, ...metadata }: DecisionContext,
  notBefore: Instant,
) => {
  const ids = await uuidsOf(events.length, metadata.causationId, stream);
  return events.map((event, place): NewEvent<E> => ({ ...event, id: ids[place] ?? '', metadata, notBefore }));
};

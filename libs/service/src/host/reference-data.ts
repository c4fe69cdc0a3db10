/** What the pack says, made into events: versioned reference data, the same in every process of a service. */
import {
  type CommandHandler,
  type Decider,
  type Decision,
  type Event,
  type EventStore,
  fold,
  followLog,
  idOf,
  categoryOf,
  type Instant,
  newCorrelation,
  type RecordedEvent,
  replayLog,
  type Stop,
} from '@mulin/kernel';

/** A change that the pack makes to one stream. */
export type ReferenceChange = Readonly<{ record: () => Promise<unknown> }>;

/** One kind of things that the pack names, such as menu items: each of them is a stream. */
export type ReferenceKind<State, E extends Event> = Readonly<{
  category: string;
  /** As the log has it, as far as it has been followed; the decider's initial state where it has nothing. */
  stateOf: (id: string) => State;
  /** Every id that the log has ever had, oldest first. */
  ids: () => readonly string[];
  /**
   * What must be recorded so that the log says what the pack says: of each id in `wanted` what its decision decides, of
   * every other id that the log has what `gone` decides.
   */
  changesTo: (
    wanted: ReadonlyMap<string, Decision<State, E>>,
    gone?: (id: string) => Decision<State, E>,
  ) => readonly ReferenceChange[];
  apply: (event: RecordedEvent) => void;
}>;

/** How one service takes its turn: see `Platform.recordPack`. */
export type RecordPack = (record: (isNewest: boolean) => Promise<void>) => Promise<void>;

type Parts = Readonly<{
  town: string;
  /** The service, as the actor of what is recorded. */
  actor: string;
  now: () => Instant;
  newId: () => string;
  store: EventStore;
  /** How the service takes its turn with other processes. Default: it is the only one. */
  recordPack?: RecordPack | undefined;
}>;

type Options = Readonly<{
  /** Hears every event of these kinds once, in the order of the log, after the state of its stream has changed. */
  onEvent?: (event: RecordedEvent) => void;
  /** So many changes are decided at once and share a commit; 1: each in its turn, in the order given. */
  together?: number;
}>;

/** The reference data of one service. */
export type ReferenceData = Readonly<{
  kind: <State, E extends Event>(
    decider: Decider<State, E>,
    handle: CommandHandler<State, E>,
  ) => ReferenceKind<State, E>;
  /**
   * Reads the log, records `changes` (asked when the log has been read) unless a newer pack is at work, and from then on follows whatever any process
   * of the service records, until stopped. Resolves when all of that which was recorded has been applied. Throws what
   * the store and the decisions throw; what was recorded by then stays, and the next start records the rest.
   */
  start: (changes: () => readonly ReferenceChange[] | Promise<readonly ReferenceChange[]>) => Promise<Stop>;
}>;

/**
 * Keeps the reference data of a service in its event store. Each change has a cause of its own, made anew: a pack
 * that goes back to what it was is a change all the same. Where two processes start with the same new pack, the
 * second finds nothing left to do; where they start with different ones, the newer one stands.
 *
 * @param options.together default: 1.
 */
export const referenceData = (parts: Parts, { onEvent, together = 1 }: Options = {}): ReferenceData => {
  const { town, actor, now, newId, store, recordPack = (record) => record(true) } = parts;
  const kinds = new Map<string, Pick<ReferenceKind<unknown, Event>, 'apply'>>();
  const apply = (event: RecordedEvent) => {
    kinds.get(categoryOf(event))?.apply(event);
    onEvent?.(event);
  };

  return {
    kind: (decider, handle) => {
      const kind = kindOf(decider, {
        now,
        handle,
        cause: () => newCorrelation({ town, actor, id: newId() }),
      });
      kinds.set(kind.category, kind);
      return kind;
    },
    start: async (changes) => {
      const filter = { categories: [...kinds.keys()] };
      let from: Awaited<ReturnType<typeof replayLog>> | undefined;
      // Read when it is our turn, so that what another process has just recorded is known.
      await recordPack(async (isNewest) => {
        from = await replayLog(store, filter, apply);
        if (isNewest) await recordAll(await changes(), together);
      });
      return followLog(store, filter, apply, from);
    },
  };
};

const recordAll = async (changes: readonly ReferenceChange[], together: number): Promise<void> => {
  for (let from = 0; from < changes.length; from += together)
    await Promise.all(changes.slice(from, from + together).map(({ record }) => record()));
};

type Handling<State, E extends Event> = Readonly<{
  handle: CommandHandler<State, E>;
  now: () => Instant;
  cause: () => ReturnType<typeof newCorrelation>;
}>;

const kindOf = <State, E extends Event>(
  decider: Decider<State, E>,
  { handle, now, cause }: Handling<State, E>,
): ReferenceKind<State, E> => {
  const known = new Map<string, State>();
  const stateOf = (id: string) => known.get(id) ?? decider.initial;
  const change = (id: string, decide: Decision<State, E>): readonly ReferenceChange[] =>
    decide(stateOf(id), now()).length === 0 ? [] : [{ record: () => handle(id, decide, cause()) }];

  return {
    category: decider.category,
    stateOf,
    ids: () => [...known.keys()],
    changesTo: (wanted, gone) => [
      ...[...wanted].flatMap(([id, decide]) => change(id, decide)),
      ...(gone === undefined
        ? []
        : [...known.keys()].filter((id) => !wanted.has(id)).flatMap((id) => change(id, gone(id)))),
    ],
    // Only events of its category are given to it.
    apply: (event) =>
      void known.set(idOf(event), fold(decider, [event as RecordedEvent<E>], stateOf(idOf(event)))),
  };
};

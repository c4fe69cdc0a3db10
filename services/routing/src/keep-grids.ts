/** Keeps the land and the rosters: what the pack says is recorded as facts, and the facts alone are asked. */
import {
  newCorrelation,
  type Decision,
  type Event,
  type EventStore,
  fold,
  type CommandHandler,
  type Instant,
  type Position,
  type RecordedEvent,
  type Stop,
} from '@mulin/kernel';
import * as Beginning from './domain/beginning.js';
import * as MicroGrids from './domain/micro-grid.js';
import * as Roster from './domain/roster.js';
import type { Rosters } from '@mulin/pack';
import type { Grids, LandFact } from './ports.js';

type Parts = Readonly<{
  town: string;
  now: () => Instant;
  newId: () => string;
  store: EventStore;
  microGrids: CommandHandler<MicroGrids.State, MicroGrids.Event>;
  rosters: CommandHandler<Roster.State, Roster.Event>;
  beginning: CommandHandler<Beginning.State, Beginning.Event>;
  gridsOf: (facts: readonly LandFact[]) => Grids;
}>;

export type Territory = Readonly<{ grids: readonly MicroGrids.MicroGrid[]; rosters: Rosters }>;

export type KeptGrids = Readonly<{
  /** As the facts stand now; refused before `start`. */
  grids: () => Grids;
  /** Records what differs from the pack, and follows the log from then on. */
  start: (pack: Territory) => Promise<Stop>;
}>;

const pageSize = 1_000;
/** So many changes of a pack are decided at once and share a commit. */
const together = 64;

const filter = { categories: [MicroGrids.decider.category, Roster.decider.category] };

type Kept<State, E extends Event> = Readonly<{
  handle: CommandHandler<State, E>;
  known: ReadonlyMap<string, State>;
  initial: State;
}>;

type Change = Readonly<{ record: (since: Instant | null) => Promise<unknown> }>;

export const keepGrids = (parts: Parts): KeptGrids => {
  const facts: LandFact[] = [];
  let known: Position | null = null;
  let index: Grids | null = null;

  const learn = (batch: readonly RecordedEvent[]) => {
    for (const fact of batch) {
      if (known !== null && fact.position <= known) continue;
      // The filter lets nothing else pass, and this service wrote them.
      facts.push(fact as RecordedEvent<LandFact & Event>);
      known = fact.position;
      index = null;
    }
  };

  const catchUp = async () => {
    for (;;) {
      const page = await parts.store.readAll({ from: known, maxCount: pageSize, filter });
      if (page.length === 0) return;
      learn(page);
    }
  };

  return {
    grids: () => (index ??= parts.gridsOf(facts)),
    start: async (pack) => {
      await catchUp();
      await recordAll(changesIn(pack, facts, parts), facts, parts);
      await parts.beginning(parts.town, Beginning.conclude(parts.town), causeOf(parts));
      await catchUp();
      const { stop } = parts.store.subscribeToAll({ from: known, filter }, (batch) =>
        Promise.resolve(learn(batch)),
      );
      return stop;
    },
  };
};

const changesIn = (pack: Territory, facts: readonly LandFact[], parts: Parts): readonly Change[] => {
  const now = parts.now();
  const decided = deciding(parts);
  const { drawn, posted } = statesIn(facts);

  const change = <State, E extends Event>(
    { handle, known, initial }: Kept<State, E>,
    id: string,
    decide: (since: Instant | null) => Decision<State, E>,
  ): readonly Change[] =>
    decide(null)(known.get(id) ?? initial, now).length === 0
      ? []
      : [{ record: (since) => decided(handle, id, decide(since)) }];

  const land = { handle: parts.microGrids, known: drawn, initial: MicroGrids.decider.initial };
  const lists = { handle: parts.rosters, known: posted, initial: Roster.decider.initial };
  const ids = new Set(pack.grids.map(({ id }) => id));
  const duties = new Map([...pack.rosters.members, ...pack.rosters.leaders]);
  const missing = (known: ReadonlyMap<string, unknown>, wanted: Pick<Set<string>, 'has'>) =>
    [...known.keys()].filter((id) => !wanted.has(id));

  return [
    ...pack.grids.flatMap((grid) => change(land, grid.id, (since) => MicroGrids.draw(grid, since))),
    ...missing(drawn, ids).flatMap((id) => change(land, id, () => MicroGrids.giveUp)),
    ...[...duties].flatMap(([place, list]) =>
      change(lists, place, (since) => Roster.post(place, list, since)),
    ),
    ...missing(posted, duties).flatMap((place) => change(lists, place, () => Roster.takeDown(place))),
  ];
};

/**
 * What the town began with holds for ever before, so that history can be filed; a later change holds from now.
 * Ended half-way, the first recording goes on where it stopped and still is the first.
 */
const recordAll = async (changes: readonly Change[], facts: readonly LandFact[], parts: Parts) => {
  if (changes.length === 0) return;
  const { state } = await parts.beginning.query(parts.town);
  const isFirst = !state.isRecorded && facts.every((fact) => fact.data.since === null);
  const since = isFirst ? null : parts.now();
  for (let from = 0; from < changes.length; from += together)
    await Promise.all(changes.slice(from, from + together).map(({ record }) => record(since)));
};

const statesIn = (facts: readonly LandFact[]) => {
  const drawn = new Map<string, MicroGrids.State>();
  const posted = new Map<string, Roster.State>();
  for (const fact of facts) {
    if (fact.type === 'RosterPosted' || fact.type === 'RosterTakenDown') {
      posted.set(fact.data.place, fold(Roster.decider, [fact], posted.get(fact.data.place)));
      continue;
    }
    const id = fact.type === 'MicroGridDrawn' ? fact.data.microGrid.id : fact.data.id;
    drawn.set(id, fold(MicroGrids.decider, [fact], drawn.get(id)));
  }
  return { drawn, posted };
};

/** Each start is a cause of its own: a pack that goes back to what it was is a change all the same. */
const deciding = (parts: Parts) => {
  const cause = causeOf(parts);
  return <State, E extends Event>(handle: CommandHandler<State, E>, id: string, decide: Decision<State, E>) =>
    handle(id, decide, cause);
};

const causeOf = ({ town, newId }: Parts) => newCorrelation({ town, actor: 'routing', id: newId() });

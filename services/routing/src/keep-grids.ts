/** Keeps the land and the rosters: what the pack says is recorded as facts, and the facts alone are asked. */
import {
  begin,
  type Decision,
  type Event,
  type EventStore,
  fold,
  type Handle,
  type Instant,
  type Position,
  type Recorded,
  type Stop,
} from '@mulin/kernel';
import type { Fact } from './adapters/flatbush-grids.js';
import * as MicroGrids from './domain/micro-grid.js';
import * as Roster from './domain/roster.js';
import type { Rosters } from './pack/rosters.js';
import type { Grids } from './ports.js';

type Parts = Readonly<{
  town: string;
  now: () => Instant;
  newId: () => string;
  store: EventStore;
  microGrids: Handle<MicroGrids.State, MicroGrids.Event>;
  rosters: Handle<Roster.State, Roster.Event>;
  gridsOf: (facts: readonly Fact[]) => Grids;
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

type Change = Readonly<{ record: (since: Instant | null) => Promise<unknown>; isFirst: boolean }>;

export const keepGrids = (parts: Parts): KeptGrids => {
  const facts: Fact[] = [];
  let known: Position | null = null;
  let index: Grids | null = null;

  const learn = (batch: readonly Recorded[]) => {
    for (const fact of batch) {
      if (known !== null && fact.position <= known) continue;
      // The filter lets nothing else pass, and this service wrote them.
      facts.push(fact as Recorded<Fact & Event>);
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
      await catchUp();
      const { stop } = parts.store.subscribeToAll({ from: known, filter }, (batch) =>
        Promise.resolve(learn(batch)),
      );
      return stop;
    },
  };
};

const changesIn = (pack: Territory, facts: readonly Fact[], parts: Parts): readonly Change[] => {
  const { grids, rosters } = pack;
  const { drawn, posted } = statesIn(facts);
  const decided = deciding(parts);
  const wanted = new Set(grids.map(({ id }) => id));
  const duties = new Map([...rosters.members, ...rosters.leaders]);
  const gone = [...posted].filter(([place, state]) => !duties.has(place) && state.duties.length > 0);

  const drawings = grids
    .filter(
      (grid) =>
        MicroGrids.draw(grid, null)(drawn.get(grid.id) ?? MicroGrids.decider.initial, parts.now()).length > 0,
    )
    .map((grid) => ({
      isFirst: !drawn.has(grid.id),
      record: (since: Instant | null) => decided(parts.microGrids, grid.id, MicroGrids.draw(grid, since)),
    }));
  const abandoned = [...drawn]
    .filter(([id, { microGrid }]) => microGrid !== null && !wanted.has(id))
    .map(([id]) => ({ isFirst: false, record: () => decided(parts.microGrids, id, MicroGrids.giveUp) }));
  const postings = [...duties, ...gone.map(([place]) => [place, []] as const)]
    .filter(
      ([place, list]) =>
        Roster.post(place, list, null)(posted.get(place) ?? Roster.decider.initial, parts.now()).length > 0,
    )
    .map(([place, list]) => ({
      isFirst: !posted.has(place),
      record: (since: Instant | null) => decided(parts.rosters, place, Roster.post(place, list, since)),
    }));
  return [...drawings, ...abandoned, ...postings];
};

/**
 * What the town began with holds for ever before, so that history can be filed; a later change holds from now.
 * Ended half-way, the first recording goes on where it stopped and still is the first.
 */
const recordAll = async (changes: readonly Change[], facts: readonly Fact[], { now }: Parts) => {
  const isFirst =
    changes.every((change) => change.isFirst) && facts.every((fact) => fact.data.since === null);
  const since = isFirst ? null : now();
  for (let from = 0; from < changes.length; from += together)
    await Promise.all(changes.slice(from, from + together).map(({ record }) => record(since)));
};

const statesIn = (facts: readonly Fact[]) => {
  const drawn = new Map<string, MicroGrids.State>();
  const posted = new Map<string, Roster.State>();
  for (const fact of facts) {
    if (fact.type === 'RosterPosted') {
      posted.set(fact.data.place, fold(Roster.decider, [fact], posted.get(fact.data.place)));
      continue;
    }
    const id = fact.type === 'MicroGridDrawn' ? fact.data.microGrid.id : fact.data.id;
    drawn.set(id, fold(MicroGrids.decider, [fact], drawn.get(id)));
  }
  return { drawn, posted };
};

/** Each start is a cause of its own: a pack that goes back to what it was is a change all the same. */
const deciding = ({ town, newId }: Parts) => {
  const cause = newId();
  return <State, E extends Event>(handle: Handle<State, E>, id: string, decide: Decision<State, E>) =>
    handle(id, decide, begin({ town, actor: 'routing', id: cause }));
};

/** Keeps the land, the rosters and the names of areas: what the pack says is recorded as events, and they are asked. */
import {
  type CommandHandler,
  type EventStore,
  type Instant,
  type LocalizedText,
  newCorrelation,
  type RecordedEvent,
  type Stop,
} from '@mulin/kernel';
import type { Duty, NamedArea, PackShift, Rosters } from '@mulin/pack';
import { type RecordPack, type ReferenceChange, type ReferenceData, referenceData } from '@mulin/service';
import * as AreaName from '../domain/land/area-name.js';
import * as Beginning from '../domain/land/beginning.js';
import * as MicroGrids from '../domain/land/micro-grid.js';
import * as Roster from '../domain/land/roster.js';
import * as Shift from '../domain/land/shift.js';
import type { Grids, LandEvent } from '../domain/land/land.js';

type Parts = Readonly<{
  town: string;
  now: () => Instant;
  newId: () => string;
  store: EventStore;
  microGrids: CommandHandler<MicroGrids.State, MicroGrids.Event>;
  rosters: CommandHandler<Roster.State, Roster.Event>;
  shifts: CommandHandler<Shift.State, Shift.Event>;
  areaNames: CommandHandler<AreaName.State, AreaName.Event>;
  beginning: CommandHandler<Beginning.State, Beginning.Event>;
  gridsOf: (events: readonly LandEvent[]) => Grids;
  /** Default: this process is the only one. */
  recordPack?: RecordPack;
}>;

export type Territory = Readonly<{
  /** An id stands there once for each version of its border. */
  grids: readonly (MicroGrids.MicroGrid & Omit<MicroGrids.Drawn, 'microGrid'>)[];
  rosters: Rosters;
  shifts?: readonly PackShift[];
  areas: readonly NamedArea[];
}>;

export type LoadedGrids = Readonly<{
  /** As the events stand now; refused before `start`. */
  grids: () => Grids;
  /** Records what differs from the pack, and follows the log from then on. */
  start: (pack: Territory) => Promise<Stop>;
}>;

/** So many changes of a pack are decided at once and share a commit. */
const together = 64;

const actor = 'routing';

const isOfLand = (event: RecordedEvent): event is RecordedEvent<LandEvent> => event.type !== 'AreaNamed';

export const loadGrids = (parts: Parts): LoadedGrids => {
  const { town, newId, beginning, gridsOf } = parts;
  const events: LandEvent[] = [];
  let index: Grids | null = null;

  const learn = (event: RecordedEvent) => {
    if (!isOfLand(event)) return;
    events.push(event);
    index = null;
  };

  const data = referenceData({ ...parts, actor }, { onEvent: learn, together });
  const changesTo = changesOf(data, parts, events);

  return {
    grids: () => (index ??= gridsOf(events)),
    start: async (pack) => {
      const stop = await data.start(() => changesTo(pack));
      await beginning(town, Beginning.conclude(town), newCorrelation({ town, actor, id: newId() }));
      return stop;
    },
  };
};

/** Every border that the pack has of each micro-grid. */
const versionsOf = (grids: Territory['grids']): ReadonlyMap<string, readonly MicroGrids.Drawn[]> => {
  const versions = new Map<string, MicroGrids.Drawn[]>();
  for (const { from, until, ...microGrid } of grids)
    versions.set(microGrid.id, [...(versions.get(microGrid.id) ?? []), { microGrid, from, until }]);
  return versions;
};

type Posting = Readonly<{ duties: readonly Duty[]; name?: LocalizedText }>;

/** What is posted where: of an area, who leads it, then who is on duty for all of it, then who helps there. */
const postingsOf = ({ members, leaders, watch, helpers, offices }: Rosters): ReadonlyMap<string, Posting> => {
  const postings = new Map<string, Posting>([...members].map(([id, duties]) => [id, { duties }]));
  for (const [path, duties] of [leaders, watch, helpers].flatMap((it) => [...it]))
    postings.set(path, { duties: [...(postings.get(path)?.duties ?? []), ...duties] });
  for (const [id, office] of offices) postings.set(`office:${id}`, office);
  return postings;
};

type Wanted = (pack: Territory) => Promise<readonly ReferenceChange[]>;

/** What differs between a pack and what is known, of each kind of reference data that routing keeps. */
const changesOf = (data: ReferenceData, parts: Parts, events: readonly LandEvent[]): Wanted => {
  const land = data.kind(MicroGrids.decider, parts.microGrids);
  const lists = data.kind(Roster.decider, parts.rosters);
  const hours = data.kind(Shift.decider, parts.shifts);
  const names = data.kind(AreaName.decider, parts.areaNames);

  /**
   * What the town began with holds for ever before, so that history can be filed; a later change holds from now.
   * Ended half-way, the first recording goes on where it stopped and still is the first.
   */
  const beginningOfTerms = async ({ grids }: Territory): Promise<Instant | null> => {
    const { state } = await parts.beginning.query(parts.town);
    const named = new Set<Instant | null | undefined>([null, ...grids.flatMap((it) => [it.from, it.until])]);
    const isFirst = !state.isRecorded && events.every((event) => named.has(event.data.since));
    return isFirst ? null : parts.now();
  };

  return async (pack) => {
    const { grids, rosters, shifts = [], areas } = pack;
    const since = await beginningOfTerms(pack);
    return [
      ...land.changesTo(
        new Map([...versionsOf(grids)].map(([id, versions]) => [id, MicroGrids.draw(versions, id, since)])),
        (id) => MicroGrids.draw([], id, since ?? parts.now()),
      ),
      ...lists.changesTo(
        new Map(
          [...postingsOf(rosters)].map(([place, list]) => [
            place,
            Roster.post(place, list.duties, since, list.name),
          ]),
        ),
        Roster.takeDown,
      ),
      ...hours.changesTo(new Map(shifts.map((it) => [it.id, Shift.set(it, since)]))),
      ...names.changesTo(new Map(areas.map(({ path, name }) => [path, AreaName.call(path, name)]))),
    ];
  };
};

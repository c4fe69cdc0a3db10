/** Keeps the land, the rosters and the names of areas: what the pack says is recorded as events, and they are asked. */
import {
  categoryOf,
  type CommandHandler,
  type EventStore,
  type Instant,
  type LocalizedText,
  newCorrelation,
  type RecordedEvent,
  type Stop,
} from '@mulin/kernel';
import { type Duty, dutiesWithLeave, type NamedArea, type PackShift, type Rosters } from '@mulin/pack';
import { type RecordPack, type ReferenceChange, type ReferenceData, referenceData } from '@mulin/service';
import * as AreaName from '../domain/land/area-name.js';
import * as Beginning from '../domain/land/beginning.js';
import * as MicroGrids from '../domain/land/micro-grid.js';
import * as Roster from '../domain/land/roster.js';
import * as Shift from '../domain/land/shift.js';
import * as Leave from '../domain/leave/leave.js';
import type { Grids, LandEvent } from '../domain/land/land.js';

type Parts = Readonly<{
  town: string;
  now: () => Instant;
  newId: () => string;
  store: EventStore;
  microGrids: CommandHandler<MicroGrids.State, MicroGrids.Event>;
  rosters: CommandHandler<Roster.State, Roster.Event>;
  shifts: CommandHandler<Shift.State, Shift.Event>;
  leave: CommandHandler<Leave.State, Leave.Event>;
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
  /** The roster of each place that ever had one. */
  rosters: () => ReadonlyMap<string, Roster.State>;
  /** The hours in which people work. */
  shifts: () => readonly Pick<Shift.Shift, 'id' | 'when'>[];
  /** What this leave makes of duties. */
  absences: (leave: Leave.State) => Roster.Absences;
  /** Posts each roster anew that is another with this leave; what is made of an older version changes nothing. */
  fitRosters: (leave: Leave.State) => Promise<void>;
  /** Records what differs from the pack, and follows the log from then on. */
  start: (pack: Territory) => Promise<Stop>;
}>;

/** So many changes of a pack are decided at once and share a commit. */
const together = 64;

const actor = 'routing';

const ofLand: readonly string[] = [MicroGrids.decider, Roster.decider, Shift.decider].map(
  (it) => it.category,
);
const isOfLand = (event: RecordedEvent): event is RecordedEvent<LandEvent> =>
  ofLand.includes(categoryOf(event));

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
  const kinds = kindsOf(data, parts);
  const changesTo = changesOf(kinds, parts, events);

  return {
    grids: () => (index ??= gridsOf(events)),
    rosters: () => new Map(kinds.lists.ids().map((place) => [place, kinds.lists.stateOf(place)])),
    shifts: () => kinds.hours.ids().flatMap((id) => shiftShown(kinds.hours.stateOf(id))),
    absences: (leave) => absencesIn(kinds.lists, leave),
    fitRosters: async (leave) => {
      const absences = absencesIn(kinds.lists, leave);
      const changes = kinds.lists.changesTo(
        new Map(kinds.lists.ids().map((place) => [place, Roster.fit(place, absences)])),
      );
      await Promise.all(changes.map(({ record }) => record()));
    },
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
type Posted = Pick<Rosters, 'members' | 'leaders' | 'watch' | 'helpers' | 'offices'>;

/** What is posted where: of an area, who leads it, then who is on duty for all of it, then who helps there. */
const postingsOf = ({ members, leaders, watch, helpers, offices }: Posted): ReadonlyMap<string, Posting> => {
  const postings = new Map<string, Posting>([...members].map(([id, duties]) => [id, { duties }]));
  for (const [path, duties] of [leaders, watch, helpers].flatMap((it) => [...it]))
    postings.set(path, { duties: [...(postings.get(path)?.duties ?? []), ...duties] });
  for (const [id, office] of offices) postings.set(`office:${id}`, office);
  return postings;
};

/** Every list of the pack: with the leave that the pack says, and as it names people. */
const listsOf = (rosters: Rosters): readonly Roster.Listed[] => {
  const planned = postingsOf(rosters);
  const named = rosters.named === undefined ? planned : postingsOf(rosters.named);
  return [...new Set([...planned.keys(), ...named.keys()])].map((place) => {
    const name = (named.get(place) ?? planned.get(place))?.name;
    return {
      place,
      planned: planned.get(place)?.duties ?? [],
      named: named.get(place)?.duties ?? [],
      ...(name === undefined ? {} : { name }),
    };
  });
};

type Kinds = ReturnType<typeof kindsOf>;

/** Each kind of reference data that routing keeps. */
const kindsOf = (data: ReferenceData, parts: Parts) => ({
  land: data.kind(MicroGrids.decider, parts.microGrids),
  lists: data.kind(Roster.decider, parts.rosters),
  hours: data.kind(Shift.decider, parts.shifts),
  away: data.kind(Leave.decider, parts.leave),
  names: data.kind(AreaName.decider, parts.areaNames),
});

/**
 * What leave makes of duties: of those of the pack what was recorded, of those that somebody changed also what the pack
 * says; whoever stands in is called as the rosters call them, and is away themselves when the pack says so.
 */
const absencesIn = (lists: Kinds['lists'], { planned, recorded, version }: Leave.State): Roster.Absences => {
  const duties = lists.ids().flatMap((place) => lists.stateOf(place).planned);
  const names = new Map(duties.flatMap(({ account, name }) => (name === undefined ? [] : [[account, name]])));
  return {
    version,
    without: (those, now, isChanged) => {
      const isAhead = (it: Leave.Absence) => Leave.isAhead(it, now);
      const ahead = recorded.filter(isAhead);
      // The pack's rosters are without the pack's leave already.
      if (!isChanged && ahead.length === 0) return those;
      return dutiesWithLeave(those, [...ahead, ...planned.filter(isAhead)], names);
    },
  };
};

const shiftShown = ({ shift }: Shift.State): readonly Pick<Shift.Shift, 'id' | 'when'>[] =>
  shift === null ? [] : [{ id: shift.id, when: shift.when }];

type Wanted = (pack: Territory) => Promise<readonly ReferenceChange[]>;

/** What differs between a pack and what is known. */
const changesOf = (kinds: Kinds, parts: Parts, events: readonly LandEvent[]): Wanted => {
  const { land, lists, hours, away, names } = kinds;

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
    const absences = absencesIn(lists, away.stateOf(parts.town));
    return [
      ...land.changesTo(
        new Map([...versionsOf(grids)].map(([id, versions]) => [id, MicroGrids.draw(versions, id, since)])),
        (id) => MicroGrids.draw([], id, since ?? parts.now()),
      ),
      ...lists.changesTo(
        new Map(listsOf(rosters).map((listed) => [listed.place, Roster.post(listed, since, absences)])),
        (place) => Roster.takeDown(place, absences),
      ),
      ...away.changesTo(new Map([[parts.town, Leave.plan(rosters.leave ?? [])]])),
      ...hours.changesTo(new Map(shifts.map((it) => [it.id, Shift.set(it, since)]))),
      ...names.changesTo(new Map(areas.map(({ path, name }) => [path, AreaName.call(path, name)]))),
    ];
  };
};

/** Whose land a place is and who serves there, made of events: every version of them, so that the past keeps its borders. */
import {
  type Instant,
  type Level,
  levelOf,
  liesIn,
  type LocalizedText,
  unreachable,
  upTo,
} from '@mulin/kernel';
import type { Grids, Ground, IndexLand, LandEvent } from './land.js';
import type * as MicroGrids from './micro-grid.js';
import * as Roster from './roster.js';
import * as Shift from './shift.js';

type Drawn = MicroGrids.MicroGrid & Readonly<{ since: Instant | null; until: Instant | null }>;
type Posted = Term & Readonly<{ duties: readonly Roster.Duty[]; name: LocalizedText | undefined }>;
type Term = Readonly<{ since: Instant | null; until: Instant | null }>;

const inForce = ({ since, until }: Term, at: Instant): boolean =>
  (since === null || since <= at) && (until === null || at < until);

type Set = Readonly<{ shift: Shift.Shift; since: Instant | null; until: Instant | null }>;
type Versions = Readonly<{
  drawn: Map<string, Drawn[]>;
  posted: Map<string, Posted[]>;
  shifts: Map<string, Set[]>;
}>;

const endedBy = <Version extends Term>(versions: readonly Version[], since: Instant): Version[] =>
  versions
    .filter((it) => it.since === null || it.since < since)
    .map((it) => (it.until === null || since < it.until ? { ...it, until: since } : it));

/**
 * Each version is in force until the next one of the same thing begins, or until the thing is given up. What is recorded
 * later replaces all that was announced for later moments.
 */
const follow = <Version extends Term>(
  all: Map<string, Version[]>,
  id: string,
  since: Instant | null,
  next?: Version,
) => {
  const before = since === null ? [] : endedBy(all.get(id) ?? [], since);
  all.set(id, next === undefined ? before : [...before, next]);
};

const versionsIn = (events: readonly LandEvent[]): Versions => {
  const drawn = new Map<string, Drawn[]>();
  const posted = new Map<string, Posted[]>();
  const shifts = new Map<string, Set[]>();
  for (const { type, data } of events) {
    const { since } = data;
    switch (type) {
      case 'MicroGridDrawn':
        follow(drawn, data.microGrid.id, since, { ...data.microGrid, since, until: null });
        break;
      case 'MicroGridGivenUp':
        follow(drawn, data.id, since);
        break;
      case 'RosterPosted':
        follow(posted, data.place, since, { duties: data.duties, name: data.name, since, until: null });
        break;
      case 'RosterTakenDown':
        follow(posted, data.place, since);
        break;
      case 'ShiftSet':
        follow(shifts, data.shift.id, since, { shift: data.shift, since, until: null });
        break;
      default:
        unreachable(type);
    }
  }
  return { drawn, posted, shifts };
};

const byId = (one: Drawn, other: Drawn): number => (one.id < other.id ? -1 : 1);

const groundOf = ({ id, area, net }: Drawn): Ground => ({ microGrid: id, area, net });

const inForceAt = (grids: readonly Drawn[], at: Instant): readonly Drawn[] =>
  grids.filter((grid) => inForce(grid, at)).sort(byId);

type Serves = (duty: Roster.Duty, at: Instant) => boolean;

/** The accounts of those of a role, if nothing is said of grid members, whose duty in a place is as asked then. */
const servingIn =
  (posted: Versions['posted'], serves: Serves, role: Roster.DutyRole = 'grid-member') =>
  (place: string, at: Instant): readonly string[] =>
    (posted.get(place) ?? [])
      .filter((version) => inForce(version, at))
      .flatMap(({ duties }) => duties.filter((duty) => duty.role === role && serves(duty, at)))
      .map(({ account }) => account);

/** Whether these are their hours. A shift that nobody has set keeps nobody away. */
const isAtWork =
  (shifts: Versions['shifts']): Serves =>
  (duty, at) => {
    const shift = shifts.get(duty.shift ?? '')?.find((version) => inForce(version, at))?.shift;
    return Roster.isTheirTurn(duty, at) && (shift === undefined || Shift.isWorked(shift, at));
  };

/** The area itself and all around it, the smallest first. */
const areasAround = (area: string): readonly string[] => {
  const parts = area.split('/');
  return parts.map((_, place) => parts.slice(0, parts.length - place).join('/'));
};

type Place = Pick<Grids, 'communityNear' | 'homeCommunity' | 'landFor'>;

/** By the index, which knows borders and no time. */
const landOf = (grids: readonly Drawn[], indexLand: IndexLand): Place => {
  const index = indexLand(grids.map(({ land }) => land));
  const isThere = (at: Instant) => (place: number) => grids[place] !== undefined && inForce(grids[place], at);
  /** A town without land has no community either. */
  const homeCommunity = (at: Instant): string =>
    inForceAt(grids, at)
      .map(({ area }) => upTo('community', area))
      .sort()[0] ?? '';

  return {
    homeCommunity,
    landFor: (net, point, at) => {
      const covering = index.covering(point, isThere(at)).flatMap((place) => grids[place] ?? []);
      const here = covering.sort(byId);
      const answers = here.find((grid) => grid.net === net) ?? here.find((grid) => grid.net === 'life');
      return answers ? groundOf(answers) : null;
    },
    communityNear: (point, at) => {
      const grid = grids[index.nearest(point, isThere(at)) ?? -1];
      return grid ? upTo('community', grid.area) : homeCommunity(at);
    },
  };
};

/** The others of its grid: first those of its own net. */
const neighboursOf = (grid: Drawn, grids: readonly Drawn[], at: Instant): readonly Drawn[] => {
  const others = inForceAt(grids, at).filter(
    ({ id, area }) => id !== grid.id && upTo('grid', area) === upTo('grid', grid.area),
  );
  return [...others.filter(({ net }) => net === grid.net), ...others.filter(({ net }) => net !== grid.net)];
};

/** Who leads an area of each level. */
const leaderOf: Readonly<Partial<Record<Level, Roster.DutyRole>>> = {
  grid: 'grid-leader',
  village: 'village-committee',
  community: 'community-secretary',
  town: 'town-leader',
};

/** Of whom a unit consists; the path of the town, and no id of a micro-grid, is a path of one word. */
const roleIn = (unit: string, isMicroGrid: boolean): Roster.DutyRole => {
  if (unit.startsWith(Roster.helpersPrefix)) return 'helper';
  if (unit.startsWith(Roster.officePrefix)) return 'office-member';
  const level = isMicroGrid ? null : levelOf(unit);
  return (level === null ? undefined : leaderOf[level]) ?? 'grid-member';
};

/** Where those of a unit are on the rosters: who helps in an area helps in all that lies in it. */
const placesOf = (unit: string): readonly string[] =>
  unit.startsWith(Roster.helpersPrefix) ? areasAround(unit.slice(Roster.helpersPrefix.length)) : [unit];

type Units = Pick<Grids, 'serving' | 'isServing' | 'isNamed' | 'named'>;

/** Who serves where an order is handed to. */
const unitsOf = ({ drawn, posted, shifts }: Versions, onDuty: Grids['onDuty']): Units => {
  const isThere = isAtWork(shifts);
  const serving = (unit: string, at: Instant, serves: Serves) =>
    placesOf(unit).flatMap((place) => servingIn(posted, serves, roleIn(unit, drawn.has(unit)))(place, at));
  return {
    serving: (unit, at) =>
      drawn.has(unit)
        ? onDuty(unit, at)
        : [
            ...serving(unit, at, (duty) => Roster.isOnDuty(duty, at) && isThere(duty, at)),
            ...serving(unit, at, (duty) => Roster.isOnDuty(duty, at) && !isThere(duty, at)),
          ],
    isNamed: (place) => posted.has(place),
    named: (at) =>
      [...posted].flatMap(([place, versions]) => {
        const duties = versions.find((version) => inForce(version, at));
        return duties === undefined || duties.duties.length === 0
          ? []
          : [{ place, name: duties.name ?? null }];
      }),
    isServing: (unit, member, at) => serving(unit, at, Roster.isOnDutyFrom).includes(member),
  };
};

type Duties = Pick<Grids, 'onDuty' | 'standIns' | 'alarmed' | 'isOnDuty' | 'isExpected'>;

const oncePerMember = <Asked extends { member: string }>(request: readonly Asked[]): readonly Asked[] =>
  request.filter(({ member }, place) => request.findIndex((it) => it.member === member) === place);

type AtWork = (place: string, at: Instant) => readonly string[];

/** The members of a micro-grid, of the others of its grid and of the areas around, then those who lead. */
const alarmedAround =
  (
    grid: Drawn | undefined,
    neighbours: (grid: Drawn) => readonly Drawn[],
    atWork: AtWork,
    leading: (level: Level) => AtWork,
  ) =>
  (at: Instant): ReturnType<Grids['alarmed']> => {
    if (grid === undefined) return [];
    const ids = [grid, ...neighbours(grid)].map(({ id }) => id);
    const members = [...ids, ...areasAround(grid.area)].flatMap((place) => atWork(place, at));
    const leaders = (['grid', 'community'] as const).flatMap((level) => {
      const unit = upTo(level, grid.area);
      return leading(level)(unit, at).map((member) => ({ member, unit }));
    });
    return oncePerMember([...members.map((member) => ({ member })), ...leaders]);
  };

/** Who is on duty where. */
const dutiesOf = ({ drawn, posted, shifts }: Versions): Duties => {
  const grids = [...drawn.values()].flat();
  const isThere = isAtWork(shifts);
  const atWork = servingIn(posted, (duty, at) => Roster.isOnDuty(duty, at) && isThere(duty, at));
  const offWork = servingIn(posted, (duty, at) => Roster.isOnDuty(duty, at) && !isThere(duty, at));
  const leading = (level: Level) =>
    servingIn(posted, (duty, at) => Roster.isOnDuty(duty, at) && isThere(duty, at), leaderOf[level]);
  const onDuty = servingIn(posted, Roster.isOnDuty);
  const expected = servingIn(posted, Roster.isOnDutyFrom);
  // A micro-grid that was given up may still have a roster: of whoever answers for what was reported before.
  const hasBegun = ({ since }: Drawn, at: Instant) => since === null || since <= at;
  const versionOf = (id: string, at: Instant) => drawn.get(id)?.findLast((it) => hasBegun(it, at));

  const candidates = (ids: readonly string[], area: string, at: Instant) => [
    ...ids.flatMap((id) => atWork(id, at)),
    ...areasAround(area).flatMap((around) => atWork(around, at)),
    ...ids.flatMap((id) => offWork(id, at)),
  ];
  const isIn = (serving: typeof onDuty) => (member: string, at: Instant, within?: string) =>
    grids.some(
      (grid) =>
        hasBegun(grid, at) &&
        (within === undefined || liesIn(grid.area, within)) &&
        [grid.id, ...areasAround(grid.area)].some((place) => serving(place, at).includes(member)),
    );
  return {
    onDuty: (microGrid, at) => candidates([microGrid], versionOf(microGrid, at)?.area ?? '', at),
    standIns: (microGrid, at) => {
      const grid = versionOf(microGrid, at);
      if (!grid) return [];
      const ids = [grid, ...neighboursOf(grid, grids, at)].map(({ id }) => id);
      return candidates(ids, grid.area, at);
    },
    alarmed: (microGrid, at) =>
      alarmedAround(versionOf(microGrid, at), (grid) => neighboursOf(grid, grids, at), atWork, leading)(at),
    isOnDuty: isIn(onDuty),
    isExpected: isIn(expected),
  };
};

/** The grids that these events make, by an index of their borders. */
export const gridsOn =
  (indexLand: IndexLand) =>
  (events: readonly LandEvent[]): Grids => {
    const versions = versionsIn(events);
    const grids = [...versions.drawn.values()].flat();
    const duties = dutiesOf(versions);
    return {
      ...landOf(grids, indexLand),
      ...duties,
      ...unitsOf(versions, duties.onDuty),
      microGrids: (at) => inForceAt(grids, at).map((grid) => ({ ...groundOf(grid), name: grid.name })),
      drawn: (at) => inForceAt(grids, at),
      microGrid: (id, at) => {
        const grid = versions.drawn.get(id)?.find((version) => inForce(version, at));
        return grid ? groundOf(grid) : null;
      },
    };
  };

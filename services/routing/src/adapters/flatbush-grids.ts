/** Grids made of events: polygons in a packed R-tree, every version of them, so that the past keeps its borders. */
import { type Instant, liesIn, unreachable, upTo } from '@mulin/kernel';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import type * as MicroGrids from '../domain/land/micro-grid.js';
import * as Roster from '../domain/land/roster.js';
import { type Land, type Net, type Point } from '../domain/land/territory.js';
import type { Grids, Ground, LandFact } from '../domain/land/land.js';

type Drawn = MicroGrids.MicroGrid & Readonly<{ since: Instant | null; until: Instant | null }>;
type Posted = Readonly<{ duties: readonly Roster.Duty[]; since: Instant | null; until: Instant | null }>;
type Term = Readonly<{ since: Instant | null; until: Instant | null }>;

const inForce = ({ since, until }: Term, at: Instant): boolean =>
  (since === null || since <= at) && (until === null || at < until);

type Versions = Readonly<{ drawn: Map<string, Drawn[]>; posted: Map<string, Posted[]> }>;

/** Each version is in force until the next one of the same thing begins, or until the thing is given up. */
const follow = <Version extends Term>(
  all: Map<string, Version[]>,
  id: string,
  since: Instant | null,
  next?: Version,
) => {
  const before = all.get(id) ?? [];
  const last = before.at(-1);
  const closed =
    last?.until === null && since !== null ? [...before.slice(0, -1), { ...last, until: since }] : before;
  all.set(id, next === undefined ? closed : [...closed, next]);
};

const versionsIn = (events: readonly LandFact[]): Versions => {
  const drawn = new Map<string, Drawn[]>();
  const posted = new Map<string, Posted[]>();
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
        follow(posted, data.place, since, { duties: data.duties, since, until: null });
        break;
      case 'RosterTakenDown':
        follow(posted, data.place, since);
        break;
      default:
        unreachable(type);
    }
  }
  return { drawn, posted };
};

const boxOf = (land: Land): [number, number, number, number] => {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of land.flatMap(([outer = []]) => outer)) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
};

/** What has no land at all still has a place in the index, where nobody asks. */
const indexOf = (grids: readonly Drawn[]): Flatbush => {
  const index = new Flatbush(Math.max(grids.length, 1));
  if (grids.length === 0) index.add(999, 999, 999, 999);
  for (const { land } of grids) index.add(...boxOf(land));
  index.finish();
  return index;
};

const byId = (one: Drawn, other: Drawn): number => (one.id < other.id ? -1 : 1);

const inForceAt = (grids: readonly Drawn[], at: Instant): readonly Drawn[] =>
  grids.filter((grid) => inForce(grid, at)).sort(byId);

type Serves = (duty: Roster.Duty, at: Instant) => boolean;

/** The accounts whose duty in a place is as asked, by the rosters of that moment. */
const servingIn =
  (posted: Versions['posted'], serves: Serves) =>
  (place: string, at: Instant): readonly string[] =>
    (posted.get(place) ?? [])
      .filter((version) => inForce(version, at))
      .flatMap(({ duties }) => duties.filter((duty) => serves(duty, at)))
      .map(({ account }) => account);

type Place = Pick<Grids, 'communityNear' | 'homeCommunity'> &
  Readonly<{
    /** Every micro-grid that covers the point, lowest id first. */
    covering: (point: Point, at: Instant) => readonly Drawn[];
  }>;

/** Where things lie, by the index. */
const landOf = (grids: readonly Drawn[]): Place => {
  const index = indexOf(grids);
  /** A town without land has no community either. */
  const homeCommunity = (at: Instant): string =>
    inForceAt(grids, at)
      .map(({ area }) => upTo('community', area))
      .reduce((first, area) => (first === '' || area < first ? area : first), '');

  return {
    homeCommunity,
    covering: ({ lat, lon }, at) =>
      index
        .search(lon, lat, lon, lat)
        .flatMap((place) => grids[place] ?? [])
        .filter((grid) => inForce(grid, at))
        .filter(({ land }) => booleanPointInPolygon([lon, lat], { type: 'MultiPolygon', coordinates: land }))
        .sort(byId),
    communityNear: ({ lat, lon }, at) => {
      const isThere = (place: number) => grids[place] !== undefined && inForce(grids[place], at);
      const [nearest = -1] = index.neighbors(lon, lat, 1, Infinity, isThere);
      const grid = grids[nearest];
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

export const flatbushGrids = (events: readonly LandFact[]): Grids => {
  const { drawn, posted } = versionsIn(events);
  const grids = [...drawn.values()].flat();
  const { covering, ...land } = landOf(grids);
  const onDuty = servingIn(posted, Roster.isOnDuty);
  const expected = servingIn(posted, Roster.isOnDutyFrom);

  const groundOf = ({ id, area, net }: Drawn): Ground => ({ microGrid: id, area, net });
  const versionOf = (id: string, at: Instant) => drawn.get(id)?.find((version) => inForce(version, at));
  const isIn = (serving: typeof onDuty) => (member: string, at: Instant, within?: string) =>
    inForceAt(grids, at).some(
      ({ id, area }) => (within === undefined || liesIn(area, within)) && serving(id, at).includes(member),
    );

  return {
    ...land,
    landFor: (net: Net, place, at) => {
      const here = covering(place, at);
      const answers = here.find((grid) => grid.net === net) ?? here.find((grid) => grid.net === 'life');
      return answers ? groundOf(answers) : null;
    },
    microGrids: (at) => inForceAt(grids, at).map((grid) => ({ ...groundOf(grid), name: grid.name })),
    microGrid: (id, at) => {
      const grid = versionOf(id, at);
      return grid ? groundOf(grid) : null;
    },
    onDuty,
    standIns: (microGrid, at) => {
      const grid = versionOf(microGrid, at);
      if (!grid) return [];
      return [grid, ...neighboursOf(grid, grids, at)].flatMap(({ id }) => onDuty(id, at));
    },
    isOnDuty: isIn(onDuty),
    isExpected: isIn(expected),
  };
};

/** Grids made of facts: polygons in a packed R-tree, every version of them, so that the past keeps its borders. */
import type { Instant } from '@mulin/kernel';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import type * as MicroGrids from '../domain/micro-grid.js';
import * as Roster from '../domain/roster.js';
import { type Land, type Net, type Point, upTo } from '../domain/territory.js';
import type { Custody, Grids } from '../ports.js';

export type Fact = MicroGrids.Event | Roster.Event;

type Drawn = MicroGrids.MicroGrid & Readonly<{ since: Instant | null; until: Instant | null }>;
type Posted = Readonly<{ duties: readonly Roster.Duty[]; since: Instant | null; until: Instant | null }>;
type Term = Readonly<{ since: Instant | null; until: Instant | null }>;

const inForce = ({ since, until }: Term, at: Instant): boolean =>
  (since === null || since <= at) && (until === null || at < until);

/** Each version is in force until the next one of the same thing begins. */
const closeLast = <Version extends Term>(versions: Version[], until: Instant | null): Version[] => {
  const last = versions.at(-1);
  return last?.until === null && until !== null ? [...versions.slice(0, -1), { ...last, until }] : versions;
};

type Versions = Readonly<{ drawn: Map<string, Drawn[]>; posted: Map<string, Posted[]> }>;

const versionsIn = (facts: readonly Fact[]): Versions => {
  const drawn = new Map<string, Drawn[]>();
  const posted = new Map<string, Posted[]>();
  for (const { type, data } of facts) {
    if (type === 'MicroGridDrawn') {
      const { microGrid, since } = data;
      const before = closeLast(drawn.get(microGrid.id) ?? [], since);
      drawn.set(microGrid.id, [...before, { ...microGrid, since, until: null }]);
    }
    if (type === 'MicroGridGivenUp') drawn.set(data.id, closeLast(drawn.get(data.id) ?? [], data.since));
    if (type === 'RosterPosted') {
      const before = closeLast(posted.get(data.place) ?? [], data.since);
      posted.set(data.place, [...before, { duties: data.duties, since: data.since, until: null }]);
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

type Look = Readonly<{ grids: readonly Drawn[]; index: Flatbush }>;

/** Every micro-grid that covers the point, lowest id first. */
const coveringAt =
  ({ grids, index }: Look) =>
  ({ lat, lon }: Point, at: Instant): readonly Drawn[] =>
    index
      .search(lon, lat, lon, lat)
      .flatMap((place) => grids[place] ?? [])
      .filter((grid) => inForce(grid, at))
      .filter(({ land }) => booleanPointInPolygon([lon, lat], { type: 'MultiPolygon', coordinates: land }))
      .sort(byId);

export const flatbushGrids = (facts: readonly Fact[]): Grids => {
  const { drawn, posted } = versionsIn(facts);
  const grids = [...drawn.values()].flat();
  const index = indexOf(grids);
  const covering = coveringAt({ grids, index });

  const onDuty = (place: string, at: Instant): readonly string[] =>
    (posted.get(place) ?? [])
      .filter((version) => inForce(version, at))
      .flatMap(({ duties }) => duties.filter((duty) => Roster.isOnDuty(duty, at)))
      .map(({ account }) => account);

  const custodyOf = ({ id, area, net }: Drawn, at: Instant): Custody => ({
    microGrid: id,
    area,
    net,
    member: onDuty(id, at)[0] ?? null,
  });

  const versionOf = (id: string, at: Instant): Drawn | undefined =>
    drawn.get(id)?.find((version) => inForce(version, at));

  const inForceAt = (at: Instant): readonly Drawn[] => grids.filter((grid) => inForce(grid, at)).sort(byId);

  /** A town without land has no community either; its own orders cannot come here. */
  const home = (at: Instant): string =>
    inForceAt(at)
      .map(({ area }) => upTo('community', area))
      .reduce((first, area) => (first === '' || area < first ? area : first), '');

  /** The others of its grid: first those of its own net. */
  const neighboursOf = (grid: Drawn, at: Instant): readonly Drawn[] => {
    const others = inForceAt(at).filter(
      ({ id, area }) => id !== grid.id && upTo('grid', area) === upTo('grid', grid.area),
    );
    return [...others.filter(({ net }) => net === grid.net), ...others.filter(({ net }) => net !== grid.net)];
  };

  return {
    answererFor: (net: Net, place, at) => {
      const here = covering(place, at);
      const answers = here.find((grid) => grid.net === net) ?? here.find((grid) => grid.net === 'life');
      return answers ? custodyOf(answers, at) : null;
    },
    communityNear: ({ lat, lon }, at) => {
      const isThere = (place: number) => grids[place] !== undefined && inForce(grids[place], at);
      const [nearest] = index.neighbors(lon, lat, 1, Infinity, isThere);
      const grid = nearest === undefined ? undefined : grids[nearest];
      return grid ? upTo('community', grid.area) : home(at);
    },
    homeCommunity: home,
    microGrids: (at) => inForceAt(at).map((grid) => ({ ...custodyOf(grid, at), name: grid.name })),
    microGrid: (id, at) => {
      const grid = versionOf(id, at);
      return grid ? custodyOf(grid, at) : null;
    },
    standIn: (microGrid, instead, at) => {
      const grid = versionOf(microGrid, at);
      if (!grid) return null;
      const candidates = [grid, ...neighboursOf(grid, at)].flatMap(({ id }) => onDuty(id, at));
      return candidates.find((member) => !instead.includes(member)) ?? null;
    },
    isOnDuty: (member, at) => grids.some((grid) => inForce(grid, at) && onDuty(grid.id, at).includes(member)),
  };
};

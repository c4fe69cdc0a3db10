/** Whether micro-grids are drawn where their paths say: near the others, in their own grid, within the town. */
import { upTo } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { MicroGrid } from '../read/grids.js';
import { overlayWarnings } from './overlays.js';
import { shown, shownMetres } from '../geometry/finding.js';
import {
  type Box,
  lonBetween,
  metresBetween,
  middleOf,
  type Point,
  type Position,
} from '../geometry/plane.js';
import { areaSide, isBeside, type Mapped, mapOf, type TileMap } from '../geometry/tiles.js';
import type { Town } from '../read/town.js';

const { warning } = problemsIn('grids.geojson');

type Placed = MicroGrid & Readonly<{ middle: Position }>;

const placed = (grid: MicroGrid): Placed => {
  const { lat, lon } = middleOf(grid.land[0] ?? []);
  return { ...grid, middle: [lon, lat] };
};

const middleValue = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const placeOf = ([lon = 0, lat = 0]: Position): Point => ({ lat, lon });

/** So many times as far from the middle of the town as the usual micro-grid is: not the same town. */
const farTimes = 20;
/** In a town of a few hundred metres nothing is far that is not so far, in metres. */
const usualAtLeastM = 500;
/** Two micro-grids have no middle: nearer than this they may be one town. */
const apartM = 200_000;

const swapped = ([lon = 0, lat = 0]: Position): Position => [lat, lon];

const farProblem = (grid: Placed, distance: number, isSwap: boolean): PackProblem => {
  const place = placeOf(grid.middle);
  const [near, km] = [shown(place), shownMetres(distance / 1_000)];
  const hint = isSwap
    ? { en: ': latitude and longitude seem to be swapped there', zh: '，疑似经纬度颠倒' }
    : { en: '', zh: '' };
  return warning(
    'far-off',
    `feature ${grid.id}`,
    {
      en: `lies ${km} km from the middle of the others, near ${near}${hint.en}`,
      zh: `距其他微网格中心 ${km} 公里，位于 ${near} 附近${hint.zh}`,
    },
    { place, metres: distance },
  );
};

/** What lies far from all the others was drawn with a slip of the pen, or has its two numbers swapped. */
const farProblems = (grids: readonly Placed[]): readonly PackProblem[] => {
  const centre: Position = [0, 1].map((axis) => middleValue(grids.map(({ middle }) => middle[axis] ?? 0)));
  const distances = grids.map(({ middle }) => metresBetween(middle, centre));
  const usual = Math.max(usualAtLeastM, middleValue(distances));
  const limit = grids.length > 2 ? farTimes * usual : apartM;
  return grids.flatMap((grid, place) => {
    const distance = distances[place] ?? 0;
    if (distance <= limit) return [];
    return [farProblem(grid, distance, metresBetween(swapped(grid.middle), centre) <= limit)];
  });
};

/** A zone follows the sun by and large: all of China, from 73° to 135°, has the hours of 120°. */
const mostDegreesFromZone = 60;

/** The longitude at which the sun stands highest at noon by the zone's standard time. */
const lonOfZone = (zone: string): number | null => {
  const text = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(Date.UTC(2000, 0, 1))
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(text ?? '') ?? [];
  const degrees = (Number(hours) + Number(minutes) / 60) * 15;
  return text === undefined ? null : sign === '-' ? 0 - degrees : degrees;
};

/** A whole map with its numbers swapped lies together, but where its zone is not, and would lie there otherwise. */
const zoneProblems = (grids: readonly Placed[], { zone }: Town): readonly PackProblem[] => {
  const noon = lonOfZone(zone);
  // Some zones follow no sun.
  if (noon === null || grids.length === 0 || /^(Etc\/|UTC|GMT)/.test(zone)) return [];
  const [lon = 0, lat = 0] = [0, 1].map((axis) => middleValue(grids.map(({ middle }) => middle[axis] ?? 0)));
  const isFar = (degrees: number) => Math.abs(lonBetween(noon, degrees)) > mostDegreesFromZone;
  if (!isFar(lon) || isFar(lat)) return [];
  const place = { lat, lon };
  return [
    warning(
      'swapped',
      '',
      {
        en: `the map lies near ${shown(place)}, where nobody has the hours of ${zone}: latitude and longitude seem to be swapped`,
        zh: `地图位于 ${shown(place)} 附近，与时区 ${zone} 不符，疑似经纬度颠倒`,
      },
      { place },
    ),
  ];
};

const boxesApart = ([west, south, east, north]: Box, [west2, south2, east2, north2]: Box): Position => [
  Math.max(0, west2 - east, west - east2),
  Math.max(0, south2 - north, south - north2),
];

/** At least so far apart are two tiles, in metres. */
const leastBetween = (one: Mapped, other: Mapped): number => {
  const [lon = 0, lat = 0] = boxesApart(one.box, other.box);
  const [, south] = one.box;
  return metresBetween([0, south], [lon, south + lat]);
};

/** The lowest level at which a micro-grid has company of its own net. */
const companyOf = (grid: MicroGrid, grids: readonly MicroGrid[]) =>
  (['grid', 'village', 'community'] as const)
    .map((level) => {
      const area = upTo(level, grid.area);
      return { area, others: grids.filter((it) => it.id !== grid.id && upTo(level, it.area) === area) };
    })
    .find(({ others }) => others.length > 0);

/** Two that have a corner in common, give or take so many metres, are neighbours. */
const neighbourM = 5;

const areNeighbours = (one: Mapped, other: Mapped): boolean =>
  one.borders.some(({ from }) => other.borders.some((border) => isBeside(border, from, neighbourM)));

/** Farther from its own than a usual micro-grid is wide, and beside somebody else's. */
const strayProblems = (grids: readonly MicroGrid[], map: TileMap): readonly PackProblem[] => {
  const tileOf = new Map(map.tiles.map((tile) => [tile.id, tile]));
  const usualM = Math.sqrt(map.usualArea);
  return grids.flatMap((grid): readonly PackProblem[] => {
    const [tile, company] = [tileOf.get(grid.id), companyOf(grid, grids)];
    if (tile === undefined || company === undefined) return [];
    const distances = company.others.flatMap(({ id }) => {
      const other = tileOf.get(id);
      return other ? [leastBetween(tile, other)] : [];
    });
    const nearest = distances.reduce((least, it) => Math.min(least, it), Infinity);
    if (nearest <= usualM) return [];
    const beside = map.near(tile.box).find((other) => other !== tile && areNeighbours(tile, other));
    // An island belongs wherever its path says.
    if (beside === undefined) return [];
    const place = middleOf(grid.land[0] ?? []);
    const [near, metres] = [shown(place), shownMetres(nearest)];
    return [
      warning(
        'outside-its-area',
        `feature ${grid.id} area`,
        {
          en: `lies ${metres} m from the rest of ${company.area}, beside ${beside.id}, near ${near}: is its area right?`,
          zh: `距 ${company.area} 的其余部分 ${metres} 米，与 ${beside.id} 相邻，位于 ${near} 附近：请核对其所属区域`,
        },
        { place, metres: nearest },
      ),
    ];
  });
};

/** A place that is named as nobody's and is somebody's, or lies outside of the town anyway. */
const outsideProblems = ({ outside }: Town, life: TileMap): readonly PackProblem[] =>
  outside.flatMap((place, number) => {
    const holder = life
      .near([place.lon, place.lat, place.lon, place.lat])
      .find(({ land }) => areaSide(land, [place.lon, place.lat]) === 'in');
    return holder === undefined
      ? []
      : [
          {
            ...warning(
              'outside-is-land',
              `outside.${number}`,
              {
                en: `${shown(place)} lies in micro-grid ${holder.id}, and so is not nobody's`,
                zh: `${shown(place)} 位于微网格 ${holder.id} 内，并非无归属`,
              },
              { place: { lat: place.lat, lon: place.lon } },
            ),
            file: 'town.json',
          },
        ];
  });

/** What is drawn where it can hardly be meant: all of it warnings, for maps are odd. */
export const placementWarnings = (grids: readonly MicroGrid[], town: Town): readonly PackProblem[] => {
  const all = grids.map(placed);
  const ofLife = grids.filter(({ net }) => net === 'life');
  const life = mapOf(ofLife);
  return [
    ...farProblems(all),
    ...zoneProblems(all, town),
    ...strayProblems(ofLife, life),
    ...overlayWarnings(grids, life),
    ...outsideProblems(town, life),
  ];
};

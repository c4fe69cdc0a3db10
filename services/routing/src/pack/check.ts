/** Whether the files of a pack fit together: the life net tiles the town, and rosters name what exists. */
import type { MicroGrid } from '../domain/micro-grid.js';
import { type Net, nets } from '../domain/territory.js';
import { readGrids } from './grids.js';
import { isMistake, mistake, type PackProblem, warning } from './problem.js';
import { readRosters, type Rosters } from './rosters.js';
import { type Flaw, flawsOf, squareMetresOf } from './tiling.js';
import { readTown, type Town } from './town.js';

const gridsFile = 'grids.geojson';
const rostersFile = 'rosters.json';

/**
 * Borders drawn by different hands never meet to the centimetre. An overlap or a gap that is smaller than this
 * share of a usual micro-grid (the middle one by size) is a sliver, which is told and tolerated.
 */
export const sliverShare = 0.01;

const kinds = {
  overlap: { en: 'overlap', zh: '重叠' },
  gap: { en: 'leave a gap', zh: '之间有空隙' },
} as const;

const rounded = (squareMetres: number): string => Math.round(squareMetres).toLocaleString('en');
const where = ({ lat, lon }: Flaw): string => `${lat.toFixed(5)}, ${lon.toFixed(5)}`;

const flawMistake = (flaw: Flaw, net: Net): PackProblem => {
  const { en, zh } = kinds[flaw.kind];
  const who = flaw.ids.join(', ');
  const size = rounded(flaw.squareMetres);
  return mistake(
    gridsFile,
    who === '' ? `net ${net}` : `feature ${who}`,
    `micro-grids of one net ${en} of ${size} m² near ${where(flaw)}`,
    `同一张网的微网格${zh},面积约 ${size} 平方米,位于 ${where(flaw)} 附近`,
  );
};

const sliverWarning = (slivers: readonly Flaw[], net: Net): readonly PackProblem[] => {
  const [largest] = slivers;
  if (!largest) return [];
  const all = rounded(slivers.reduce((sum, { squareMetres }) => sum + squareMetres, 0));
  return [
    warning(
      gridsFile,
      `net ${net}`,
      `${slivers.length} slivers (${all} m² in all) where borders do not quite meet; the largest is near ${where(largest)}`,
      `边界未完全吻合,共 ${slivers.length} 处细小缝隙或重叠(合计 ${all} 平方米),最大一处位于 ${where(largest)} 附近`,
    ),
  ];
};

const middle = (sizes: readonly number[]): number =>
  [...sizes].sort((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0;

/** The life net may have no gap; the others lie over enterprises and markets alone. No net may overlap itself. */
const tilingProblems = (grids: readonly MicroGrid[], net: Net): readonly PackProblem[] => {
  const tiles = grids.filter((grid) => grid.net === net);
  const tolerated = sliverShare * middle(tiles.map(({ land }) => squareMetresOf(land)));
  const flaws = flawsOf(tiles).filter(({ kind }) => kind === 'overlap' || net === 'life');
  return [
    ...flaws.filter(({ squareMetres }) => squareMetres > tolerated).map((flaw) => flawMistake(flaw, net)),
    ...sliverWarning(
      flaws.filter(({ squareMetres }) => squareMetres <= tolerated),
      net,
    ),
  ];
};

const netProblems = (grids: readonly MicroGrid[]): readonly PackProblem[] =>
  grids.some(({ net }) => net === 'life')
    ? []
    : [mistake(gridsFile, 'net life', 'there is no micro-grid of the life net', '没有生活网的微网格')];

const rosterProblems = (
  town: Town,
  grids: readonly MicroGrid[],
  { members, leaders }: Rosters,
): readonly PackProblem[] => {
  const ids = new Set(grids.map(({ id }) => id));
  const areas = new Set([town.town, ...town.areas.map(({ path }) => path)]);
  const unknownGrids = [...members.keys()].filter((id) => !ids.has(id));
  const unknownAreas = [...leaders.keys()].filter((path) => !areas.has(path));
  const unmanned = [...ids].filter((id) => !members.has(id));
  return [
    ...unknownGrids.map((id) =>
      mistake(rostersFile, 'members', `there is no micro-grid ${id}`, `没有微网格 ${id}`),
    ),
    ...unknownAreas.map((path) =>
      mistake(rostersFile, 'leaders', `there is no area ${path}`, `没有区域 ${path}`),
    ),
    ...unmanned.map((id) =>
      warning(rostersFile, 'members', `nobody is on duty in micro-grid ${id}`, `微网格 ${id} 无人值守`),
    ),
  ];
};

/** What one cannot see in one file alone. */
export const checkGrids = (parts: {
  town: Town;
  grids: readonly MicroGrid[];
  rosters: Rosters;
}): readonly PackProblem[] => {
  const { town, grids, rosters } = parts;
  return [
    ...netProblems(grids),
    ...nets.flatMap((net) => tilingProblems(grids, net)),
    ...rosterProblems(town, grids, rosters),
  ];
};

type Files = Readonly<{ town: unknown; grids: unknown; rosters: unknown }>;

/** Without a town there is nothing to compare with. */
export const examine = (files: Files): readonly PackProblem[] => {
  const { town, problems: ofTown } = readTown(files.town);
  const { rosters, problems: ofRosters } = readRosters(files.rosters);
  if (town === null) return [...ofTown, ...ofRosters];

  const { grids, problems: ofGrids } = readGrids(files.grids, town);
  const alone = [...ofTown, ...ofGrids, ...ofRosters];
  // A feature that could not be read would be missed as a hole, and its roster as one of nowhere.
  return alone.some(isMistake) ? alone : [...alone, ...checkGrids({ town, grids, rosters })];
};

/** Everything that is wrong with what routing reads of a pack. */
export const checkPack = (files: Files): readonly PackProblem[] => examine(files).filter(isMistake);

/** What is tolerated in it, and may be worth a look. */
export const warningsOfPack = (files: Files): readonly PackProblem[] =>
  examine(files).filter((it) => !isMistake(it));

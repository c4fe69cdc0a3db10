/** What can be said of the land, offices and rosters of a pack: whether they are right, and whether they fit together. */
import { isMistake, type PackProblem, problemsIn } from '../problem.js';
import { gridsAt, type MicroGrid } from '../read/grids.js';
import { type DutyCheck, dutyWarnings, placeProblems } from './duties.js';
import type { DutyLand } from './duty-land.js';
import { placementWarnings } from './placement.js';
import { mapsProblems } from './maps.js';
import { readGrids } from '../read/grids.js';
import { readRosters } from '../read/rosters.js';
import { readTown, type Town } from '../read/town.js';

type Files = Readonly<{ town: unknown; grids: unknown; rosters: unknown }>;

const netProblems = (grids: readonly MicroGrid[]): readonly PackProblem[] =>
  grids.some(({ net }) => net === 'life')
    ? []
    : [
        problemsIn('grids.geojson').mistake('no-life-net', 'net life', {
          en: 'there is no micro-grid of the life net',
          zh: '没有生活网的微网格',
        }),
      ];

/** A feature that could not be read would be missed as a hole in the land. */
const landProblems = (
  grids: readonly MicroGrid[],
  town: Town,
  asked: DutyCheck | null,
): readonly PackProblem[] => [
  ...netProblems(grids),
  ...mapsProblems(grids, town),
  ...(asked === null ? [] : placementWarnings(gridsAt(grids, asked.now), town)),
];

const rosterProblems = (land: DutyLand, json: unknown, asked: DutyCheck | null): readonly PackProblem[] => {
  const { rosters, entries, leave, problems } = readRosters(json);
  if (rosters === null) return problems;
  return [
    ...problems,
    ...placeProblems(land, rosters),
    ...(asked === null ? [] : dutyWarnings(land, { rosters, entries, leave }, asked)),
  ];
};

/**
 * Mistakes, warnings and notes. Mistakes are the same at whatever moment one asks: a town that started today
 * starts tomorrow. Without a town there is nothing to compare with.
 */
export const checkPack = (files: Files, asked: DutyCheck | null): readonly PackProblem[] => {
  const { town, problems: ofTown } = readTown(files.town);
  if (town === null) return [...ofTown, ...readRosters(files.rosters).problems];

  const { grids, ids, problems: ofGrids } = readGrids(files.grids, town);
  const alone = [...ofTown, ...ofGrids];
  return [
    ...alone,
    ...(alone.some(isMistake) ? [] : landProblems(grids, town, asked)),
    ...rosterProblems({ town, grids, ids }, files.rosters, asked),
  ];
};

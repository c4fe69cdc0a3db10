/** Whether enterprises and markets lie over the life net, and over the grid that their paths name. */
import { upTo } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { MicroGrid } from '../read/grids.js';
import { common, without } from '../geometry/clip.js';
import { shown, shownArea } from '../geometry/finding.js';
import { boxOfLand, type Land, landArea, middleOf } from '../geometry/plane.js';
import type { Mapped, TileMap } from '../geometry/tiles.js';

const { warning } = problemsIn('grids.geojson');

/** What may lie outside without a word: borders drawn by different hands. */
const tolerated = { share: 0.02, squareMetres: 100 };

const landsOf = (tiles: readonly Mapped[]): readonly Land[] => tiles.map(({ land }) => land);

const sharedWith = (land: Land, tiles: readonly Mapped[]): number =>
  landsOf(tiles).reduce((sum, other) => sum + landArea(common(land, other) ?? []), 0);

const largest = (land: Land): Land[number] =>
  land.reduce((most, rings) => (landArea([rings]) > landArea([most]) ? rings : most), land[0] ?? []);

const outsideTown = ({ id, land }: MicroGrid, under: readonly Mapped[]): readonly PackProblem[] => {
  const out = without(land, landsOf(under)) ?? [];
  const squareMetres = landArea(out);
  if (squareMetres <= Math.max(tolerated.squareMetres, tolerated.share * landArea(land))) return [];
  const place = middleOf(largest(out));
  const [near, size] = [shown(place), shownArea(squareMetres)];
  return [
    warning(
      'outside-town',
      `feature ${id}`,
      {
        en: `${size} m² of it lie where there is no micro-grid of the life net, near ${near}`,
        zh: `其中 ${size} 平方米不在生活网任何微网格内，位于 ${near} 附近`,
      },
      { place, squareMetres },
    ),
  ];
};

const outsideItsGrid = (
  { id, area, land }: MicroGrid,
  under: readonly Mapped[],
  own: readonly Mapped[],
): readonly PackProblem[] => {
  const [inTown, inOwn] = [sharedWith(land, under), sharedWith(land, own)];
  if (inOwn >= inTown / 2) return [];
  const place = middleOf(land[0] ?? []);
  const [near, grid] = [shown(place), upTo('grid', area)];
  return [
    warning(
      'outside-its-area',
      `feature ${id} area`,
      {
        en: `lies for the most part outside of ${grid}, near ${near}: is its area right?`,
        zh: `大部分不在 ${grid} 内，位于 ${near} 附近：请核对其所属区域`,
      },
      { place, squareMetres: inTown - inOwn },
    ),
  ];
};

/**
 * Micro-grids of production and commerce that lie otherwise than their paths say: outside of the town, or mostly in
 * another grid.
 *
 * @param life the tiles of the life net, which are among `grids`.
 */
export const overlayWarnings = (grids: readonly MicroGrid[], life: TileMap): readonly PackProblem[] => {
  const gridOf = new Map(grids.map(({ id, area }) => [id, upTo('grid', area)]));
  return grids
    .filter(({ net }) => net !== 'life')
    .flatMap((grid) => {
      const under = life.near(boxOfLand(grid.land));
      const own = under.filter(({ id }) => gridOf.get(id) === gridOf.get(grid.id));
      return [...outsideTown(grid, under), ...outsideItsGrid(grid, under, own)];
    });
};

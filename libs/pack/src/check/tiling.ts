/** Whether the micro-grids of one net tile the town: none over another, and in the life net nothing between them. */
import type { LocalizedText } from '@mulin/kernel';
import { type PackProblem, problemsIn, type Where } from '../problem.js';
import type { MicroGrid } from '../read/grids.js';
import type { Point } from '../geometry/plane.js';
import { type Net, nets } from '../words.js';
import { counted, shown, shownArea, shownMetres } from '../geometry/finding.js';
import { type Gap, gapsOf } from '../geometry/gaps.js';
import { type Overlap, overlapsOf } from '../geometry/overlaps.js';
import { areaSide, mapOf, type Piece } from '../geometry/tiles.js';

const { mistake, warning, note } = problemsIn('grids.geojson');

/**
 * Borders drawn by different hands never meet to the centimetre. Tolerated, and counted, is a sliver: thinner
 * (on average) than `widthM` and smaller than `squareMetres`, or smaller than the floor of a house, whatever its form.
 */
const sliver = { widthM: 1, squareMetres: 2_000, floor: 50 };

/** What is no sliver and yet no more than this share of a usual micro-grid (the middle one by size) is a warning. */
const smallShare = 0.01;

const isSliver = ({ squareMetres, meanWidth }: Piece): boolean =>
  squareMetres < sliver.floor || (meanWidth < sliver.widthM && squareMetres < sliver.squareMetres);

const areaOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { squareMetres }) => sum + squareMetres, 0);

const largestOf = (pieces: readonly Piece[]): Piece | undefined =>
  pieces.reduce<Piece | undefined>(
    (largest, piece) => (largest && largest.squareMetres >= piece.squareMetres ? largest : piece),
    undefined,
  );

const most = 6;

/** So many ids as one reads at once. */
const listed = (ids: readonly string[]): LocalizedText => {
  const more = ids.length - most;
  const first = ids.slice(0, most).join(', ');
  return more > 0
    ? { en: `${first} and ${more} more`, zh: `${first.replaceAll(', ', '、')} 等 ${ids.length} 个` }
    : { en: first, zh: first.replaceAll(', ', '、') };
};

const whereOf = (squareMetres: number, place: Point): Where => ({ place, squareMetres });

type Size = Readonly<{ usualArea: number }>;

const overlapProblem = ({ ids, isSame, pieces }: Overlap, { usualArea }: Size): readonly PackProblem[] => {
  const large = pieces.filter((piece) => !isSliver(piece));
  const [area, largest] = [areaOf(large), largestOf(large)];
  if (largest === undefined) return [];
  const [at, near, size] = [`feature ${ids.join(', ')}`, shown(largest.place), shownArea(area)];
  const where = whereOf(area, largest.place);
  if (isSame)
    return [
      mistake(
        'same-land',
        at,
        {
          en: `the two cover the same land, ${size} m² near ${near}`,
          zh: `两者覆盖同一块土地，${size} 平方米，位于 ${near} 附近`,
        },
        where,
      ),
    ];
  const say = area > smallShare * usualArea ? mistake : warning;
  return [
    say(
      'overlap',
      at,
      {
        en: `micro-grids of one net overlap by ${size} m² near ${near}`,
        zh: `同一张网的微网格重叠 ${size} 平方米，位于 ${near} 附近`,
      },
      where,
    ),
  ];
};

type Surrounded = Readonly<{
  at: string;
  where: Where;
  near: string;
  size: string;
  who: LocalizedText;
  /** In one micro-grid. */
  isHole: boolean;
}>;

/** Nobody leaves a hole in one area by mistake; what several surround may have been forgotten. */
const surroundedProblem = ({ at, where, near, size, who, isHole }: Surrounded): PackProblem =>
  isHole
    ? note(
        'hole',
        at,
        {
          en: `has a hole of ${size} m² near ${near} that is nobody's: a lake or an enclave`,
          zh: `在 ${near} 附近有 ${size} 平方米的孔洞，无归属：湖泊或飞地`,
        },
        where,
      )
    : warning(
        'surrounded-land',
        at,
        {
          en: `${size} m² near ${near} are nobody's and surrounded by ${who.en}: a lake or an enclave? Then name the place in "outside" of town.json`,
          zh: `${near} 附近有 ${size} 平方米无归属的土地，被 ${who.zh} 包围：若为湖泊或飞地，请在 town.json 的“无归属地点”中列出该处`,
        },
        where,
      );

const gapProblem = ({ kind, ids, ...piece }: Gap, { usualArea }: Size): PackProblem => {
  const [near, size, width] = [
    shown(piece.place),
    shownArea(piece.squareMetres),
    shownMetres(piece.meanWidth),
  ];
  const [at, where, who] = [
    `feature ${ids.join(', ')}`,
    whereOf(piece.squareMetres, piece.place),
    listed(ids),
  ];
  if (kind === 'surrounded')
    return surroundedProblem({ at, where, near, size, who, isHole: ids.length === 1 });
  const say = piece.squareMetres > smallShare * usualArea ? mistake : warning;
  return say(
    'gap',
    at,
    {
      en: `micro-grids ${who.en} leave a gap of ${size} m², about ${width} m wide, near ${near}`,
      zh: `微网格 ${who.zh} 之间有空隙，面积 ${size} 平方米，宽约 ${width} 米，位于 ${near} 附近`,
    },
    where,
  );
};

const sliverNote = (slivers: readonly Piece[], net: Net): readonly PackProblem[] => {
  const largest = largestOf(slivers);
  if (largest === undefined) return [];
  const all = areaOf(slivers);
  const [near, size, first] = [shown(largest.place), shownArea(all), shownArea(largest.squareMetres)];
  return [
    note(
      'slivers',
      `net ${net}`,
      {
        en: `tolerated: ${counted(slivers.length, 'sliver')} (${size} m² in all) where borders do not quite meet; the largest, ${first} m², is near ${near}`,
        zh: `边界未完全吻合，共 ${slivers.length} 处细小缝隙或重叠（合计 ${size} 平方米），予以容许；最大一处 ${first} 平方米，位于 ${near} 附近`,
      },
      whereOf(all, largest.place),
    ),
  ];
};

const uncomparedWarning = (ids: readonly string[], net: Net): PackProblem =>
  warning('not-compared', ids.length === 0 ? `net ${net}` : `feature ${ids.join(', ')}`, {
    en: 'could not be compared: draw these borders with fewer decimals',
    zh: '无法比对：请减少这些边界坐标的小数位数',
  });

const isOutside = (piece: Piece, outside: readonly Point[]): boolean =>
  outside.some(({ lat, lon }) => areaSide([piece.rings], [lon, lat]) !== 'out');

const netProblems = (
  grids: readonly MicroGrid[],
  net: Net,
  outside: readonly Point[],
): readonly PackProblem[] => {
  const map = mapOf(grids.filter((grid) => grid.net === net));
  if (map.tiles.length === 0) return [];
  const { overlaps, uncompared } = overlapsOf(map);
  // Enterprises and markets need not fill the town.
  const { gaps, isUnknown } = net === 'life' ? gapsOf(map) : { gaps: [], isUnknown: false };
  const open = gaps.filter((gap) => !isOutside(gap, outside));
  const slivers = [...overlaps.flatMap(({ pieces }) => pieces), ...open].filter(isSliver);
  return [
    ...overlaps.flatMap((overlap) => overlapProblem(overlap, map)),
    ...open.filter((gap) => !isSliver(gap)).map((gap) => gapProblem(gap, map)),
    ...uncompared.map((ids) => uncomparedWarning(ids, net)),
    ...(isUnknown ? [uncomparedWarning([], net)] : []),
    ...sliverNote(slivers, net),
  ];
};

/**
 * Every overlap within a net, and every gap in the life net, with place and size. `outside` are places that are
 * nobody's on purpose, such as a lake: what surrounds one of them is no gap.
 */
export const tilingProblems = (
  grids: readonly MicroGrid[],
  outside: readonly Point[],
): readonly PackProblem[] => nets.flatMap((net) => netProblems(grids, net, outside));

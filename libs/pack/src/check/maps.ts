/** Every map of a town, one after the other: a redraw leaves two of them, and each must tile the town for itself. */
import { type Instant, msOf } from '@mulin/kernel';
import { localText } from '@mulin/working-time';
import { type PackProblem, problemsIn } from '../problem.js';
import type { MicroGrid } from '../read/grids.js';
import { type Period, periodsOf } from '../read/terms.js';
import type { Town } from '../read/town.js';
import { tilingProblems } from './tiling.js';

const { mistake } = problemsIn('grids.geojson');

const dayIn = (zone: string, at: Instant): string => localText(zone, msOf(at)).slice(0, 16).replace('T', ' ');

/** Says of a problem that is not of every map, of which one it is. */
const dated =
  ({ from, until }: Period<MicroGrid>, { zone }: Town) =>
  (problem: PackProblem): PackProblem => {
    const [since, end] = [from, until].map((at) => (at === undefined ? undefined : dayIn(zone, at)));
    const en = [since && `from ${since}`, end && `until ${end}`].filter(Boolean).join(' ');
    const zh = [since && `自 ${since} 起`, end && `至 ${end} 止`].filter(Boolean).join('');
    const sentence = {
      en: `${problem.sentence.en} (map in force ${en})`,
      zh: `${problem.sentence.zh}（${zh}的网格图）`,
    };
    return { ...problem, sentence, since: from ?? null, until: until ?? null };
  };

/** Before the first map and after the last one a town may have none; between two it must not be without. */
const missingMap = (period: Period<MicroGrid>): readonly PackProblem[] =>
  period.from === undefined || period.until === undefined || period.things.some(({ net }) => net === 'life')
    ? []
    : [
        mistake('no-life-net', 'net life', {
          en: 'there is no micro-grid of the life net',
          zh: '没有生活网的微网格',
        }),
      ];

/** Whether each map that is, was or will be in force tiles the town. */
export const mapsProblems = (grids: readonly MicroGrid[], town: Town): readonly PackProblem[] => {
  const periods = periodsOf(grids);
  if (periods.length === 1) return tilingProblems(grids, town.outside);
  return periods.flatMap((period) =>
    [...missingMap(period), ...tilingProblems(period.things, town.outside)].map(dated(period, town)),
  );
};

/** A town's land by its paths: town, community, village, grid, micro-grid, each lying in one of the next. */

import type { Condition } from './projection.js';

export const levels = ['town', 'community', 'village', 'grid', 'micro-grid'] as const;
export type Level = (typeof levels)[number];

/** Which level a path names: `mu/east` is a community. */
export const levelOf = (area: string): Level | null => levels[area.split('/').length - 1] ?? null;

/** The beginning of a path, down to that level. */
export const upTo = (level: Level, area: string): string =>
  area
    .split('/')
    .slice(0, levels.indexOf(level) + 1)
    .join('/');

/** Whether `inner` is `outer` or lies in it. */
export const liesIn = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}/`);

/** The column by which a view finds all that lies in an area; `null`: nobody knows where it lies. */
export const areaColumn = <Row>(areaOf: (row: Row) => string | null) => ({ area: areaOf });

/** What lies in that area, as a condition on a view that has an `areaColumn`. An area without a name holds nothing. */
export const areaWhere = (area: string): Readonly<Record<'area', Condition>> => ({ area: { within: area } });

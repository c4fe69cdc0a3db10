/** A town's land by its paths: town, community, village, grid, micro-grid, each lying in one of the next. */

const levels = ['town', 'community', 'village', 'grid', 'micro-grid'] as const;
/** One of `levels`. */
export type Level = (typeof levels)[number];

/** Which level a path names (`mu/east` is a community); `null`: it has more parts than there are levels. */
export const levelOf = (area: string): Level | null => levels[area.split('/').length - 1] ?? null;

/** The beginning of a path, down to that level; the whole path if it ends above it. */
export const upTo = (level: Level, area: string): string =>
  area
    .split('/')
    .slice(0, levels.indexOf(level) + 1)
    .join('/');

/** Whether `inner` is `outer` or lies in it. */
export const liesIn = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}/`);

/** Whether somebody's area is the whole town, and not a part of it. */
export const isWholeTown = (area: string): boolean => levelOf(area) === 'town';

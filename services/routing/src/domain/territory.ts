/** How a town's land is divided: town, community, village, grid, micro-grid, each lying in one of the next. */

export const nets = ['life', 'production', 'commerce'] as const;
export type Net = (typeof nets)[number];

/** Polygons, each its outer ring and then its holes, in degrees: `[longitude, latitude]`. */
export type Land = number[][][][];

export type Point = Readonly<{ lat: number; lon: number }>;

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

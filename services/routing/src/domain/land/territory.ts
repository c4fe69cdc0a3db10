/** What lies on a town's land: nets, polygons and points. */

const nets = ['life', 'production', 'commerce'] as const;
export type Net = (typeof nets)[number];

/** Polygons, each its outer ring and then its holes, in degrees: `[longitude, latitude]`. */
export type Land = number[][][][];

export type Point = Readonly<{ lat: number; lon: number }>;

/** What is found in one geometry, before anybody knows in which feature of which file it stands. */
import type { LocalizedText } from '@mulin/kernel';
import type { Severity, Where } from '../problem.js';
import type { Point } from './plane.js';
import type { Position } from './plane.js';

/** What is found in one geometry; `sentence` goes on from the name of its feature. */
export type Finding = Readonly<{ severity: Severity; code: string; sentence: LocalizedText; where: Where }>;

/** A position of GeoJSON as a place. */
export const pointOf = ([lon = 0, lat = 0]: Position): Point => ({ lat, lon });

/** A place as people write it, to about a metre: latitude, longitude. */
export const shown = ({ lat, lon }: Point): string => `${lat.toFixed(5)}, ${lon.toFixed(5)}`;

/** Square metres without decimals; below ten with two. */
export const shownArea = (squareMetres: number): string =>
  squareMetres < 10 ? squareMetres.toFixed(2) : Math.round(squareMetres).toLocaleString('en');

/** Metres without decimals; below ten with one. */
export const shownMetres = (metres: number): string =>
  metres < 10 ? metres.toFixed(1) : Math.round(metres).toLocaleString('en');

/** `1 sliver`, `2 slivers`. */
export const counted = (count: number, what: string, many = `${what}s`): string =>
  `${count} ${count === 1 ? what : many}`;

/**
 * What pieces of land have in common, and what is left of one without others. polyclip-ts counts with as many
 * digits as it needs, so that a border drawn twice is one border; where it fails nevertheless, the positions are
 * rounded to a hundredth of a millimetre and it is tried again.
 */
import { difference, type Geom, intersection, union } from 'polyclip-ts';
import type { Land } from './plane.js';

/** 1e-10 degrees. */
const rounding = 1e10;

const rounded = (land: Land): Land =>
  land.map((rings) =>
    rings.map((ring) => ring.map((position) => position.map((it) => Math.round(it * rounding) / rounding))),
  );

type Clip = (geom: Geom, ...more: Geom[]) => Land;

/** `null` where the library can do neither. */
const clipped = (clip: Clip, lands: readonly Land[]): Land | null => {
  for (const prepared of [(land: Land) => land, rounded]) {
    try {
      // Our positions always have two numbers.
      const [first, ...more] = lands.map((land) => prepared(land) as Geom);
      return first === undefined ? [] : clip(first, ...more);
    } catch {
      // The library throws a plain `Error` where rounding made a ring that does not close.
    }
  }
  return null;
};

/** What two pieces of land have in common; `null` where the library finds no answer. */
export const common = (one: Land, other: Land): Land | null => clipped(intersection, [one, other]);

/** All of these pieces of land as one, those that touch joined; `null` where the library finds no answer. */
export const together = (lands: readonly Land[]): Land | null => clipped(union, lands);

/** What is left of a piece of land without the others; `null` where the library finds no answer. */
export const without = (land: Land, others: readonly Land[]): Land | null =>
  land.length === 0 ? [] : clipped(difference, [land, ...others]);

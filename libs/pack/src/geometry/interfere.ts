/** Whether two borders meet. Decided exactly. */
import { type Position, turn } from './plane.js';
import type { Border } from './tiles.js';

const isOneOf = (point: Position, { from, to }: Border): boolean =>
  [from, to].some((end) => end[0] === point[0] && end[1] === point[1]);

const stretchOn = ({ from, to }: Border, axis: 0 | 1): readonly [number, number] => {
  const [one = 0, other = 0] = [from[axis], to[axis]];
  return one < other ? [one, other] : [other, one];
};

/** How far two borders on one line cover each other, along an axis. */
const covered = (one: Border, other: Border, axis: 0 | 1): number => {
  const [[from, to], [otherFrom, otherTo]] = [stretchOn(one, axis), stretchOn(other, axis)];
  return Math.min(to, otherTo) - Math.max(from, otherFrom);
};

const boxesMeet = (one: Border, other: Border): boolean =>
  covered(one, other, 0) >= 0 && covered(one, other, 1) >= 0;

/** Whether two borders meet otherwise than by sharing an end. */
export const interfere = (one: Border, other: Border): boolean => {
  if (!boxesMeet(one, other)) return false;
  const sides = [turn(one.from, one.to, other.from), turn(one.from, one.to, other.to)];
  const back = [turn(other.from, other.to, one.from), turn(other.from, other.to, one.to)];
  if ([sides, back].some((ends) => ends.every((it) => it > 0) || ends.every((it) => it < 0))) return false;
  if (sides.every((side) => side === 0)) return covered(one, other, 0) > 0 || covered(one, other, 1) > 0;
  if (![...sides, ...back].includes(0)) return true;
  const touching = [
    ...[other.from, other.to].filter((_, place) => sides[place] === 0).map((end) => isOneOf(end, one)),
    ...[one.from, one.to].filter((_, place) => back[place] === 0).map((end) => isOneOf(end, other)),
  ];
  return !touching.every(Boolean);
};

/** Draws that are the same for the same seed, one after the other. */
import { createHash } from 'node:crypto';

export type Chance = Readonly<{
  oneOf: <T>(choices: readonly T[]) => T;
  /** Each as often as its weight says. */
  weighted: <T>(choices: readonly (readonly [weight: number, choice: T])[]) => T;
  isSo: (share: number) => boolean;
}>;

export const chanceOf = (seed: string): Chance => {
  let draws = 0;
  /** From 0 to 1, without 1. */
  const next = (): number =>
    createHash('sha256').update(`${seed} ${++draws}`).digest().readUInt32BE(0) / 2 ** 32;
  const oneOf = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new Error('there is nothing to choose from');
    return choices[Math.floor(next() * choices.length)] as T; // within the list
  };
  return {
    oneOf,
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      const drawn = choices.find(([weight]) => (left -= weight) < 0);
      return (drawn ?? oneOf(choices))[1];
    },
    isSo: (share) => next() < share,
  };
};

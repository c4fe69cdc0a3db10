/** Chance that is the same in every run: what is drawn depends on a seed and on what it is drawn for, and not on order. */
import { createHash } from 'node:crypto';

export type Chance = Readonly<{
  /** From 0 to 1, without 1. */
  share: (...of: readonly (string | number)[]) => number;
  /** From `least` to `most`, without `most`. */
  between: (least: number, most: number, ...of: readonly (string | number)[]) => number;
  /** One of them; there must be one. */
  oneOf: <Thing>(things: readonly Thing[], ...of: readonly (string | number)[]) => Thing;
}>;

export const chanceOf = (seed: string): Chance => {
  const share = (...of: readonly (string | number)[]) =>
    createHash('sha256')
      .update([seed, ...of].join('\n'))
      .digest()
      .readUInt32BE(0) /
    2 ** 32;
  return {
    share,
    between: (least, most, ...of) => least + share(...of) * (most - least),
    oneOf: <Thing>(things: readonly Thing[], ...of: readonly (string | number)[]): Thing => {
      const thing = things[Math.floor(share(...of) * things.length)];
      if (thing === undefined) throw new Error('there is nothing to choose from');
      return thing;
    },
  };
};

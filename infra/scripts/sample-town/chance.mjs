/** Chance from a fixed seed: the same numbers on every machine and in every version of Node. */

/**
 * mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough for a map.
 *
 * @param {number} seed an integer
 */
export const chanceOf = (seed) => {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** From `least` to `most`, without `most`. */
  const between = (least, most) => least + share() * (most - least);
  /** An integer from 0 to `count`, without `count`. */
  const below = (count) => Math.floor(share() * count);
  return {
    share,
    between,
    below,
    oneOf: (things) => things[below(things.length)],
    shuffled: (things) => {
      const all = [...things];
      for (let place = all.length - 1; place > 0; place--) {
        const other = below(place + 1);
        [all[place], all[other]] = [all[other], all[place]];
      }
      return all;
    },
  };
};

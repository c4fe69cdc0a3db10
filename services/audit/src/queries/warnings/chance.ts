/** How unlikely a count is, so that a warning is not raised by chance. */

/**
 * The probability that a Poisson process of this mean gives `count` or more.
 *
 * @param count a whole number, not negative.
 * @param mean above 0.
 */
export const atLeast = (count: number, mean: number): number => {
  let term = Math.exp(-mean);
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += term;
    term *= mean / (k + 1);
  }
  return Math.max(0, 1 - below);
};

/** By key, in the order in which the keys came first. */
export const grouped = <Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string | null,
): ReadonlyMap<string, readonly Thing[]> => {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
};

/**
 * A count with its English noun: `1 row`, `2 rows`, `0 rows`.
 *
 * @param count how many there are, a whole number.
 * @param one the noun for exactly one.
 * @param many the noun for every other count; default: `one` with an `s`.
 */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

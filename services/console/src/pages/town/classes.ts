/** Classes of a number of cases, each with its colour: from pale to dark, so that also their order is seen. */

export type Shade = Readonly<{
  /** From so many on; `to`: until so many, `null`: whatever is more. */
  from: number;
  to: number | null;
  colour: string;
}>;

/** Blue is told from orange and red also by those who do not tell red from green. */
const shades = {
  open: ['#c6dbef', '#85b7dc', '#3d85c0', '#10508f'],
  late: ['#fdd0a2', '#fb9a4c', '#e2591a', '#9c2a04'],
} as const;

/** Where each class after the first begins, by the greatest number there is. */
const beginsUpTo = (most: number): readonly number[] => {
  if (most <= 4) return [1, 2, 3, 4];
  const step = most / 4;
  return [1, ...[1, 2, 3].map((nth) => Math.floor(step * nth) + 1)];
};

export const classesOf = (counts: readonly number[], measure: keyof typeof shades): readonly Shade[] => {
  const most = Math.max(0, ...counts);
  const begins = beginsUpTo(most).filter((from) => from <= most);
  return begins.map((from, nth) => ({
    from,
    to: nth + 1 < begins.length ? (begins[nth + 1] ?? from) - 1 : null,
    colour: shades[measure][nth] ?? shades[measure][0],
  }));
};

export const classOf = (classes: readonly Shade[], count: number): Shade | undefined =>
  classes.find(({ from, to }) => count >= from && (to === null || count <= to));

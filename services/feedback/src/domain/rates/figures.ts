/** From how many to what share: rates with their intervals, the composite score, and who may be ranked. */
import type { Instant } from '@mulin/kernel';
import type { Tally } from './marks.js';
import type { Measure, Share, Shares } from './shares.js';

/** 97.5 % of a standard normal distribution lie below it: an interval of 95 % leaves out as much on either side. */
const z95 = 1.959963984540054;

/** Fewer than so many say too little to put one unit before another. */
export const leastToRank = 30;

/** From and to, each between 0 and 1. */
export type Interval = readonly [number, number];

/**
 * In which shares of a whole a count like this one is to be expected, at 95 %: the score interval of E. B. Wilson,
 * "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22 (1927), 209–212. It stays between 0 and 1 and is of use for few cases, too. `null`: of none.
 */
export const wilson = ({ of, yes }: Share): Interval | null => {
  if (of === 0) return null;
  const share = yes / of;
  const square = z95 ** 2;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (z95 / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
};

/** What each of the three weighs in the score of a unit, in percent; `from`: since when, `null`: since ever. */
export type Weights = Readonly<{
  version: number;
  from: Instant | null;
  response: number;
  resolution: number;
  satisfaction: number;
}>;

/** Those in force just before a period ends. */
export const weightsAt = (all: readonly Weights[], end: Instant): Weights | null =>
  all.reduce<Weights | null>((best, it) => {
    const isInForce = it.from === null || it.from < end;
    return isInForce && (best === null || (it.from ?? '') >= (best.from ?? '')) ? it : best;
  }, null);

const weighed = ['response', 'resolution', 'satisfaction'] as const;

const rateOf = ({ of, yes }: Share): number | null => (of === 0 ? null : yes / of);

/** Between 0 and 1; `null`: of one of the three nothing can be said. */
const scoreOf = (shares: Shares, weights: Weights): number | null => {
  const rates = weighed.map((it) => ({ weight: weights[it], rate: rateOf(shares[it]) }));
  const known = rates.flatMap(({ weight, rate }) => (rate === null ? [] : [{ weight, rate }]));
  if (known.length < rates.length) return null;
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  return known.reduce((sum, { weight, rate }) => sum + weight * rate, 0) / whole;
};

const forEach = <Value>(of: (measure: Measure) => Value): Readonly<Record<Measure, Value>> => ({
  response: of('response'),
  resolution: of('resolution'),
  satisfaction: of('satisfaction'),
  onTime: of('onTime'),
});

const figuresOf = ({ cycles, shares }: Tally['raw'], weights: Weights) => ({
  n: cycles,
  ...forEach((it) => rateOf(shares[it])),
  counts: shares,
  score: scoreOf(shares, weights),
});

/** Raw figures, those after exemptions beside them, and the intervals of both. */
export const ratesOf = ({ raw, adjusted }: Tally, weights: Weights) => ({
  ...figuresOf(raw, weights),
  adjusted: figuresOf(adjusted, weights),
  interval: {
    ...forEach((it) => wilson(raw.shares[it])),
    adjusted: forEach((it) => wilson(adjusted.shares[it])),
  },
});

/** Whether a unit has enough in each of the three to be put before or behind another, after exemptions. */
export const isRankable = (adjusted: Shares): boolean =>
  weighed.every((it) => adjusted[it].of >= leastToRank);

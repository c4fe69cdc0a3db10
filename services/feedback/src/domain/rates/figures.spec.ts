import { describe, expect, test } from '@jest/globals';
import { march } from '../a-case.testing.js';
import { isRankable, leastToRank, ratesOf, type Weights, weightsAt, wilson } from './figures.js';
import { tallyOf, together } from './marks.js';

const weights: Weights = { version: 1, from: null, response: 30, resolution: 35, satisfaction: 35 };
const later: Weights = { version: 2, from: march(10), response: 20, resolution: 40, satisfaction: 40 };

describe('The interval of a share', () => {
  // By the formula of the paper, worked out apart from this code with 50 digits.
  test.each([
    [1, 1, 0.206549314, 1],
    [10, 9, 0.595849973, 0.982123787],
    [30, 15, 0.331541256, 0.668458744],
    [100, 0, 0, 0.036993498],
  ])('of %i, %i', (of, yes, from, to) => {
    const [low, high] = wilson({ of, yes }) ?? [NaN, NaN];
    expect(low).toBeCloseTo(from, 7);
    expect(high).toBeCloseTo(to, 7);
  });

  test('of none is none', () => {
    expect(wilson({ of: 0, yes: 0 })).toBeNull();
  });
});

describe('The weights of a period', () => {
  test('are those in force at its end, whatever comes later', () => {
    expect(weightsAt([weights, later], march(10))).toBe(weights);
    expect(weightsAt([later, weights], march(11))).toBe(later);
  });
  test('are none before the first', () => {
    expect(weightsAt([later], march(9))).toBeNull();
  });
});

describe('Rates', () => {
  const tally = together(tallyOf('R1/1 S1/1 Z1/1 T2/2 x', 3), tallyOf('R!0/1 S!0/1 Z!0/1 T!0/2 X', 1));

  test('stand raw and after exemptions side by side, each with how many, and weighed', () => {
    expect(ratesOf(tally, weights)).toMatchObject({
      n: 4,
      response: 0.75,
      onTime: 0.75,
      score: 0.75,
      counts: { onTime: { of: 8, yes: 6 } },
      adjusted: { n: 3, response: 1, resolution: 1, score: 1, counts: { onTime: { of: 6, yes: 6 } } },
    });
  });

  test('are null where there is nothing to tell, and then there is no score', () => {
    expect(ratesOf(tallyOf('T2/2 x', 5), weights)).toMatchObject({
      n: 5,
      response: null,
      onTime: 1,
      score: null,
      interval: { response: null },
    });
  });

  test('of fewer than thirty in any of the three put nobody before another', () => {
    const many = tallyOf('R1/1 S1/1 Z1/1 T2/2 x', leastToRank - 1);
    expect(isRankable(many.adjusted.shares)).toBe(false);
    expect(isRankable(together(many, tallyOf('S!0/1 Z!0/1 x', 1)).adjusted.shares)).toBe(false);
    expect(isRankable(together(many, tallyOf('R1/1 S1/1 Z1/1 x', 1)).adjusted.shares)).toBe(true);
  });
});

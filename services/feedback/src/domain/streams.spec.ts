import { expect, test } from '@jest/globals';
import * as Name from './name.js';
import * as Rates from './rates/rate-state.js';
import * as Rating from './rating-state.js';

test('what is on record is found under the names it was recorded under', () => {
  expect([Name.decider, Rating.decider, Rates.decider].map(({ category }) => category)).toEqual([
    'name',
    'rating',
    'rate',
  ]);
});

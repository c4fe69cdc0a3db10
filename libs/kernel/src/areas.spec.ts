import { describe, expect, test } from '@jest/globals';
import { isWholeTown, levelOf, liesIn, upTo } from './areas.js';

const path = 'mu/east/north/n-1/n-1-a';

describe('An area', () => {
  test('has the level that its path is deep', () => {
    expect(['mu', 'mu/east', 'mu/east/north', 'mu/east/north/n-1', path, `${path}/x`].map(levelOf)).toEqual([
      'town',
      'community',
      'village',
      'grid',
      'micro-grid',
      null,
    ]);
  });

  test('lies in itself and in what its path begins with, name by name', () => {
    expect(liesIn('mu/east', 'mu/east')).toBe(true);
    expect(liesIn(path, 'mu/east')).toBe(true);
    expect(liesIn('mu/eastern', 'mu/east')).toBe(false);
    expect(liesIn('mu', 'mu/east')).toBe(false);
    expect(liesIn('mu', '')).toBe(false);
  });

  test('is cut at a level; what is not so deep stays as it is', () => {
    expect(upTo('community', path)).toBe('mu/east');
    expect(upTo('grid', 'mu/east')).toBe('mu/east');
  });
});

test('The whole town is no part of it', () => {
  expect(['mu', 'mu/east', path].map(isWholeTown)).toEqual([true, false, false]);
});

import { describe, expect, test } from '@jest/globals';
import { areaColumns, areaWhere, levelOf, liesIn, upTo } from './areas.js';

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

describe('A view', () => {
  const columns = areaColumns(({ area }: { area: string | null }) => area);
  const finds = (asked: string, area: string | null) =>
    Object.entries(areaWhere(asked)).every(([column, value]) => columns[column]?.({ area }) === value);

  test.each(['mu', 'mu/east', 'mu/east/north', 'mu/east/north/n-1', path])(
    'finds by %s what lies in it, and nothing else',
    (asked) => {
      const all = [path, 'mu/east/north/n-1/n-1-b', 'mu/east/north/n-2/n-2-a', 'mu/east/south/s-1/s-1-a'];
      const others = ['mu/west/w/w-1/w-1-a', 'other/east/north/n-1/n-1-a'];
      for (const area of [...all, ...others])
        expect([area, finds(asked, area)]).toEqual([area, liesIn(area, asked)]);
    },
  );

  test('finds nothing by an area without a name, nor what lies nobody knows where', () => {
    expect(finds('', path)).toBe(false);
    expect(finds('', null)).toBe(false);
    expect(finds('mu', null)).toBe(false);
  });
});

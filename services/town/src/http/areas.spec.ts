import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type Role, roles } from '@mulin/kernel';
import { areaFor, areasOf } from './areas.js';
import { readPack } from '@mulin/service';
import { accountsOf } from '../host/seed-accounts.js';
import { twoSquares } from '../host/two-squares.testing.js';

const pack = readPack(twoSquares());
const areas = areasOf(pack);
const grid = pack.town.areas.map(({ path }) => path).find((path) => path.split('/').length === 4) ?? '';
const microGrid = pack.routing.grids[0]?.area ?? '';

describe('Who works where', () => {
  const bound: readonly Role[] = ['grid-member', 'grid-leader', 'village-committee', 'community-secretary'];

  test.each(roles.filter((role) => !bound.includes(role)))(
    'a %s works in the whole town where nobody says',
    (role) => {
      expect(areaFor(areas, role)).toBe('mu');
    },
  );

  test.each(bound)('a %s works in a part of the town, and must be told which', (role) => {
    for (const area of [undefined, 'mu'])
      expect(() => areaFor(areas, role, area)).toThrow(
        expect.objectContaining({ code: 'area-missing', refusal: 'malformed' }),
      );
    const [part = ''] = role === 'grid-member' ? [microGrid] : [grid];
    expect(areaFor(areas, role, part)).toBe(part);
  });

  test.each(bound)('a %s answers for a part of the town, and is asked for it', (role) => {
    expect(() => areaFor(areas, role)).toThrow(expect.objectContaining({ code: 'area-missing' }));
  });

  test('whoever is on watch for a whole area works there as a grid member', () => {
    const duty = { account: 'watch-1', role: 'grid-member', from: null, until: null } as const;
    const rosters = { ...pack.routing.rosters, watch: new Map([[grid, [duty]]]) };
    const watched = areasOf({ ...pack, routing: { ...pack.routing, rosters } });
    expect(areaFor(watched, 'grid-member', grid)).toBe(grid);
    expect(() => areaFor(areas, 'grid-member', grid)).toThrow(
      expect.objectContaining({ code: 'area-not-of-role' }),
    );
  });

  test('every area of the town can be somebody’s', () => {
    for (const { path } of pack.town.areas) expect(areaFor(areas, 'grid-leader', path)).toBe(path);
    for (const { area } of pack.routing.grids) expect(areaFor(areas, 'grid-member', area)).toBe(area);
  });

  test.each([() => 'mule', () => 'mu/nowhere', () => `${microGrid}/bed`, () => `${grid}/no-such-micro-grid`])(
    'an area that is none of the town’s is nobody’s: %#',
    (area) => {
      for (const role of ['auditor', 'grid-member'] satisfies Role[])
        expect(() => areaFor(areas, role, area())).toThrow(
          expect.objectContaining({ code: 'area-unknown', refusal: 'malformed' }),
        );
    },
  );

  test('everybody on the rosters of the sample town, on watch for a whole area, too, can be given a token', () => {
    const sample = readPack(fileURLToPath(new URL('../../../../infra/packs/sample', import.meta.url)));
    const everybody = accountsOf(sample).map(({ actor }) => actor);
    expect(everybody.filter(({ id }) => id.startsWith('watch-')).length).toBeGreaterThan(0);
    for (const { role, area } of everybody) expect(areaFor(areasOf(sample), role, area)).toBe(area);
  });

  test('a grid member does not work in a whole grid', () => {
    expect(areaFor(areas, 'grid-leader', grid)).toBe(grid);
    expect(() => areaFor(areas, 'grid-member', grid)).toThrow(
      expect.objectContaining({ code: 'area-not-of-role', refusal: 'refused' }),
    );
  });
});

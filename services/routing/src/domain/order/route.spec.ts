import { expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { routeTo } from './route.js';

const march = instant('2026-03-02T00:00:00Z');
const may = instant('2026-05-04T00:00:00Z');
const west = { microGrid: 'west', area: 'mu/c1/v1/g1/west', net: 'life' } as const;

/** A town that is one micro-grid up to the meridian of 1°, drawn in May. */
const grids = {
  landFor: (_: string, { lon }: { lon: number }, at: string) => (lon < 1 && at >= may ? west : null),
  communityNear: () => 'mu/c2',
  homeCommunity: () => 'mu/c1',
};
const here = { lat: 0, lon: 0.5 };
const far = { lat: 0, lon: 9 };

test('What lies on somebody’s land goes there', () => {
  expect(routeTo(grids, 'commerce', here, may)).toEqual({
    land: { microGrid: 'west', area: 'mu/c1/v1/g1/west', gridNet: 'life' },
  });
});

test('The borders of that moment count', () => {
  expect(routeTo(grids, 'life', here, march)).toEqual({ because: 'nobodys-land', area: 'mu/c2' });
});

test('Nobody’s land belongs to the nearest community', () => {
  expect(routeTo(grids, 'life', far, may)).toEqual({ because: 'nobodys-land', area: 'mu/c2' });
});

test('What has no place belongs to the home community', () => {
  expect(routeTo(grids, 'life', 'unknown', may)).toEqual({ because: 'place-unknown', area: 'mu/c1' });
});

test('An erased place is nobody’s land, and the home community’s', () => {
  expect(routeTo(grids, 'life', 'erased', may)).toEqual({ because: 'nobodys-land', area: 'mu/c1' });
});

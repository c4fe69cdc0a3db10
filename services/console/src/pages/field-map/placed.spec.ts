import { expect, test } from '@jest/globals';
import type { WorkItem } from '../work/read';
import { placed, spots } from './placed';

const item = (number: string, more: Readonly<{ point?: object; microGrid?: string }>): WorkItem =>
  ({
    order: { caseId: `id-${number}`, number, menuItem: 'bin', microGrid: more.microGrid ?? null },
    row: { menuItemName: 'Bin', point: more.point ?? null, microGrid: null },
    due: null,
  }) as never;

const square = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];
const shapes = {
  type: 'FeatureCollection',
  features: [{ properties: { id: 'wg' }, geometry: { type: 'Polygon', coordinates: [square] } }],
} as never;

test('an order is where it was reported, else within its micro-grid, else nowhere', () => {
  const all = placed(
    [item('A', { point: { lat: 5, lon: 6 } }), item('B', { microGrid: 'wg' }), item('C', {})],
    shapes,
  );
  expect(all.map(({ turn, point }) => [turn, point])).toEqual([
    [1, { lat: 5, lon: 6 }],
    [2, { lat: 1, lon: 1 }],
    [3, null],
  ]);
  expect(spots(all).map(({ sign, caseIds }) => [sign, caseIds])).toEqual([
    ['1', ['id-A']],
    ['2', ['id-B']],
  ]);
});

test('what is at one place is one mark that leads to all of it', () => {
  const items = ['A', 'B', 'C', 'D'].map((number) => item(number, { microGrid: 'wg' }));
  const [mark, ...others] = spots(placed(items, shapes));
  expect(others).toEqual([]);
  expect(mark).toMatchObject({
    sign: '1 · 2 · 3 …',
    label: '1 · 2 · 3 … Bin A, Bin B, Bin C, Bin D',
    caseIds: ['id-A', 'id-B', 'id-C', 'id-D'],
  });
});

import { expect, test } from '@jest/globals';
import { isInside, pointInside } from './inside';

const ring = (...positions: [number, number][]) => [...positions, positions[0] as [number, number]];

test('the middle of a square', () => {
  const square = [ring([0, 0], [2, 0], [2, 2], [0, 2])];
  expect(pointInside({ type: 'Polygon', coordinates: square })).toEqual({ lat: 1, lon: 1 });
});

test('of land with a hole a point beside the hole', () => {
  const outer = ring([0, 0], [10, 0], [10, 2], [0, 2]);
  const hole = ring([2, 0.5], [9, 0.5], [9, 1.5], [2, 1.5]);
  expect(pointInside({ type: 'Polygon', coordinates: [outer, hole] })).toEqual({ lat: 1, lon: 1 });
});

test('of land that opens to the north a point in one of its arms, not between them', () => {
  const arms = ring([0, 0], [9, 0], [9, 4], [6, 4], [6, 1], [2, 1], [2, 4], [0, 4]);
  expect(pointInside({ type: 'MultiPolygon', coordinates: [[arms]] })).toEqual({ lat: 2, lon: 7.5 });
});

test('a point lies in land where its parallel has crossed the border an odd number of times', () => {
  const outer = ring([0, 0], [10, 0], [10, 10], [0, 10]);
  const hole = ring([4, 4], [6, 4], [6, 6], [4, 6]);
  const island = ring([20, 0], [22, 0], [22, 2], [20, 2]);
  const land = { type: 'MultiPolygon' as const, coordinates: [[outer, hole], [island]] };
  const found = [
    { lat: 1, lon: 1 },
    { lat: 5, lon: 5 },
    { lat: 5, lon: 8 },
    { lat: 1, lon: 21 },
    { lat: 1, lon: 15 },
    { lat: 11, lon: 1 },
  ].map((point) => isInside(land, point));
  expect(found).toEqual([true, false, true, true, false, false]);
});

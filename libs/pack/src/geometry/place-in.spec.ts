import { expect, test } from '@jest/globals';
import { placeIn } from './place-in.js';

const drawn = (...shares: readonly number[]) => {
  let next = 0;
  return () => shares[next++ % shares.length] ?? 0;
};

const triangle = [[[[0, 0], [1, 0], [0, 1], [0, 0]]]]; // prettier-ignore

test('a point that lies outside is drawn again', () => {
  expect(placeIn({ land: triangle }, drawn(0.9, 0.9, 0.25, 0.5))).toEqual({ lon: 0.25, lat: 0.5 });
});

test('where chance finds nothing inside, it is a corner', () => {
  expect(placeIn({ land: triangle }, drawn(0.9))).toEqual({ lon: 0, lat: 0 });
});

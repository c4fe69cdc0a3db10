import { expect, test } from '@jest/globals';
import { instancesAt } from './instances.js';

const addresses = new Map([['intake', ['a', 'b', 'c']]]);

test('each process of a service has its turn', () => {
  const { of } = instancesAt(addresses);
  expect([of('intake'), of('intake'), of('intake'), of('intake')].map(([first]) => first)).toEqual([
    'a',
    'b',
    'c',
    'a',
  ]);
  expect(of('routing')).toEqual([]);
});

test('one that could not be reached is asked last for two seconds', () => {
  let now = 0;
  const { of, failed } = instancesAt(addresses, () => now);
  failed('a');
  expect(of('intake')).toEqual(['b', 'c', 'a']);
  now = 2_000;
  expect(of('intake')).toEqual(['b', 'c', 'a']);
  expect([of('intake')[0], of('intake')[0]]).toEqual(['c', 'a']);
});

import { expect, test } from '@jest/globals';
import { classesOf, classOf } from './classes';

test('few cases have a class for each number, and none where there is no case', () => {
  expect(classesOf([0, 1, 3], 'late').map(({ from, to }) => [from, to])).toEqual([
    [1, 1],
    [2, 2],
    [3, null],
  ]);
  expect(classesOf([0, 0], 'open')).toEqual([]);
});

test('every number from one on is in exactly one class', () => {
  const classes = classesOf([37, 2, 11], 'open');
  expect(classes.map(({ from, to }) => [from, to])).toEqual([
    [1, 9],
    [10, 18],
    [19, 27],
    [28, null],
  ]);
  for (const count of [1, 9, 10, 27, 28, 37]) expect(classOf(classes, count)).toBeDefined();
  expect(classOf(classes, 0)).toBeUndefined();
});

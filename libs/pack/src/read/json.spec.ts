import { expect, test } from '@jest/globals';
import { breakIn } from './json.js';

test.each([
  ['a bare word', '{\n  "town": oops\n}', { line: 2, column: 11 }],
  ['a comma too many', '{ "a": [1, 2,] }', { line: 1, column: 14 }],
  ['a comma too few', '{\n  "a": 1\n  "b": 2\n}', { line: 3, column: 3 }],
  ['a name without quotes', '{\n  town: "mu"\n}', { line: 2, column: 3 }],
  ['quotes of a text program', '{ “town”: 1 }', { line: 1, column: 3 }],
  ['a comment', '{ // the town\n}', { line: 1, column: 3 }],
  ['an end that is missing', '{\n  "a": [1', { line: 2, column: 10 }],
  ['something after the end', '{}\n{}', { line: 2, column: 1 }],
  ['nothing', '', { line: 1, column: 1 }],
  ['a colon that is missing', '{ "a" 1 }', { line: 1, column: 7 }],
])('%s is found at its line and column', (_, text, place) => {
  expect(breakIn(text)).toEqual(place);
});

import { expect, test } from '@jest/globals';
import { apart } from './apart';
import { sentence } from './sentence';

test('values stand in their places, each as often as it is named', () => {
  expect(sentence('{{days}} d {{hours}} h, {{days}} in all', { days: 2, hours: 0 })).toBe(
    '2 d 0 h, 2 in all',
  );
});

test('what somebody wrote is put in as it is, and opens no place of its own', () => {
  const name = '{{days}} $& $1';
  expect(sentence('by {{name}}', { name, days: 2 })).toBe(`by ${apart(name)}`);
});

test('a place that nothing was given for stays empty', () => {
  expect(sentence('by {{name}}.', {})).toBe(`by ${apart('')}.`);
});

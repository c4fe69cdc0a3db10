import { expect, test } from '@jest/globals';
import { apart } from './apart';

test.each(['Wang Fang', '王芳', '👩‍👧', '<b>7 Mill Lane</b>', '', 'a\u200Bb'])('%j stays as it is', (text) => {
  expect(apart(text)).toBe(text);
});

test.each(['مرحبا', 'שלום', '\u202Egnp.exe', 'left\u200Fright'])('%j stands apart', (text) => {
  expect(apart(text)).toBe(`\u2068${text}\u2069`);
});

test('nothing that people write ends it', () => {
  expect(apart('a\u2069\u202E31')).toBe('\u2068a\u202E31\u2069');
});

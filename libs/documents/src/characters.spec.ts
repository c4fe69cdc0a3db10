import { expect, test } from '@jest/globals';
import { cleaned, cleanedIn, codePointName } from './characters.js';

test.each([
  ['controls', 'a\u0000b\u0007c\u009fd', 'abcd'],
  ['marks that turn the direction of writing', '甲\u202e方\u2066乙\u2069\u200f', '甲方乙'],
  ['what has no width', '零\u200b宽\ufeff格\u00ad', '零宽格'],
  ['variation selectors', '葛\u{e0100}☎\ufe0f', '葛☎'],
])('%s are left out', (_, text, expected) => {
  expect(cleaned(text)).toBe(expected);
});

test('every end of a line is a line feed, and every space that the font lacks an ordinary one', () => {
  expect(cleaned('一\r\n二\r三\u2028四\u0085五\v六')).toBe('一\n二\n三\n四\n五\n六');
  expect(cleaned('a\tb\u2003c\u202fd')).toBe('a b c d');
  expect(cleaned('a\u3000b\u00a0c')).toBe('a\u3000b\u00a0c');
});

test('a letter and its accent become one character, and an ideograph for compatibility stays what it is', () => {
  expect(cleaned('e\u0301 nu\u0308\u030c')).toBe('é nǚ');
  expect(cleaned('\uf900')).toBe('\uf900');
});

test('half a character is shown as one that is not known', () => {
  expect(cleaned('甲\ud800乙')).toBe('甲\ufffd乙');
  expect(cleaned('𠮷')).toBe('𠮷');
});

test('every text of a value is cleaned, and nothing else of it changed', () => {
  const value = { a: ['x\u0000', { b: '\u202ey' }], n: 1, yes: true, none: null };
  expect(cleanedIn(value)).toEqual({ a: ['x', { b: 'y' }], n: 1, yes: true, none: null });
});

test('a code point is written with four digits or more', () => {
  expect([codePointName('a'), codePointName('𠮷')]).toEqual(['U+0061', 'U+20BB7']);
});

import { describe, expect, test } from '@jest/globals';
import { compareValues, normalized } from './columns.js';

describe('A value in a column', () => {
  test('is nothing, or a value of the type of the column', () => {
    expect(normalized('integer', -0)).toBe(0);
    expect([NaN, Infinity, 1.5].map((it) => normalized('number', it))).toEqual([null, null, 1.5]);
    expect(normalized('instant', '2026-03-02T09:00:00+08:00')).toBe('2026-03-02T01:00:00.000Z');
    expect(normalized('texts', ['b', 'a', 'b'])).toEqual(['a', 'b']);
    expect(normalized('texts', [])).toBeNull();
  });

  test('is refused where it is of another type, or of no use in it', () => {
    expect(() => normalized('integer', 1.5)).toThrow(RangeError);
    expect(() => normalized('instant', 'tomorrow')).toThrow(RangeError);
    for (const [type, value] of [
      ['text', 1],
      ['boolean', 'true'],
      ['number', '1'],
      ['texts', 'a'],
    ] as const)
      expect(() => normalized(type, value)).toThrow(TypeError);
  });

  test('holds no line ends, no zero characters, no halves of characters and no chapters', () => {
    expect(normalized('text', 'a\nb\0c\ud800')).toBe('a\ufffdb\ufffdc\ufffd');
    expect(normalized('text', 'x'.repeat(299) + '𠮷')).toBe(`${'x'.repeat(299)}\ufffd`);
  });

  test('is greater than nothing, and texts go by code point', () => {
    const inOrder = [
      [null, false, true],
      [null, -2, 0, 5e-324, 3, 20],
      [null, '', 'a', 'é', '\uffee', '𠮷'],
    ];
    for (const values of inOrder) expect([...values].reverse().sort(compareValues)).toEqual(values);
  });
});

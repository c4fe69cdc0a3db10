import { describe, expect, test } from '@jest/globals';
import type { Column } from '@mulin/kernel';
import fc from 'fast-check';
import { encodeColumn, decodeColumn, compareTexts } from './columns.js';

const sorted = (values: readonly Column[]) => values.map(encodeColumn).sort(compareTexts).map(decodeColumn);

describe('A column', () => {
  test('sorts nothing, no, yes, numbers and texts in this order', () => {
    const inOrder = [
      null,
      false,
      true,
      -Infinity,
      -1e21,
      -2,
      -0.5,
      0,
      5e-324,
      3,
      20,
      1e300,
      Infinity,
      '',
      'a',
      'é',
      '牟',
      '𠮷',
    ];
    expect(sorted([...inOrder].reverse())).toEqual(inOrder);
  });

  test('sorts any numbers as numbers', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        expect(compareTexts(encodeColumn(a), encodeColumn(b)) < 0).toBe(a < b);
        expect(decodeColumn(encodeColumn(a))).toBe(a === 0 ? 0 : a);
      }),
    );
  });

  test('holds no line ends, no zero characters and no halves of characters', () => {
    expect(encodeColumn('a\nb\0c\ud800')).toBe('3a\ufffdb\ufffdc\ufffd');
    expect(encodeColumn('牟'.repeat(5_000)).length).toBeLessThan(400);
    expect(encodeColumn('x'.repeat(299) + '𠮷')).toBe(`3${'x'.repeat(299)}\ufffd`);
  });
});

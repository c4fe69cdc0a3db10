import { describe, expect, test } from '@jest/globals';
import type { Column } from '@mulin/kernel';
import fc from 'fast-check';
import { columnText, columnValue, compareTexts } from './view-columns.js';

const sorted = (values: readonly Column[]) => values.map(columnText).sort(compareTexts).map(columnValue);

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
        expect(compareTexts(columnText(a), columnText(b)) < 0).toBe(a < b);
        expect(columnValue(columnText(a))).toBe(a === 0 ? 0 : a);
      }),
    );
  });

  test('holds no line ends, no zero characters and no halves of characters', () => {
    expect(columnText('a\nb\0c\ud800')).toBe('3a\ufffdb\ufffdc\ufffd');
    expect(columnText('牟'.repeat(5_000)).length).toBeLessThan(400);
    expect(columnText('x'.repeat(299) + '𠮷')).toBe(`3${'x'.repeat(299)}\ufffd`);
  });
});

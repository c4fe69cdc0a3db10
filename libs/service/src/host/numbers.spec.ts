import { describe, expect, test } from '@jest/globals';
import { fold, instant } from '@mulin/kernel';
import * as Numbers from './numbers.js';

const now = instant('2026-03-02T01:00:00Z');

describe('The case numbers of a year', () => {
  test('are found under the name they were recorded under', () => {
    expect(Numbers.decider.category).toBe('number');
  });

  test('begin with 1, and none is handed out twice, however large the blocks', () => {
    const first = Numbers.take(100)(Numbers.decider.initial, now);
    const second = Numbers.take(1)(fold(Numbers.decider, first), now);
    const third = Numbers.take(100)(fold(Numbers.decider, [...first, ...second]), now);
    expect([...first, ...second, ...third]).toEqual([
      { type: 'NumbersTaken', data: { first: 1, last: 100 } },
      { type: 'NumbersTaken', data: { first: 101, last: 101 } },
      { type: 'NumbersTaken', data: { first: 102, last: 201 } },
    ]);
  });
});

/** Who was told of a deadline, wherever the case lay when they were. */
import { describe, expect, test } from '@jest/globals';
import { area, number, teller } from './a-matter.testing.js';
import { deadlinesOf } from './deadlines.js';

const other = 'mu/c1/v1/g1/m2';

const toldOf = (...areas: readonly (string | null)[]) => {
  const { timer } = teller();
  const heard = areas.map((its) =>
    timer({
      is: 'told',
      clock: 'complete/1',
      cycle: 1,
      number,
      to: 'grid-leader',
      area: its,
      level: 'escalation',
      dueAt: '2026-03-05T09:00:00.000Z',
    }),
  );
  return deadlinesOf(heard, 1).told.map((it) => it.area);
};

describe('What one role was told of one clock', () => {
  test('for two places stands twice, and for wherever the case lies instead of one of them', () => {
    expect(toldOf(area, other)).toEqual([area, other]);
    expect(toldOf(area, other, null)).toEqual([other, null]);
  });

  test('is told anew by what names the same place, before what names none', () => {
    expect(toldOf(area, other, null, other)).toEqual([null, other]);
    expect(toldOf(area, other, null, other, other)).toEqual([null, other]);
    expect(toldOf(area, other, null, null)).toEqual([other, null]);
  });
});

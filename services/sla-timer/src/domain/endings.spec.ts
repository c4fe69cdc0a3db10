import { expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { closedDayOf, endReasonOf, isUnjudged } from './endings.js';

test.each([
  ['done', 'done'],
  ['explained', 'explained'],
  ['declined', 'declined'],
  ['withdrawn', 'withdrawn'],
  ['duplicate', 'merged'],
  ['an outcome of a later version', 'done'],
])('what was closed as "%s" ends its clocks as "%s"', (outcome, because) => {
  expect(endReasonOf(outcome, false)).toBe(because);
});

test('what its source has closed was answered then, whatever the outcome', () => {
  expect(['done', 'declined'].map((outcome) => endReasonOf(outcome, true))).toEqual(['closed', 'closed']);
});

test.each([
  [[], false],
  [['far-place'], false],
  [['implausible-time'], true],
  [['far-place', 'closed-on-due-day'], true],
])('with the flags %j it cannot be judged: %s', (flags, expected) => {
  expect(isUnjudged(flags)).toBe(expected);
});

test('a closing without an hour is one of its day in the town; another has no day of its own', () => {
  const closedAt = instant('2026-03-01T16:30:00Z');
  expect(closedDayOf('Asia/Shanghai', ['closedAt'], closedAt)).toEqual({
    from: '2026-03-01T16:00:00.000Z',
    until: '2026-03-02T16:00:00.000Z',
  });
  expect(closedDayOf('Asia/Shanghai', ['dueAt'], closedAt)).toBeUndefined();
  expect(closedDayOf('Asia/Shanghai', ['closedAt'], null)).toBeUndefined();
});

import { expect, test } from '@jest/globals';
import { dayAt, daysAfter, momentOf, mondayOf, monthsAfter, wallOf } from './town-days';

test('a day begins when it begins in the town, not where the reader is', () => {
  expect(momentOf('Asia/Shanghai', '2026-05-06')).toBe('2026-05-05T16:00:00Z');
  expect(momentOf('Asia/Shanghai', '2026-05-06T09:00')).toBe('2026-05-06T01:00:00Z');
  expect(dayAt('Asia/Shanghai', Date.parse('2026-05-05T16:00:00Z'))).toBe('2026-05-06');
  expect(dayAt('Asia/Shanghai', Date.parse('2026-05-05T15:59:59Z'))).toBe('2026-05-05');
});

test('the offset is the one of that moment, on both sides of a change of the clocks', () => {
  expect(momentOf('Europe/Berlin', '2026-03-29')).toBe('2026-03-28T23:00:00Z');
  expect(momentOf('Europe/Berlin', '2026-03-29T03:00')).toBe('2026-03-29T01:00:00Z');
  expect(momentOf('Europe/Berlin', '2026-03-30')).toBe('2026-03-29T22:00:00Z');
  expect(momentOf('Europe/Berlin', '2026-10-25T12:00')).toBe('2026-10-25T11:00:00Z');
});

test('a moment is shown as the wall clock of the town, whatever offset it was written with', () => {
  expect(wallOf('Asia/Shanghai', '2026-05-06T01:00:00Z')).toBe('2026-05-06T09:00:00');
  expect(wallOf('Asia/Shanghai', '2026-05-06T09:00:00.900+08:00')).toBe('2026-05-06T09:00:00');
});

test('what is no time has no moment', () => {
  expect(momentOf('Asia/Shanghai', '')).toBeNull();
  expect(momentOf('Asia/Shanghai', '2026-13-01')).toBeNull();
});

test('months and weeks are counted across the end of a year', () => {
  expect(monthsAfter('2026-01', -1)).toBe('2025-12');
  expect(monthsAfter('2026-12', 1)).toBe('2027-01');
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  expect(mondayOf('2026-12-28')).toBe('2026-12-28');
});

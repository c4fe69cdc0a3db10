import { expect, test } from '@jest/globals';
import { earliest, instant, latest, plus } from './instant.js';

const first = instant('2026-05-01T08:00:00Z');
const next = plus(first, 1);
const last = plus(first, 2);

test('the latest of several moments is found wherever it stands, and what never happened does not count', () => {
  expect(latest(first)).toBe(first);
  expect(latest(first, null)).toBe(first);
  expect(latest(first, last, null, next)).toBe(last);
  expect(latest(last, first, next)).toBe(last);
});

test('the earliest of several moments is found wherever it stands; of none there is none', () => {
  expect(earliest(next, null, first, last)).toBe(first);
  expect(earliest(null, last)).toBe(last);
  expect(earliest()).toBeNull();
});

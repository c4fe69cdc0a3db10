import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import { clockIsOffBy, compareClock, toldBehind, townNow } from './clock';

const here = Date.parse('2026-03-02T08:00:00.000Z');
const hour = 3_600_000;

/** An answer that was made so many milliseconds after what this device takes for now. */
const answer = (after: number, more: Readonly<Record<string, string>> = {}): Headers =>
  new Headers({ date: new Date(here + after).toUTCString(), ...more });

beforeEach(() => {
  jest.useFakeTimers({ now: here });
});
afterAll(() => {
  jest.useRealTimers();
});

test.each([
  'public, max-age=3600',
  'max-age=1',
  'Public, Max-Age="60"',
  'public, max-age=31536000, immutable',
])('an answer that the browser may have had for a while (%s) says nothing of what time it is', (cached) => {
  compareClock(answer(0));
  compareClock(answer(-hour, { 'cache-control': cached }));
  expect(clockIsOffBy()).toBe(0);
  expect(toldBehind()).toBe(500);
});

test.each([{}, { 'cache-control': 'no-store' }, { 'cache-control': 'public, max-age=0, s-maxage=60' }])(
  'one that was made just now (%j) is believed, and what the browser may have had comes not against it',
  (more: Readonly<Record<string, string>>) => {
    compareClock(answer(hour, more));
    expect(townNow()).toBe(here + hour + 500);
    compareClock(answer(0, { 'cache-control': 'max-age=60' }));
    expect(townNow()).toBe(here + hour + 500);
    compareClock(answer(0, more));
    expect(townNow()).toBe(here);
  },
);

test('an answer without a date, or with none that can be read, changes nothing', () => {
  compareClock(answer(hour));
  compareClock(new Headers());
  compareClock(new Headers({ date: 'soon' }));
  expect(clockIsOffBy()).toBe(hour + 500);
});

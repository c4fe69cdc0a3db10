import { describe, expect, test } from '@jest/globals';
import { newCorrelation, instant, type Position, type RecordedEvent } from '@mulin/kernel';
import { recentEvents } from './recent-events.js';

const metadata = {
  ...newCorrelation({ id: 'request-1', town: 'mulin', actor: 'clerk-1' }),
  recordedAt: instant('2026-05-01'),
};
const at = (place: number): RecordedEvent => ({
  id: `event-${place}`,
  type: 'CaseNoted',
  data: null,
  stream: 'case-lamp',
  revision: place,
  // The place in this story's log.
  position: place as Position,
  metadata,
});
const events = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, place) => at(first + place));
const placesOf = (found: readonly RecordedEvent[]) => found.map(({ position }) => position);

describe('The tail of a log', () => {
  test('keeps what follows, and passes over what would leave a hole or come twice', () => {
    const tail = recentEvents();
    tail.open(10);
    tail.learn(events(12, 13));
    expect(tail.end()).toBe(10);
    tail.learn(events(9, 12));
    tail.learn(events(11, 14));
    expect(placesOf(tail.after(10, 99))).toEqual([11, 12, 13, 14]);
    expect(placesOf(tail.after(12, 1))).toEqual([13]);
    expect(tail.after(14, 99)).toEqual([]);
  });

  test('covers only what it can tell without a hole', () => {
    const tail = recentEvents();
    expect(tail.covers(0)).toBe(false);
    tail.open(10);
    tail.learn(events(11, 12));
    expect([9, 10, 11, 12, 13].map(tail.covers)).toEqual([false, true, true, true, false]);
    tail.close();
    expect(tail.covers(11)).toBe(false);
  });

  test('begins anew further on, and never further back', () => {
    const tail = recentEvents();
    tail.open(10);
    tail.learn(events(11, 12));
    tail.open(11);
    expect(placesOf(tail.after(10, 99))).toEqual([11, 12]);
    tail.open(20);
    expect([tail.end(), tail.covers(12), tail.covers(20)]).toEqual([20, false, true]);
  });

  test('forgets the oldest when it is long', () => {
    const tail = recentEvents();
    tail.open(0);
    tail.learn(events(1, 5_000));
    expect([tail.covers(2_000), tail.covers(4_000), tail.end()]).toEqual([false, true, 5_000]);
    expect(placesOf(tail.after(4_998, 99))).toEqual([4_999, 5_000]);
  });
});

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
/** Those with an even position: this log has gaps. */
const events = (first: number, last: number) =>
  Array.from({ length: (last - first) / 2 + 1 }, (_, place) => at(first + 2 * place));
const placesOf = (found: readonly RecordedEvent[]) => found.map(({ position }) => position);

describe('The tail of a log', () => {
  test('keeps what follows, and passes over what would leave a hole or come twice', () => {
    const tail = recentEvents();
    tail.open(10);
    tail.learn(events(14, 16), 12);
    expect(tail.end()).toBe(10);
    tail.learn(events(8, 12), 6);
    tail.learn(events(12, 18), 10);
    tail.learn(events(14, 16), 12);
    expect(placesOf(tail.after(10, 99))).toEqual([12, 14, 16, 18]);
    expect(placesOf(tail.after(14, 1))).toEqual([16]);
    expect(placesOf(tail.after(15, 1))).toEqual([16]);
    expect(tail.after(18, 99)).toEqual([]);
  });

  test('knows how far the log was searched, also where nothing was found', () => {
    const tail = recentEvents();
    tail.open(10);
    tail.learn(events(12, 14), 10, 21);
    tail.learn([], 21, 29);
    expect([tail.end(), tail.covers(25), placesOf(tail.after(10, 99))]).toEqual([29, true, [12, 14]]);
    tail.learn(events(30, 30), 29);
    expect(placesOf(tail.after(20, 99))).toEqual([30]);
  });

  test('covers only what it can tell without a hole', () => {
    const tail = recentEvents();
    expect(tail.covers(0)).toBe(false);
    tail.open(10);
    tail.learn(events(12, 14), 10);
    expect([9, 10, 12, 13, 14, 15].map(tail.covers)).toEqual([false, true, true, true, true, false]);
    tail.close();
    expect(tail.covers(11)).toBe(false);
  });

  test('begins anew further on, and never further back', () => {
    const tail = recentEvents();
    tail.open(10);
    tail.learn(events(12, 14), 10);
    tail.open(12);
    expect(placesOf(tail.after(10, 99))).toEqual([12, 14]);
    tail.open(20);
    expect([tail.end(), tail.covers(12), tail.covers(20)]).toEqual([20, false, true]);
  });

  test('forgets the oldest when it is long', () => {
    const tail = recentEvents();
    tail.open(0);
    tail.learn(events(2, 10_000), 0);
    expect([tail.covers(5_998), tail.covers(6_000), tail.end()]).toEqual([false, true, 10_000]);
    expect(placesOf(tail.after(6_000, 1))).toEqual([6_002]);
    expect(placesOf(tail.after(9_996, 99))).toEqual([9_998, 10_000]);
  });
});

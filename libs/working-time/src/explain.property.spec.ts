/** What is said of how a deadline was counted, against what computes it, and against itself. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant, hour, type Instant, minute, msOf, second } from '@mulin/kernel';
import { due, explain, type Explanation, type Interval, type Target } from './index.js';
import { momentOf, type Span, spans, targetOf } from './random-spans.testing.js';

const units = fc.constantFrom(
  { unit: 'working-second', most: 400_000 } as const,
  { unit: 'working-minute', most: 6_000 } as const,
  { unit: 'working-hour', most: 100 } as const,
  { unit: 'hour', most: 300 } as const,
  { unit: 'working-day', most: 15 } as const,
  { unit: 'calendar-day', most: 15 } as const,
);
const whole = units.chain(({ unit, most }) =>
  fc.record({
    unit: fc.constant(unit),
    amount: fc.integer({ min: 0, max: most }),
    end: fc.constantFrom('close' as const, 'same-time' as const),
  }),
);
const targets = fc.tuple(spans, whole, fc.nat(899_999)).map(([span, target, ms]): Target => ({
  ...targetOf(span),
  ...target,
  // Not only on quarters of an hour.
  start: instant(msOf(momentOf(span, span.start)) + ms),
}));
/** A deadline of days with a fraction. */
const fractions = fc
  .tuple(
    spans,
    fc.record({
      unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
      amount: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4),
      end: fc.constantFrom('close' as const, 'same-time' as const),
    }),
  )
  .map(([span, target]: [Span, Omit<Target, 'calendar' | 'start'>]): Target => ({
    ...targetOf(span),
    ...target,
  }));

/** Calendars by which a deadline never comes are refused by both, and by the same code. */
const both = (target: Target): Readonly<{ dueAt: Instant; explained: Explanation }> | null => {
  let dueAt: Instant;
  try {
    ({ dueAt } = due(target));
  } catch (error) {
    expect(() => explain(target)).toThrow(
      expect.objectContaining({ code: (error as { code: string }).code }),
    );
    return null;
  }
  return { dueAt, explained: explain(target) };
};

const lengthOf = ({ from, to }: Interval) => msOf(to) - msOf(from);
const countedIn = ({ intervals }: Explanation) => intervals.filter(({ counts }) => counts);
const sum = (intervals: readonly Interval[]) => intervals.reduce((total, it) => total + lengthOf(it), 0);

const runs = { numRuns: 500 };

test('it is due where it is computed to be, whatever it is counted in', () => {
  fc.assert(
    fc.property(fc.oneof(targets, fractions), (target) => {
      const found = both(target);
      if (found !== null) expect(found.explained.dueAt).toBe(found.dueAt);
    }),
    runs,
  );
});

test('its intervals lead from the start until it is due, one after the other and without a hole', () => {
  fc.assert(
    fc.property(fc.oneof(targets, fractions), (target) => {
      const { explained } = both(target) ?? {};
      if (explained === undefined) return;
      let reached = target.start;
      for (const { from, to } of explained.intervals) {
        expect(from).toBe(reached);
        expect(to >= from).toBe(true);
        reached = to;
      }
      expect(reached).toBe(explained.intervals.length === 0 ? target.start : explained.dueAt);
    }),
    runs,
  );
});

const unitMs = { 'working-second': second, 'working-minute': minute, 'working-hour': hour, hour };

test('what counts of hours, minutes and seconds is the amount; of days, as many count as it has', () => {
  fc.assert(
    fc.property(targets, (target) => {
      const { explained } = both(target) ?? {};
      if (explained === undefined) return;
      const counted = countedIn(explained);
      const { unit, amount } = target;
      if (unit === 'working-day' || unit === 'calendar-day') expect(counted.length).toBe(amount);
      else expect(sum(counted)).toBe(amount * unitMs[unit]);
    }),
    runs,
  );
});

test('the whole days of a part of one are as many as it has, and the rest is a part of the next', () => {
  fc.assert(
    fc.property(fractions, (target) => {
      const { explained } = both(target) ?? {};
      if (explained === undefined) return;
      const days = countedIn(explained).filter(({ why }) => why !== 'part-of-day');
      expect(days.length).toBe(Math.floor(target.amount));
    }),
    runs,
  );
});

test('nothing that was paused counts in hours, minutes and seconds, and all that is said to be paused was', () => {
  fc.assert(
    fc.property(targets, (target) => {
      const { explained } = both(target) ?? {};
      if (explained === undefined || target.unit.endsWith('day')) return;
      const pauses = target.pauses ?? [];
      for (const { from, to, counts, why } of explained.intervals) {
        const touches = pauses.filter(([begins, ends]) => begins < to && from < ends);
        if (counts) expect(touches.filter(([begins, ends]) => begins < ends)).toEqual([]);
        if (why === 'paused') expect(touches.length).toBeGreaterThan(0);
      }
    }),
    runs,
  );
});

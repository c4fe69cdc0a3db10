/** Interval arithmetic against somebody who goes through the calendar step by step, and laws that always hold. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Instant, instant, minute, msOf } from '@mulin/kernel';
import { due, elapsed, type Pause } from './index.js';
import {
  momentOf,
  pausesOf,
  type Span,
  spans,
  step,
  targetOf,
  weekdays,
  within,
} from './random-spans.testing.js';

/** What a wall clock in the zone shows: weekday, date and time of day, by the platform and nobody else. */
const wall = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (ms: number) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    return {
      weekday: (parts['weekday'] ?? '').slice(0, 3).toLowerCase(),
      date: `${parts['year']}-${parts['month']}-${parts['day']}`,
      time: `${parts['hour']}:${parts['minute']}`,
    };
  };
};

const counts = ({ calendar, ...span }: Span) => {
  const show = wall(calendar.zone);
  const pauses = pausesOf({ calendar, ...span }).map(([from, until]) => [msOf(from), msOf(until)] as const);
  return (ms: number): boolean => {
    if (pauses.some(([from, until]) => from <= ms && ms < until)) return false;
    const { weekday, date, time } = show(ms);
    const hours = calendar.overrides[date]?.segments ?? calendar.week[weekday] ?? [];
    return hours.some(([opens, closes]) => opens <= time && time < closes);
  };
};

const patience = 40 * 96;

/** Goes on a quarter of an hour at a time; `null`: not within forty days. */
const dueByStepping = (span: Span): Instant | null => {
  const isCounted = counts(span);
  const start = msOf(momentOf(span, span.start));
  let left = span.amount;
  for (let steps = 0; steps < patience; steps++) {
    if (left === 0) return instant(start + steps * step * minute);
    if (isCounted(start + steps * step * minute)) left--;
  }
  return null;
};

const computed = (span: Span): Instant | null => {
  try {
    return due(targetOf(span)).dueAt;
  } catch {
    return null;
  }
};

const runs = (numRuns: number) => ({ numRuns });

test('a deadline is where somebody who counts quarter by quarter arrives', () => {
  fc.assert(
    fc.property(spans, (span) => {
      const stepped = dueByStepping(span);
      if (stepped === null) return;
      // Of no time at all, nothing has to pass; otherwise both stop when the last quarter is used up.
      expect(computed(span)).toBe(stepped);
    }),
    runs(400),
  );
});

test('what is used up until the deadline is the amount, and counting back from there leads to the same amount', () => {
  fc.assert(
    fc.property(spans, (span) => {
      const dueAt = computed(span);
      if (dueAt === null) return;
      const target = targetOf(span);
      const { calendar, unit, pauses, start } = target;
      expect(elapsed({ ...target, until: dueAt })).toBe(target.amount * minute);
      const back = due({ calendar, unit, pauses, start: dueAt, amount: -target.amount }).dueAt;
      expect(elapsed({ calendar, unit, pauses, start: back, until: dueAt })).toBe(target.amount * minute);
      expect(back >= start).toBe(true);
    }),
    runs(400),
  );
});

test('time used adds up, however it is cut', () => {
  fc.assert(
    fc.property(spans, within, within, (span, one, other) => {
      const [a, b, c] = [span.start, one, other].map((steps) => momentOf(span, steps));
      const between = (start: Instant | undefined, until: Instant | undefined) =>
        elapsed({ ...targetOf(span), start: start ?? momentOf(span, 0), until: until ?? momentOf(span, 0) });
      expect(between(a, b) + between(b, c)).toBe(between(a, c));
    }),
    runs(400),
  );
});

const dayTargets = fc.record({
  unit: fc.constantFrom(
    'working-minute' as const,
    'working-day' as const,
    'calendar-day' as const,
    'hour' as const,
  ),
  amount: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4),
});

const dueOf = (span: Span, rest: object): Instant | null => {
  try {
    return due({ ...targetOf(span), ...rest }).dueAt;
  } catch {
    return null;
  }
};

test('more time is never due earlier, and neither is what began later', () => {
  fc.assert(
    fc.property(spans, dayTargets, fc.integer({ min: 1, max: 200 }), (span, target, more) => {
      const first = dueOf(span, target);
      const longer = dueOf(span, { ...target, amount: target.amount + more / 4 });
      const later = dueOf(span, { ...target, start: momentOf(span, span.start + more) });
      if (first !== null && longer !== null) expect(longer >= first).toBe(true);
      if (first !== null && later !== null) expect(later >= first).toBe(true);
    }),
    runs(800),
  );
});

test('another pause never makes a deadline earlier', () => {
  fc.assert(
    fc.property(spans, dayTargets, within, fc.integer({ min: 0, max: 300 }), (span, target, from, length) => {
      const pause: Pause = [momentOf(span, from), momentOf(span, from + length)];
      const before = dueOf(span, target);
      const after = dueOf(span, { ...target, pauses: [...pausesOf(span), pause] });
      if (before !== null && after !== null) expect(after >= before).toBe(true);
    }),
    runs(800),
  );
});

test('more hours of work never make a deadline later', () => {
  fc.assert(
    fc.property(spans, fc.constantFrom(...weekdays), (span, weekday) => {
      const week = { ...span.calendar.week, [weekday]: [['00:00', '24:00']] as const };
      const before = computed(span);
      const after = computed({ ...span, calendar: { ...span.calendar, week } });
      if (before !== null && after !== null) expect(after <= before).toBe(true);
    }),
    runs(400),
  );
});

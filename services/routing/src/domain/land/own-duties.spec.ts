import { describe, expect, test } from '@jest/globals';
import { day, type Instant, instant, plus } from '@mulin/kernel';
import { dutiesWithLeave } from '@mulin/pack';
import fc from 'fast-check';
import type { Absence } from '../leave/leave.js';
import { ownDuties } from './own-duties.js';
import type { Duty } from './roster.js';

const march = instant('2026-03-01T00:00:00Z');
const onDay = (days: number): Instant => plus(march, days * day);
const duty = (account: string, more: Partial<Duty> = {}): Duty => ({
  account,
  role: 'grid-member',
  from: null,
  until: null,
  ...more,
});

/** As the pack's rosters say it with this leave. */
const inPack = (duties: readonly Duty[], away: readonly Absence[]): readonly Duty[] =>
  away.reduce<readonly Duty[]>(
    (those, one) => dutiesWithLeave(those, [one], new Map()).map(({ standsInFor: _, ...it }): Duty => it),
    duties,
  );

describe('Duties when nobody is away', () => {
  const leave: Absence = { account: 'li', from: onDay(10), until: onDay(20), standIn: 'wu' };

  test('are in one piece, and nobody stands in', () => {
    const duties = [duty('li', { shift: 'day' }), duty('chen')];
    expect(ownDuties(inPack(duties, [leave]), [leave], march)).toEqual(duties);
  });

  test('are those from now on', () => {
    const planned = inPack([duty('li', { until: onDay(5) }), duty('chen')], [leave]);
    expect(ownDuties(planned, [leave], onDay(6))).toEqual([duty('chen')]);
  });

  test('are in two pieces where no leave lies between them', () => {
    const duties = [duty('li', { until: onDay(10) }), duty('li', { from: onDay(20) })];
    expect(ownDuties(duties, [], march)).toEqual(duties);
  });

  test('are what they were, whoever goes on leave one after the other', () => {
    const gaps = fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(gaps, fc.constantFrom('wu', undefined), (days, standIn) => {
        const sorted = [...days].sort((one, other) => one - other);
        const away = sorted.flatMap((from, place): readonly Absence[] => {
          const until = sorted[place + 1];
          if (place % 2 === 1 || until === undefined) return [];
          const absence = { account: 'li', from: onDay(from), until: onDay(until) };
          return [standIn === undefined ? absence : { ...absence, standIn }];
        });
        const duties = [duty('li', { shift: 'day' }), duty('chen', { from: onDay(2) })];
        expect(ownDuties(inPack(duties, away), away, march)).toEqual(duties);
      }),
    );
  });
});

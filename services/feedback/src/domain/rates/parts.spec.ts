import { describe, expect, test } from '@jest/globals';
import { fold, type Instant } from '@mulin/kernel';
import fc from 'fast-check';
import { march, number } from '../a-case.testing.js';
import { filed, judged, metAt, missedAt, placed, placedAt } from './a-rate.testing.js';
import { tallyOfParts } from './marks.js';
import { type Part, partsOf } from './parts.js';
import type { Event, HeardEvent } from './rate-events.js';
import { cycleIn, decider } from './rate-state.js';

const east = 'mu/dongguan/hetou/hetou-1/hetou-1-a';
const west = 'mu/xiguan/shuinan/shuinan-1/shuinan-1-a';
const arbiter = 'mu/dongguan';

const unasked = { wasReached: false, rating: null };
const solved = { wasReached: true, rating: { resolution: 'solved', satisfaction: 'satisfied' } };
const cycleOf = (...events: readonly Event[]) => cycleIn(fold(decider, [filed(), ...events]), 1);

/** `east: 1/2` is one of two clocks in time. */
const onTimeOf = (parts: readonly Part[]) =>
  Object.fromEntries(
    parts.map(({ unit, shares }) => [
      unit.office ?? unit.area ?? 'town',
      `${shares.onTime.yes}/${shares.onTime.of}`,
    ]),
  );
const onTime = (...events: readonly Event[]) => onTimeOf(partsOf(cycleOf(...events), unasked));

describe('A clock counts for whoever had the case when it was met or missed:', () => {
  const handedOn = [placedAt(east, 1, march(2)), placedAt(west, 2, march(5))];

  test('what was missed before the case was handed on is not its next holder’s', () => {
    expect(onTime(...handedOn, missedAt('take/1/1', march(3)), metAt('take/1/2', march(6)))).toEqual({
      [east]: '0/1',
      [west]: '1/1',
    });
  });

  test('what was missed after it was handed on is not its former holder’s, who has no part then', () => {
    expect(onTime(...handedOn, missedAt('complete/1', march(9)))).toEqual({ [west]: '0/1' });
  });

  test('a first contact in time stays with whoever made it', () => {
    const [former, last] = partsOf(cycleOf(...handedOn, metAt('contact/1', march(4))), unasked);
    expect(former).toMatchObject({ unit: { area: east }, shares: { response: { of: 1, yes: 1 } } });
    expect(last).toMatchObject({ unit: { area: west }, shares: { response: { of: 0, yes: 0 } } });
  });

  test('the arbiter’s own deadline is the arbiter’s, and not of whoever gets the case by the decision', () => {
    expect(
      onTime(
        placedAt(east, 1, march(2)),
        placedAt(arbiter, 2, march(3)),
        placedAt(west, 3, march(7)),
        missedAt('arbitrate/1/1', march(5)),
      ),
    ).toEqual({ [arbiter]: '0/1', [west]: '0/0' });
  });

  test('also where they decide in time, which is the moment at which the next one has it', () => {
    expect(
      onTime(
        placedAt(east, 1, march(2)),
        placedAt(arbiter, 2, march(3)),
        placedAt(west, 3, march(4)),
        metAt('arbitrate/1/1', march(4)),
      ),
    ).toEqual({ [arbiter]: '1/1', [west]: '0/0' });
  });

  test('an office is a unit of its own, wherever it is asked', () => {
    expect(
      onTime(
        placedAt(east, 1, march(2)),
        placedAt(east, 2, march(5), 'urban-works'),
        missedAt('contact/1', march(4)),
        metAt('complete/1', march(8)),
      ),
    ).toEqual({ [east]: '0/1', 'urban-works': '1/1' });
  });

  test('who has it again is one unit, with all that was theirs', () => {
    expect(
      onTime(
        ...handedOn,
        placedAt(east, 3, march(8)),
        missedAt('take/1/1', march(3)),
        missedAt('take/1/2', march(6)),
        metAt('complete/1', march(9)),
      ),
    ).toEqual({ [west]: '0/1', [east]: '1/2' });
  });

  test.each([
    [
      'the moment at which it was handed on is the last of whoever had it',
      missedAt('contact/1', march(5)),
      east,
    ],
    ['what was done at that moment was done by whoever got it', metAt('take/1/2', march(5)), west],
  ])('%s', (_, clock, unit) => {
    expect(onTime(...handedOn, clock)[unit]).toMatch(/1$/);
  });

  test('before anybody had it, for whoever had it first; where nobody ever did, for nobody in particular', () => {
    expect(onTime(...handedOn, metAt('accept/1', march(1)))).toEqual({ [east]: '1/1', [west]: '0/0' });
    expect(onTime(missedAt('accept/1', march(3)))).toEqual({ town: '0/1' });
  });

  test('what was recorded without moments counts for whoever had it last, as it did', () => {
    expect(onTime(placed(null, 1), placed('urban-works', 2), judged('complete', 'missed'))).toEqual({
      'urban-works': '0/1',
    });
    expect(onTime(...handedOn, judged('contact', 'met'))).toEqual({ [west]: '1/1' });
  });
});

test('What whoever asked says counts for whoever had it last', () => {
  const parts = partsOf(
    cycleOf(placedAt(east, 1, march(2)), placedAt(west, 2, march(5)), missedAt('take/1/1', march(3))),
    solved,
  );
  expect(parts.map(({ shares }) => shares.resolution)).toEqual([
    { of: 0, yes: 0 },
    { of: 1, yes: 1 },
  ]);
});

describe('An exemption takes out the part of whoever asked for it', () => {
  const by = { account: 'a', role: 'grid-leader' };
  const asked = (area: string): Event => ({
    type: 'ExemptionAsked',
    data: { number, cycle: 1, area, reason: 'force-majeure', evidenceId: 'e', by, askedAt: march(10) },
  });
  const granted: Extract<Event, { type: 'ExemptionDecided' }> = {
    type: 'ExemptionDecided',
    data: { number, cycle: 1, granted: true, by, decidedAt: march(11) },
  };
  const late = [
    placedAt(east, 1, march(2)),
    placedAt(west, 2, march(5)),
    missedAt('take/1/1', march(3)),
    missedAt('complete/1', march(9)),
  ];
  const exempt = (...events: readonly Event[]) =>
    partsOf(cycleOf(...late, ...events), unasked).map(({ isExempt }) => isExempt);

  test('and leaves the others where they are', () => {
    expect(exempt(asked(east), granted)).toEqual([true, false]);
    expect(exempt(asked(west), granted)).toEqual([false, true]);
    const tally = tallyOfParts(partsOf(cycleOf(...late, asked(east), granted), unasked));
    expect([tally.raw.shares.onTime, tally.adjusted.shares.onTime]).toEqual([
      { of: 2, yes: 0 },
      { of: 1, yes: 0 },
    ]);
    expect([tally.raw.cycles, tally.adjusted.cycles]).toEqual([1, 1]);
  });

  test('also after another unit has asked in turn', () => {
    expect(exempt(asked(east), granted, asked(west))).toEqual([true, false]);
    expect(exempt(asked(east), granted, asked(west), granted)).toEqual([true, true]);
    expect(exempt(asked(east), asked(west), { ...granted, data: { ...granted.data, area: east } })).toEqual([
      true,
      false,
    ]);
  });
});

test('However often a case is handed on, and in whatever order that is heard, each clock counts once', () => {
  const units = [east, west, arbiter, null];
  const moment = fc.integer({ min: 2, max: 28 }).map(march);
  const placing = fc.tuple(fc.constantFrom(...units), moment, fc.constantFrom(null, 'urban-works'));
  const judging = fc.tuple(fc.boolean(), moment);
  const inOrder = (placings: readonly (readonly [string | null, Instant, string | null])[]): HeardEvent[] =>
    placings
      .toSorted(([, one], [, other]) => (one < other ? -1 : 1))
      .map(([area, since, office], nth) => placedAt(area, nth + 1, since, office));
  const told = fc
    .tuple(fc.array(placing, { maxLength: 6 }), fc.array(judging, { maxLength: 8 }))
    .map(([placings, verdicts]) => [
      ...inOrder(placings),
      ...verdicts.map(([isMet, at], nth) =>
        isMet ? metAt(`take/1/${nth}`, at, 50 + nth) : missedAt(`take/1/${nth}`, at, 50 + nth),
      ),
    ]);
  const both = told.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(both, ([events, shuffled]) => {
      const parts = partsOf(cycleOf(...events), solved);
      expect(partsOf(cycleOf(...shuffled), solved)).toEqual(parts);
      const clocks = events.filter(({ type }) => type === 'ClockJudged');
      const met = clocks.filter(({ data }) => 'standing' in data && data.standing === 'met');
      expect(tallyOfParts(parts).raw.shares.onTime).toEqual({ of: clocks.length, yes: met.length });
      const keys = parts.map(({ unit }) => JSON.stringify(unit));
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});

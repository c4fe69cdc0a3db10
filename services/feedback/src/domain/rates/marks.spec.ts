import { describe, expect, test } from '@jest/globals';
import { fold } from '@mulin/kernel';
import { area, march } from '../a-case.testing.js';
import { filed, judged, movedAway, placed } from './a-rate.testing.js';
import {
  countsAt,
  marksOf,
  partsIn,
  partsOfMarks,
  partText,
  tallyOf,
  tallyOfParts,
  together,
} from './marks.js';
import { partsOf } from './parts.js';
import type { Event } from './rate-events.js';
import { cycleIn, decider, type Measured } from './rate-state.js';
import type { Answered } from './shares.js';

const cycleOf = (...events: readonly Event[]) => cycleIn(fold(decider, [filed(), placed(), ...events]), 1);
const unasked = { wasReached: false, rating: null };
const said = (resolution: string, satisfaction: string) => ({
  wasReached: true,
  rating: { resolution, satisfaction },
});
const none = { of: 0, yes: 0 };
const sharesOf = (measured: Measured, answered: Answered) =>
  tallyOfParts(partsOf(measured, answered)).raw.shares;
/** Of its one part. */
const marksOfOne = (measured: Measured, answered: Answered): string => {
  const [part] = partsOf(measured, answered);
  return part === undefined ? '' : marksOf(part);
};

describe('A cycle counts', () => {
  test('for response where a first contact was due, and for every clock that was met or missed', () => {
    const cycle = cycleOf(
      judged('contact', 'met'),
      judged('complete', 'missed', 1),
      judged('verify', 'none', 2),
    );
    expect(sharesOf(cycle, unasked)).toEqual({
      response: { of: 1, yes: 1 },
      resolution: none,
      satisfaction: none,
      onTime: { of: 2, yes: 1 },
    });
  });

  test.each([
    ['solved', 'satisfied', 1, 1],
    ['solved', 'fairly-satisfied', 1, 1],
    ['solved', 'dissatisfied', 1, 0],
    ['partly-solved', 'very-satisfied', 0, 1],
    ['not-solved', 'very-dissatisfied', 0, 0],
  ])('as %s and %s by the word of whoever asked', (resolution, satisfaction, solved, satisfied) => {
    expect(sharesOf(cycleOf(), said(resolution, satisfaction))).toMatchObject({
      resolution: { of: 1, yes: solved },
      satisfaction: { of: 1, yes: satisfied },
    });
  });

  test('as reached and not solved where they were reached and said nothing', () => {
    expect(sharesOf(cycleOf(), { wasReached: true, rating: null }).resolution).toEqual({ of: 1, yes: 0 });
  });

  test('as reached where they rated before anybody called', () => {
    const answered = { ...said('solved', 'satisfied'), wasReached: false };
    expect(sharesOf(cycleOf(), answered).resolution).toEqual({ of: 1, yes: 1 });
  });
});

test('History for which its source had set no target counts for no clock, and not as late', () => {
  const cycle = cycleOf(judged('complete', 'missed'));
  const untargeted = { ...cycle, filed: cycle.filed && { ...cycle.filed, isUntargeted: true as const } };
  expect(sharesOf(untargeted, unasked).onTime).toEqual(none);
  expect(countsAt(untargeted, { endedAt: null })).toBeNull();
});

describe('When it counts', () => {
  test('is when it ended', () => {
    expect(countsAt(cycleOf(judged('contact', 'missed')), { endedAt: march(9) })).toBe(march(9));
  });
  test('of one that goes on, is when it was late first', () => {
    expect(countsAt(cycleOf(judged('contact', 'missed')), { endedAt: null })).toBe(march(3));
  });
  test('is not yet, where it goes on and nothing was late', () => {
    expect(countsAt(cycleOf(judged('contact', 'met')), { endedAt: null })).toBeNull();
  });
});

describe('Marks', () => {
  const exempted: Event = {
    type: 'ExemptionDecided',
    data: {
      number: 'mu-1',
      cycle: 1,
      granted: true,
      by: { account: 'a', role: 'hotline-clerk' },
      decidedAt: march(9),
    },
  };
  const asked: Event = {
    type: 'ExemptionAsked',
    data: {
      number: 'mu-1',
      cycle: 1,
      area,
      reason: 'force-majeure',
      evidenceId: 'e',
      by: { account: 'b', role: 'grid-leader' },
      askedAt: march(8),
    },
  };
  const late = [judged('contact', 'met'), judged('complete', 'missed', 1)];

  test('take a cycle out of the rates of whoever asked, and of nobody who gets it later', () => {
    const marksAfter = (...events: readonly Event[]) => marksOfOne(cycleOf(...events), unasked);
    expect(marksAfter(asked, exempted)).toMatch(/X$/);
    expect(marksAfter(asked, exempted, movedAway)).toMatch(/x$/);
    expect(marksAfter(asked, exempted, placed('urban-works', 1))).toMatch(/x$/);
    // It came back.
    expect(marksAfter(asked, exempted, placed('urban-works', 1), placed(null, 2))).toMatch(/X$/);
  });

  test('add up to the shares they were written for, beside those without what was taken out', () => {
    const plain = marksOfOne(cycleOf(...late), said('solved', 'dissatisfied'));
    const without = marksOfOne(cycleOf(...late, asked, exempted), said('not-solved', 'satisfied'));
    const tally = together(tallyOf(plain, 12), tallyOf(without, 1));
    expect(tally).toEqual({
      raw: {
        cycles: 13,
        shares: {
          response: { of: 13, yes: 13 },
          resolution: { of: 13, yes: 12 },
          satisfaction: { of: 13, yes: 1 },
          onTime: { of: 26, yes: 13 },
        },
      },
      adjusted: {
        cycles: 12,
        shares: {
          response: { of: 12, yes: 12 },
          resolution: { of: 12, yes: 12 },
          satisfaction: { of: 12, yes: 0 },
          onTime: { of: 24, yes: 12 },
        },
      },
    });
  });

  test.each([
    [{ measure: 'onTime', isMissed: true }, true],
    [{ measure: 'response', isMissed: true }, false],
    [{ measure: 'response' }, true],
    [{ measure: 'resolution' }, false],
    [{ isExempt: false }, true],
    [{ isExempt: true }, false],
  ] as const)('hold what is looked for: %j is %s', (wanted, isFound) => {
    const marks = marksOfOne(cycleOf(...late), unasked);
    expect(partsOfMarks(wanted).every((part) => marks.includes(part))).toBe(isFound);
  });
});

test('Parts of a cycle are read as they were written, whatever their area is called', () => {
  const parts = ['mu/东关, 北|段/a', 'mu/100%25', null].map((where, nth) => ({
    unit: { area: where, office: nth === 1 ? 'works,|' : null },
    shares: sharesOf(cycleOf(judged('contact', 'met'), judged('complete', 'missed', 1)), unasked),
    isExempt: nth === 0,
  }));
  expect(partsIn(parts.map(partText).join(','))).toEqual(parts);
});

test('Cycles with the same parts count together, each once', () => {
  const [part] = partsOf(cycleOf(...[judged('contact', 'met')]), unasked);
  const other = part && { ...part, unit: { area: 'mu/b', office: null }, isExempt: true };
  const parts = part && other ? [part, other] : [];
  expect(tallyOfParts(parts, 5)).toMatchObject({
    raw: { cycles: 5, shares: { onTime: { of: 10, yes: 10 } } },
    adjusted: { cycles: 5, shares: { onTime: { of: 5, yes: 5 } } },
  });
  expect(tallyOfParts([], 5).raw.cycles).toBe(0);
});

/** Where a case lies, and who hears in place of whom. */
import { describe, expect, test } from '@jest/globals';
import { fold, hour, instant, plus } from '@mulin/kernel';
import type { Event } from './clock-events.js';
import { decider } from './clock-state.js';
import { hasMovedAfter, type Lying, lyingOf, recipientOf } from './recipients.js';

const at = (hours: number) => plus(instant('2026-03-02T01:00:00Z'), hours * hour);
const offered = (leg: number, hours: number, area = 'mu/c1/v/g/m'): Event => ({
  type: 'LegOffered',
  data: { cycle: 1, leg, area, offeredAt: at(hours) },
});
const left = (leg: number, hours: number): Event => ({
  type: 'LeftToArbiter',
  data: { cycle: 1, area: 'mu/c1', leftAt: at(hours), turn: 1, leg },
});
const after = (...events: readonly Event[]) => fold(decider, events);
const complete = { clock: 'complete/1', cycle: 1 };

describe('Where a case lies', () => {
  test('before it was said is where it was said first, and it is the desk’s until then', () => {
    expect(lyingOf(after(offered(1, 5)), complete, null, at(1))).toEqual({
      area: 'mu/c1/v/g/m',
      with: 'desk',
    });
  });

  test('of one moment a turn of the arbiter stands after the leg before it, and before the next one', () => {
    for (const events of [
      [offered(1, 1), left(1, 5), offered(2, 5)],
      [offered(2, 5), left(1, 5), offered(1, 1)],
    ])
      expect(lyingOf(after(...events), complete, null)).toMatchObject({ with: 'grid' });
    expect(lyingOf(after(left(1, 5), offered(1, 5)), complete, null)).toMatchObject({ with: 'arbiter' });
  });

  test('is with the arbiter for the clock of what was left to them, and with its holder where that one keeps it', () => {
    const turn = { clock: 'arbitrate/1/1', cycle: 1 };
    const asked: Event = {
      type: 'ArbiterAsked',
      data: { cycle: 1, area: 'mu/c2', askedAt: at(5), turn: 1, leg: 1 },
    };
    expect(lyingOf(after(left(1, 5)), turn, null)).toEqual({ area: 'mu/c1', with: 'arbiter' });
    expect(lyingOf(after(offered(1, 1), asked), turn, null)).toEqual({ area: 'mu/c2', with: 'grid' });
  });
});

describe('Who has it only since a moment', () => {
  test('has not had it since then who got it in that very moment', () => {
    const state = after(offered(1, 1), offered(2, 5, 'mu/c2/v/g/m'));
    expect(hasMovedAfter(state, complete, null, at(4))('grid-member')).toBe(true);
    expect(hasMovedAfter(state, complete, null, at(5))('grid-member')).toBe(false);
  });
});

describe('Who hears', () => {
  const hears = (clock: string, addressee: string, lying: Lying['with']) =>
    recipientOf(clock, addressee, { area: 'mu/c1', with: lying }, () => true);

  test('of acceptance is the desk, and of what lies with the arbiter, they', () => {
    expect(hears('accept/1', 'grid-member', 'grid')).toBe('hotline-clerk');
    expect(hears('accept/1', 'hotline-clerk', 'arbiter')).toBe('community-secretary');
  });

  test('of another clock is the desk where the ladder names it, wherever the case lies', () => {
    expect(hears('complete/1', 'hotline-clerk', 'arbiter')).toBe('hotline-clerk');
  });
});

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

describe('Where a case lies for one of its clocks', () => {
  const other = 'mu/c2/v/g/m';

  test('is where that offer was made, whoever was asked since', () => {
    const state = after(offered(1, 1), offered(2, 5, other), left(2, 6));
    const take = { clock: 'take/1/1', cycle: 1 };
    expect(lyingOf(state, take, null)).toEqual({ area: 'mu/c1/v/g/m', with: 'grid' });
  });

  test('is where that turn of the arbiter was asked for', () => {
    const again: Event = {
      type: 'LeftToArbiter',
      data: { cycle: 1, area: 'mu/c2', leftAt: at(7), turn: 2, leg: 2 },
    };
    const state = after(offered(1, 1), left(1, 5), again);
    expect(lyingOf(state, { clock: 'arbitrate/1/2', cycle: 1 }, null).area).toBe('mu/c2');
    expect(lyingOf(state, { clock: 'arbitrate/1/1', cycle: 1 }, null).area).toBe('mu/c1');
  });

  test('is with its holder while the arbiter is only asked, and where it was last said to be', () => {
    const asked: Event = {
      type: 'ArbiterAsked',
      data: { cycle: 1, area: 'mu/c2', askedAt: at(5), turn: 1, leg: 1 },
    };
    expect(lyingOf(after(offered(1, 1), asked), complete, null)).toEqual({
      area: 'mu/c1/v/g/m',
      with: 'grid',
    });
    const unsaid: Event = { type: 'LegOffered', data: { cycle: 1, leg: 3, offeredAt: at(5) } };
    expect(lyingOf(after(offered(1, 1), offered(2, 2, other), unsaid), complete, null).area).toBe(other);
  });

  test('was with somebody who was asked, where that was recorded without saying who', () => {
    const accepted: Event = {
      type: 'ClockEnded',
      data: { clock: 'accept/1', cycle: 1, endedAt: at(1), because: 'offered' },
    };
    const unheard = after({ type: 'HolderReported', data: { cycle: 1, reportedAt: at(2) } });
    expect(lyingOf(after(accepted, offered(1, 5)), complete, null, at(2)).with).toBe('grid');
    expect(lyingOf(unheard, complete, null)).toEqual({ area: null, with: 'desk' });
  });
});

describe('Who has it only since a moment', () => {
  const [here, there] = ['mu/c1/v/g/m', 'mu/c1/v/h/m'];
  const moved = after(offered(1, 1, here), offered(2, 5, there), offered(3, 6, here));
  const since = (hours: number, endedAt?: number, clock = 'complete/1', state = moved) =>
    hasMovedAfter(
      state,
      { clock, cycle: 1 },
      endedAt === undefined ? null : { endedAt: at(endedAt), because: 'finished' },
      at(hours),
    );

  test('is whoever it came to meanwhile, also where it has come back since', () => {
    expect(since(4)('grid-member')).toBe(true);
    expect(since(6)('grid-member')).toBe(false);
  });

  test('is one among several moves of which the others did not concern them', () => {
    const near = 'mu/c1/v/g/n';
    const state = after(offered(1, 1, here), offered(2, 5, there), offered(3, 6, 'mu/c1/v/h/n'));
    expect(since(4, undefined, 'complete/1', state)('grid-leader')).toBe(true);
    const within = after(offered(1, 1, here), offered(2, 5, near));
    expect(since(4, undefined, 'complete/1', within)('grid-member')).toBe(true);
    expect(since(4, undefined, 'complete/1', within)('grid-leader')).toBe(false);
  });

  test('is nobody by what came when the clock had ended, or in that moment', () => {
    const once = after(offered(1, 1, here), offered(2, 5, there));
    expect(since(4, 7, 'complete/1', once)('grid-member')).toBe(true);
    expect(since(4, 5, 'complete/1', once)('grid-member')).toBe(false);
    expect(since(4, 4.5, 'complete/1', once)('grid-member')).toBe(false);
  });

  test('is nobody for a clock of one offer or of one turn, and somebody for the answer to its lateness', () => {
    expect(since(4, undefined, 'take/1/1')('grid-member')).toBe(false);
    expect(since(4, undefined, 'arbitrate/1/1')('grid-member')).toBe(false);
    expect(since(4, undefined, 'acknowledge/1/take-1')('grid-member')).toBe(true);
  });

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

import { describe, expect, test } from '@jest/globals';
import { type Actor, type Area, fold, instant, type Right, type Role } from '@mulin/kernel';
import * as Order from './order.js';
import { mustReach } from './order-access.js';

const at = instant('2026-05-01T02:00:00Z');
const li = { microGrid: 'm1', area: 'mu/c1/v1/g1/m1', member: 'li-wei' };
const cycle = { cycle: 1 };
const leg = { ...cycle, leg: 1, member: 'li-wei' };
const demand = {
  ...cycle,
  number: 'mu-2026-000001',
  menuItem: 'sanitation',
  net: 'life',
  urgency: 'ordinary',
} as const;

const offered: Order.Event = {
  type: 'OrderOffered',
  data: { ...demand, ...li, leg: 1, final: false, by: null, because: 'registered', offeredAt: at },
};
const taken: Order.Event = { type: 'OrderTaken', data: { ...leg, takenAt: at } };
const finished: Order.Event = { type: 'OrderFinished', data: { ...leg, result: 'solved', finishedAt: at } };
const returned: Order.Event = {
  type: 'OrderReturned',
  data: { ...leg, reason: 'not-my-area', returnedAt: at },
};
const offeredToZhang: Order.Event = {
  ...offered,
  data: { ...offered.data, leg: 2, member: 'zhang-min', because: 'returned' },
};
const left: Order.Event = {
  type: 'OrderLeftToArbiter',
  data: { ...demand, because: 'nobodys-land', area: 'mu/c1', turn: 1, leg: 0, leftAt: at },
};
const called: Order.Event = { type: 'ArbiterCalled', data: { ...cycle, because: 'no-clock', calledAt: at } };
const over: Order.Event = { type: 'OrderOver', data: { ...cycle, because: 'closed', overAt: at } };
const warned: Order.Event = {
  type: 'LatenessTold',
  data: { ...cycle, clock: 'complete/1', to: 'grid-leader', level: 'warning', toldAt: at },
};

const actor = (id: string, role: Role, area = 'mu/c1/v1/g1'): Actor => ({ id, role, area: area as Area }); // as in accounts
const member = (id: string) => actor(id, 'grid-member', li.area);
const secretary = actor('secretary-sun', 'community-secretary', 'mu/c1');
const leader = actor('leader-qian', 'grid-leader');

/** `yes`, or the code of the refusal. */
const answer = (right: Right, who: Actor, events: readonly Order.Event[]): string => {
  const state = fold(Order.decider, events);
  try {
    mustReach(right, state, who);
    return 'yes';
  } catch (error) {
    return (error as { code: string }).code; // a refusal has one
  }
};

describe('What the resident said is read by', () => {
  const words = (who: Actor, ...events: readonly Order.Event[]) => answer('order.words', who, events);

  test('whoever has the order in hand, and by nobody who had it', () => {
    expect(words(member('li-wei'), offered)).toBe('yes');
    expect(words(member('li-wei'), offered, taken)).toBe('yes');
    expect(words(member('li-wei'), offered, taken, finished)).toBe('not-your-order');
    expect(words(member('li-wei'), offered, returned, offeredToZhang)).toBe('not-your-order');
    expect(words(member('zhang-min'), offered)).toBe('not-your-order');
  });

  test('the arbiter while it waits for a decision, and not once the work is done or the case is over', () => {
    expect(words(secretary, left)).toBe('yes');
    expect(words(secretary, offered, called)).toBe('yes');
    expect(words(secretary, offered, called, taken, finished)).toBe('not-your-order');
    expect(words(secretary, left, over)).toBe('not-your-order');
    expect(words(secretary, left, over, called)).toBe('not-your-order');
    const decided: Order.Event = { ...offered, data: { ...offered.data, final: true } };
    const correctedOnce: Order.Event = {
      type: 'OrderReclassified',
      data: { ...demand, route: { land: li }, reclassifiedAt: at },
    };
    expect(words(secretary, decided, correctedOnce)).toBe('yes');
    expect(words(secretary, decided, taken, finished, correctedOnce)).toBe('not-your-order');
  });

  test('whoever was told that it is late, be it as a warning', () => {
    expect(words(leader, offered, warned)).toBe('yes');
    expect(words(actor('committee-he', 'village-committee', 'mu/c1/v1'), offered, warned)).toBe(
      'not-your-order',
    );
  });
});

describe('An order is seen by', () => {
  const sees = (who: Actor, ...events: readonly Order.Event[]) => answer('order.read', who, events);

  test('its holder and whoever had it before', () => {
    const story = [offered, returned, offeredToZhang];
    expect(sees(member('li-wei'), ...story)).toBe('yes');
    expect(sees(member('zhang-min'), ...story)).toBe('yes');
    expect(sees(member('wu-fang'), ...story)).toBe('not-your-order');
    expect(sees(member('li-wei'), offered, taken, finished)).toBe('yes');
  });

  test('whoever let their turn pass, or was asked until it was over', () => {
    const missed: Order.Event = { type: 'OrderNotTaken', data: { ...leg, dueAt: at } };
    expect(sees(member('li-wei'), offered, missed, offeredToZhang)).toBe('yes');
    expect(sees(member('li-wei'), offered, over)).toBe('yes');
  });

  test('the leaders of its area; others are told that it lies elsewhere', () => {
    expect(sees(leader, offered)).toBe('yes');
    expect(sees(actor('leader-of-g2', 'grid-leader', 'mu/c1/v1/g2'), offered)).toBe('not-your-area');
  });

  test('nobody where there is none', () => {
    expect(sees(leader)).toBe('no-such-order');
  });
});

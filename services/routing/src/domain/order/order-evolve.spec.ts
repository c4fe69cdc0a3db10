/** What is known of an order by its events, as far as no decision asks for it at once. */
import { describe, expect, test } from '@jest/globals';
import { fold } from '@mulin/kernel';
import { at, demand, inHands, leg, li, offeredToLi } from '../handling/handling.testing.js';
import * as Order from './order.js';
import { hasOnlyPassed } from './order-questions.js';

const known = (...events: readonly Order.Event[]) => fold(Order.decider, events);
type Offer = Extract<Order.Event, { type: 'OrderOffered' }>['data'];
const offered = (rest: Partial<Offer> = {}): Order.Event => ({
  type: 'OrderOffered',
  data: { ...offeredToLi.data, ...rest },
});
/** As offers were recorded before it was said why somebody is asked. */
const unexplained = (nth: number, microGrid = li.microGrid): Order.Event => {
  const { because: _, ...data } = offeredToLi.data;
  return { type: 'OrderOffered', data: { ...data, microGrid, leg: nth } };
};
const left = (because: Order.LeftBecause): Order.Event => ({
  type: 'OrderLeftToArbiter',
  data: { ...demand, because, area: 'mu/c1', turn: 1, leg: 0, leftAt: at(1) },
});
const reopened: Order.Event = {
  type: 'OrderReopened',
  data: { number: demand.number, cycle: 2, because: 'redo', reopenedAt: at(10) },
};

describe('Where an order belongs', () => {
  const here = { land: { microGrid: li.microGrid, area: li.area } };

  test('is where it was offered first, because of its registration or of a new cycle', () => {
    expect(known(offered({ because: 'registered' })).route).toEqual(here);
    expect(known(offered({ because: 'redo' })).route).toEqual(here);
    expect(known(unexplained(1)).route).toEqual(here);
    expect(known(unexplained(1), unexplained(2, 'm2')).route).toEqual(here);
  });

  test('is not known where somebody has decided who answers, or where it was not kept', () => {
    expect(known(offered({ because: 'decided', by: 'secretary-sun' })).route).toBeNull();
    expect(known(offered({ because: 'decided', by: 'secretary-sun' }), unexplained(2)).route).toBeNull();
    expect(known(left('nobody-on-duty')).route).toBeNull();
  });

  test('is with the arbiter of a community where it lies on nobody’s land, or nobody says where', () => {
    for (const because of ['nobodys-land', 'place-unknown'] as const)
      expect(known(left(because)).route).toEqual({ because, area: 'mu/c1' });
  });
});

describe('A new cycle', () => {
  test('is of the same demand; of one that was not known it is nothing yet', () => {
    expect(known(...inHands, reopened).demand).toEqual({ ...demand, cycle: 2 });
    expect(known(reopened).demand).toBeNull();
  });

  test('knows who was asked before, if anybody was', () => {
    expect(known(offeredToLi, reopened).formerHands).toEqual(['li-wei']);
    expect(known(left('nobodys-land'), reopened).formerHands).toEqual([]);
  });
});

test('What was told of a clock for one place stands as it was told last, and for others as it was', () => {
  const told = (level: Order.NoticeLevel, to = 'grid-leader', area = li.area): Order.Event => ({
    type: 'LatenessTold',
    data: { cycle: 1, clock: 'complete/1', to, level, area, toldAt: at(3) },
  });
  const entry = (level: Order.NoticeLevel, to = 'grid-leader', area = li.area) => {
    return { clock: 'complete/1', to, level, area };
  };
  expect(known(offeredToLi, told('warning'), told('escalation')).told).toEqual([entry('escalation')]);
  expect(
    known(told('warning'), told('warning', 'town-leader'), told('escalation', 'grid-leader', 'mu/c2')).told,
  ).toEqual([entry('warning'), entry('warning', 'town-leader'), entry('escalation', 'grid-leader', 'mu/c2')]);
  const back: Order.Event = {
    type: 'LatenessTakenBack',
    data: { cycle: 1, clock: 'complete/1', to: 'grid-leader' },
  };
  expect(known(told('warning'), told('warning', 'town-leader'), back).told).toEqual([
    entry('warning', 'town-leader'),
  ]);
});

test('That it was handed over changes nothing about when there was contact last', () => {
  const contacted: Order.Event = {
    type: 'ContactMade',
    data: { ...leg, manner: 'phone', contactedAt: at(3) },
  };
  const handedOver: Order.Event = {
    type: 'OrderHandedOver',
    data: { ...leg, to: 'office:w', direction: 'up', reason: 'beyond-my-power', handedOverAt: at(4) },
  };
  expect(known(...inHands, contacted, handedOver)).toMatchObject({
    contactedAt: at(3),
    contactedBy: 'phone',
  });
});

test('Legs have only passed where each of them did, and others do not count', () => {
  const missed = (nth: number): Order.Event => ({
    type: 'OrderNotTaken',
    data: { cycle: 1, leg: nth, member: 'li-wei', dueAt: at(3) },
  });
  const state = known(offeredToLi, missed(1), missed(2), missed(4));
  const passed = ([from, until]: readonly [number, number]) => hasOnlyPassed(state, from, until);
  expect([passed([1, 3]), passed([2, 3]), passed([1, 2]), passed([4, 5])]).toEqual([true, true, true, true]);
  expect([passed([1, 4]), passed([2, 5]), passed([3, 4]), passed([5, 6])]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('Somebody serves in the grid of what they were asked, and anywhere where it was given to them by name', () => {
  expect(Order.dutyAreaOf({ area: li.area, by: null })).toBe('mu/c1/v1/g1');
  expect(Order.dutyAreaOf({ area: li.area, by: 'secretary-sun' })).toBe('mu');
});

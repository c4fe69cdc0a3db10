import { expect, test } from '@jest/globals';
import { instant, type Position, rebuild, type RecordedEvent } from '@mulin/kernel';
import type * as Order from '../domain/order/order.js';
import { orders } from './orders.js';

const may = (date: number) => instant(`2026-05-0${date}T02:00:00Z`);
const demand = { number: 'n', cycle: 1, menuItem: 'sanitation', net: 'life', urgency: 'ordinary' } as const;
const li = { microGrid: 'm1', area: 'mu/c1/v1/g1/m1', member: 'li-wei' };

const rowAfter = (...events: readonly Order.Event[]) => {
  const recorded = events.map((event, place): RecordedEvent<Order.Event> => ({
    ...event,
    id: `${place}`,
    stream: 'order-c1',
    revision: place,
    position: (place + 1) as Position,
    metadata: { town: 'mu', actor: 'x', correlationId: 'x', causationId: 'x', recordedAt: may(1) },
  }));
  return rebuild(orders, recorded).get('c1') ?? null;
};

const offered: Extract<Order.Event, { type: 'OrderOffered' }> = {
  type: 'OrderOffered',
  data: { ...demand, ...li, leg: 1, final: false, by: null, offeredAt: may(1) },
};
const taken: Extract<Order.Event, { type: 'OrderTaken' }> = {
  type: 'OrderTaken',
  data: { cycle: 1, leg: 1, member: 'li-wei', takenAt: may(2) },
};
const corrected: Order.Event = {
  type: 'OrderReclassified',
  data: { ...demand, menuItem: 'traffic', cycle: 1, route: { to: li }, reclassifiedAt: may(3) },
};
const left: Order.Event = {
  type: 'OrderLeftToArbiter',
  data: { ...demand, because: 'nobodys-land', area: 'mu/c1', leftAt: may(1) },
};

test('an order is shown with its holder and since when it stands so', () => {
  expect(rowAfter(offered, taken)).toEqual({
    caseId: 'c1',
    ...demand,
    ...li,
    state: 'taken',
    dutyArea: 'mu/c1/v1/g1',
    unit: null,
    alsoAsked: [],
    leg: 1,
    final: false,
    forArbiter: false,
    lacksClock: false,
    because: null,
    helpers: [],
    since: may(2),
  });
});

test('whoever was called in, or has come instead, is found by it until their part is done', () => {
  const call = { cycle: 1, call: 1, member: 'works-tan' };
  const called: Order.Event = {
    type: 'HelperCalled',
    data: { ...call, number: 'n', by: 'li-wei', unit: 'office:works', area: li.area, calledAt: may(3) },
  };
  const joined: Order.Event = {
    type: 'HelperJoined',
    data: { ...call, member: 'works-mei', joinedAt: may(4) },
  };
  const released: Order.Event = {
    type: 'HelperReleased',
    data: { ...call, because: 'overruled', releasedAt: may(5) },
  };
  const helping = (...events: readonly Order.Event[]) => {
    const row = rowAfter(offered, taken, ...events);
    return row && orders.columns.helping.of(row);
  };
  expect(helping(called)).toEqual(['works-tan']);
  expect(helping(called, joined)).toEqual(['works-mei']);
  expect(helping(called, joined, released)).toEqual([]);
});

test('what waits for the arbiter is marked, and lies in that community', () => {
  const row = rowAfter(left);
  expect(row).toMatchObject({
    state: 'with-arbiter',
    forArbiter: true,
    member: null,
    because: 'nobodys-land',
  });
  expect(row && orders.columns.area.of(row)).toBe('mu/c1');
});

test('what was corrected after somebody had taken it waits for the arbiter too', () => {
  expect(rowAfter(offered, taken, corrected)).toMatchObject({
    forArbiter: true,
    menuItem: 'traffic',
    state: 'taken',
  });
  expect(rowAfter(offered, corrected)).toMatchObject({ forArbiter: false, menuItem: 'traffic' });
});

test('what nobody will be reminded of waits for the arbiter until they have decided, whoever gets it', () => {
  const called: Order.Event = {
    type: 'ArbiterCalled',
    data: { cycle: 1, because: 'no-clock', calledAt: may(1) },
  };
  const handedOn: Order.Event = { ...offered, data: { ...offered.data, leg: 2, because: 'off-duty' } };
  const decided: Order.Event = { ...offered, data: { ...offered.data, leg: 3, because: 'decided' } };
  expect(rowAfter(offered, called, handedOn)).toMatchObject({ forArbiter: true, state: 'offered' });
  expect(rowAfter(offered, called, handedOn, decided)).toMatchObject({ forArbiter: false });
});

test('a finished order and one whose case is over wait for nobody', () => {
  const finished: Order.Event = {
    type: 'OrderFinished',
    data: { cycle: 1, leg: 1, member: 'li-wei', result: 'solved', finishedAt: may(4) },
  };
  const over: Order.Event = { type: 'OrderOver', data: { cycle: 1, because: 'closed', overAt: may(5) } };
  expect(rowAfter(offered, taken, finished)).toMatchObject({ state: 'finished', since: may(4) });
  expect(rowAfter(left, over)).toMatchObject({ state: 'over', forArbiter: false });
});

test('a case of the archive is in nobody’s list', () => {
  expect(
    rowAfter({
      type: 'ArchivedCaseRouted',
      data: { cycle: 1, net: 'life', microGrid: 'm1', area: li.area, reportedAt: may(1) },
    }),
  ).toBeNull();
});

const asEmergency = (rest: object): Order.Event => ({
  ...offered,
  data: {
    ...offered.data,
    unit: 'office:fire',
    member: 'fire-chen',
    alsoAsked: [{ member: 'li-wei' }, { member: 'leader-qian', unit: 'mu/c1/v1/g1' }],
    ...rest,
  },
});

test('of an emergency that a unit was asked for, whoever takes it has it where they serve themselves', () => {
  const byWhom = (data: object) => rowAfter(asEmergency({}), { ...taken, data: { ...taken.data, ...data } });
  expect(byWhom({ member: 'fire-chen' })).toMatchObject({ unit: 'office:fire', dutyArea: null });
  expect(byWhom({ member: 'li-wei' })).toMatchObject({ unit: null, dutyArea: 'mu/c1/v1/g1' });
  expect(byWhom({ member: 'leader-qian', unit: 'mu/c1/v1/g1' })).toMatchObject({
    unit: 'mu/c1/v1/g1',
    dutyArea: null,
  });
});

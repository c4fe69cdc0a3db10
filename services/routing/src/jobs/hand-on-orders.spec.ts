import { describe, expect, test } from '@jest/globals';
import { memoryEventStore, memoryProjection } from '@mulin/event-store';
import {
  type CommandHandler,
  commandHandler,
  type Instant,
  instant,
  liesIn,
  newCorrelation,
} from '@mulin/kernel';
import * as Order from '../domain/order/order.js';
import { handOnOrders } from './hand-on-orders.js';
import { orders as ordersProjection } from '../views/orders.js';

const monday = instant('2026-03-02T01:00:00Z');
const demand = { number: 'n', cycle: 1, menuItem: 'sanitation', net: 'life', urgency: 'ordinary' } as const;
const inRiverHead = { microGrid: 'm1', area: 'mu/c1/v1/g1/m1' };
const li = { ...inRiverHead, member: 'li-wei' };
/** Wu serves in another grid, and has it because somebody gave it to them by name. */
const wu = { ...inRiverHead, member: 'wu-fang' };

const offeredTo = (to: Order.Answerer, by: string | null = null): Order.Event => ({
  type: 'OrderOffered',
  data: { ...demand, ...to, leg: 1, final: by !== null, by, offeredAt: monday },
});
const takenBy = (member: string): Order.Event => ({
  type: 'OrderTaken',
  data: { cycle: 1, leg: 1, member, takenAt: monday },
});

const grids: Readonly<Record<string, string>> = {
  'li-wei': 'mu/c1/v1/g1',
  'zhang-min': 'mu/c1/v1/g1',
  'wu-fang': 'mu/c1/v1/g2',
};

/** Each serves in one grid until their duty ends for good; Zhang is asked instead of everybody. */
const dutyUntil = (ends: Readonly<Record<string, Instant>>): Order.Duty => ({
  onDuty: () => 'zhang-min',
  allOnDuty: () => [],
  standIn: () => 'zhang-min',
  alarmed: () => [],
  absenceFrom: () => null,
  absence: (member, at, within) => {
    const end = ends[member];
    const isThere = liesIn(grids[member] ?? '', within);
    return isThere && (end === undefined || at < end) ? null : 'gone';
  },
});

const townWith = async (
  cases: Readonly<Record<string, readonly Order.Event[]>>,
  ends: Readonly<Record<string, Instant>> = {},
  dutyInUnits: Partial<Order.Duty> = {},
) => {
  const clock = { now: monday };
  const now = () => clock.now;
  const store = memoryEventStore({ now });
  const handle = commandHandler(store, Order.decider, now);
  let ids = 0;
  const newId = () => `id-${++ids}`;
  for (const [caseId, events] of Object.entries(cases))
    await handle(caseId, () => events, newCorrelation({ town: 'mu', actor: 'routing', id: newId() }));
  const decided: string[] = [];
  const orders: CommandHandler<Order.State, Order.Event> = Object.assign(
    async (...[caseId, ...rest]: Parameters<typeof handle>) => {
      decided.push(caseId);
      return handle(caseId, ...rest);
    },
    { query: handle.query },
  );
  const { view, rebuild } = memoryProjection({ store, projection: ordersProjection });
  const duty = async () => ({ ...dutyUntil(ends), ...dutyInUnits });
  const { look } = handOnOrders({
    town: 'mu',
    now,
    newId,
    every: () => async () => {},
    orders,
    rows: view,
    duty,
  });
  return {
    decided,
    round: async (moment: Instant) => {
      clock.now = moment;
      await rebuild();
      await look();
    },
    helpers: async (caseId: string) =>
      (await handle.query(caseId)).state.helpers.map(({ member, end }) => ({ member, end })),
    holder: async (caseId: string) => Order.inHand((await handle.query(caseId)).state)?.member,
  };
};

test('an order that was given by name to somebody of another grid is not asked about while they serve there', async () => {
  const town = await townWith({
    offered: [offeredTo(wu, 'secretary')],
    taken: [offeredTo(wu, 'secretary'), takenBy('wu-fang')],
  });
  await town.round(monday);
  await town.round(monday);
  expect(town.decided).toEqual([]);
  expect([await town.holder('offered'), await town.holder('taken')]).toEqual(['wu-fang', 'wu-fang']);
});

test('when their duty ends there, it goes on, and is not asked about any more', async () => {
  const tuesday = instant('2026-03-03T01:00:00Z');
  const town = await townWith({ named: [offeredTo(wu, 'secretary')] }, { 'wu-fang': tuesday });
  await town.round(monday);
  expect(town.decided).toEqual([]);
  await town.round(tuesday);
  expect(town.decided).toEqual(['named']);
  expect(await town.holder('named')).toBe('zhang-min');
});

test('of two orders of one person only that one is asked about to which their duty does not reach', async () => {
  const town = await townWith({
    asOneOfThatGrid: [offeredTo(wu)],
    byName: [offeredTo(wu, 'secretary')],
    ofLi: [offeredTo(li)],
  });
  await town.round(monday);
  expect(town.decided).toEqual(['asOneOfThatGrid']);
  expect(await town.holder('asOneOfThatGrid')).toBe('zhang-min');
});

describe('Of whoever was called in to help', () => {
  const tuesday = instant('2026-03-03T01:00:00Z');
  const works = 'office:urban-works';
  const called: Order.Event = {
    type: 'HelperCalled',
    data: {
      cycle: 1,
      call: 1,
      member: 'works-tan',
      number: 'n',
      by: 'li-wei',
      unit: works,
      area: li.area,
      calledAt: monday,
    },
  };
  const helped = {
    helped: [offeredTo(li), takenBy('li-wei'), called],
    alone: [offeredTo(li), takenBy('li-wei')],
  };
  const dutyOf = (away: 'gone' | 'off-duty', colleagues: readonly string[]): Partial<Order.Duty> => ({
    absenceFrom: (_, member, at) => (member === 'works-tan' && at === tuesday ? away : null),
    allOnDuty: () => colleagues,
  });

  test('the order waits as long as they are on duty; then a colleague is called', async () => {
    const town = await townWith(helped, {}, dutyOf('off-duty', ['works-mei']));
    await town.round(monday);
    expect(town.decided).toEqual([]);
    await town.round(tuesday);
    expect(town.decided).toEqual(['helped']);
    expect(await town.helpers('helped')).toEqual([
      { member: 'works-tan', end: 'off-duty' },
      { member: 'works-mei', end: null },
    ]);
  });

  test('nothing is asked over a night in which nobody else is there', async () => {
    const town = await townWith(helped, {}, dutyOf('off-duty', []));
    await town.round(tuesday);
    expect(town.decided).toEqual([]);
  });

  test('who is gone is waited for no more, also where nobody else is there', async () => {
    const town = await townWith(helped, {}, dutyOf('gone', []));
    await town.round(tuesday);
    expect(await town.helpers('helped')).toEqual([{ member: 'works-tan', end: 'nobody-on-duty' }]);
  });
});

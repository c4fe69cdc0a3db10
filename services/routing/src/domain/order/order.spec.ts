import { describe, expect, test } from '@jest/globals';
import { type Actor, type Area, type Decision, fold, instant, type Role } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Order from './order.js';

const scenario = scenarios(Order.decider);

const may = (date: number) => instant(`2026-05-${String(date).padStart(2, '0')}T02:00:00Z`);
const demand: Order.Demand = {
  number: 'mu-2026-000001',
  cycle: 1,
  menuItem: 'sanitation',
  net: 'life',
  urgency: 'ordinary',
};
const market = { menuItem: 'market-noise', net: 'commerce', urgency: 'ordinary' } as const;

const li = { microGrid: 'm1', area: 'mu/c1/v1/g1/m1', member: 'li-wei' };
const liElsewhere = { microGrid: 'm7', area: 'mu/c1/v1/g3/m7', member: 'li-wei' };
const zhang = { ...li, member: 'zhang-min' };
const wu = { microGrid: 'k1', area: 'mu/c1/v9/g9/k1', member: 'wu-fang' };
const secretary = 'secretary-sun';
/** Areas come from accounts as paths. */
const actor = (id: string, role: Role, area: string): Actor => ({ id, role, area: area as Area });
const sun = actor(secretary, 'community-secretary', 'mu/c1');
const he = actor('secretary-he', 'community-secretary', 'mu/c1');
const leader = actor('leader-qian', 'grid-leader', 'mu/c1/v1/g1');
const committee = actor('committee-he', 'village-committee', 'mu/c1/v1');

type StandIn = (microGrid: string, instead: readonly string[]) => string | null;

const onDuty: Readonly<Record<string, string>> = { m1: 'li-wei', m7: 'li-wei', k1: 'wu-fang' };
const dutyWith = (standIn: StandIn, rest: Partial<Order.Duty> = {}): Order.Duty => ({
  onDuty: (microGrid) => onDuty[microGrid] ?? null,
  allOnDuty: (microGrid) => [onDuty[microGrid] ?? []].flat(),
  standIn,
  alarmed: () => [],
  absenceFrom: () => null,
  absence: () => null,
  ...rest,
});
const zhangStandsIn = dutyWith(() => 'zhang-min');
const wuStandsIn = dutyWith(() => 'wu-fang');
const nobodyStandsIn = dutyWith(() => null);
const landOf = ({ microGrid, area }: Order.Land): Order.Route => ({ land: { microGrid, area } });
const nowhere: Order.Route = { because: 'nobodys-land', area: 'mu/c1' };

const offeredToLi: Order.Event = {
  type: 'OrderOffered',
  data: { ...demand, ...li, leg: 1, final: false, by: null, because: 'registered', offeredAt: may(1) },
};
const takenByLi: Order.Event = {
  type: 'OrderTaken',
  data: { cycle: 1, leg: 1, member: 'li-wei', takenAt: may(2) },
};
const returnedByLi: Order.Event = {
  type: 'OrderReturned',
  data: { cycle: 1, leg: 1, member: 'li-wei', reason: 'not-my-area', returnedAt: may(3) },
};
const offeredToZhang: Order.Event = {
  type: 'OrderOffered',
  data: {
    ...demand,
    ...zhang,
    leg: 2,
    final: false,
    by: null,
    because: 'returned',
    from: 'li-wei',
    offeredAt: may(3),
  },
};
const returnedByZhang: Order.Event = {
  type: 'OrderReturned',
  data: { cycle: 1, leg: 2, member: 'zhang-min', reason: 'not-my-power', returnedAt: may(4) },
};
const leftToSecretary: Order.Event = {
  type: 'OrderLeftToArbiter',
  data: { ...demand, because: 'second-return', area: 'mu/c1', turn: 1, leg: 2, leftAt: may(4) },
};
const leftAsNobodysLand: Order.Event = {
  type: 'OrderLeftToArbiter',
  data: { ...demand, because: 'nobodys-land', area: 'mu/c1', turn: 1, leg: 0, leftAt: may(1) },
};
const leftAsNobodyOnDuty: Order.Event = {
  type: 'OrderLeftToArbiter',
  data: {
    ...demand,
    because: 'nobody-on-duty',
    area: 'mu/c1',
    land: { microGrid: li.microGrid, area: li.area },
    turn: 1,
    leg: 1,
    leftAt: may(3),
  },
};
/** As it was recorded before the land was kept. */
const leftWithoutLand: Order.Event = {
  type: 'OrderLeftToArbiter',
  data: { ...demand, because: 'nobody-on-duty', area: 'mu/c1', turn: 1, leg: 0, leftAt: may(1) },
};
const decidedForWu: Order.Event = {
  type: 'OrderOffered',
  data: { ...demand, ...wu, leg: 3, final: true, by: secretary, because: 'decided', offeredAt: may(5) },
};
const finishedByLi: Order.Event = {
  type: 'OrderFinished',
  data: {
    cycle: 1,
    leg: 1,
    member: 'li-wei',
    result: 'solved',
    number: demand.number,
    area: li.area,
    round: 1,
    handlers: ['li-wei'],
    finishedAt: may(6),
  },
};
const overByClose: Order.Event = {
  type: 'OrderOver',
  data: { cycle: 1, because: 'closed', overAt: may(7) },
};
type Told = Extract<Order.Event, { type: 'OrderReclassified' }>['data']['told'];

/** `told`: who has it, keeps it, and hears of it. */
const correctedTo = (route: Order.Route, told?: Told): Order.Event => ({
  type: 'OrderReclassified',
  data: { ...market, cycle: 1, route, reclassifiedAt: may(2), ...(told ? { told } : {}) },
});
const toldLi = { number: demand.number, leg: 1, member: 'li-wei', area: 'mu/c1' };
const toldZhang = { ...toldLi, leg: 2, member: 'zhang-min' };
const filed: Order.Event = {
  type: 'ArchivedCaseRouted',
  data: { cycle: 1, net: 'life', microGrid: 'm1', area: li.area, reportedAt: may(1) },
};

const secondReturned = [offeredToLi, returnedByLi, offeredToZhang, returnedByZhang, leftToSecretary];
const correct = (route: Order.Route, on = may(2), duty = zhangStandsIn) =>
  Order.reclassify({ ...market, cycle: 1, route, reclassifiedAt: on }, duty);
/** Whoever has not given it back yet. */
const whoeverIsLeft = dutyWith(
  (_, instead) => ['li-wei', 'zhang-min'].find((it) => !instead.includes(it)) ?? null,
);

const lateFor = (to: string, level: Order.NoticeLevel = 'escalation'): Order.Event => ({
  type: 'LatenessTold',
  data: { cycle: 1, clock: 'complete/1', to, level, toldAt: may(5) },
});
const takenAway = (by: Actor, final: boolean): Order.Event => ({
  type: 'OrderOffered',
  data: {
    ...demand,
    ...zhang,
    leg: 2,
    final,
    by: by.id,
    because: 'reassigned',
    from: 'li-wei',
    offeredAt: may(6),
  },
});

const lateToTake: Order.Event = {
  type: 'LatenessTold',
  data: { cycle: 1, clock: 'take/1/1', to: 'grid-leader', level: 'escalation', toldAt: may(2) },
};

/** What a decision comes to: why somebody is asked, or that nothing happens. */
const scenarioOf = (events: readonly Order.Event[], decide: Decision<Order.State, Order.Event>): string => {
  const [event] = decide(fold(Order.decider, events), may(6));
  return event?.type === 'OrderOffered' ? String(event.data.because) : 'nothing';
};

describe('Offering', () => {
  scenario('a new demand is offered to the one on duty')
    .given()
    .at(may(1))
    .when(Order.offer(demand, landOf(li), zhangStandsIn))
    .then(offeredToLi);
  scenario('what lies on nobody’s land is left to the arbiter')
    .given()
    .at(may(1))
    .when(Order.offer(demand, nowhere, zhangStandsIn))
    .then(leftAsNobodysLand);
  scenario('a registration told twice is one offer')
    .given(offeredToLi)
    .when(Order.offer(demand, landOf(li), zhangStandsIn))
    .thenEcho();
  scenario('told again after people have moved it, it stays where it is')
    .given(...secondReturned)
    .when(Order.offer(demand, landOf(li), zhangStandsIn))
    .thenNothing();
  scenario('a case whose end was heard first is offered to nobody')
    .given(overByClose)
    .when(Order.offer(demand, landOf(li), zhangStandsIn))
    .thenNothing();
  scenario('a correction heard first is heeded at once')
    .given(correctedTo(landOf(wu)))
    .at(may(3))
    .when(Order.offer(demand, landOf(li), zhangStandsIn))
    .then({
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...wu,
        leg: 1,
        final: false,
        by: null,
        because: 'registered',
        offeredAt: may(3),
      },
    });
});

describe('A registration', () => {
  scenario('that is heard when its merger was undone before it is offered like others')
    .given(
      { type: 'OrderOver', data: { cycle: 1, because: 'merged', overAt: may(1) } },
      { type: 'OrderResumed', data: { cycle: 1, resumedAt: may(1) } },
    )
    .at(may(1))
    .when(Order.offer(demand, landOf(li), zhangStandsIn))
    .then(offeredToLi);
});

describe('A case of the archive', () => {
  scenario('is put on record with the micro-grid that would have answered')
    .given()
    .when(Order.record(1, 'life', li, may(1)))
    .then(filed);
  scenario('is on record even when it lies on nobody’s land')
    .given()
    .when(Order.record(1, 'life', null, may(1)))
    .then({
      type: 'ArchivedCaseRouted',
      data: { cycle: 1, net: 'life', microGrid: null, area: null, reportedAt: may(1) },
    });
  scenario('is on record even when it names no place, which is said')
    .given()
    .when(Order.record(1, 'life', 'no place', may(1)))
    .then({
      type: 'ArchivedCaseRouted',
      data: { cycle: 1, net: 'life', microGrid: null, area: null, isPlaceless: true, reportedAt: may(1) },
    });
  scenario('is on record once')
    .given(filed)
    .when(Order.record(1, 'life', li, may(1)))
    .thenEcho();
  scenario('is not a case that is being answered')
    .given(offeredToLi)
    .when(Order.record(1, 'life', li, may(1)))
    .thenNothing();
  scenario('is never offered')
    .given(filed)
    .when(Order.offer(demand, landOf(li), zhangStandsIn))
    .thenNothing();
  scenario('is asked of nobody').given(filed).when(Order.take('li-wei')).thenRejected('archived-case');
  scenario('cannot end, because it never began')
    .given(filed)
    .when(Order.end(1, 'closed', may(7)))
    .thenNothing();
});

describe('Taking', () => {
  scenario('the one it was offered to takes it')
    .given(offeredToLi)
    .at(may(2))
    .when(Order.take('li-wei'))
    .then(takenByLi);
  scenario('taken twice is taken once').given(offeredToLi, takenByLi).when(Order.take('li-wei')).thenEcho();
  scenario('nobody takes what was offered to another')
    .given(offeredToLi)
    .when(Order.take('wu-fang'))
    .thenRejected('not-your-order');
  scenario('nobody takes what waits for the arbiter')
    .given(leftAsNobodysLand)
    .when(Order.take('li-wei'))
    .thenRejected('with-arbiter');
  scenario('an order that is not there cannot be taken')
    .given()
    .when(Order.take('li-wei'))
    .thenRejected('no-such-order');
  scenario('what nobody had when it was over is nobody’s to take')
    .given(leftAsNobodysLand, overByClose)
    .when(Order.take('li-wei'))
    .thenRejected('not-your-order');
  scenario('a case that is over is taken by nobody')
    .given(offeredToLi, overByClose)
    .when(Order.take('li-wei'))
    .thenRejected('order-over');
});

describe('Returning', () => {
  scenario('the first time somebody stands in')
    .given(offeredToLi)
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', zhangStandsIn))
    .then(returnedByLi, offeredToZhang);
  scenario('also after it was taken')
    .given(offeredToLi, takenByLi)
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', zhangStandsIn))
    .then(returnedByLi, offeredToZhang);
  scenario('with nobody to stand in it goes to the arbiter of that community')
    .given(offeredToLi)
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', nobodyStandsIn))
    .then(returnedByLi, leftAsNobodyOnDuty);
  scenario('the second time the arbiter decides')
    .given(offeredToLi, returnedByLi, offeredToZhang)
    .at(may(4))
    .when(Order.giveBack('zhang-min', 'not-my-power', wuStandsIn))
    .then(returnedByZhang, leftToSecretary);
  scenario('of somebody who was asked because others had let it pass, who let it pass may stand in')
    .given(
      offeredToLi,
      { type: 'OrderNotTaken', data: { cycle: 1, leg: 1, member: 'li-wei', dueAt: may(2) } },
      { ...offeredToZhang, data: { ...offeredToZhang.data, because: 'not-taken' } } as Order.Event,
    )
    .at(may(4))
    .when(Order.giveBack('zhang-min', 'not-my-power', whoeverIsLeft))
    .then(returnedByZhang, {
      type: 'OrderOffered',
      data: {
        ...demand,
        ...li,
        leg: 3,
        final: false,
        by: null,
        because: 'returned',
        from: 'zhang-min',
        offeredAt: may(4),
      },
    });
  const farAway = { microGrid: 'k9', area: 'mu/c2/v3/g3/k9' };
  const leftIn = (area: string, more: object = {}): Order.Event => ({
    type: 'OrderLeftToArbiter',
    data: { ...demand, ...more, because: 'second-return', area, turn: 1, leg: 2, leftAt: may(4) },
  });
  scenario('the second time it is the arbiter’s of where a correction has led, be it to nobody’s land there')
    .given(
      offeredToLi,
      returnedByLi,
      offeredToZhang,
      correctedTo(landOf({ ...farAway }), { ...toldZhang, turn: 1 }),
    )
    .at(may(4))
    .when(Order.giveBack('zhang-min', 'not-my-power', wuStandsIn))
    .then(returnedByZhang, {
      ...leftIn('mu/c2', market),
      data: { ...leftIn('mu/c2', market).data, turn: 2 },
    } as Order.Event);
  scenario('the second time it is that one’s also of nobody’s land there')
    .given(
      offeredToLi,
      returnedByLi,
      offeredToZhang,
      correctedTo({ because: 'nobodys-land', area: 'mu/c2' }, { ...toldZhang, turn: 1 }),
    )
    .at(may(4))
    .when(Order.giveBack('zhang-min', 'not-my-power', wuStandsIn))
    .then(returnedByZhang, {
      ...leftIn('mu/c2', market),
      data: { ...leftIn('mu/c2', market).data, turn: 2 },
    } as Order.Event);
  scenario(
    'the second time it is the arbiter’s of where it lies, where it was given there without a correction',
  )
    .given(offeredToLi, returnedByLi, {
      ...offeredToZhang,
      data: { ...offeredToZhang.data, ...farAway, because: 'reassigned', by: 'leader-zhou' },
    } as Order.Event)
    .at(may(4))
    .when(Order.giveBack('zhang-min', 'not-my-power', wuStandsIn))
    .then(returnedByZhang, leftIn('mu/c2'));
  scenario('what one has given back one cannot give back again')
    .given(offeredToLi, returnedByLi, offeredToZhang)
    .when(Order.giveBack('li-wei', 'not-my-area', zhangStandsIn))
    .thenRejected('not-your-order');
  scenario('what the arbiter has decided is not returned')
    .given(...secondReturned, decidedForWu)
    .when(Order.giveBack('wu-fang', 'not-my-area', zhangStandsIn))
    .thenRejected('decided-for-good');
  scenario('what is finished is not returned')
    .given(offeredToLi, takenByLi, finishedByLi)
    .when(Order.giveBack('li-wei', 'not-my-area', zhangStandsIn))
    .thenRejected('order-finished');
});

describe('Where an order goes', () => {
  const village = { ...li, gridNet: 'commerce' as const };
  const offeredInVillage: Order.Event = {
    ...offeredToLi,
    data: { ...offeredToLi.data, gridNet: 'commerce' },
  };
  const anotherLeg = { leg: 2, because: 'returned', from: 'li-wei', offeredAt: may(3) } as const;

  scenario('is asked of those who have not given it back')
    .given(offeredToLi)
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', whoeverIsLeft))
    .then(returnedByLi, offeredToZhang);
  scenario('stays the same land, with the net of its micro-grid')
    .given(offeredInVillage)
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', zhangStandsIn))
    .then(returnedByLi, {
      type: 'OrderOffered',
      data: { ...demand, ...village, member: 'zhang-min', final: false, by: null, ...anotherLeg },
    });
  scenario('counts how often it lay with the arbiter, also before that was told')
    .given(
      {
        type: 'OrderLeftToArbiter',
        data: { ...demand, because: 'place-unknown', area: 'mu/c1', leftAt: may(1) },
      },
      {
        type: 'OrderLeftToArbiter',
        data: { ...demand, because: 'nobodys-land', area: 'mu/c1', leftAt: may(1) },
      },
      offeredToLi,
    )
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', nobodyStandsIn))
    .then(returnedByLi, { ...leftAsNobodyOnDuty, data: { ...leftAsNobodyOnDuty.data, turn: 3 } });
  scenario('counts the turn of an arbiter who was asked about a correction')
    .given(
      offeredToLi,
      takenByLi,
      correctedTo(landOf(wu), { ...toldLi, turn: 1 }),
      correctedTo(landOf(li), toldLi),
    )
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', nobodyStandsIn))
    .then(returnedByLi, {
      ...leftAsNobodyOnDuty,
      data: { ...leftAsNobodyOnDuty.data, ...market, turn: 2 },
    });
  test('must be known to be asked for', () => {
    for (const [events, code] of [
      [[], 'no-such-order'],
      [[filed], 'archived-case'],
    ] as const) {
      const state = fold(Order.decider, events);
      expect(() => Order.areaOf(state)).toThrow(expect.objectContaining({ code }));
      expect(() => Order.demandOf(state)).toThrow(expect.objectContaining({ code }));
    }
  });
});

describe('Arbitrating', () => {
  scenario('the secretary says who answers, on a leg of their own, for good')
    .given(...secondReturned)
    .at(may(5))
    .when(Order.arbitrate(sun, wu))
    .then(decidedForWu);
  scenario('nobody’s land becomes somebody’s')
    .given(leftAsNobodysLand)
    .at(may(5))
    .when(Order.arbitrate(sun, wu))
    .then({
      type: 'OrderOffered',
      data: { ...demand, ...wu, leg: 1, final: true, by: secretary, because: 'decided', offeredAt: may(5) },
    });
  scenario('said twice is decided once')
    .given(...secondReturned, decidedForWu)
    .when(Order.arbitrate(sun, wu))
    .thenEcho();
  scenario('what is decided is not decided otherwise')
    .given(...secondReturned, decidedForWu)
    .when(Order.arbitrate(sun, li))
    .thenRejected('not-before-arbiter');
  scenario('not even for somebody else in the same micro-grid')
    .given(...secondReturned, decidedForWu)
    .when(Order.arbitrate(sun, { ...wu, member: 'zhang-min' }))
    .thenRejected('not-before-arbiter');
  scenario('nor for another micro-grid of the same member')
    .given(...secondReturned, decidedForWu)
    .when(Order.arbitrate(sun, { ...wu, microGrid: 'k2' }))
    .thenRejected('not-before-arbiter');
  scenario('what nobody has left to the arbiter is not the arbiter’s to move')
    .given(offeredToLi)
    .when(Order.arbitrate(sun, wu))
    .thenRejected('not-before-arbiter');
  scenario('a case that is over is decided no more')
    .given(leftAsNobodysLand, overByClose)
    .when(Order.arbitrate(sun, wu))
    .thenRejected('order-over');
  scenario('what was left before it was kept whose land it is is decided all the same')
    .given(leftWithoutLand)
    .at(may(5))
    .when(Order.arbitrate(sun, wu))
    .then({
      type: 'OrderOffered',
      data: { ...demand, ...wu, leg: 1, final: true, by: secretary, because: 'decided', offeredAt: may(5) },
    });
  scenario('there must be something to decide')
    .given()
    .when(Order.arbitrate(sun, wu))
    .thenRejected('no-such-order');
});

describe('Finishing', () => {
  scenario('the holder says the work is done')
    .given(offeredToLi, takenByLi)
    .at(may(6))
    .when(Order.finish('li-wei', 'solved'))
    .then(finishedByLi);
  scenario('said twice is done once')
    .given(offeredToLi, takenByLi, finishedByLi)
    .when(Order.finish('li-wei', 'solved'))
    .thenEcho();
  scenario('a result is not changed afterwards')
    .given(offeredToLi, takenByLi, finishedByLi)
    .when(Order.finish('li-wei', 'explained'))
    .thenRejected('order-finished');
  scenario('nobody else has done it, whatever they say')
    .given(offeredToLi, takenByLi, finishedByLi)
    .when(Order.finish('zhang-min', 'solved'))
    .thenRejected('not-your-order');
  scenario('once the case is over, it is not said again')
    .given(offeredToLi, takenByLi, finishedByLi, overByClose)
    .when(Order.finish('li-wei', 'solved'))
    .thenRejected('order-over');
  scenario('nobody finishes what they have not taken')
    .given(offeredToLi)
    .when(Order.finish('li-wei', 'solved'))
    .thenRejected('not-taken');
  scenario('nobody finishes for another')
    .given(offeredToLi, takenByLi)
    .when(Order.finish('zhang-min', 'solved'))
    .thenRejected('not-your-order');
});

describe('A correction', () => {
  scenario('sends an order that nobody has taken where it belongs')
    .given(offeredToLi)
    .at(may(3))
    .when(correct(landOf(wu)))
    .then(correctedTo(landOf(wu)), {
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...wu,
        leg: 2,
        final: false,
        by: null,
        because: 'corrected',
        from: 'li-wei',
        offeredAt: may(3),
      },
    });
  scenario('that changes nothing about who answers moves nothing')
    .given(offeredToLi)
    .when(correct(landOf(li)))
    .then(correctedTo(landOf(li), toldLi));
  scenario('can take an order off somebody and leave it to the arbiter')
    .given(offeredToLi)
    .at(may(3))
    .when(correct(nowhere))
    .then(correctedTo(nowhere), {
      type: 'OrderLeftToArbiter',
      data: { ...demand, ...market, because: 'nobodys-land', area: 'mu/c1', turn: 1, leg: 1, leftAt: may(3) },
    });
  scenario('can find somebody for what lay on nobody’s land')
    .given(leftAsNobodysLand)
    .at(may(3))
    .when(correct(landOf(wu)))
    .then(correctedTo(landOf(wu)), {
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...wu,
        leg: 1,
        final: false,
        by: null,
        because: 'corrected',
        offeredAt: may(3),
      },
    });
  scenario('can find the arbiter of another community for what lay on nobody’s land')
    .given(leftAsNobodysLand)
    .at(may(3))
    .when(correct({ because: 'nobodys-land', area: 'mu/c2' }))
    .then(correctedTo({ because: 'nobodys-land', area: 'mu/c2' }), {
      type: 'OrderLeftToArbiter',
      data: { ...demand, ...market, because: 'nobodys-land', area: 'mu/c2', turn: 2, leg: 0, leftAt: may(3) },
    });
  scenario('leaves it with the arbiter who has it already')
    .given(leftAsNobodysLand)
    .when(correct(nowhere))
    .then(correctedTo(nowhere));
  scenario('can find somebody in another micro-grid, where nobody stood in, and takes it from nobody')
    .given(offeredToLi, returnedByLi, leftAsNobodyOnDuty)
    .at(may(4))
    .when(correct(landOf(liElsewhere), may(2), whoeverIsLeft))
    .then(correctedTo(landOf(liElsewhere)), {
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...liElsewhere,
        member: 'zhang-min',
        leg: 2,
        final: false,
        by: null,
        because: 'corrected',
        offeredAt: may(4),
      },
    });
  scenario('leaves it with whoever stands in, where the micro-grid stays the same')
    .given(offeredToLi, returnedByLi, offeredToZhang)
    .when(correct(landOf(li)))
    .then(correctedTo(landOf(li), toldZhang));
  scenario('that leads to another micro-grid of the one who has given it back asks somebody else there')
    .given(offeredToLi, returnedByLi, offeredToZhang)
    .at(may(4))
    .when(correct(landOf(liElsewhere), may(2), whoeverIsLeft))
    .then(correctedTo(landOf(liElsewhere)), {
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...liElsewhere,
        member: 'zhang-min',
        leg: 3,
        final: false,
        by: null,
        because: 'corrected',
        offeredAt: may(4),
      },
    });
  scenario('that leads to nobody but the one who has given it back leaves it to the arbiter')
    .given(offeredToLi, returnedByLi, offeredToZhang)
    .at(may(4))
    .when(correct(landOf(liElsewhere), may(2), nobodyStandsIn))
    .then(correctedTo(landOf(liElsewhere)), {
      type: 'OrderLeftToArbiter',
      data: {
        ...demand,
        ...market,
        because: 'nobody-on-duty',
        area: 'mu/c1',
        land: { microGrid: liElsewhere.microGrid, area: liElsewhere.area },
        turn: 1,
        leg: 2,
        leftAt: may(4),
      },
    });
  scenario('gives nothing back to whoever returned it, when the arbiter has it because nobody stood in')
    .given(offeredToLi, returnedByLi, leftAsNobodyOnDuty)
    .when(correct(landOf(li), may(2), nobodyStandsIn))
    .then(correctedTo(landOf(li)));
  scenario('does not take from the arbiter what was returned twice')
    .given(...secondReturned)
    .when(correct(landOf(wu)))
    .then(correctedTo(landOf(wu)));
  scenario('leaves what was taken where it is, tells its holder, and asks the arbiter')
    .given(offeredToLi, takenByLi)
    .when(correct(landOf(wu)))
    .then(correctedTo(landOf(wu), { ...toldLi, turn: 1 }));
  scenario('of the mere address of what was taken asks nobody to decide anything')
    .given(offeredToLi, takenByLi)
    .when(correct(landOf(li)))
    .then(correctedTo(landOf(li), toldLi));
  scenario('of the mere address is none of the arbiter’s business')
    .given(offeredToLi, takenByLi, correctedTo(landOf(li), toldLi))
    .when(Order.arbitrate(sun, wu))
    .thenRejected('not-before-arbiter');
  scenario('that was recorded before holders were told of it asks the arbiter, as it did then')
    .given(offeredToLi, takenByLi, correctedTo(landOf(li)))
    .at(may(5))
    .when(Order.arbitrate(sun, wu))
    .then({
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...wu,
        leg: 2,
        final: true,
        by: secretary,
        because: 'decided',
        from: 'li-wei',
        offeredAt: may(5),
      },
    });
  scenario('of the same millisecond counts, too, if intake recorded it later')
    .given(offeredToLi, correctedTo(landOf(li), toldLi))
    .when(
      Order.reclassify(
        { ...market, cycle: 1, route: landOf(li), reclassifiedAt: may(2), sequence: '0000000004' },
        zhangStandsIn,
      ),
    )
    .then({
      type: 'OrderReclassified',
      data: {
        ...market,
        cycle: 1,
        route: landOf(li),
        reclassifiedAt: may(2),
        sequence: '0000000004',
        told: toldLi,
      },
    });
  scenario('brings what was taken before the arbiter, who may move it')
    .given(offeredToLi, takenByLi, correctedTo(landOf(wu), { ...toldLi, turn: 1 }))
    .at(may(5))
    .when(Order.arbitrate(sun, wu))
    .then({
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...wu,
        leg: 2,
        final: true,
        by: secretary,
        because: 'decided',
        from: 'li-wei',
        offeredAt: may(5),
      },
    });
  scenario('of what the arbiter has decided moves nothing, and is put before the arbiter again')
    .given(...secondReturned, decidedForWu)
    .when(correct(landOf(liElsewhere)))
    .then(correctedTo(landOf(liElsewhere), { ...toldLi, leg: 3, member: 'wu-fang', area: 'mu/c1', turn: 2 }));
  scenario('that makes an emergency of what was left before it was kept whose land it is leaves it so')
    .given(leftWithoutLand)
    .when(
      Order.reclassify(
        { ...market, urgency: 'emergency', cycle: 1, route: nowhere, reclassifiedAt: may(2) },
        zhangStandsIn,
      ),
    )
    .then({
      type: 'OrderReclassified',
      data: { ...market, urgency: 'emergency', cycle: 1, route: nowhere, reclassifiedAt: may(2) },
    });
  scenario('finds somebody for what was left before it was kept whose land it is')
    .given(leftWithoutLand)
    .at(may(3))
    .when(correct(landOf(wu)))
    .then(correctedTo(landOf(wu)), {
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...wu,
        leg: 1,
        final: false,
        by: null,
        because: 'corrected',
        offeredAt: may(3),
      },
    });
  scenario(
    'that leads from nobody’s land to where nobody is on duty leaves it with the arbiter of that community',
  )
    .given(leftAsNobodysLand)
    .when(
      correct(
        landOf(li),
        may(2),
        dutyWith(() => null, { onDuty: () => null }),
      ),
    )
    .then(correctedTo(landOf(li)));
  scenario('that leads back to where nobody was on duty finds whoever is there now')
    .given(
      offeredToLi,
      returnedByLi,
      leftAsNobodyOnDuty,
      correctedTo(landOf({ microGrid: 'm9', area: 'mu/c1/v1/g4/m9' })),
    )
    .at(may(4))
    .when(correct(landOf(li), may(3), whoeverIsLeft))
    .then(
      {
        type: 'OrderReclassified',
        data: { ...market, cycle: 1, route: landOf(li), reclassifiedAt: may(3) },
      },
      {
        type: 'OrderOffered',
        data: {
          ...demand,
          ...market,
          ...zhang,
          leg: 2,
          final: false,
          by: null,
          because: 'corrected',
          offeredAt: may(4),
        },
      },
    );
  const ofNextCycle: Order.Event = {
    type: 'OrderReclassified',
    data: { ...market, cycle: 2, route: landOf(wu), reclassifiedAt: may(2) },
  };
  scenario('of a cycle that has not begun here is kept, and moves nothing of this one')
    .given(offeredToLi)
    .when(Order.reclassify({ ...market, cycle: 2, route: landOf(wu), reclassifiedAt: may(2) }, zhangStandsIn))
    .then(ofNextCycle);
  scenario('of a cycle that has not begun here says nothing of this one')
    .given(offeredToLi, ofNextCycle)
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', zhangStandsIn))
    .then(returnedByLi, offeredToZhang);
  scenario('of a cycle that is over is heard too late')
    .given(
      offeredToLi,
      {
        type: 'OrderReopened',
        data: { number: demand.number, cycle: 2, because: 'asked-again', reopenedAt: may(2) },
      },
      { ...offeredToLi, data: { ...offeredToLi.data, cycle: 2, offeredAt: may(2) } } as Order.Event,
    )
    .when(correct(landOf(wu), may(3)))
    .thenNothing();
  scenario('told twice is one')
    .given(offeredToLi, correctedTo(landOf(li)))
    .when(correct(landOf(li)))
    .thenEcho();
  scenario('that is older than the last one changes nothing')
    .given(offeredToLi, correctedTo(landOf(li)))
    .when(correct(landOf(wu), may(1)))
    .thenNothing();
  scenario('that is older counts no more, however much was recorded that day')
    .given(offeredToLi, correctedTo(landOf(li)))
    .when(
      Order.reclassify(
        { ...market, cycle: 1, route: landOf(wu), reclassifiedAt: may(1), sequence: '0000000009' },
        zhangStandsIn,
      ),
    )
    .thenNothing();
  scenario('that is newer than the last one counts')
    .given(offeredToLi, correctedTo(landOf(li)))
    .when(correct(landOf(li), may(3)))
    .then({
      type: 'OrderReclassified',
      data: { ...market, cycle: 1, route: landOf(li), reclassifiedAt: may(3), told: toldLi },
    });
  scenario('that was recorded with the person, as it was once, asks whoever is on duty there now')
    .given({
      type: 'OrderReclassified',
      data: { ...market, cycle: 1, route: { to: { ...wu, member: 'long-gone' } }, reclassifiedAt: may(2) },
    })
    .at(may(3))
    .when(Order.offer(demand, landOf(li), zhangStandsIn))
    .then({
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...wu,
        leg: 1,
        final: false,
        by: null,
        because: 'registered',
        offeredAt: may(3),
      },
    });
  scenario('that was recorded before holders were told of it asks the arbiter of what was decided, too')
    .given(...secondReturned, decidedForWu, correctedTo(landOf(li)))
    .at(may(6))
    .when(Order.arbitrate(he, li))
    .then({
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...li,
        leg: 4,
        final: true,
        by: he.id,
        because: 'decided',
        from: 'wu-fang',
        offeredAt: may(6),
      },
    });
  scenario('and of what was only offered nobody')
    .given(offeredToLi, correctedTo(landOf(li)))
    .when(Order.arbitrate(sun, wu))
    .thenRejected('not-before-arbiter');
  scenario('of a finished order is put on record')
    .given(offeredToLi, takenByLi, finishedByLi)
    .when(correct(landOf(wu)))
    .then(correctedTo(landOf(wu)));
});

/** Where it lies nothing has changed, only what it is about, or how urgent it is. */
describe('A correction of something else than place and net', () => {
  const on = may(6);
  const corrected = (route: Order.Route, told?: Told): Order.Event => ({
    type: 'OrderReclassified',
    data: { ...market, cycle: 1, route, reclassifiedAt: on, ...(told ? { told } : {}) },
  });
  const decided = [
    leftAsNobodysLand,
    { ...decidedForWu, data: { ...decidedForWu.data, leg: 1 } } as Order.Event,
    { type: 'OrderTaken', data: { cycle: 1, leg: 1, member: 'wu-fang', takenAt: may(5) } } as Order.Event,
  ];

  scenario('leaves what the arbiter has decided, and asks them nothing')
    .given(...decided)
    .when(correct(nowhere, on))
    .then(corrected(nowhere, { ...toldLi, member: 'wu-fang' }));
  scenario('leaves what was taken away for lateness with whoever it was given to')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'), takenAway(leader, false))
    .when(correct(landOf(li), on))
    .then(corrected(landOf(li), toldZhang));
  scenario('leaves it where it was known to lie when the place can be read no more')
    .given(offeredToLi)
    .when(
      Order.reclassify({ ...market, cycle: 1, route: nowhere, reclassifiedAt: on }, zhangStandsIn, {
        isPlaceErased: true,
      }),
    )
    .then(corrected(landOf(li), toldLi));
  scenario('leaves it where it lay when it was asked, however the borders lie now')
    .given({ ...offeredToLi, data: { ...offeredToLi.data, placeId: 'place-1' } } as Order.Event)
    .when(
      Order.reclassify(
        { ...demand, cycle: 1, urgency: 'urgent', placeId: 'place-1', route: landOf(wu), reclassifiedAt: on },
        zhangStandsIn,
      ),
    )
    .then({
      type: 'OrderReclassified',
      data: {
        ...demand,
        cycle: 1,
        urgency: 'urgent',
        placeId: 'place-1',
        route: landOf(li),
        reclassifiedAt: on,
        told: toldLi,
      },
    } as Order.Event);
  const placed = (placeId: string) =>
    ({ ...offeredToLi, data: { ...offeredToLi.data, placeId } }) as Order.Event;
  const goesToWu = (of: object, placeId: string): readonly Order.Event[] => [
    {
      type: 'OrderReclassified',
      data: { ...demand, ...of, cycle: 1, placeId, route: landOf(wu), reclassifiedAt: on },
    } as Order.Event,
    {
      type: 'OrderOffered',
      data: {
        ...demand,
        ...of,
        placeId,
        ...wu,
        leg: 2,
        final: false,
        by: null,
        because: 'corrected',
        from: 'li-wei',
        offeredAt: on,
      },
    } as Order.Event,
  ];
  scenario('but of the place, to another one, leads where that lies')
    .given(placed('place-1'))
    .at(on)
    .when(
      Order.reclassify(
        { ...demand, cycle: 1, placeId: 'place-2', route: landOf(wu), reclassifiedAt: on },
        zhangStandsIn,
      ),
    )
    .then(...goesToWu({}, 'place-2'));
  scenario('but of the net leads to who answers for it at the same place')
    .given(placed('place-1'))
    .at(on)
    .when(
      Order.reclassify(
        { ...demand, ...market, cycle: 1, placeId: 'place-1', route: landOf(wu), reclassifiedAt: on },
        zhangStandsIn,
      ),
    )
    .then(...goesToWu(market, 'place-1'));
  scenario('heard twice before the registration leaves it where the last one says')
    .given({
      type: 'OrderReclassified',
      data: { ...market, cycle: 1, placeId: 'place-1', route: landOf(li), reclassifiedAt: may(2) },
    })
    .when(
      Order.reclassify(
        { ...market, cycle: 1, placeId: 'place-1', route: landOf(wu), reclassifiedAt: on },
        zhangStandsIn,
      ),
    )
    .then({
      type: 'OrderReclassified',
      data: { ...market, cycle: 1, placeId: 'place-1', route: landOf(wu), reclassifiedAt: on },
    });
  scenario('finds nobody new for what lies with the arbiter because nobody was on duty there')
    .given(leftAsNobodyOnDuty)
    .when(correct(landOf(li), on))
    .then(corrected(landOf(li)));
  scenario('leaves the arbiter asked, where a correction before has led away what was taken')
    .given(offeredToLi, takenByLi, correctedTo(landOf(wu), { ...toldLi, turn: 1 }))
    .when(correct(landOf(wu), on))
    .then(corrected(landOf(wu), { ...toldLi, turn: 1 }));
});

describe('What was taken, and belongs elsewhere by a correction,', () => {
  const ledAway = [offeredToLi, takenByLi, correctedTo(landOf(wu), { ...toldLi, turn: 1 })];
  const offeredToWu = (because: 'returned' | 'off-duty'): Order.Event => ({
    type: 'OrderOffered',
    data: {
      ...demand,
      ...market,
      ...wu,
      leg: 2,
      final: false,
      by: null,
      because,
      from: 'li-wei',
      offeredAt: may(3),
    },
  });

  scenario('stays with its holder, and asks the arbiter nothing more, when a correction leads back')
    .given(...ledAway)
    .when(correct(landOf(li), may(3)))
    .then({
      type: 'OrderReclassified',
      data: { ...market, cycle: 1, route: landOf(li), reclassifiedAt: may(3), told: toldLi },
    });
  scenario('is none of the arbiter’s business when a correction has led back')
    .given(...ledAway, {
      type: 'OrderReclassified',
      data: { ...market, cycle: 1, route: landOf(li), reclassifiedAt: may(3), told: toldLi },
    })
    .when(Order.arbitrate(sun, wu))
    .thenRejected('not-before-arbiter');
  scenario('goes there when its holder gives it back')
    .given(...ledAway)
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', zhangStandsIn))
    .then(returnedByLi, offeredToWu('returned'));
  scenario('goes there when its holder has left for good')
    .given(...ledAway)
    .at(may(3))
    .when(
      Order.handOn(
        dutyWith(() => 'zhang-min', { absence: (member) => (member === 'li-wei' ? 'gone' : null) }),
      ),
    )
    .then(offeredToWu('off-duty'));
  scenario('stays with the arbiter when it is returned, and lies on nobody’s land')
    .given(offeredToLi, takenByLi, correctedTo(nowhere, { ...toldLi, turn: 1 }))
    .at(may(3))
    .when(Order.giveBack('li-wei', 'not-my-area', zhangStandsIn))
    .then(returnedByLi, {
      type: 'OrderLeftToArbiter',
      data: { ...demand, ...market, because: 'nobodys-land', area: 'mu/c1', turn: 2, leg: 1, leftAt: may(3) },
    });

  const far = { microGrid: 'k9', area: 'mu/c2/v3/g3/k9', member: 'wu-fang' };
  scenario('in another community, is given there by the arbiter who was asked')
    .given(offeredToLi, takenByLi, correctedTo(landOf(far), { ...toldLi, turn: 1 }))
    .at(may(5))
    .when(Order.arbitrate(sun, far))
    .then({
      type: 'OrderOffered',
      data: {
        ...demand,
        ...market,
        ...far,
        leg: 2,
        final: true,
        by: secretary,
        because: 'decided',
        from: 'li-wei',
        offeredAt: may(5),
      },
    });
  scenario('is given nowhere else out of the arbiter’s own community')
    .given(offeredToLi, takenByLi, correctedTo(landOf(wu), { ...toldLi, turn: 1 }))
    .when(Order.arbitrate(sun, far))
    .thenRejected('not-your-area');
});

describe('What nobody will be reminded of', () => {
  const called: Order.Event = {
    type: 'ArbiterCalled',
    data: { cycle: 1, because: 'no-clock', calledAt: may(1) },
  };
  const decided: Order.Event = {
    type: 'OrderOffered',
    data: { ...demand, ...zhang, leg: 3, final: true, by: secretary, because: 'decided', offeredAt: may(4) },
  };
  const before = (...events: readonly Order.Event[]) => scenarioOf(events, Order.arbitrate(sun, zhang));

  test('stays before the arbiter until they have decided, whoever gets it meanwhile', () => {
    expect(before(offeredToLi, called, returnedByLi, offeredToZhang)).toMatch(/decided/);
    expect(before(called, offeredToLi, { ...called })).toMatch(/decided/);
    expect(before(offeredToLi, called, returnedByLi, offeredToZhang, decided)).toBe('nothing');
  });
  scenario('in a cycle that has not begun here is none of the arbiter’s business yet')
    .given(offeredToLi, { ...called, data: { ...called.data, cycle: 2 } } as Order.Event)
    .when(Order.arbitrate(sun, wu))
    .thenRejected('not-before-arbiter');
  scenario('and was said to have no clock before it was offered is said to have none again')
    .given(called)
    .at(may(1))
    .when(Order.offer(demand, landOf(li), zhangStandsIn))
    .then(offeredToLi, called);
});

describe('The end', () => {
  scenario('of a case is the end of its order')
    .given(offeredToLi, takenByLi, finishedByLi)
    .when(Order.end(1, 'closed', may(7)))
    .then(overByClose);
  scenario('comes early and is kept')
    .given()
    .when(Order.end(1, 'closed', may(7)))
    .then(overByClose);
  scenario('comes once')
    .given(offeredToLi, overByClose)
    .when(Order.end(1, 'closed', may(7)))
    .thenEcho();
  scenario('is final: nobody finishes after it')
    .given(offeredToLi, takenByLi, overByClose)
    .when(Order.finish('li-wei', 'solved'))
    .thenRejected('order-over');
});

const takenBack: Order.Event = {
  type: 'LatenessTakenBack',
  data: { cycle: 1, clock: 'complete/1', to: 'grid-leader' },
};
const warned = Order.noteLateness({
  cycle: 1,
  clock: 'complete/1',
  to: 'grid-leader',
  level: 'warning',
  toldAt: may(5),
});
const called: Order.Event = {
  type: 'ArbiterCalled',
  data: { cycle: 1, because: 'no-clock', calledAt: may(2) },
};

describe('Lateness', () => {
  scenario('is put on record, so that whoever was told may act')
    .given(offeredToLi, takenByLi)
    .when(
      Order.noteLateness({
        cycle: 1,
        clock: 'complete/1',
        to: 'grid-leader',
        level: 'escalation',
        toldAt: may(5),
      }),
    )
    .then(lateFor('grid-leader'));
  scenario('told twice is told once')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .when(
      Order.noteLateness({
        cycle: 1,
        clock: 'complete/1',
        to: 'grid-leader',
        level: 'escalation',
        toldAt: may(5),
      }),
    )
    .thenEcho();
  scenario('after a warning is more than a warning')
    .given(offeredToLi, takenByLi, lateFor('grid-leader', 'warning'))
    .when(
      Order.noteLateness({
        cycle: 1,
        clock: 'complete/1',
        to: 'grid-leader',
        level: 'escalation',
        toldAt: may(5),
      }),
    )
    .then(lateFor('grid-leader'));
  scenario('heard of before the order is kept')
    .given()
    .when(
      Order.noteLateness({
        cycle: 1,
        clock: 'accept/1',
        to: 'grid-leader',
        level: 'escalation',
        toldAt: may(5),
      }),
    )
    .then({
      type: 'LatenessTold',
      data: { cycle: 1, clock: 'accept/1', to: 'grid-leader', level: 'escalation', toldAt: may(5) },
    });
  scenario('that was only warned of is told once, too')
    .given(offeredToLi, takenByLi, lateFor('grid-leader', 'warning'))
    .when(warned)
    .thenEcho();
  scenario('is more than a warning that is heard after it')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .when(warned)
    .thenNothing();
  scenario('is taken back')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .when(Order.takeBackLateness(1, 'complete/1', 'grid-leader'))
    .then(takenBack);
  scenario('is taken back once')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'), takenBack)
    .when(Order.takeBackLateness(1, 'complete/1', 'grid-leader'))
    .thenEcho();
  scenario('is taken back from those alone to whom it was told')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .when(Order.takeBackLateness(1, 'complete/1', 'community-secretary'))
    .thenNothing();
  const leavesWarning = (to: string) => Order.leaveWarning({ cycle: 1, clock: 'complete/1', to }, may(6));
  scenario('that is none any more leaves who had heard of it warned, for where they had')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .when(leavesWarning('grid-leader'))
    .then({
      type: 'LatenessTold',
      data: {
        cycle: 1,
        clock: 'complete/1',
        to: 'grid-leader',
        level: 'warning',
        area: li.area,
        toldAt: may(6),
      },
    });
  scenario('that is none any more says nothing new to who was only warned')
    .given(offeredToLi, takenByLi, lateFor('grid-leader', 'warning'))
    .when(leavesWarning('grid-leader'))
    .thenNothing();
  scenario('that is none any more says nothing to others')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .when(leavesWarning('community-secretary'))
    .thenNothing();
  scenario('of which nobody was told is not taken back')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .when(Order.takeBackLateness(1, 'take/1/1', 'grid-leader'))
    .thenNothing();
  scenario('lets a grid leader take the order from its holder and give it to another, who may return it')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .at(may(6))
    .when(Order.arbitrate(leader, zhang))
    .then(takenAway(leader, false));
  scenario('lets a secretary do so, for good')
    .given(offeredToLi, takenByLi, lateFor('community-secretary'))
    .at(may(6))
    .when(Order.arbitrate(sun, zhang))
    .then(takenAway(sun, true));
  scenario('of which only others were told moves nothing')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .when(Order.arbitrate(committee, zhang))
    .thenRejected('not-before-arbiter');
  scenario('that one was only warned of moves nothing')
    .given(offeredToLi, takenByLi, lateFor('grid-leader', 'warning'))
    .when(Order.arbitrate(leader, zhang))
    .thenRejected('not-before-arbiter');
  scenario('that was taken back moves nothing')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'), takenBack)
    .when(Order.arbitrate(leader, zhang))
    .thenRejected('not-before-arbiter');
  scenario('of taking is over with the taking, and moves nothing any more')
    .given(offeredToLi, lateToTake, takenByLi)
    .when(Order.arbitrate(leader, zhang))
    .thenRejected('not-before-arbiter');
  scenario('of taking moves what still lies there')
    .given(offeredToLi, lateToTake)
    .at(may(6))
    .when(Order.arbitrate(leader, zhang))
    .then(takenAway(leader, false));
  scenario('takes the order from nobody to give it back to them')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'))
    .when(Order.arbitrate(leader, li))
    .thenRejected('already-theirs');
  scenario('has taken it from somebody who does not get it back when it is returned')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'), takenAway(leader, false))
    .at(may(7))
    .when(Order.giveBack('zhang-min', 'not-my-power', whoeverIsLeft))
    .then(
      {
        type: 'OrderReturned',
        data: { cycle: 1, leg: 2, member: 'zhang-min', reason: 'not-my-power', returnedAt: may(7) },
      },
      {
        type: 'OrderLeftToArbiter',
        data: {
          ...demand,
          because: 'nobody-on-duty',
          area: 'mu/c1',
          land: { microGrid: 'm1', area: zhang.area },
          turn: 1,
          leg: 2,
          leftAt: may(7),
        },
      },
    );
  scenario('of what was finished moves nothing any more')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'), finishedByLi)
    .when(Order.arbitrate(leader, zhang))
    .thenRejected('order-finished');
  scenario('of what was verified moves nothing any more')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'), finishedByLi, {
      type: 'OrderVerified',
      data: {
        number: demand.number,
        cycle: 1,
        leg: 1,
        round: 1,
        verifier: 'gao',
        result: 'solved',
        area: li.area,
        handlers: ['li-wei'],
        verifiedAt: may(6),
      },
    })
    .when(Order.arbitrate(leader, zhang))
    .thenRejected('order-finished');
  scenario('without anybody to remind the town brings the case before the arbiter')
    .given(offeredToLi)
    .when(Order.callArbiter(1, may(2)))
    .then(called);
  scenario('and does so once')
    .given(offeredToLi, called)
    .when(Order.callArbiter(1, may(2)))
    .thenEcho();
  scenario('also when that is heard before the case')
    .given()
    .when(Order.callArbiter(1, may(2)))
    .then(called);
  scenario('but not a case that is over')
    .given(offeredToLi, overByClose)
    .when(Order.callArbiter(1, may(2)))
    .thenNothing();
  scenario('nor one of the archive')
    .given(filed)
    .when(Order.callArbiter(1, may(2)))
    .thenNothing();
  scenario('and the arbiter may decide who answers')
    .given(offeredToLi, called)
    .at(may(5))
    .when(Order.arbitrate(sun, wu))
    .then({
      type: 'OrderOffered',
      data: {
        ...demand,
        ...wu,
        leg: 2,
        final: true,
        by: secretary,
        because: 'decided',
        from: 'li-wei',
        offeredAt: may(5),
      },
    });
});

describe('Whoever can be asked no more', () => {
  const absent = (why: 'off-duty' | 'gone' | 'account-disabled', standIn: StandIn = () => 'zhang-min') =>
    dutyWith(standIn, { absence: (member) => (member === 'li-wei' ? why : null) });
  const handedOn = (because: 'off-duty' | 'account-disabled'): Order.Event => ({
    type: 'OrderOffered',
    data: {
      ...demand,
      ...zhang,
      leg: 2,
      final: false,
      by: null,
      because,
      from: 'li-wei',
      offeredAt: may(3),
    },
  });

  scenario('because the shift is over leaves what was offered to whoever is on duty')
    .given(offeredToLi)
    .at(may(3))
    .when(Order.handOn(absent('off-duty')))
    .then(handedOn('off-duty'));
  scenario('because the shift is over, and who are back within a day, keeps what they have taken')
    .given(offeredToLi, takenByLi)
    .at(may(3))
    .when(
      Order.handOn(
        dutyWith(() => 'zhang-min', {
          absence: (member, now) => (member === 'li-wei' && now < may(4) ? 'off-duty' : null),
        }),
      ),
    )
    .thenNothing();
  scenario('because they have left for good leaves what they have taken, too')
    .given(offeredToLi, takenByLi)
    .at(may(3))
    .when(Order.handOn(absent('gone')))
    .then(handedOn('off-duty'));
  const elsewhere = dutyWith(() => 'zhang-min', {
    absence: (member, _, within) => (member !== 'zhang-min' && within === 'mu/c1/v1/g1' ? 'gone' : null),
  });
  scenario('because they serve in another grid now leaves what they were asked as one of this one')
    .given(offeredToLi, takenByLi)
    .at(may(3))
    .when(Order.handOn(elsewhere))
    .then(handedOn('off-duty'));
  scenario('keeps what somebody has given to them by name, wherever they serve')
    .given(...secondReturned, decidedForWu)
    .at(may(6))
    .when(Order.handOn(elsewhere))
    .thenNothing();
  scenario('because their account is disabled leaves everything, and it says why')
    .given(offeredToLi, takenByLi)
    .at(may(3))
    .when(Order.handOn(absent('account-disabled')))
    .then(handedOn('account-disabled'));
  scenario('leaves it to the arbiter where nobody stands in')
    .given(offeredToLi)
    .at(may(3))
    .when(Order.handOn(absent('gone', () => null)))
    .then(leftAsNobodyOnDuty);
  scenario('leaves it to nobody who has given it back')
    .given(offeredToLi, returnedByLi, offeredToZhang)
    .at(may(4))
    .when(Order.handOn({ ...whoeverIsLeft, absence: () => 'off-duty' }))
    .then({
      ...leftAsNobodyOnDuty,
      data: { ...leftAsNobodyOnDuty.data, leg: 2, leftAt: may(4) },
    });
  scenario('has nothing left to hand on when it is finished')
    .given(offeredToLi, takenByLi, finishedByLi)
    .at(may(7))
    .when(Order.handOn(absent('gone')))
    .thenNothing();
  scenario('and whoever is there keeps what they have')
    .given(offeredToLi)
    .at(may(3))
    .when(Order.handOn(zhangStandsIn))
    .thenNothing();
});

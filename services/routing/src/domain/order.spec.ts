import { describe } from '@jest/globals';
import { type Actor, type Area, instant, type Role } from '@mulin/kernel';
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
const wu = { microGrid: 'k1', area: 'mu/c2/v9/g9/k1', member: 'wu-fang' };
const secretary = 'secretary-sun';
/** Areas come from accounts as paths. */
const actor = (id: string, role: Role, area: string): Actor => ({ id, role, area: area as Area });
const sun = actor(secretary, 'community-secretary', 'mu/c1');
const leader = actor('leader-qian', 'grid-leader', 'mu/c1/v1/g1');
const committee = actor('committee-he', 'village-committee', 'mu/c1/v1');

type StandIn = (microGrid: string, instead: readonly string[]) => string | null;

const onDuty: Readonly<Record<string, string>> = { m1: 'li-wei', m7: 'li-wei', k1: 'wu-fang' };
const dutyWith = (standIn: StandIn, rest: Partial<Order.Duty> = {}): Order.Duty => ({
  onDuty: (microGrid) => onDuty[microGrid] ?? null,
  standIn,
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
  data: { ...demand, because: 'nobody-on-duty', area: 'mu/c1', turn: 1, leg: 1, leftAt: may(3) },
};
const decidedForWu: Order.Event = {
  type: 'OrderOffered',
  data: { ...demand, ...wu, leg: 3, final: true, by: secretary, because: 'decided', offeredAt: may(5) },
};
const finishedByLi: Order.Event = {
  type: 'OrderFinished',
  data: { cycle: 1, leg: 1, member: 'li-wei', result: 'solved', finishedAt: may(6) },
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
  scenario('is on record once')
    .given(filed)
    .when(Order.record(1, 'life', li, may(1)))
    .thenEcho();
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
    .then(returnedByLi, {
      type: 'OrderLeftToArbiter',
      data: { ...demand, because: 'nobody-on-duty', area: 'mu/c1', turn: 1, leg: 1, leftAt: may(3) },
    });
  scenario('the second time the arbiter decides')
    .given(offeredToLi, returnedByLi, offeredToZhang)
    .at(may(4))
    .when(Order.giveBack('zhang-min', 'not-my-power', wuStandsIn))
    .then(returnedByZhang, leftToSecretary);
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
  scenario('what nobody has left to the arbiter is not the arbiter’s to move')
    .given(offeredToLi)
    .when(Order.arbitrate(sun, wu))
    .thenRejected('not-before-arbiter');
  scenario('a case that is over is decided no more')
    .given(leftAsNobodysLand, overByClose)
    .when(Order.arbitrate(sun, wu))
    .thenRejected('order-over');
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
    .when(correct(landOf(li)))
    .then(correctedTo(landOf(li), { ...toldLi, leg: 3, member: 'wu-fang', area: 'mu/c2', turn: 2 }));
  scenario('told twice is one')
    .given(offeredToLi, correctedTo(landOf(li)))
    .when(correct(landOf(li)))
    .thenEcho();
  scenario('that is older than the last one changes nothing')
    .given(offeredToLi, correctedTo(landOf(li)))
    .when(correct(landOf(wu), may(1)))
    .thenNothing();
  scenario('of a finished order is put on record')
    .given(offeredToLi, takenByLi, finishedByLi)
    .when(correct(landOf(wu)))
    .then(correctedTo(landOf(wu)));
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
    .given(offeredToLi, takenByLi, lateFor('grid-leader'), {
      type: 'LatenessTakenBack',
      data: { cycle: 1, clock: 'complete/1', to: 'grid-leader' },
    })
    .when(Order.arbitrate(leader, zhang))
    .thenRejected('not-before-arbiter');
  scenario('of what was finished moves nothing any more')
    .given(offeredToLi, takenByLi, lateFor('grid-leader'), finishedByLi)
    .when(Order.arbitrate(leader, zhang))
    .thenRejected('order-finished');
  scenario('without anybody to remind the town brings the case before the arbiter')
    .given(offeredToLi)
    .when(Order.callArbiter(1, may(2)))
    .then({ type: 'ArbiterCalled', data: { cycle: 1, because: 'no-clock', calledAt: may(2) } });
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
  scenario('because the shift is over keeps what they have taken')
    .given(offeredToLi, takenByLi)
    .at(may(3))
    .when(Order.handOn(absent('off-duty')))
    .thenNothing();
  scenario('because they have left for good leaves what they have taken, too')
    .given(offeredToLi, takenByLi)
    .at(may(3))
    .when(Order.handOn(absent('gone')))
    .then(handedOn('off-duty'));
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

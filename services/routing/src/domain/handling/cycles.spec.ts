import { describe, expect, test } from '@jest/globals';
import { type Actor, type Area, fold, type Instant } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import fc from 'fast-check';
import * as Order from '../order/order.js';
import { at, demand, inHands, leg, li, offeredToLi, over, takenByLi } from './handling.testing.js';

const scenario = scenarios(Order.decider);
const zhang = { ...li, member: 'zhang-min' };

const dutyOf = (...onDuty: readonly string[]): Order.Duty => ({
  onDuty: () => onDuty[0] ?? null,
  allOnDuty: () => onDuty,
  standIn: (_, instead) => onDuty.find((it) => !instead.includes(it)) ?? null,
  alarmed: () => [],
  absenceFrom: () => null,
  absence: () => null,
});
const both = dutyOf('li-wei', 'zhang-min');
const liAlone = dutyOf('li-wei');

const second = { ...demand, cycle: 2 };
const land: Order.Route = { land: { microGrid: li.microGrid, area: li.area } };
type Because = Order.Reopening['because'];
const reopening = (because: Because, cycle = 2): Order.Reopening => ({
  demand: { ...demand, cycle },
  route: land,
  because,
  reopenedAt: at(10),
});
const reopened = (because: Because): Order.Event => ({
  type: 'OrderReopened',
  data: { number: demand.number, cycle: 2, because, reopenedAt: at(10) },
});
const offeredAnew = (to: typeof li, because: 'redo' | 'registered'): Order.Event => ({
  type: 'OrderOffered',
  data: { ...second, ...to, leg: 1, final: false, by: null, because, offeredAt: at(11) },
});
const finished: Order.Event = {
  type: 'OrderFinished',
  data: { ...leg, result: 'solved', finishedAt: at(5) },
};
const verified: Order.Event = {
  type: 'OrderVerified',
  data: {
    number: demand.number,
    cycle: 1,
    leg: 1,
    round: 1,
    verifier: 'verifier-gao',
    result: 'solved',
    area: li.area,
    handlers: ['li-wei'],
    verifiedAt: at(9),
  },
};
const done = [...inHands, finished, verified];
/** Areas come from accounts as paths. */
const gao: Actor = { id: 'verifier-gao', role: 'verifier', area: 'mu/c1' as Area };
const confirm = Order.verify(gao, { outcome: 'confirmed' });

describe('A case begins another cycle', () => {
  scenario('because whoever asked is not content: somebody else is asked, in a first leg')
    .given(...done)
    .at(at(11))
    .when(Order.reopen(reopening('redo'), both))
    .then(reopened('redo'), offeredAnew(zhang, 'redo'));
  scenario('and where nobody else is on duty, the same again')
    .given(...done)
    .at(at(11))
    .when(Order.reopen(reopening('redo'), liAlone))
    .then(reopened('redo'), offeredAnew(li, 'redo'));
  scenario('because they ask again: whoever is on duty is asked')
    .given(...done, over)
    .at(at(11))
    .when(Order.reopen(reopening('asked-again'), both))
    .then(reopened('asked-again'), offeredAnew(li, 'registered'));
  scenario('before its end was heard')
    .given(...inHands)
    .at(at(11))
    .when(Order.reopen(reopening('closed-by-mistake'), both))
    .then(reopened('closed-by-mistake'), offeredAnew(li, 'registered'));
  scenario('before anything else was heard of it')
    .given()
    .at(at(11))
    .when(Order.reopen(reopening('asked-again'), both))
    .then(reopened('asked-again'), offeredAnew(li, 'registered'));
  scenario('told twice it begins once')
    .given(...done, reopened('redo'), offeredAnew(zhang, 'redo'))
    .when(Order.reopen(reopening('redo'), both))
    .thenEcho();
  scenario('whose end was heard first: nobody is asked')
    .given(...done, { type: 'OrderOver', data: { cycle: 2, because: 'closed', overAt: at(15) } })
    .when(Order.reopen(reopening('redo'), both))
    .thenNothing();
  scenario('the end of the cycle before is no end of this one')
    .given(...done, reopened('redo'), offeredAnew(zhang, 'redo'))
    .when(Order.end(1, 'closed', at(9)))
    .thenNothing();
  const called: Order.Event = {
    type: 'ArbiterCalled',
    data: { cycle: 2, because: 'no-clock', calledAt: at(10) },
  };
  scenario('of which nobody will be reminded, as was heard before it: that is said of it again')
    .given(...done, called)
    .at(at(11))
    .when(Order.reopen(reopening('asked-again'), both))
    .then(reopened('asked-again'), offeredAnew(li, 'registered'), {
      type: 'ArbiterCalled',
      data: { cycle: 2, because: 'no-clock', calledAt: at(11) },
    });
  scenario('nor is its registration, heard late, another offer')
    .given(reopened('asked-again'), offeredAnew(li, 'registered'))
    .when(Order.offer(demand, land, both))
    .thenNothing();
});

describe('In the second cycle', () => {
  const again = [...done, reopened('redo'), offeredAnew(zhang, 'redo')];
  const second = { cycle: 2, leg: 1, member: 'zhang-min' };
  const takenAgain: Order.Event = { type: 'OrderTaken', data: { ...second, takenAt: at(12) } };

  scenario('the first finish is its first round, and only who had it in it is named')
    .given(...again, takenAgain)
    .at(at(14))
    .when(Order.finish('zhang-min', 'solved'))
    .then({
      type: 'OrderFinished',
      data: {
        ...second,
        result: 'solved',
        number: demand.number,
        area: li.area,
        round: 1,
        handlers: ['zhang-min'],
        finishedAt: at(14),
      },
    });
  scenario('who confirmed the first does not look again')
    .given(...again, takenAgain, {
      type: 'OrderFinished',
      data: { ...second, result: 'solved', finishedAt: at(14) },
    })
    .when(confirm)
    .thenRejected('verifies-own-work');
  scenario('who had the first has it no more')
    .given(...again)
    .when(Order.take('li-wei'))
    .thenRejected('not-your-order');
  scenario('a correction that was heard before it is heeded by it')
    .given(...done, {
      type: 'OrderReclassified',
      data: {
        menuItem: 'market-noise',
        net: 'commerce',
        urgency: 'urgent',
        cycle: 2,
        route: land,
        reclassifiedAt: at(10, 30),
      },
    })
    .at(at(11))
    .when(Order.reopen(reopening('asked-again'), both))
    .then(reopened('asked-again'), {
      type: 'OrderOffered',
      data: {
        ...second,
        number: demand.number,
        menuItem: 'market-noise',
        net: 'commerce',
        urgency: 'urgent',
        ...li,
        leg: 1,
        final: false,
        by: null,
        because: 'registered',
        offeredAt: at(11),
      },
    });
});

test('whatever is heard first of registration, reopenings and ends, the last cycle stands the same', () => {
  const news: readonly ReturnType<typeof Order.end>[] = [
    Order.offer(demand, land, both),
    Order.end(1, 'closed', at(8)),
    Order.reopen(reopening('asked-again', 2), both),
    Order.end(2, 'closed', at(12)),
    Order.reopen(reopening('redo', 3), both),
    Order.callArbiter(3, at(13)),
    Order.callArbiter(2, at(11)),
  ];
  const told = (order: readonly (typeof news)[number][], now: Instant) =>
    order.reduce<readonly Order.Event[]>(
      (events, it) => [...events, ...it(fold(Order.decider, events), now)],
      [],
    );
  fc.assert(
    fc.property(fc.shuffledSubarray([...news], { minLength: news.length }), (order) => {
      const events = told(order, at(15));
      const { status, demand: last, holder, lacksClock, round } = fold(Order.decider, events);
      expect({ status, cycle: last?.cycle, leg: holder?.leg, lacksClock, round }).toEqual({
        status: 'offered',
        cycle: 3,
        leg: 1,
        lacksClock: true,
        round: 0,
      });
      expect(told([...order, ...order], at(15))).toEqual(events);
    }),
  );
});

test('an order from before cycles were kept is in its first', () => {
  expect(fold(Order.decider, [offeredToLi, takenByLi]).ended).toBe(0);
});

describe('What was merged by mistake', () => {
  const merged: Order.Event = { type: 'OrderOver', data: { cycle: 1, because: 'merged', overAt: at(12) } };
  const resumed: Order.Event = { type: 'OrderResumed', data: { cycle: 1, resumedAt: at(14) } };
  const returned: Order.Event = {
    type: 'OrderReturned',
    data: { ...leg, reason: 'not-my-area', returnedAt: at(3) },
  };
  const offeredTo = (member: string, nth: number, because: 'returned' | 'registered', hour: number) =>
    ({
      type: 'OrderOffered',
      data: {
        ...demand,
        ...li,
        member,
        leg: nth,
        final: false,
        by: null,
        because,
        ...(because === 'returned' ? { from: 'li-wei' } : {}),
        offeredAt: at(hour),
      },
    }) satisfies Order.Event;
  scenario('is offered anew where it belongs')
    .given(...inHands, merged)
    .at(at(14))
    .when(Order.resume(1, at(14), both))
    .then(resumed, offeredTo('li-wei', 2, 'registered', 14));
  scenario('is offered where it lay, where nobody had kept where it belongs')
    .given(
      {
        type: 'OrderLeftToArbiter',
        data: { ...demand, because: 'nobody-on-duty', area: 'mu/c1', leftAt: at(1) },
      },
      { ...offeredToLi, data: { ...offeredToLi.data, because: 'decided' } } as Order.Event,
      merged,
    )
    .at(at(14))
    .when(Order.resume(1, at(14), both))
    .then(resumed, offeredTo('li-wei', 2, 'registered', 14));
  const correctedTo = (route: Order.Route): Order.Event => ({
    type: 'OrderReclassified',
    data: {
      menuItem: 'sanitation',
      net: 'life',
      urgency: 'ordinary',
      cycle: 1,
      route,
      reclassifiedAt: at(11),
    },
  });
  const elsewhere = { microGrid: 'k1', area: 'mu/c1/v9/g9/k1' };
  scenario('is offered where a correction has led since, and not where it was done')
    .given(...done, correctedTo({ land: elsewhere }), merged)
    .at(at(14))
    .when(Order.resume(1, at(14), both))
    .then(resumed, {
      type: 'OrderOffered',
      data: {
        ...demand,
        ...elsewhere,
        member: 'li-wei',
        leg: 2,
        final: false,
        by: null,
        because: 'registered',
        offeredAt: at(14),
      },
    });
  scenario('before anything else was heard of it is not over any more')
    .given(merged)
    .at(at(14))
    .when(Order.resume(1, at(14), both))
    .then(resumed);
  scenario('and of which only a correction was heard waits for its registration')
    .given(correctedTo(land), merged)
    .at(at(14))
    .when(Order.resume(1, at(14), both))
    .then(resumed);
  scenario('and has another cycle since is not offered as it was')
    .given(...inHands, merged, reopened('asked-again'), offeredAnew(li, 'registered'))
    .at(at(14))
    .when(Order.resume(1, at(14), both))
    .thenNothing();
  const called = (hour: number): Order.Event => ({
    type: 'ArbiterCalled',
    data: { cycle: 1, because: 'no-clock', calledAt: at(hour) },
  });
  scenario('and of which nobody will be reminded is put before the arbiter again')
    .given(...inHands, called(3), merged)
    .at(at(14))
    .when(Order.resume(1, at(14), both))
    .then(resumed, offeredTo('li-wei', 2, 'registered', 14), called(14));
  scenario('is not offered to whoever has given it back already')
    .given(...inHands, returned, offeredTo('zhang-min', 2, 'returned', 3), merged)
    .at(at(14))
    .when(Order.resume(1, at(14), both))
    .then(resumed, offeredTo('zhang-min', 3, 'registered', 14));
});

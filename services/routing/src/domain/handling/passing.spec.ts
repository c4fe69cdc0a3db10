import { describe, expect, test } from '@jest/globals';
import { type Actor, type Area, day, type Decision, fold, hour, plus, type Role } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import fc from 'fast-check';
import * as Order from '../order/order.js';
import { at, demand, inHands, leg, li, offeredToLi, over } from './handling.testing.js';

const scenario = scenarios(Order.decider);
/** Areas come from accounts as paths. */
const actor = (id: string, role: Role, area: string): Actor => ({ id, role, area: area as Area });
const committee = 'mu/c1/v1';

/** Li and Zhang serve in the micro-grid, Wu elsewhere in its grid, He and Ma in the village committee. */
const staff: Readonly<Record<string, readonly string[]>> = {
  m1: ['li-wei', 'zhang-min', 'wu-fang'],
  [committee]: ['committee-he', 'committee-ma'],
};
const dutyWith = (away: readonly string[] = []): Order.Duty => {
  const there = (unit: string) => (staff[unit] ?? []).filter((it) => !away.includes(it));
  return {
    onDuty: (unit) => there(unit)[0] ?? null,
    allOnDuty: there,
    alarmed: () => [],
    absenceFrom: (unit, member) => (there(unit).includes(member) ? null : 'off-duty'),
    standIn: (unit, instead) => there(unit).find((it) => !instead.includes(it)) ?? null,
    absence: (member) => (away.includes(member) ? 'off-duty' : null),
  };
};
const duty = dutyWith();

const dueAt = at(3);
const missed = (nth: number, member: string): Order.Event => ({
  type: 'OrderNotTaken',
  data: { cycle: 1, leg: nth, member, dueAt },
});
type Offer = Extract<Order.Event, { type: 'OrderOffered' }>['data'];
const offered = (member: string, nth: number, from: string, rest: Partial<Offer> = {}): Order.Event => ({
  type: 'OrderOffered',
  data: {
    ...demand,
    microGrid: li.microGrid,
    area: li.area,
    member,
    leg: nth,
    final: false,
    by: null,
    because: 'not-taken',
    from,
    offeredAt: at(4),
    ...rest,
  },
});
const pass = (nth: number, cycle = 1) => Order.passTurn({ cycle, leg: nth, dueAt }, duty);

describe('Not taken in time', () => {
  scenario('Li lets it pass: Zhang of the same micro-grid is asked, and the turn counts against Li')
    .given(offeredToLi)
    .at(at(4))
    .when(pass(1))
    .then(missed(1, 'li-wei'), offered('zhang-min', 2, 'li-wei'));

  const withZhang = [offeredToLi, missed(1, 'li-wei'), offered('zhang-min', 2, 'li-wei')];
  scenario('Zhang lets it pass, too: Wu of the same grid is asked, and not Li again')
    .given(...withZhang)
    .at(at(4))
    .when(pass(2))
    .then(missed(2, 'zhang-min'), offered('wu-fang', 3, 'zhang-min'));

  const withWu = [...withZhang, missed(2, 'zhang-min'), offered('wu-fang', 3, 'zhang-min')];
  scenario('where nobody else is on duty it stays with whoever was asked last, and the turn counts')
    .given(...withWu)
    .at(at(5))
    .when(pass(3))
    .then(missed(3, 'wu-fang'));

  scenario('what stayed can still be taken')
    .given(...withWu, missed(3, 'wu-fang'))
    .at(at(6))
    .when(Order.take('wu-fang'))
    .then({ type: 'OrderTaken', data: { cycle: 1, leg: 3, member: 'wu-fang', takenAt: at(6) } });

  scenario('heard twice, it moves once')
    .given(...withZhang)
    .at(at(5))
    .when(pass(1))
    .thenNothing();
  scenario('heard twice where it stayed, it counts once')
    .given(...withWu, missed(3, 'wu-fang'))
    .at(at(6))
    .when(pass(3))
    .thenNothing();
  scenario('heard when it was taken meanwhile, it changes nothing')
    .given(...inHands)
    .at(at(4))
    .when(pass(1))
    .thenNothing();
  const returned: Order.Event = {
    type: 'OrderReturned',
    data: { ...leg, reason: 'not-my-area', returnedAt: at(3) },
  };
  scenario('heard when it was given back meanwhile, it changes nothing for whoever is asked now')
    .given(offeredToLi, returned, offered('zhang-min', 2, 'li-wei', { because: 'returned' }))
    .at(at(4))
    .when(pass(1))
    .thenNothing();
  scenario('what was taken away for a lateness does not go back to whom it was taken from')
    .given(...inHands, offered('zhang-min', 2, 'li-wei', { because: 'reassigned', by: 'leader-qian' }))
    .at(at(4))
    .when(pass(2))
    .then(missed(2, 'zhang-min'), offered('wu-fang', 3, 'zhang-min'));
  scenario('heard of another cycle, it changes nothing')
    .given(offeredToLi)
    .at(at(4))
    .when(pass(1, 2))
    .thenNothing();
  scenario('heard before there is an order, it changes nothing')
    .given()
    .at(at(4))
    .when(pass(1))
    .thenNothing();
  scenario('heard when it is over, it changes nothing')
    .given(offeredToLi, over)
    .at(at(21))
    .when(pass(1))
    .thenNothing();

  const decided = offered('li-wei', 2, 'zhang-min', { because: 'decided', by: 'secretary-sun', final: true });
  scenario('what was decided for good stays with whom the arbiter has named, and the turn counts')
    .given(offeredToLi, decided)
    .at(at(5))
    .when(pass(2))
    .then(missed(2, 'li-wei'));

  const ofUnit = { because: 'handed-over', unit: committee } as const;
  const withCommittee = [...inHands, offered('committee-he', 2, 'li-wei', ofUnit)];
  scenario('what was handed to a unit goes to a colleague there')
    .given(...withCommittee)
    .at(at(4))
    .when(pass(2))
    .then(missed(2, 'committee-he'), offered('committee-ma', 3, 'committee-he', { unit: committee }));

  scenario('whoever has given it back is not asked again')
    .given(
      ...inHands,
      {
        type: 'OrderReturned',
        data: { ...leg, reason: 'not-my-area', returnedAt: at(3) },
      },
      offered('zhang-min', 2, 'li-wei', { because: 'returned' }),
    )
    .at(at(4))
    .when(pass(2))
    .then(missed(2, 'zhang-min'), offered('wu-fang', 3, 'zhang-min'));

  test('a new cycle begins without the turns of the one before', () => {
    const state = fold(Order.decider, [
      ...withZhang,
      { type: 'OrderReopened', data: { number: 'n', cycle: 2, because: 'asked-again', reopenedAt: at(20) } },
    ]);
    expect(state.notTaken).toEqual([]);
  });

  test('whatever is heard how often and in whatever order, nobody is asked twice and every turn counts once', () => {
    const news = fc.array(fc.record({ leg: fc.integer({ min: 1, max: 4 }), isTake: fc.boolean() }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(news, (heard) => {
        const events = heard.reduce<readonly Order.Event[]>(
          (log, { leg: nth, isTake }) => {
            const state = fold(Order.decider, log);
            const decide: Decision<Order.State, Order.Event> = isTake
              ? (it, now) => (nth === 4 ? Order.take(it.holder?.member ?? '')(it, now) : [])
              : pass(nth);
            return [...log, ...decide(state, at(4))];
          },
          [offeredToLi],
        );
        const asked = events.flatMap((it) => (it.type === 'OrderOffered' ? [it.data.member] : []));
        const counted = events.flatMap((it) => (it.type === 'OrderNotTaken' ? [it.data.leg] : []));
        expect(new Set(asked).size).toBe(asked.length);
        expect(new Set(counted).size).toBe(counted.length);
      }),
    );
  });
});

describe('Taken in time by a phone without signal', () => {
  const passed = [offeredToLi, missed(1, 'li-wei'), offered('zhang-min', 2, 'li-wei')];
  const tookInTime = Order.take('li-wei', { at: at(2) });
  const takenThen: Order.Event = {
    type: 'OrderTaken',
    data: { ...leg, takenAt: at(2), timedBy: 'device' },
  };

  scenario(
    'that is heard when it has gone on and nobody else has taken it: it comes back to Li, who let nothing pass',
  )
    .given(...passed)
    .at(at(5))
    .when(tookInTime)
    .then(takenThen, offered('li-wei', 3, 'zhang-min', { because: 'taken-in-time', offeredAt: at(5) }), {
      type: 'OrderTaken',
      data: { cycle: 1, leg: 3, member: 'li-wei', takenAt: at(5) },
    });

  test('what they did meanwhile without signal is on record as of then', () => {
    const { state } = scenarioState(passed, tookInTime);
    const [visited] = Order.contact('li-wei', 'face-to-face', { at: plus(at(2), 10) })(state, at(6));
    expect(visited?.data).toMatchObject({ contactedAt: plus(at(2), 10), timedBy: 'device' });
    expect(() => Order.contact('li-wei', 'face-to-face', { at: at(1) })(state, at(6))).toThrow(
      expect.objectContaining({ code: 'before-it-began' }),
    );
  });

  const stayed = [offeredToLi, missed(1, 'li-wei')];
  test('where it had stayed with them, the turn does not count either', () => {
    expect(scenarioState(stayed, tookInTime).state.notTaken).toEqual([]);
    expect(scenarioState(stayed, Order.take('li-wei')).state.notTaken).toHaveLength(1);
  });

  for (const [what, because, rest] of [
    ['the secretary has decided', 'decided', { by: 'secretary-sun', final: true }],
    ['a leader has given it to somebody else', 'reassigned', { by: 'leader-qian' }],
    ['it was handed to a unit', 'handed-over', { unit: committee }],
  ] as const)
    scenario(`it comes back from nobody where ${what} meanwhile`)
      .given(...stayed, offered('zhang-min', 2, 'li-wei', { because, ...rest }))
      .at(at(5))
      .when(tookInTime)
      .thenRejected('not-your-order');

  test('only that turn does not count: those who let it pass after them have done so', () => {
    const { state } = scenarioState(
      [...passed, missed(2, 'zhang-min'), offered('wu-fang', 3, 'zhang-min')],
      tookInTime,
    );
    expect(state.notTaken.map(({ leg: nth, member }) => [nth, member])).toEqual([[2, 'zhang-min']]);
  });

  test('where it had stayed, a take in the very millisecond counts as one in time', () => {
    expect(scenarioState(stayed, Order.take('li-wei', { at: dueAt })).state.notTaken).toEqual([]);
  });

  test('what the next one takes makes no turn before it one in time, whatever the clocks say', () => {
    const early: Order.Event = {
      type: 'OrderTaken',
      data: { cycle: 1, leg: 2, member: 'zhang-min', takenAt: at(2, 59), timedBy: 'device' },
    };
    expect(fold(Order.decider, [...passed, early]).notTaken).toHaveLength(1);
  });

  scenario('in a unit, where it had gone on to a colleague, it is theirs again as the unit’s')
    .given(
      ...inHands,
      offered('committee-he', 2, 'li-wei', { because: 'handed-over', unit: committee, offeredAt: at(2) }),
      missed(2, 'committee-he'),
      offered('committee-ma', 3, 'committee-he', { unit: committee }),
    )
    .at(at(5))
    .when(Order.take('committee-he', { at: at(2, 30) }))
    .then(
      {
        type: 'OrderTaken',
        data: { cycle: 1, leg: 2, member: 'committee-he', takenAt: at(2, 30), timedBy: 'device' },
      },
      offered('committee-he', 4, 'committee-ma', {
        because: 'taken-in-time',
        unit: committee,
        offeredAt: at(5),
      }),
      { type: 'OrderTaken', data: { cycle: 1, leg: 4, member: 'committee-he', takenAt: at(5) } },
    );

  test('the turn does not count any more', () => {
    const { state } = scenarioState([...passed], tookInTime);
    expect(state.notTaken).toEqual([]);
    expect(state.holder).toMatchObject({ member: 'li-wei', leg: 3, takenAt: at(5) });
  });

  scenario('in the very millisecond until which they had to take it, it was in time')
    .given(...passed)
    .at(at(5))
    .when(Order.take('li-wei', { at: dueAt }))
    .then(
      { type: 'OrderTaken', data: { ...leg, takenAt: dueAt, timedBy: 'device' } },
      offered('li-wei', 3, 'zhang-min', { because: 'taken-in-time', offeredAt: at(5) }),
      { type: 'OrderTaken', data: { cycle: 1, leg: 3, member: 'li-wei', takenAt: at(5) } },
    );
  scenario('now, and not by a phone then, it comes too late')
    .given(...passed)
    .at(at(5))
    .when(Order.take('li-wei'))
    .thenRejected('not-your-order');
  scenario('whoever was not asked has taken nothing in time')
    .given(...passed)
    .at(at(5))
    .when(Order.take('wu-fang', { at: at(2) }))
    .thenRejected('not-your-order');
  const passedTwice = [...passed, missed(2, 'zhang-min'), offered('wu-fang', 3, 'zhang-min')];
  scenario('it comes back to Li also where two have let it pass')
    .given(...passedTwice)
    .at(at(5))
    .when(tookInTime)
    .then(takenThen, offered('li-wei', 4, 'wu-fang', { because: 'taken-in-time', offeredAt: at(5) }), {
      type: 'OrderTaken',
      data: { cycle: 1, leg: 4, member: 'li-wei', takenAt: at(5) },
    });
  scenario('where it had stayed with Zhang, who was asked last, she has taken it in that turn')
    .given(...passed, {
      type: 'OrderNotTaken',
      data: { cycle: 1, leg: 2, member: 'zhang-min', dueAt: at(5) },
    })
    .at(at(6))
    .when(Order.take('zhang-min', { at: at(4, 30) }))
    .then({
      type: 'OrderTaken',
      data: { cycle: 1, leg: 2, member: 'zhang-min', takenAt: at(4, 30), timedBy: 'device' },
    });
  scenario('it does not come back out of a unit, in which its turn has passed, too')
    .given(
      ...stayed,
      offered('committee-he', 2, 'li-wei', { because: 'handed-over', unit: committee }),
      missed(2, 'committee-he'),
      offered('committee-ma', 3, 'committee-he', { unit: committee }),
    )
    .at(at(5))
    .when(tookInTime)
    .thenRejected('not-your-order');
  test('that was so for the leg by which it came back, and not for one that they get later', () => {
    const { state } = scenarioState([...passed], tookInTime);
    const later: readonly Order.Event[] = [
      offered('zhang-min', 4, 'li-wei', { because: 'reassigned', by: 'leader-qian', offeredAt: at(6) }),
      offered('li-wei', 5, 'zhang-min', { because: 'decided', by: 'secretary-sun', offeredAt: at(7) }),
      { type: 'OrderTaken', data: { cycle: 1, leg: 5, member: 'li-wei', takenAt: at(8) } },
    ];
    const again = later.reduce(Order.decider.evolve, state);
    expect(() => Order.contact('li-wei', 'phone', { at: at(7, 30) })(again, at(9))).toThrow(
      expect.objectContaining({ code: 'before-it-began' }),
    );
  });

  scenario('after the deadline it was none in time')
    .given(...passed)
    .at(at(5))
    .when(Order.take('li-wei', { at: at(3, 30) }))
    .thenRejected('not-your-order');
  const takenByZhang: Order.Event = {
    type: 'OrderTaken',
    data: { cycle: 1, leg: 2, member: 'zhang-min', takenAt: at(4) },
  };
  scenario('whoever has taken it meanwhile keeps it')
    .given(...passed, takenByZhang)
    .at(at(5))
    .when(tookInTime)
    .thenRejected('not-your-order');
  scenario('what somebody has taken and handed on meanwhile does not come back')
    .given(...passed, takenByZhang, offered('committee-he', 3, 'zhang-min', { unit: committee }))
    .at(at(5))
    .when(tookInTime)
    .thenRejected('not-your-order');
  scenario('before it was offered there was nothing to take')
    .given(...passed)
    .at(at(5))
    .when(Order.take('li-wei', { at: at(0, 30) }))
    .thenRejected('before-it-began');
});

const scenarioState = (events: readonly Order.Event[], decide: Decision<Order.State, Order.Event>) => {
  const before = fold(Order.decider, events);
  return { state: fold(Order.decider, [...events, ...decide(before, at(5))]) };
};

describe('Whoever was told that the first turn passed', () => {
  const committeeHe = actor('committee-he', 'village-committee', committee);
  const told: Order.Event = {
    type: 'LatenessTold',
    data: {
      cycle: 1,
      clock: 'take/1/1',
      to: 'village-committee',
      level: 'escalation',
      area: li.area,
      toldAt: at(3),
    },
  };
  const passed = [offeredToLi, told, missed(1, 'li-wei'), offered('zhang-min', 2, 'li-wei')];
  const toWu = Order.arbitrate(committeeHe, { ...li, member: 'wu-fang' });
  scenario('may still give it to somebody else, while nobody has taken it')
    .given(...passed)
    .at(at(5))
    .when(toWu)
    .then(
      offered('wu-fang', 3, 'zhang-min', { because: 'reassigned', by: 'committee-he', offeredAt: at(5) }),
    );
  scenario('and not any more once the next one has taken it')
    .given(...passed, { type: 'OrderTaken', data: { cycle: 1, leg: 2, member: 'zhang-min', takenAt: at(4) } })
    .at(at(5))
    .when(toWu)
    .thenRejected('not-before-arbiter');
});

describe('Leave with an order in hand', () => {
  const backAt = (moment: ReturnType<typeof at>): Order.Duty => ({
    ...dutyWith(['li-wei']),
    absence: (member, now) => (member === 'li-wei' && now < moment ? 'off-duty' : null),
  });

  scenario('what Li has taken goes to Zhang, who stands in, when Li is away for longer than a day')
    .given(...inHands)
    .at(at(4))
    .when(Order.handOn(backAt(plus(at(4), 3 * day))))
    .then(offered('zhang-min', 2, 'li-wei', { because: 'off-duty' }));
  scenario('a night off takes nothing out of the hands of Li')
    .given(...inHands)
    .at(at(4))
    .when(Order.handOn(backAt(plus(at(4), 14 * hour))))
    .thenNothing();
  scenario('what that is, the town says itself: of one that says ten hours, a night off is one')
    .given(...inHands)
    .at(at(4))
    .when(Order.handOn({ ...backAt(plus(at(4), 14 * hour)), awayHours: 10 }))
    .then(offered('zhang-min', 2, 'li-wei', { because: 'off-duty' }));
  scenario('of one that says a week, a leave of three days is none')
    .given(...inHands)
    .at(at(4))
    .when(Order.handOn({ ...backAt(plus(at(4), 3 * day)), awayHours: 168 }))
    .thenNothing();
  scenario('what was only offered goes on at once, though Li is back tomorrow')
    .given(offeredToLi)
    .at(at(4))
    .when(Order.handOn(backAt(plus(at(4), 14 * hour))))
    .then(offered('zhang-min', 2, 'li-wei', { because: 'off-duty' }));
  test('whoever has gone for good is not waited for, whatever the rosters say of tomorrow', () => {
    const goneNow = (moment: ReturnType<typeof at>) => (moment === at(4) ? 'gone' : null);
    expect(Order.whyItGoesOn('taken', goneNow, at(4))).toBe('gone');
  });
  scenario('it does not come back by itself when Li is back')
    .given(...inHands, offered('zhang-min', 2, 'li-wei', { because: 'off-duty' }))
    .at(at(9))
    .when(Order.handOn(dutyWith([])))
    .thenNothing();
});

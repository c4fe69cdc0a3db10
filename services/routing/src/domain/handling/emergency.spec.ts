import { describe, expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { type Actor, type Area, commandHandler, fold, newCorrelation, type Role } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import { legsOf } from '../history/legs.js';
import * as Order from '../order/order.js';
import { referencesFor } from '../order/order-access.js';
import { at, demand, li, over } from './handling.testing.js';

const scenario = scenarios(Order.decider);
/** Areas come from accounts as paths. */
const actor = (id: string, role: Role, area: string): Actor => ({ id, role, area: area as Area });
const emergency = { ...demand, urgency: 'emergency' };
const grid = 'mu/c1/v1/g1';

/** Li and Zhang serve there, Qian leads the grid, Sun the community. */
const everybody = [
  { member: 'li-wei' },
  { member: 'zhang-min' },
  { member: 'leader-qian', unit: grid },
  { member: 'secretary-sun', unit: 'mu/c1' },
];
const dutyWith = (members: readonly string[], alarmed = everybody): Order.Duty => ({
  onDuty: () => members[0] ?? null,
  allOnDuty: () => members,
  alarmed: () => alarmed,
  absenceFrom: () => null,
  standIn: (_, instead) => members.find((it) => !instead.includes(it)) ?? null,
  absence: () => null,
});
const duty = dutyWith(['li-wei', 'zhang-min']);
const land: Order.Route = { land: { microGrid: li.microGrid, area: li.area } };

type Offer = Extract<Order.Event, { type: 'OrderOffered' }>['data'];
const offered = (rest: Partial<Offer> = {}): Order.Event => ({
  type: 'OrderOffered',
  data: {
    ...emergency,
    ...li,
    leg: 1,
    final: false,
    by: null,
    because: 'registered',
    alsoAsked: everybody.slice(1),
    offeredAt: at(1),
    ...rest,
  },
});
const taken = (member: string, rest: object = {}): Order.Event => ({
  type: 'OrderTaken',
  data: { cycle: 1, leg: 1, member, ...rest, takenAt: at(2) },
});

describe('An emergency', () => {
  scenario('is offered to all who are on duty there, and to those who lead')
    .given()
    .at(at(1))
    .when(Order.offer(emergency, land, duty))
    .then(offered());
  scenario('anything else is offered to one')
    .given()
    .at(at(1))
    .when(Order.offer(demand, land, duty))
    .then({
      type: 'OrderOffered',
      data: { ...demand, ...li, leg: 1, final: false, by: null, because: 'registered', offeredAt: at(1) },
    });
  scenario('where no grid member is on duty, it is offered to those who lead')
    .given()
    .at(at(1))
    .when(Order.offer(emergency, land, dutyWith([], everybody.slice(2))))
    .then(offered({ member: 'leader-qian', unit: grid, alsoAsked: everybody.slice(3) }));
  scenario('where nobody is, it is left to the arbiter')
    .given()
    .at(at(1))
    .when(Order.offer(emergency, land, dutyWith([], [])))
    .then({
      type: 'OrderLeftToArbiter',
      data: {
        ...emergency,
        because: 'nobody-on-duty',
        area: 'mu/c1',
        land: { microGrid: li.microGrid, area: li.area },
        turn: 1,
        leg: 0,
        leftAt: at(1),
      },
    });
  for (const [account, role, where] of [
    ['zhang-min', 'grid-member', li.area],
    ['leader-qian', 'grid-leader', grid],
  ] as const)
    scenario(`is given to nobody else by ${account}, who was asked, too, and has not taken it`)
      .given(offered())
      .at(at(2))
      .when(Order.handOver(actor(account, role, where), { to: 'm1', reason: 'beyond-my-power' }, duty))
      .thenRejected('not-your-order');
  scenario('the first who takes it has it, as what they are on duty for')
    .given(offered())
    .at(at(2))
    .when(Order.take('leader-qian'))
    .then(taken('leader-qian', { unit: grid }));
  scenario('whoever it was offered to first comes later')
    .given(offered(), taken('zhang-min'))
    .at(at(3))
    .when(Order.take('li-wei'))
    .thenRejected('taken-by-other');
  scenario('the others come later, too')
    .given(offered(), taken('zhang-min'))
    .at(at(3))
    .when(Order.take('secretary-sun'))
    .thenRejected('taken-by-other');
  scenario('whoever has it takes it twice')
    .given(offered(), taken('zhang-min'))
    .at(at(3))
    .when(Order.take('zhang-min'))
    .thenNothing();
  scenario('whoever was not asked takes nothing')
    .given(offered())
    .at(at(2))
    .when(Order.take('wu-fang'))
    .thenRejected('not-your-order');
  scenario('when it is over nobody takes it')
    .given(offered(), over)
    .at(at(21))
    .when(Order.take('zhang-min'))
    .thenRejected('order-over');

  const missed: Order.Event = {
    type: 'OrderNotTaken',
    data: { cycle: 1, leg: 1, member: 'li-wei', dueAt: at(3) },
  };
  scenario('that nobody takes in time goes to the next, and all the others are still asked')
    .given(offered())
    .at(at(4))
    .when(Order.passTurn({ cycle: 1, leg: 1, dueAt: at(3) }, duty))
    .then(
      missed,
      offered({
        member: 'zhang-min',
        leg: 2,
        because: 'not-taken',
        from: 'li-wei',
        alsoAsked: everybody.filter(({ member }) => member !== 'zhang-min'),
        offeredAt: at(4),
      }),
    );

  scenario('that its first holder gives back as another unit’s is still everybody else’s to take')
    .given(offered())
    .at(at(2))
    .when(Order.giveBack('li-wei', 'needs-other-unit', duty))
    .then(
      {
        type: 'OrderReturned',
        data: { cycle: 1, leg: 1, member: 'li-wei', reason: 'needs-other-unit', returnedAt: at(2) },
      },
      offered({
        member: 'zhang-min',
        unit: 'mu/c1/v1',
        leg: 2,
        because: 'returned',
        from: 'li-wei',
        alsoAsked: everybody.slice(2),
        offeredAt: at(2),
      }),
    );

  scenario('that its first holder gives back goes to who stands in, and is still everybody else’s to take')
    .given(offered())
    .at(at(2))
    .when(Order.giveBack('li-wei', 'not-my-area', duty))
    .then(
      {
        type: 'OrderReturned',
        data: { cycle: 1, leg: 1, member: 'li-wei', reason: 'not-my-area', returnedAt: at(2) },
      },
      offered({
        member: 'zhang-min',
        leg: 2,
        because: 'returned',
        from: 'li-wei',
        alsoAsked: everybody.slice(2),
        offeredAt: at(2),
      }),
    );
  scenario('that waits in a unit goes on to a colleague there, and is still everybody else’s to take')
    .given(offered({ member: 'fire-chen', unit: 'office:fire' }))
    .at(at(2))
    .when(
      Order.handOn({
        ...dutyWith(['fire-chen', 'fire-du']),
        absenceFrom: (_, member) => (member === 'fire-chen' ? 'off-duty' : null),
      }),
    )
    .then(
      offered({
        member: 'fire-du',
        unit: 'office:fire',
        leg: 2,
        because: 'off-duty',
        from: 'fire-chen',
        alsoAsked: everybody,
        offeredAt: at(2),
      }),
    );

  const handedOn = (by: Actor): readonly Order.Event[] =>
    Order.handOver(
      by,
      { to: 'office:fire', reason: 'beyond-my-power' },
      dutyWith(['fire-chen']),
    )(fold(Order.decider, [offered()]), at(2));
  test('that its first holder hands over untaken is still everybody else’s to take', () => {
    expect(handedOn(actor('li-wei', 'grid-member', li.area)).at(-1)).toEqual(
      offered({
        member: 'fire-chen',
        unit: 'office:fire',
        leg: 2,
        because: 'handed-over',
        from: 'li-wei',
        offeredAt: at(2),
      }),
    );
  });
  test('that somebody told of its lateness hands over untaken is still everybody’s, its first holder’s too', () => {
    const told: Order.Event = {
      type: 'LatenessTold',
      data: {
        cycle: 1,
        clock: 'take/1/1',
        to: 'community-secretary',
        level: 'escalation',
        area: 'mu/c1',
        toldAt: at(2),
      },
    };
    const sun = actor('secretary-sun', 'community-secretary', 'mu/c1');
    const events = Order.handOver(
      sun,
      { to: 'office:fire', reason: 'beyond-my-power' },
      dutyWith(['fire-chen']),
    )(fold(Order.decider, [offered(), told]), at(3));
    expect(events.at(-1)).toMatchObject({ data: { member: 'fire-chen', alsoAsked: everybody } });
  });
  test('handed over and taken by one of the others is theirs where they serve, and not the unit’s', () => {
    const events = [...[offered()], ...handedOn(actor('li-wei', 'grid-member', li.area))];
    const byZhang = [...events, taken('zhang-min', { leg: 2 })];
    expect(legsOf(byZhang).at(-1)?.legs.at(-1)).toMatchObject({ holder: 'zhang-min', unit: null });
    const byQian = [...events, taken('leader-qian', { leg: 2, unit: grid })];
    expect(legsOf(byQian).at(-1)?.legs.at(-1)).toMatchObject({ holder: 'leader-qian', unit: grid });
  });
  test('is one from when an order that waits in a unit turns out to be one: all are asked beside the unit', () => {
    const events = handedOn(actor('li-wei', 'grid-member', li.area)).map((event): Order.Event => {
      if (event.type !== 'OrderOffered') return event;
      const { alsoAsked: _, ...data } = event.data;
      return { ...event, data: { ...data, urgency: 'ordinary' } };
    });
    const ordinary: Order.Event = {
      type: 'OrderOffered',
      data: { ...demand, ...li, leg: 1, final: false, by: null, offeredAt: at(1) },
    };
    const state = fold(Order.decider, [ordinary, ...events]);
    expect(Order.reclassify(corrected, duty)(state, at(3)).at(-1)).toMatchObject({
      type: 'OrderOffered',
      data: { member: 'fire-chen', unit: 'office:fire', leg: 3, because: 'corrected', alsoAsked: everybody },
    });
  });

  const tookInTime = Order.take('leader-qian', { at: at(2) });
  test('taken in time by a leader without signal, heard when the turn had passed, is theirs', () => {
    const passed = [
      offered(),
      missed,
      offered({ member: 'zhang-min', leg: 2, because: 'not-taken', alsoAsked: [] }),
    ];
    const events = tookInTime(fold(Order.decider, passed), at(5));
    const state = fold(Order.decider, [...passed, ...events]);
    expect(state).toMatchObject({
      status: 'taken',
      notTaken: [],
      holder: { member: 'leader-qian', unit: grid, leg: 3 },
    });
  });

  scenario('that passed is none of somebody’s who was not asked, whatever their phone says')
    .given(offered(), missed, offered({ member: 'zhang-min', leg: 2, because: 'not-taken', alsoAsked: [] }))
    .at(at(5))
    .when(Order.take('wu-fang', { at: at(2) }))
    .thenRejected('not-your-order');

  const corrected: Order.Correction = {
    cycle: 1,
    menuItem: 'sanitation',
    net: 'life',
    urgency: 'emergency',
    route: land,
    reclassifiedAt: at(2),
  };
  test('is one from when it turns out to be one: all are asked', () => {
    const ordinary: Order.Event = {
      type: 'OrderOffered',
      data: { ...demand, ...li, leg: 1, final: false, by: null, offeredAt: at(1) },
    };
    const events = Order.reclassify(corrected, duty)(fold(Order.decider, [ordinary]), at(2));
    expect(events.at(-1)).toMatchObject({
      type: 'OrderOffered',
      data: { member: 'li-wei', leg: 2, because: 'corrected', alsoAsked: everybody.slice(1) },
    });
  });

  test('that turns out to be one where no grid member could be asked is offered to those who lead', () => {
    const left: Order.Event = {
      type: 'OrderLeftToArbiter',
      data: { ...demand, because: 'nobody-on-duty', area: 'mu/c1', land: li, turn: 1, leg: 0, leftAt: at(1) },
    };
    const leaders = dutyWith([], everybody.slice(2));
    const events = Order.reclassify(corrected, leaders)(fold(Order.decider, [left]), at(2));
    expect(events.at(-1)).toMatchObject({
      type: 'OrderOffered',
      data: {
        member: 'leader-qian',
        unit: grid,
        because: 'corrected',
        leg: 1,
        alsoAsked: everybody.slice(3),
      },
    });
    const nobody = Order.reclassify(corrected, dutyWith([], []))(fold(Order.decider, [left]), at(2));
    expect(nobody.map(({ type }) => type)).toEqual(['OrderReclassified']);
  });

  const correctsTo = (duty_: Order.Duty, ...events: readonly Order.Event[]) =>
    Order.reclassify(corrected, duty_)(fold(Order.decider, events), at(3)).map(({ type }) => type);
  const first: Extract<Order.Event, { type: 'OrderOffered' }> = {
    type: 'OrderOffered',
    data: { ...demand, ...li, leg: 1, final: false, by: null, because: 'registered', offeredAt: at(1) },
  };
  const decided: typeof first = {
    ...first,
    data: { ...first.data, by: 'secretary-sun', because: 'decided' },
  };

  test('that turns out to be one moves nothing out of the hands of who has taken it, or was named for it', () => {
    expect(correctsTo(duty, first, taken('li-wei'))).toEqual(['OrderReclassified']);
    expect(correctsTo(duty, decided)).toEqual(['OrderReclassified']);
  });

  test('that was one already, or of which nobody else hears, is asked of nobody anew', () => {
    expect(correctsTo(duty, offered())).toEqual(['OrderReclassified']);
    expect(correctsTo(dutyWith(['li-wei'], [{ member: 'li-wei' }]), first)).toEqual(['OrderReclassified']);
  });

  test('that was returned twice stays the arbiter’s to decide', () => {
    const left: Order.Event = {
      type: 'OrderLeftToArbiter',
      data: { ...demand, because: 'second-return', area: 'mu/c1', turn: 1, leg: 1, leftAt: at(2) },
    };
    expect(correctsTo(duty, first, left)).toEqual(['OrderReclassified']);
  });

  scenario('for which the arbiter has named somebody goes on to who stands in, and to nobody beside')
    .given({
      ...decided,
      data: { ...decided.data, urgency: 'emergency', final: true },
    } as Order.Event)
    .at(at(2))
    .when(Order.handOn({ ...duty, absence: (member) => (member === 'li-wei' ? 'gone' : null) }))
    .then({
      type: 'OrderOffered',
      data: {
        ...emergency,
        ...li,
        member: 'zhang-min',
        leg: 2,
        final: true,
        by: 'secretary-sun',
        because: 'off-duty',
        from: 'li-wei',
        offeredAt: at(2),
      },
    });

  test('those who are asked may read what was said; the others no more, once somebody has it', () => {
    const qian = actor('leader-qian', 'grid-leader', grid);
    const asked = fold(Order.decider, [offered({ wordsId: 'w' })]);
    expect(referencesFor(asked, qian)).toMatchObject({ wordsId: 'w' });
    const byZhang = fold(Order.decider, [offered({ wordsId: 'w' }), taken('zhang-min')]);
    expect(() => referencesFor(byZhang, qian)).toThrow(expect.objectContaining({ code: 'not-your-order' }));
  });

  test('taken by all at once, exactly one has it, and each of the others learns whose duty that is', async () => {
    const now = () => at(2);
    const orders = commandHandler(memoryEventStore({ now }), Order.decider, now);
    const context = (id: string) => newCorrelation({ town: 'mu', actor: id, id: `take by ${id}` });
    await orders('one', () => [offered()], context('routing'));
    const name = () => ({ en: 'a grid member of River Head', zh: '河头网格员' });
    const outcomes = await Promise.all(
      everybody.map(async ({ member }) =>
        orders('one', Order.take(member, {}, name), context(member)).then(
          () => member,
          (error: unknown) => String(error),
        ),
      ),
    );
    const { state } = await orders.query('one');
    expect(outcomes.filter((it) => it === state.holder?.member)).toHaveLength(1);
    expect(outcomes.filter((it) => it.includes('already, by a grid member of River Head'))).toHaveLength(3);
  });
});

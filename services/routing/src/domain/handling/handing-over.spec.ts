import { describe, expect, test } from '@jest/globals';
import { type Actor, type Area, fold, type Role } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Order from '../order/order.js';
import { at, demand, inHands, leg, li, offeredToLi, over } from './handling.testing.js';
import { directionOf } from './handing-over.js';

const scenario = scenarios(Order.decider);
/** Areas come from accounts as paths. */
const actor = (id: string, role: Role, area: string): Actor => ({ id, role, area: area as Area });
const liWei = actor('li-wei', 'grid-member', li.area);
const he = actor('committee-he', 'village-committee', 'mu/c1/v1');
const sun = actor('secretary-sun', 'community-secretary', 'mu/c1');
const committee = 'mu/c1/v1';
const works = 'office:urban-works';

const staff: Readonly<Record<string, readonly string[]>> = {
  m1: ['li-wei', 'zhang-min'],
  [committee]: ['committee-he', 'committee-ma'],
  [works]: ['works-tan'],
  mu: ['leader-zhou'],
};
const dutyWith = (away: readonly string[] = []): Order.Duty => {
  const there = (unit: string) => (staff[unit] ?? []).filter((it) => !away.includes(it));
  return {
    onDuty: (unit) => there(unit)[0] ?? null,
    allOnDuty: there,
    alarmed: () => [],
    absenceFrom: (unit, member) => (there(unit).includes(member) ? null : 'off-duty'),
    standIn: (unit, instead) => there(unit).find((it) => !instead.includes(it)) ?? null,
    absence: (member) => (away.includes(member) ? 'gone' : null),
  };
};
const duty = dutyWith();
const up = { to: committee, reason: 'beyond-my-power' } as const;

const handedOver: Order.Event = {
  type: 'OrderHandedOver',
  data: { ...leg, to: committee, direction: 'up', reason: 'beyond-my-power', handedOverAt: at(4) },
};
const offered = (member: string, unit: string | undefined, nth: number, from: string): Order.Event => ({
  type: 'OrderOffered',
  data: {
    ...demand,
    microGrid: li.microGrid,
    area: li.area,
    ...(unit === undefined ? {} : { unit }),
    member,
    leg: nth,
    final: false,
    by: null,
    because: 'handed-over',
    from,
    offeredAt: at(4),
  },
});
const withCommittee = [...inHands, handedOver, offered('committee-he', committee, 2, 'li-wei')];

describe('Handing over', () => {
  scenario('Li gives it up to the village committee, which is asked')
    .given(...inHands)
    .at(at(4))
    .when(Order.handOver(liWei, up, duty))
    .then(handedOver, offered('committee-he', committee, 2, 'li-wei'));
  scenario('what was only offered may be handed over, too')
    .given(offeredToLi)
    .at(at(4))
    .when(Order.handOver(liWei, up, duty))
    .then(handedOver, offered('committee-he', committee, 2, 'li-wei'));
  scenario('the committee gives it to a town office')
    .given(...withCommittee)
    .at(at(4))
    .when(Order.handOver(he, { to: works, reason: 'needs-other-unit' }, duty))
    .then(
      {
        type: 'OrderHandedOver',
        data: {
          cycle: 1,
          leg: 2,
          member: 'committee-he',
          to: works,
          direction: 'up',
          reason: 'needs-other-unit',
          handedOverAt: at(4),
        },
      },
      offered('works-tan', works, 3, 'committee-he'),
    );
  scenario('the committee gives it back down')
    .given(...withCommittee)
    .at(at(4))
    .when(Order.handOver(he, { to: 'm1', reason: 'needs-other-unit' }, duty))
    .then(
      {
        type: 'OrderHandedOver',
        data: {
          cycle: 1,
          leg: 2,
          member: 'committee-he',
          to: 'm1',
          direction: 'down',
          reason: 'needs-other-unit',
          handedOverAt: at(4),
        },
      },
      offered('li-wei', undefined, 3, 'committee-he'),
    );
  scenario('where nobody is on duty nobody is asked, and Li keeps it')
    .given(...inHands)
    .when(Order.handOver(liWei, { ...up, to: 'mu/c1' }, duty))
    .thenRejected('nobody-in-unit');
  scenario('to oneself it is not handed')
    .given(...inHands)
    .when(Order.handOver(liWei, { ...up, to: 'm1' }, duty))
    .thenRejected('already-theirs');
  scenario('who does not have it hands it to nobody')
    .given(...inHands)
    .when(Order.handOver(he, { ...up, to: works }, duty))
    .thenRejected('not-your-order');
  scenario('a secretary who was told of no lateness does not')
    .given(...inHands)
    .when(Order.handOver(sun, up, duty))
    .thenRejected('not-your-order');
  scenario('a secretary who was told that it is late does')
    .given(...inHands, {
      type: 'LatenessTold',
      data: {
        cycle: 1,
        clock: 'complete/1',
        to: 'community-secretary',
        level: 'escalation',
        area: li.area,
        toldAt: at(3),
      },
    })
    .at(at(4))
    .when(Order.handOver(sun, up, duty))
    .then(handedOver, offered('committee-he', committee, 2, 'li-wei'));
  const decided: Order.Event = {
    ...offeredToLi,
    data: { ...offeredToLi.data, final: true, by: 'secretary-sun', because: 'decided' },
  };
  scenario('what was decided for good its holder hands to nobody')
    .given(decided)
    .when(Order.handOver(liWei, up, duty))
    .thenRejected('decided-for-good');
  scenario('what was decided for good a secretary who was told that it is late still gives to others')
    .given(decided, {
      type: 'LatenessTold',
      data: {
        cycle: 1,
        clock: 'complete/1',
        to: 'community-secretary',
        level: 'escalation',
        area: li.area,
        toldAt: at(3),
      },
    })
    .at(at(4))
    .when(Order.handOver(sun, up, duty))
    .then(handedOver, offered('committee-he', committee, 2, 'li-wei'));
  scenario('to the town itself it goes up')
    .given(...withCommittee)
    .at(at(4))
    .when(Order.handOver(he, { to: 'mu', reason: 'beyond-my-power' }, duty))
    .then(
      {
        type: 'OrderHandedOver',
        data: {
          cycle: 1,
          leg: 2,
          member: 'committee-he',
          to: 'mu',
          direction: 'up',
          reason: 'beyond-my-power',
          handedOverAt: at(4),
        },
      },
      offered('leader-zhou', 'mu', 3, 'committee-he'),
    );
  scenario('nothing is handed over when the case is over')
    .given(...inHands, over)
    .when(Order.handOver(liWei, up, duty))
    .thenRejected('order-over');
});

describe('What somebody of another unit has', () => {
  scenario('stays theirs while they are on duty there')
    .given(...withCommittee)
    .when(Order.handOn(duty))
    .thenNothing();
  scenario('stays theirs though they serve in no micro-grid')
    .given(...withCommittee)
    .when(Order.handOn({ ...duty, absence: () => 'gone' }))
    .thenNothing();
  scenario('goes to a colleague when they are not, before it is taken')
    .given(...withCommittee)
    .at(at(4))
    .when(Order.handOn(dutyWith(['committee-he'])))
    .then({
      type: 'OrderOffered',
      data: {
        ...demand,
        microGrid: li.microGrid,
        area: li.area,
        unit: committee,
        member: 'committee-ma',
        leg: 3,
        final: false,
        by: null,
        because: 'off-duty',
        from: 'committee-he',
        offeredAt: at(4),
      },
    });
});

test('what needs another unit goes to the village committee, and not to the next grid member', () => {
  const returned = Order.giveBack('li-wei', 'needs-other-unit', duty)(fold(Order.decider, inHands), at(4));
  expect(returned).toMatchObject([
    { type: 'OrderReturned' },
    { type: 'OrderOffered', data: { member: 'committee-he', unit: committee, because: 'returned', leg: 2 } },
  ]);
});

test.each([
  ['m1', 'm2', 'sideways'],
  ['m1', committee, 'up'],
  [committee, 'mu/c1', 'up'],
  ['mu/c1', works, 'up'],
  ['mu', works, 'sideways'],
  [works, committee, 'down'],
])('from %s to %s is %s', (from, to, direction) => {
  expect(directionOf(from, to, 'mu')).toBe(direction);
});

test('what is not the holder’s area goes to who stands in, also where a committee is on duty', () => {
  const returned = Order.giveBack('li-wei', 'not-my-area', duty)(fold(Order.decider, inHands), at(4));
  expect(returned.at(-1)).toMatchObject({ data: { microGrid: 'm1', member: 'zhang-min' } });
  expect(returned.at(-1)?.data).not.toHaveProperty('unit');
});

test('what the committee returns because it needs another unit does not come back to the committee', () => {
  const state = fold(Order.decider, withCommittee);
  const returned = Order.giveBack('committee-he', 'needs-other-unit', duty)(state, at(5));
  expect(returned.at(-1)).toMatchObject({ data: { microGrid: 'm1', member: 'li-wei' } });
  expect(returned.at(-1)?.data).not.toHaveProperty('unit');
});

describe('Returned because it needs another unit', () => {
  const giveBack = (there: Order.Duty, office: string | null) =>
    Order.giveBack('li-wei', 'needs-other-unit', there, () => office);
  const asked = (there: Order.Duty, office: string | null, events: readonly Order.Event[] = inHands) => {
    const decided = giveBack(there, office)(fold(Order.decider, events), at(4));
    return decided.flatMap((it) =>
      it.type === 'OrderOffered' ? [`${it.data.unit ?? it.data.microGrid} ${it.data.member}`] : [],
    );
  };

  test.each([
    ['goes to the office of its menu item', dutyWith(), works, `${works} works-tan`],
    ['of none, to the village committee', dutyWith(), null, `${committee} committee-he`],
    [
      'where nobody of it is on duty, to the committee',
      dutyWith(['works-tan']),
      works,
      `${committee} committee-he`,
    ],
    [
      'where nobody of either is, to somebody who stands in',
      dutyWith(['works-tan', 'committee-he', 'committee-ma']),
      works,
      'm1 zhang-min',
    ],
  ])('it %s', (_, there, office, expected) => {
    expect(asked(there, office)).toEqual([expected]);
  });
});

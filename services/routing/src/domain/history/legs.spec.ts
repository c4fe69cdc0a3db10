import { describe, expect, test } from '@jest/globals';
import type * as Order from '../order/order.js';
import { at, demand, inHands, leg, li, offeredToLi, over } from '../handling/handling.testing.js';
import { legsOf, type CycleLegs } from './legs.js';

const lisLeg = {
  leg: 1,
  holder: 'li-wei',
  unit: null,
  microGrid: 'm1',
  because: 'registered',
  from: at(1),
  takenAt: at(2),
  pauses: [],
};
const only = (events: readonly Order.Event[]): CycleLegs => {
  const [cycle, ...others] = legsOf(events);
  expect(others).toEqual([]);
  if (cycle === undefined) throw new Error('there is a cycle');
  return cycle;
};
const finishedAt = (hour: number): Order.Event => ({
  type: 'OrderFinished',
  data: { ...leg, result: 'solved', finishedAt: at(hour) },
});
const looked = { number: demand.number, cycle: 1, leg: 1, round: 1, verifier: 'gao' };
const refusedAt = (hour: number, finished: number): Order.Event => ({
  type: 'FinishRefused',
  data: { ...looked, reason: 'no-proof', finishedAt: at(finished), refusedAt: at(hour) },
});
const verifiedAt = (hour: number): Order.Event => ({
  type: 'OrderVerified',
  data: { ...looked, result: 'solved', area: li.area, handlers: ['li-wei'], verifiedAt: at(hour) },
});
const offered = (member: string, nth: number, hour: number, more: object = {}): Order.Event => ({
  type: 'OrderOffered',
  data: {
    ...demand,
    ...li,
    member,
    leg: nth,
    final: false,
    by: null,
    because: 'returned',
    offeredAt: at(hour),
    ...more,
  },
});
const leftAt = (hour: number): Order.Event => ({
  type: 'OrderLeftToArbiter',
  data: { ...demand, because: 'nobodys-land', area: 'mu/c1', leftAt: at(hour) },
});
const left = leftAt(1);
const overAt = (hour: number): Order.Event => ({
  type: 'OrderOver',
  data: { cycle: 1, because: 'closed', overAt: at(hour) },
});
const resumedAt = (hour: number): Order.Event => ({
  type: 'OrderResumed',
  data: { cycle: 1, resumedAt: at(hour) },
});
const reopenedAt = (hour: number): Order.Event => ({
  type: 'OrderReopened',
  data: { number: demand.number, cycle: 2, because: 'redo', reopenedAt: at(hour) },
});

describe('A leg', () => {
  test('begins when somebody is asked, and goes on after they have taken it', () => {
    expect(only(inHands)).toEqual({
      cycle: 1,
      from: at(1),
      to: null,
      legs: [{ ...lisLeg, to: null, ended: null }],
      unheld: [],
      helpers: [],
    });
  });

  test('ends when the holder gives it back, where the next begins', () => {
    const returned: Order.Event = {
      type: 'OrderReturned',
      data: { ...leg, reason: 'not-my-area', returnedAt: at(4) },
    };
    expect(only([...inHands, returned, offered('wu', 2, 4)]).legs).toMatchObject([
      { holder: 'li-wei', to: at(4), ended: 'returned' },
      { leg: 2, holder: 'wu', from: at(4), takenAt: null, to: null },
    ]);
  });

  test('ends when it is handed over, and the next is that of a unit', () => {
    const handedOver: Order.Event = {
      type: 'OrderHandedOver',
      data: { ...leg, to: 'office:w', direction: 'up', reason: 'beyond-my-power', handedOverAt: at(4) },
    };
    const next = offered('tan', 2, 4, { unit: 'office:w', because: 'handed-over' });
    expect(only([...inHands, handedOver, next]).legs).toMatchObject([
      { to: at(4), ended: 'handed-over' },
      { holder: 'tan', unit: 'office:w', because: 'handed-over' },
    ]);
  });

  test('ends when somebody else is asked for whatever reason', () => {
    const reassigned = offered('wu', 2, 5, { because: 'reassigned' });
    expect(only([...inHands, reassigned]).legs).toMatchObject([{ to: at(5), ended: 'passed-on' }, {}]);
  });

  test('ends when the arbiter is asked instead', () => {
    expect(only([...inHands, leftAt(4)])).toMatchObject({
      legs: [{ to: at(4), ended: 'left-to-arbiter' }],
      unheld: [{ why: 'with-arbiter', from: at(4), to: null }],
    });
  });

  test('of a unit stays that of the unit when whoever was asked takes it', () => {
    const toOffice = offered('li-wei', 1, 1, { unit: 'office:w' });
    const byTan: Order.Event = {
      type: 'OrderTaken',
      data: { cycle: 1, leg: 2, member: 'tan', takenAt: at(4) },
    };
    const next = offered('tan', 2, 3, { unit: 'office:x' });
    expect(only([toOffice, inHands[1], next, byTan].flatMap((it) => it ?? [])).legs).toMatchObject([
      { holder: 'li-wei', unit: 'office:w', takenAt: at(2) },
      { holder: 'tan', unit: 'office:x', takenAt: at(4) },
    ]);
  });

  test('is what it was whatever is reported of the work', () => {
    const reported: Order.Event = {
      type: 'ProgressReported',
      data: { ...leg, content: 'text', counts: true, reportedAt: at(3) },
    };
    expect(legsOf([...inHands, reported])).toEqual(legsOf(inHands));
  });

  test('is whose it is who has taken it, where several were asked', () => {
    const byZhang: Order.Event = {
      type: 'OrderTaken',
      data: { cycle: 1, leg: 1, member: 'zhang', takenAt: at(2) },
    };
    expect(only([offeredToLi, byZhang]).legs).toMatchObject([{ holder: 'zhang', takenAt: at(2) }]);
  });

  test('is paused while a verifier has it who refuses, and ends with the finish that stands', () => {
    const story = [...inHands, finishedAt(5), refusedAt(8, 5), finishedAt(11)];
    const waiting = only(story);
    expect(waiting.legs).toEqual([
      { ...lisLeg, to: at(11), ended: 'finished', pauses: [{ from: at(5), to: at(8) }] },
    ]);
    expect(waiting.unheld).toEqual([{ why: 'to-verify', from: at(11), to: null }]);
    expect(only([...story, verifiedAt(12)]).unheld).toEqual([
      { why: 'to-verify', from: at(11), to: at(12) },
      { why: 'verified', from: at(12), to: null },
    ]);
  });

  test('has no pause where a finish was refused in its own moment, and none ends before its verifier had looked', () => {
    expect(only([...inHands, finishedAt(5), refusedAt(5, 5)]).legs).toEqual([
      { ...lisLeg, to: null, ended: null },
    ]);
    // By the clock of a phone that runs behind.
    expect(only([...inHands, finishedAt(5), refusedAt(8, 5), finishedAt(7)]).legs).toMatchObject([
      { pauses: [{ from: at(5), to: at(8) }], to: at(8) },
    ]);
  });

  test('never begins before the one before has ended, whatever the clocks of phones say', () => {
    const takenAhead: Order.Event = { type: 'OrderTaken', data: { ...leg, takenAt: at(4) } };
    expect(only([offeredToLi, takenAhead, offered('wu', 2, 3)]).legs).toMatchObject([
      { from: at(1), takenAt: at(4), to: at(4) },
      { from: at(4) },
    ]);
  });
});

describe('Nobody has it', () => {
  test('while the arbiter decides', () => {
    expect(only([left, offered('wu', 1, 6, { because: 'decided' })])).toMatchObject({
      from: at(1),
      unheld: [{ why: 'with-arbiter', from: at(1), to: at(6) }],
      legs: [{ from: at(6) }],
    });
  });

  test('until then, and from the finish on', () => {
    const waiting = only([left, offered('wu', 1, 6, { because: 'decided' }), finishedAt(9)]);
    expect(waiting.unheld).toEqual([
      { why: 'with-arbiter', from: at(1), to: at(6) },
      { why: 'to-verify', from: at(9), to: null },
    ]);
  });

  test('until it is over, which is not before it was verified, whatever other clocks say', () => {
    expect(only([...inHands, finishedAt(5), verifiedAt(9), overAt(8)])).toMatchObject({
      to: at(9),
      unheld: [{ why: 'to-verify', from: at(5), to: at(9) }],
    });
  });

  test('once the case is over', () => {
    expect(only([...inHands, over])).toMatchObject({
      to: at(20),
      unheld: [],
      legs: [{ to: at(20), ended: 'over' }],
    });
  });

  test('while it was merged into another case', () => {
    expect(only([...inHands, over, resumedAt(22), offered('wu', 2, 23)])).toMatchObject({
      to: null,
      unheld: [
        { why: 'merged', from: at(20), to: at(22) },
        { why: 'not-asked', from: at(22), to: at(23) },
      ],
      legs: [{ to: at(20) }, { from: at(23), to: null }],
    });
  });
});

test('whoever is asked after a merger was undone has it from then on, whatever other clocks say', () => {
  const heard = [...inHands, finishedAt(5), verifiedAt(9), over, resumedAt(22), offered('wu', 2, 21)];
  expect(only(heard)).toMatchObject({
    unheld: [
      { why: 'to-verify', from: at(5), to: at(9) },
      { why: 'verified', from: at(9), to: at(20) },
      { why: 'merged', from: at(20), to: at(22) },
    ],
    legs: [{ to: at(5), ended: 'finished' }, { from: at(22) }],
  });
});

describe('The next cycle', () => {
  const of = (...events: readonly Order.Event[]) => legsOf([...inHands, ...events]);

  test('begins with its reopening, and nobody has it until somebody is asked', () => {
    expect(of(finishedAt(11), reopenedAt(14))[1]).toEqual({
      cycle: 2,
      from: at(14),
      to: null,
      legs: [],
      unheld: [{ why: 'not-asked', from: at(14), to: null }],
      helpers: [],
    });
  });

  test('leaves the end of the one before as it was, and begins no earlier, whatever other clocks say', () => {
    expect(of(overAt(10), reopenedAt(14))).toMatchObject([{ to: at(10) }, { from: at(14) }]);
    expect(of(overAt(10), reopenedAt(9))).toMatchObject([{ to: at(10) }, { from: at(10) }]);
  });

  test('of a case of the archive is the first of which anything is on record', () => {
    const archived: Order.Event = {
      type: 'ArchivedCaseRouted',
      data: { cycle: 1, net: 'life', microGrid: 'm1', area: li.area, reportedAt: at(1) },
    };
    expect(legsOf([archived, reopenedAt(14), offered('wu', 1, 15, { cycle: 2 })])).toMatchObject([
      { cycle: 2, from: at(14), legs: [{ leg: 1, holder: 'wu', from: at(15) }] },
    ]);
  });
});

test('a cycle ends where the next begins, whose legs are its own', () => {
  const again = offered('wu', 1, 15, { cycle: 2, because: 'redo' });
  expect(legsOf([...inHands, finishedAt(11), verifiedAt(12), reopenedAt(14), again])).toMatchObject([
    { cycle: 1, from: at(1), to: at(14), legs: [{ to: at(11) }], unheld: [{}, { to: at(14) }] },
    {
      cycle: 2,
      from: at(14),
      to: null,
      unheld: [{ why: 'not-asked', from: at(14), to: at(15) }],
      legs: [{ leg: 1, holder: 'wu', from: at(15) }],
    },
  ]);
});

test('helpers have legs beside those of the holder', () => {
  const call = { cycle: 1, call: 1, member: 'tan' };
  const called: Order.Event = {
    type: 'HelperCalled',
    data: { ...call, number: demand.number, by: 'li-wei', unit: 'office:w', area: li.area, calledAt: at(3) },
  };
  const joined: Order.Event = { type: 'HelperJoined', data: { ...call, member: 'mei', joinedAt: at(4) } };
  const done: Order.Event = { type: 'HelperFinished', data: { ...call, member: 'mei', finishedAt: at(6) } };
  const released: Order.Event = {
    type: 'HelperReleased',
    data: { ...call, because: 'not-needed', releasedAt: at(5) },
  };
  const helping = (...events: readonly Order.Event[]) => only([...inHands, called, ...events]);
  const asked = { call: 1, unit: 'office:w', by: 'li-wei', calledAt: at(3), since: at(3) };
  expect(helping().helpers).toEqual([{ ...asked, member: 'tan', joinedAt: null, endedAt: null, end: null }]);
  expect(helping(joined, done).helpers).toEqual([
    { ...asked, member: 'mei', joinedAt: at(4), endedAt: at(6), end: 'finished' },
  ]);
  expect(helping(released).helpers).toMatchObject([{ member: 'tan', endedAt: at(5), end: 'not-needed' }]);
  expect(helping(joined, done).legs).toEqual([{ ...lisLeg, to: null, ended: null }]);
});

test('a case of the archive has no legs', () => {
  expect(
    legsOf([
      {
        type: 'ArchivedCaseRouted',
        data: { cycle: 1, net: 'life', microGrid: 'm1', area: li.area, reportedAt: at(1) },
      },
    ]),
  ).toHaveLength(0);
});

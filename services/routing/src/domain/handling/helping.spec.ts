import { describe, expect, test } from '@jest/globals';
import { type Actor, type Area, fold, type Instant, type Role } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Order from '../order/order.js';
import { referencesFor, tiesOf } from '../order/order-access.js';
import { at, demand, inHands, leg, li, offeredToLi, over } from './handling.testing.js';

const scenario = scenarios(Order.decider);
/** Areas come from accounts as paths. */
const actor = (id: string, role: Role, area: string): Actor => ({ id, role, area: area as Area });
const liWei = actor('li-wei', 'grid-member', li.area);
const zhang = actor('zhang-min', 'grid-member', li.area);
const sun = actor('secretary-sun', 'community-secretary', 'mu/c1');
const tan = actor('works-tan', 'office-member', 'mu');
const gao = actor('verifier-gao', 'verifier', 'mu/c1');

const works = 'office:urban-works';
const committee = 'mu/c1/v1';
const staff: Readonly<Record<string, readonly string[]>> = {
  m1: ['li-wei', 'zhang-min'],
  [committee]: ['committee-he'],
  [works]: ['works-tan', 'works-mei'],
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

const calledAs = (call: number, member: string, unit: string, calledAt = at(4)): Order.Event => ({
  type: 'HelperCalled',
  data: { cycle: 1, call, member, number: demand.number, by: 'li-wei', unit, area: li.area, calledAt },
});
const called = calledAs(1, 'works-tan', works);
const joined: Order.Event = {
  type: 'HelperJoined',
  data: { cycle: 1, call: 1, member: 'works-tan', joinedAt: at(5) },
};
const helped: Order.Event = {
  type: 'HelperFinished',
  data: { cycle: 1, call: 1, member: 'works-tan', finishedAt: at(7) },
};
const released = (
  because: Extract<Order.Event, { type: 'HelperReleased' }>['data']['because'],
  releasedAt = at(6),
): Order.Event => ({
  type: 'HelperReleased',
  data: { cycle: 1, call: 1, member: 'works-tan', because, releasedAt },
});
const finished: Order.Event = {
  type: 'OrderFinished',
  data: {
    ...leg,
    result: 'solved',
    number: demand.number,
    area: li.area,
    round: 1,
    handlers: ['li-wei', 'works-tan'],
    finishedAt: at(8),
  },
};
const toldLate = (clock: string): Order.Event => ({
  type: 'LatenessTold',
  data: { cycle: 1, clock, to: 'community-secretary', level: 'escalation', area: li.area, toldAt: at(5) },
});
const waiting = [...inHands, called];
const there = [...waiting, joined];
const callWorks = Order.callIn(liWei, { unit: works }, duty);

describe('Calling in', () => {
  scenario('Li, who has taken the order, whistles for the works office, whose first on duty is asked')
    .given(...inHands)
    .at(at(4))
    .when(Order.callIn(liWei, { unit: works, wordsId: 'task-1' }, duty))
    .then({ ...called, data: { ...called.data, wordsId: 'task-1' } } as Order.Event);
  scenario('a second unit is the second call')
    .given(...there)
    .at(at(6))
    .when(Order.callIn(liWei, { unit: committee }, duty))
    .then(calledAs(2, 'committee-he', committee, at(6)));
  scenario('of his own unit a colleague is asked')
    .given(...inHands)
    .at(at(4))
    .when(Order.callIn(liWei, { unit: 'm1' }, duty))
    .then(calledAs(1, 'zhang-min', 'm1'));
  scenario('the same unit is not called twice while it is waited for')
    .given(...there)
    .when(callWorks)
    .thenRejected('already-called');
  scenario('it is called again once it has done its part')
    .given(...there, helped)
    .at(at(8))
    .when(callWorks)
    .then(calledAs(2, 'works-tan', works, at(8)));
  scenario('where nobody is on duty nobody is called')
    .given(...inHands)
    .when(Order.callIn(liWei, { unit: works }, dutyWith(['works-tan', 'works-mei'])))
    .thenRejected('nobody-in-unit');
  scenario('before he has taken it he calls nobody')
    .given(offeredToLi)
    .when(callWorks)
    .thenRejected('not-taken');
  scenario('who has been called in by one unit is not asked for another, too')
    .given(...waiting)
    .at(at(6))
    .when(
      Order.callIn(
        liWei,
        { unit: committee },
        { ...duty, allOnDuty: (unit) => (unit === committee ? ['works-tan', 'committee-he'] : []) },
      ),
    )
    .then(calledAs(2, 'committee-he', committee, at(6)));
  scenario('who does not have it calls nobody')
    .given(...inHands)
    .when(Order.callIn(zhang, { unit: works }, duty))
    .thenRejected('not-your-order');
  scenario('a secretary who was told of no lateness calls nobody')
    .given(...inHands)
    .when(Order.callIn(sun, { unit: works }, duty))
    .thenRejected('not-your-order');
  scenario('a secretary who was told that it is late calls in a unit, and Li keeps it')
    .given(...inHands, toldLate('complete/1'))
    .at(at(6))
    .when(Order.callIn(sun, { unit: works }, duty))
    .then({
      type: 'HelperCalled',
      data: {
        cycle: 1,
        call: 1,
        member: 'works-tan',
        number: demand.number,
        by: 'secretary-sun',
        unit: works,
        area: li.area,
        calledAt: at(6),
      },
    });
  scenario('what is finished needs nobody')
    .given(...there, helped, finished)
    .when(callWorks)
    .thenRejected('order-finished');
  scenario('what is over needs nobody')
    .given(...inHands, over)
    .when(callWorks)
    .thenRejected('order-over');
});

describe('Coming to help', () => {
  scenario('whoever was called reports')
    .given(...waiting)
    .at(at(5))
    .when(Order.join('works-tan', 1, duty))
    .then(joined);
  scenario('a phone without signal says when that was')
    .given(...waiting)
    .at(at(9))
    .when(Order.join('works-tan', 1, duty, { at: at(5) }))
    .then({
      type: 'HelperJoined',
      data: { cycle: 1, call: 1, member: 'works-tan', joinedAt: at(5), timedBy: 'device' },
    });
  scenario('nobody comes before they were called')
    .given(...waiting)
    .at(at(5))
    .when(Order.join('works-tan', 1, duty, { at: at(3) }))
    .thenRejected('before-it-began');
  scenario('a colleague who is on duty in that unit may come instead')
    .given(...waiting)
    .at(at(5))
    .when(Order.join('works-mei', 1, duty))
    .then({ type: 'HelperJoined', data: { cycle: 1, call: 1, member: 'works-mei', joinedAt: at(5) } });
  scenario('who was called comes also when their duty has ended since')
    .given(...waiting)
    .at(at(5))
    .when(Order.join('works-tan', 1, dutyWith(['works-tan'])))
    .then(joined);
  scenario('a second one of that unit learns that somebody has come')
    .given(...there)
    .when(Order.join('works-mei', 1, duty))
    .thenRejected('helper-has-come');
  scenario('who was not called does not come')
    .given(...waiting)
    .when(Order.join('committee-he', 1, duty))
    .thenRejected('not-called');
  scenario('the holder does not help himself, also where his own unit was called')
    .given(...inHands, calledAs(1, 'zhang-min', 'm1'))
    .when(Order.join('li-wei', 1, duty))
    .thenRejected('not-called');
  scenario('a call that nobody made is answered by nobody')
    .given(...waiting)
    .when(Order.join('works-tan', 2, duty))
    .thenRejected('no-such-call');
  scenario('whoever is not waited for any more need not come')
    .given(...waiting, released('not-needed'))
    .when(Order.join('works-tan', 1, duty))
    .thenRejected('helper-over');
});

describe('Having helped', () => {
  scenario('whoever has come says that their part is done')
    .given(...there)
    .at(at(7))
    .when(Order.finishHelp('works-tan', 1, duty))
    .then(helped);
  scenario('the next shift of that unit may say so, too')
    .given(...there)
    .at(at(7))
    .when(Order.finishHelp('works-mei', 1, dutyWith(['works-tan'])))
    .then({ type: 'HelperFinished', data: { cycle: 1, call: 1, member: 'works-mei', finishedAt: at(7) } });
  scenario('who has not come has done nothing')
    .given(...waiting)
    .when(Order.finishHelp('works-tan', 1, duty))
    .thenRejected('not-joined');
  scenario('nothing is done before they came, whatever the phone says')
    .given(...there)
    .at(at(7))
    .when(Order.finishHelp('works-tan', 1, duty, { at: at(4) }))
    .thenRejected('before-it-began');
  scenario('the holder does not say it for them')
    .given(...there)
    .when(Order.finishHelp('li-wei', 1, duty))
    .thenRejected('not-called');
  scenario('who was overruled has nothing to finish')
    .given(...there, released('overruled'))
    .when(Order.finishHelp('works-tan', 1, duty))
    .thenRejected('helper-over');
});

describe('The finish of the order', () => {
  const finish = Order.finish('li-wei', 'solved');
  scenario('waits for whoever was called')
    .given(...waiting)
    .when(finish)
    .thenRejected('helpers-not-done');
  scenario('waits for whoever has come')
    .given(...there)
    .when(finish)
    .thenRejected('helpers-not-done');
  scenario('is not before the helper was done, by whatever clock')
    .given(...there, helped)
    .at(at(8))
    .when(Order.finish('li-wei', 'solved', {}, { at: at(6) }))
    .thenRejected('before-it-began');
  scenario('names the helper among those who had a hand in it')
    .given(...there, helped)
    .at(at(8))
    .when(finish)
    .then(finished);
  scenario('waits for one of two')
    .given(...there, calledAs(2, 'committee-he', committee), helped)
    .when(finish)
    .thenRejected('helpers-not-done');
  scenario('names also who had come and was overruled, and a colleague who said that it is done')
    .given(...there, released('overruled'), calledAs(2, 'works-mei', works), {
      type: 'HelperFinished',
      data: { cycle: 1, call: 2, member: 'works-mei', finishedAt: at(7) },
    })
    .at(at(8))
    .when(finish)
    .then({
      ...finished,
      data: { ...finished.data, handlers: ['li-wei', 'works-tan', 'works-mei'] },
    } as Order.Event);
  scenario('does not name whoever was called and never came')
    .given(...waiting, released('not-needed'))
    .at(at(8))
    .when(finish)
    .then({ ...finished, data: { ...finished.data, handlers: ['li-wei'] } } as Order.Event);
  scenario('is not confirmed by whoever helped')
    .given(...there, helped, finished)
    .when(Order.verify(actor('works-tan', 'verifier', 'mu'), { outcome: 'confirmed' }))
    .thenRejected('verifies-own-work');
});

describe('Not waiting any more', () => {
  scenario('Li releases who has not come')
    .given(...waiting)
    .at(at(6))
    .when(Order.release(liWei, 1, 'not-needed'))
    .then(released('not-needed'));
  scenario('Li does not send away who has come')
    .given(...there)
    .when(Order.release(liWei, 1, 'not-needed'))
    .thenRejected('helper-has-come');
  scenario('Li overrules nobody')
    .given(...there)
    .when(Order.release(liWei, 1, 'overruled'))
    .thenRejected('may-not-overrule');
  scenario('a secretary who was told that the order is late overrules who has come')
    .given(...there, toldLate('complete/1'))
    .at(at(6))
    .when(Order.release(sun, 1, 'overruled'))
    .then(released('overruled'));
  scenario('and where who has come did so by a phone ahead of the time, no earlier than that')
    .given(
      ...waiting,
      { ...joined, data: { ...joined.data, joinedAt: at(7) } } as Order.Event,
      toldLate('complete/1'),
    )
    .at(at(6))
    .when(Order.release(sun, 1, 'overruled'))
    .then(released('overruled', at(7)));
  scenario('Li decides nothing about helpers when the work is done')
    .given(...there, helped, finished)
    .when(Order.release(liWei, 1, 'not-needed'))
    .thenRejected('not-your-order');
  scenario('so does one who was told that this help is late')
    .given(...there, toldLate('help/1/1'))
    .at(at(6))
    .when(Order.release(sun, 1, 'overruled'))
    .then(released('overruled'));
  scenario('who was only warned of this help decides nothing')
    .given(...there, {
      type: 'LatenessTold',
      data: { ...toldLate('help/1/1').data, level: 'warning' },
    } as Order.Event)
    .when(Order.release(sun, 1, 'overruled'))
    .thenRejected('not-your-order');
  scenario('the lateness of another call is none of this one')
    .given(...there, calledAs(2, 'committee-he', committee), toldLate('help/1/2'))
    .when(Order.release(sun, 1, 'overruled'))
    .thenRejected('not-your-order');
  scenario('that a helper is late takes the order out of nobody’s hands')
    .given(...there, toldLate('help/1/1'))
    .when(Order.arbitrate(sun, { ...li, member: 'zhang-min' }))
    .thenRejected('not-before-arbiter');
  scenario('a secretary who was told of nothing releases nobody')
    .given(...there)
    .when(Order.release(sun, 1, 'overruled'))
    .thenRejected('not-your-order');
  scenario('whoever helps does not release themselves')
    .given(...there)
    .when(Order.release(tan, 1, 'not-needed'))
    .thenRejected('not-your-order');
  scenario('who has done their part is not released')
    .given(...there, helped)
    .when(Order.release(liWei, 1, 'not-needed'))
    .thenRejected('helper-over');
});

describe('The end of the case', () => {
  scenario('lets go of whoever was called')
    .given(...waiting)
    .when(Order.end(1, 'withdrawn', at(9)))
    .then(released('case-over', at(9)), {
      type: 'OrderOver',
      data: { cycle: 1, because: 'withdrawn', overAt: at(9) },
    });
  scenario('lets go of nobody who has done their part')
    .given(...there, helped)
    .when(Order.end(1, 'withdrawn', at(9)))
    .then({ type: 'OrderOver', data: { cycle: 1, because: 'withdrawn', overAt: at(9) } });
  scenario('of a later cycle, heard before that has begun, lets go of them, too')
    .given(...waiting)
    .when(Order.end(2, 'withdrawn', at(9)))
    .then(released('case-over', at(9)), {
      type: 'OrderOver',
      data: { cycle: 2, because: 'withdrawn', overAt: at(9) },
    });
  scenario('of an earlier cycle that is heard late lets go of nobody')
    .given(
      ...inHands,
      {
        type: 'OrderReopened',
        data: { number: demand.number, cycle: 2, because: 'redo', reopenedAt: at(3) },
      },
      { ...offeredToLi, data: { ...offeredToLi.data, cycle: 2 } } as Order.Event,
      called,
    )
    .when(Order.end(1, 'withdrawn', at(9)))
    .thenNothing();

  test('another cycle waits for nobody who was called in the one before', () => {
    const reopening = { demand: { ...demand, cycle: 2 }, because: 'redo', reopenedAt: at(9) } as const;
    const events = Order.reopen({ ...reopening, route: { land: li } }, duty)(
      fold(Order.decider, waiting),
      at(9),
    );
    expect(events.map(({ type }) => type)).toEqual(['HelperReleased', 'OrderReopened', 'OrderOffered']);
    const { helpers, formerHands } = fold(Order.decider, [...there, helped, ...events]);
    expect(helpers).toEqual([]);
    expect(formerHands).toContain('works-tan');
  });
});

describe('What was said', () => {
  const isTied = (events: readonly Order.Event[], who: Actor) =>
    tiesOf(fold(Order.decider, events), who).includes('helps');
  const ofDemand = { ...offeredToLi, data: { ...offeredToLi.data, wordsId: 'w' } } as Order.Event;

  test('is read by whoever was called, as long as they help', () => {
    expect(isTied(inHands, tan)).toBe(false);
    expect(isTied(waiting, tan)).toBe(true);
    expect(isTied(there, tan)).toBe(true);
    expect(isTied([...there, helped], tan)).toBe(false);
    expect(isTied([...waiting, released('not-needed')], tan)).toBe(false);
    const known = [ofDemand, ...waiting.slice(1)];
    expect(referencesFor(fold(Order.decider, known), tan)).toEqual({ wordsId: 'w' });
    const letGo = [...known, released('not-needed')];
    expect(() => referencesFor(fold(Order.decider, letGo), tan)).toThrow(
      expect.objectContaining({ code: 'not-your-order' }),
    );
  });

  test('is read by nobody for a colleague who comes instead, but by that colleague', () => {
    const instead: Order.Event = {
      type: 'HelperJoined',
      data: { cycle: 1, call: 1, member: 'works-mei', joinedAt: at(5) },
    };
    expect(isTied([...waiting, instead], tan)).toBe(false);
    expect(isTied([...waiting, instead], actor('works-mei', 'office-member', 'mu'))).toBe(true);
  });

  test('a helper from anywhere verifies nothing here', () => {
    const ties = tiesOf(fold(Order.decider, [...there, helped, finished]), { ...gao, id: 'works-tan' });
    expect(ties).not.toContain('to-verify');
  });
});

describe('A helper who can be asked no more', () => {
  /** Away are these, from the fourth hour of the day on: for the night, or for longer. */
  const dutyOf = (
    away: Readonly<Record<string, 'night' | 'leave' | 'gone' | 'account-disabled'>>,
  ): Order.Duty => ({
    ...dutyWith(Object.keys(away)),
    absenceFrom: (_, member, moment) => {
      const why = away[member];
      if (why === undefined || (why === 'night' && moment >= at(23))) return null;
      return why === 'night' || why === 'leave' ? 'off-duty' : why;
    },
  });
  const replace = (away: Parameters<typeof dutyOf>[0]) => Order.replaceHelpers(dutyOf(away));
  /** The colleague who is called instead; `since`: when their unit was first called, where nobody has come. */
  const meiSince = (since?: Instant) => {
    const call = calledAs(2, 'works-mei', works, at(6));
    return { ...call, data: { ...call.data, ...(since === undefined ? {} : { since }) } } as Order.Event;
  };
  const mei = meiSince(at(4));

  scenario(
    'whose duty ended before they came is replaced by who is on duty in their unit, at the same caller’s wish',
  )
    .given(...waiting)
    .at(at(6))
    .whenLooking(replace({ 'works-tan': 'night' }))
    .then(released('off-duty'), mei);
  scenario('whose leave has begun is replaced, and so is who is gone')
    .given(...waiting)
    .at(at(6))
    .whenLooking(replace({ 'works-tan': 'leave' }))
    .then(released('off-duty'), mei);
  scenario('whose account was disabled is replaced')
    .given(...waiting)
    .at(at(6))
    .whenLooking(replace({ 'works-tan': 'account-disabled' }))
    .then(released('account-disabled'), mei);
  scenario('who is gone is replaced as somebody whose duty is over')
    .given(...waiting)
    .at(at(6))
    .whenLooking(replace({ 'works-tan': 'gone' }))
    .then(released('off-duty'), mei);
  scenario('of an order that waits for the arbiter is replaced by nobody until they have decided')
    .given(...waiting, {
      type: 'OrderLeftToArbiter',
      data: { ...demand, because: 'second-return', area: 'mu/c1', turn: 1, leg: 1, leftAt: at(5) },
    })
    .at(at(6))
    .when(replace({ 'works-tan': 'gone' }))
    .thenNothing();
  scenario('who has come keeps it over a night')
    .given(...there)
    .at(at(6))
    .when(replace({ 'works-tan': 'night' }))
    .thenNothing();
  scenario('who has come is replaced when their leave begins')
    .given(...there)
    .at(at(6))
    .whenLooking(replace({ 'works-tan': 'leave' }))
    .then(released('off-duty'), meiSince());
  scenario('who is back in the morning is waited for where nobody else is on duty')
    .given(...waiting)
    .at(at(6))
    .when(replace({ 'works-tan': 'night', 'works-mei': 'leave' }))
    .thenNothing();
  scenario('who is away for longer is waited for no more where nobody else is on duty')
    .given(...waiting)
    .at(at(6))
    .when(replace({ 'works-tan': 'gone', 'works-mei': 'leave' }))
    .then(released('nobody-on-duty'));
  scenario('who is on duty stays')
    .given(...waiting)
    .at(at(6))
    .when(replace({}))
    .thenNothing();
  scenario('who has done their part, or of a case that is over, is replaced by nobody')
    .given(...there, helped, over)
    .at(at(8))
    .when(replace({ 'works-tan': 'gone' }))
    .thenNothing();

  test('of a unit whose shifts follow each other is waited for since the first call', () => {
    const state = fold(Order.decider, [...waiting, released('off-duty'), mei]);
    expect(replace({ 'works-mei': 'night' })(state, at(8)).at(-1)).toMatchObject({
      type: 'HelperCalled',
      data: { call: 3, member: 'works-tan', calledAt: at(8), since: at(4) },
    });
  });

  test('of two who are gone each is replaced, by two who are not called twice', () => {
    const state = fold(Order.decider, [...waiting, calledAs(2, 'works-mei', works)]);
    const duty = {
      ...dutyOf({ 'works-tan': 'gone', 'works-mei': 'gone' }),
      allOnDuty: () => ['works-a', 'works-b'],
    };
    const calls = Order.replaceHelpers(duty)(state, at(6)).flatMap((event) =>
      event.type === 'HelperCalled' ? [[event.data.call, event.data.member]] : [],
    );
    expect(calls).toEqual([
      [3, 'works-a'],
      [4, 'works-b'],
    ]);
  });
});

describe('Said once more', () => {
  scenario('that they have come changes nothing')
    .given(...there)
    .at(at(6))
    .when(Order.join('works-tan', 1, duty))
    .thenNothing();
  scenario('that their part is done changes nothing')
    .given(...there, helped)
    .at(at(9))
    .when(Order.finishHelp('works-tan', 1, duty))
    .thenNothing();
  scenario('by a colleague, that it is done comes too late')
    .given(...there, helped)
    .at(at(9))
    .when(Order.finishHelp('works-mei', 1, duty))
    .thenRejected('helper-over');
  scenario('that nobody waits for them changes nothing')
    .given(...waiting, released('not-needed'))
    .at(at(9))
    .when(Order.release(liWei, 1, 'not-needed'))
    .thenNothing();
});

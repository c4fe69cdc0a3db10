import { expect, test } from '@jest/globals';
import { day, fold, plus } from '@mulin/kernel';
import * as Order from './order.js';
import {
  alarmed,
  asked,
  at,
  begun,
  cyclesIn,
  decided,
  demand,
  duty,
  start,
  stories,
  told,
} from './stories.testing.js';

const offersIn = (events: readonly Order.Event[]) =>
  events.flatMap((event) => (event.type === 'OrderOffered' ? [event.data] : []));

test('legs are numbered one after the other in each cycle, whatever people do', () => {
  stories((events) => {
    for (const cycle of cyclesIn(events)) {
      const legs = offersIn(cycle).map(({ leg }) => leg);
      expect(legs).toEqual(legs.map((_, place) => place + 1));
    }
  });
});

test('nothing but a correction is returned more than twice a cycle, and never to the one who returned it last', () => {
  stories((events) => {
    for (const cycle of cyclesIn(events))
      expect(cycle.filter(({ type }) => type === 'OrderReturned').length).toBeLessThanOrEqual(2);
    events.forEach((event, place) => {
      const next = events[place + 1];
      if (event.type !== 'OrderReturned') return;
      expect(['OrderOffered', 'OrderLeftToArbiter']).toContain(next?.type);
      if (next?.type === 'OrderOffered') expect(next.data.member).not.toBe(event.data.member);
    });
  });
});

test('nobody but who decides for a person asks those again who have given it back', () => {
  const returnedOnce = [
    told(Order.offer(demand, { land: at('li') }, duty)),
    asked(Order.giveBack('li', 'not-my-area', duty)),
  ];
  stories((events) => {
    for (const cycle of cyclesIn(events))
      cycle.forEach((event, place) => {
        if (event.type !== 'OrderOffered' || event.data.by !== null) return;
        const before = cycle
          .slice(0, place)
          .flatMap((it) => (it.type === 'OrderReturned' ? [it.data.member] : []));
        expect(before).not.toContain(event.data.member);
      });
  }, returnedOnce);
});

test('an order that is registered and not over is always in somebody’s hands or before the arbiter', () => {
  stories((events) => {
    const { status, demand: known, holder, left, isForArbiter } = fold(Order.decider, events);
    if (known === null || status === 'over') return;
    expect(status).not.toBe('none');
    if (status === 'with-arbiter')
      expect({ left, isForArbiter }).toMatchObject({ isForArbiter: true, left: {} });
    else expect(holder).not.toBeNull();
  });
});

test('nothing happens to an order after its end but what is put on record, until it goes on', () => {
  const onRecord = ['OrderReclassified', 'LatenessTold', 'OrderOver'];
  stories((events) => {
    events.forEach((event, place) => {
      if (event.type !== 'OrderOver') return;
      const after = events.slice(place + 1);
      const goesOn = after.findIndex(({ type }) => type === 'OrderReopened' || type === 'OrderResumed');
      const meanwhile = goesOn < 0 ? after : after.slice(0, goesOn);
      expect(meanwhile.filter(({ type }) => !onRecord.includes(type))).toEqual([]);
    });
  });
});

test('everything told again, in the same order, records nothing new', () => {
  stories((events, moves) => {
    if (events.some(({ type }) => type === 'OrderResumed')) return;
    const again = moves
      .filter((move) => move.told && move.undoes !== true)
      .reduce<readonly Order.Event[]>(
        (known, it) => [...known, ...decided(it, known, plus(start, 400 * day))],
        events,
      );
    expect(again).toEqual(events);
  });
});

test('nobody finishes before their helpers, whoever has it by then, and none is waited for once it is done', () => {
  stories((events) => {
    events.forEach((event, place) => {
      const done = ['OrderFinished', 'OrderVerified', 'OrderOver', 'OrderReopened'];
      if (!done.includes(event.type)) return;
      // A reopening begins with no helpers: it is those of the cycle before who must have been let go.
      const { helpers } = fold(
        Order.decider,
        events.slice(0, event.type === 'OrderReopened' ? place : place + 1),
      );
      expect(helpers.filter(({ end }) => end === null)).toEqual([]);
    });
  }, begun);
});

test('whoever had a hand in it, as a holder or as a helper, neither confirms nor refuses it', () => {
  stories((events) => {
    for (const cycle of cyclesIn(events)) {
      const hands = new Set<string>();
      for (const event of cycle) {
        const isHand = ['OrderTaken', 'HelperJoined', 'HelperFinished'].includes(event.type);
        if (isHand && 'member' in event.data) hands.add(String(event.data.member));
        if (event.type === 'OrderVerified' || event.type === 'FinishRefused')
          expect([...hands]).not.toContain(event.data.verifier);
      }
    }
  }, begun);
});

test('calls for help are numbered one after the other in each cycle, and each ends at most once', () => {
  stories((events) => {
    for (const cycle of cyclesIn(events)) {
      const calls = cycle.flatMap((event) => (event.type === 'HelperCalled' ? [event.data.call] : []));
      expect(calls).toEqual(calls.map((_, place) => place + 1));
      const ends = cycle.flatMap((event) =>
        event.type === 'HelperFinished' || event.type === 'HelperReleased' ? [event.data.call] : [],
      );
      expect(new Set(ends).size).toBe(ends.length);
    }
  }, begun);
});

test('the stories tell of all that these properties speak of', () => {
  const told = new Set<string>();
  for (const first of [[], begun])
    stories((events) => {
      for (const { type } of events) told.add(type);
    }, first);
  expect([...told].sort()).toEqual([
    'ContactMade',
    'FinishRefused',
    'HelperCalled',
    'HelperFinished',
    'HelperJoined',
    'HelperReleased',
    'LatenessTold',
    'OrderFinished',
    'OrderHandedOver',
    'OrderLeftToArbiter',
    'OrderNotTaken',
    'OrderOffered',
    'OrderOver',
    'OrderReclassified',
    'OrderReopened',
    'OrderResumed',
    'OrderReturned',
    'OrderTaken',
    'OrderVerified',
    'ProgressReported',
  ]);
});

test('the stories tell of emergencies that others than the first asked have taken, and of helpers in place of others', () => {
  let takenBeside = 0;
  let replaced = 0;
  const count = (events: readonly Order.Event[]) => {
    const offers = new Map(offersIn(events).map((it) => [`${it.cycle}/${it.leg}`, it]));
    for (const event of events) {
      if (event.type === 'HelperReleased' && event.data.because === 'off-duty') replaced += 1;
      if (event.type !== 'OrderTaken') continue;
      const { cycle, leg, member } = event.data;
      if (offers.get(`${cycle}/${leg}`)?.alsoAsked?.some((it) => it.member === member) === true)
        takenBeside += 1;
    }
  };
  for (const first of [begun, alarmed]) stories(count, first);
  expect([takenBeside > 0, replaced > 0]).toEqual([true, true]);
});

import { describe, expect, test } from '@jest/globals';
import { fold, type Instant, instant, type PersonId, Rejection } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import fc from 'fast-check';
import { decider, drop, type Event, handOver, keep, make, soundPromise, standingAt } from './promise.js';

const scenario = scenarios(decider);
const on = (date: number): Instant => instant(`2026-03-${String(date).padStart(2, '0')}T02:00:00Z`);
const number = 'mu-P-2026-000001';
const area = 'mu/dongguan';
const clock = 'promise/1';
const details = {
  number,
  area,
  owner: 'member',
  textId: 'text',
  publicText: 'A lamp at the east gate',
  dueAt: on(20),
  about: null,
  day: 'day',
  booking: 'booking',
  person: 'person' as PersonId, // any text will do here
};
const made: Event = { type: 'PromiseMade', data: { ...details, madeAt: on(9) } };
const set: Event = {
  type: 'DeadlineSet',
  data: { number, area, clock, policy: 'promise', since: on(9), dueAt: on(20), holder: 'member' },
};
const kept: Event = {
  type: 'PromiseKept',
  data: { number, area, owner: 'member', doneId: 'done', keptAt: on(12) },
};
const dropped: Event = {
  type: 'PromiseDropped',
  data: { number, area, owner: 'member', reasonId: 'reason', droppedAt: on(12) },
};
const handedOver: Event = {
  type: 'PromiseHandedOver',
  data: { number, owner: 'other', before: 'member', handedOverAt: on(12) },
};

describe('A promise', () => {
  scenario('is a deadline with an owner')
    .given()
    .at(on(10))
    .when(make(details, on(9)))
    .then(made, set);
  scenario('told twice is one')
    .given(made, set)
    .at(on(10))
    .when(make(details, on(9)))
    .thenEcho();
  scenario('is kept')
    .given(made, set)
    .at(on(12))
    .when(keep('done'))
    .then(kept, {
      type: 'DeadlineEnded',
      data: { number, clock, end: 'answered', endedAt: on(12) },
    });
  scenario('is kept once').given(made, set, kept).at(on(13)).when(keep('again')).thenRejected('promise-over');
  scenario('is declared not to be kept')
    .given(made, set)
    .at(on(12))
    .when(drop('reason'))
    .then(dropped, {
      type: 'DeadlineEnded',
      data: { number, clock, end: 'cancelled', endedAt: on(12) },
    });
  scenario('that was declared not to be kept is over')
    .given(made, set, dropped)
    .at(on(13))
    .when(keep('done'))
    .thenRejected('promise-over');
  scenario('is somebody else’s from now on')
    .given(made, set)
    .at(on(12))
    .when(handOver('other'))
    .then(handedOver, {
      type: 'DeadlineHandedOver',
      data: { number, clock, holder: 'other', at: on(12) },
    });
  scenario('is kept by whoever has it now')
    .given(made, set, handedOver)
    .at(on(12))
    .when(keep('done'))
    .then(
      { type: 'PromiseKept', data: { number, area, owner: 'other', doneId: 'done', keptAt: on(12) } },
      { type: 'DeadlineEnded', data: { number, clock, end: 'answered', endedAt: on(12) } },
    );
  scenario('is theirs already')
    .given(made, set)
    .at(on(12))
    .when(handOver('member'))
    .thenRejected('owner-has-it');
  scenario('that is over goes to nobody')
    .given(made, set, kept)
    .at(on(13))
    .when(handOver('other'))
    .thenRejected('promise-over');
  scenario('that nobody made').given().at(on(12)).when(keep('done')).thenRejected('promise-unknown');
});

test('a promise says who keeps it and by when, and shows nobody’s number', () => {
  const sound = { owner: 'member', dueAt: on(20), publicText: null };
  const refused = (wanted: Partial<Parameters<typeof soundPromise>[0]>) => {
    try {
      return soundPromise({ ...sound, ...wanted }, on(9));
    } catch (error) {
      return error instanceof Rejection ? error.code : error;
    }
  };
  expect(refused({})).toEqual(sound);
  expect(refused({ owner: null })).toBe('promise-without-owner');
  expect(refused({ dueAt: null })).toBe('promise-without-due');
  expect(refused({ dueAt: on(9) })).toBe('promise-due-past');
  expect(refused({ publicText: 'call 13800138000' })).toBe('public-text-personal');
});

describe('How it stands', () => {
  const standing = (events: readonly Event[], now: Instant) => {
    const state = fold(decider, [made, set, ...events]);
    return state && standingAt(state, now);
  };
  const keptOn = (date: number): Event => ({
    type: 'PromiseKept',
    data: { number, area, owner: 'member', doneId: 'done', keptAt: on(date) },
  });

  test.each([
    ['open', [], 20],
    ['broken', [], 21],
    ['kept', [keptOn(20)], 21],
    ['late', [keptOn(21)], 22],
    ['broken', [dropped], 13],
  ] as const)('%s by the moments at which things happened', (expected, events, now) => {
    expect(standing(events, on(now))).toBe(expected);
  });

  test('does not depend on the order in which it was heard', () => {
    const events = [keptOn(21), dropped, handedOver];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(events, { minLength: 3 }),
        fc.integer({ min: 9, max: 28 }),
        (heard, now) => {
          expect(standing(heard, on(now))).toBe(standing(events, on(now)));
        },
      ),
    );
  });
});

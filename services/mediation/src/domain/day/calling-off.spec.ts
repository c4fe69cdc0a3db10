import { describe, expect, test } from '@jest/globals';
import { fold, Rejection } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import { at, before, booked, calledOff, checkedIn, dateOf, published, visitor } from './a-day.testing.js';
import { callOff, passOn, receive, receivedAt, refuseClosed, tellVisitor, toPassOn } from './calling-off.js';
import type { Event } from './day-events.js';
import { decider } from './day-state.js';

const scenario = scenarios(decider);
const of = (name: string) => `booking of ${name}`;
const there = { day: 'other', slot: 1, from: at('09:00', '2026-03-16') };
const passedOn: Event = {
  type: 'BookingPassedOn',
  data: { booking: of('sun'), to: there, passedOnAt: before },
};
const arriving = (name: string, cases: readonly string[] = []) =>
  receive({ ...visitor(name, cases), door: 'portal', fromDay: 'first' }, dateOf);
const received = (name: string, slot: number): Event => ({
  type: 'BookingMade',
  data: { ...visitor(name), door: 'portal', slot, cameFrom: 'first', bookedAt: before },
});

describe('Calling a day off', () => {
  scenario('in favour of another one')
    .given(published)
    .at(before)
    .when(callOff('other', dateOf))
    .then(calledOff('other'));
  scenario('twice').given(published, calledOff('other')).at(before).when(callOff('other', dateOf)).thenEcho();
  scenario('twice, with another day in mind')
    .given(published, calledOff('other'))
    .at(before)
    .when(callOff(null, dateOf))
    .thenRejected('interview-day-called-off');
  scenario('when it is over')
    .given(published)
    .at(at('08:00', '2026-03-10'))
    .when(callOff(null, dateOf))
    .thenRejected('interview-day-over');
  scenario('that nobody published')
    .given()
    .at(before)
    .when(callOff(null, dateOf))
    .thenRejected('interview-day-unknown');

  test('whoever was to come is passed on, and nobody else; who comes first is first', () => {
    const state = fold(decider, [
      published,
      booked('late', 2),
      booked('early', 1),
      booked('gone', 2),
      { type: 'BookingCancelled', data: { booking: of('gone'), cancelledAt: before } },
      checkedIn('late', 1),
    ]);
    expect(toPassOn(state)).toEqual([]);
    const off = fold(decider, [calledOff(null)], state);
    expect(toPassOn(off).map(({ booking }) => booking)).toEqual([of('early'), of('late')]);
  });

  test('people go only to a day that is still to come', () => {
    const closed = (events: readonly Event[], now = before) => {
      try {
        refuseClosed(fold(decider, events), now, dateOf);
        return null;
      } catch (error) {
        return error instanceof Rejection ? error.code : error;
      }
    };
    expect([
      closed([published]),
      closed([]),
      closed([published, calledOff(null)]),
      closed([published], at('00:00', '2026-03-10')),
    ]).toEqual([null, 'target-day-closed', 'target-day-closed', 'target-day-closed']);
  });
});

describe('The day to which they go', () => {
  scenario('gives them the first slot with room')
    .given(published)
    .at(before)
    .when(arriving('sun'))
    .then(received('sun', 1));
  scenario('gives them the next one where that is full')
    .given(published, booked('zhou', 1))
    .at(before)
    .when(arriving('sun'))
    .then(received('sun', 2));
  scenario('gives them none that has begun')
    .given(published)
    .at(at('09:00'))
    .when(arriving('sun'))
    .then({
      type: 'BookingMade',
      data: { ...visitor('sun'), door: 'portal', slot: 2, cameFrom: 'first', bookedAt: at('09:00') },
    });
  scenario('has them once').given(published, received('sun', 1)).at(before).when(arriving('sun')).thenEcho();
  scenario('has no room')
    .given(published, booked('a', 1), booked('b', 2), booked('c', 2))
    .at(before)
    .when(arriving('sun'))
    .thenNothing();
  scenario('was called off as well')
    .given(published, calledOff(null))
    .at(before)
    .when(arriving('sun'))
    .thenNothing();
  scenario('is over').given(published).at(at('00:00', '2026-03-10')).when(arriving('sun')).thenNothing();
  scenario('is none').given().at(before).when(arriving('sun')).thenNothing();
  scenario('has them anyway, and hears of their cases')
    .given(published, booked('sun', 2))
    .at(before)
    .when(
      receive(
        { ...visitor('sun', ['mu-2026-000001']), booking: 'first booking', door: 'portal', fromDay: 'first' },
        dateOf,
      ),
    )
    .then({ type: 'CasesNamed', data: { booking: of('sun'), cases: ['mu-2026-000001'], namedAt: before } });
  scenario('does not take back who said since that they do not come')
    .given(published, received('sun', 1), {
      type: 'BookingCancelled',
      data: { booking: of('sun'), cancelledAt: before },
    })
    .at(before)
    .when(arriving('sun'))
    .thenNothing();

  test('says where they come to, also when they went on from there', () => {
    const place = (...events: Event[]) => receivedAt('other', fold(decider, events), visitor('sun'));
    expect(place(published, received('sun', 2))).toEqual({ day: 'other', slot: 2, from: at('09:30') });
    expect(place(published)).toBeNull();
    expect(place(published, booked('sun', 1), calledOff('third'), { ...passedOn })).toEqual(there);
  });
});

describe('The day from which they go', () => {
  scenario('lets them go once')
    .given(published, booked('sun', 1), calledOff('other'))
    .at(before)
    .when(passOn(of('sun'), there))
    .then(passedOn);
  scenario('lets nobody go while it is held')
    .given(published, booked('sun', 1))
    .at(before)
    .when(passOn(of('sun'), there))
    .thenNothing();
  scenario('has them told once')
    .given(published, booked('sun', 1), calledOff('other'), passedOn)
    .at(before)
    .when(tellVisitor(of('sun')))
    .then({ type: 'VisitorTold', data: { booking: of('sun'), toldAt: before } });
  scenario('has nothing to tell whoever comes')
    .given(published, booked('sun', 1))
    .at(before)
    .when(tellVisitor(of('sun')))
    .thenRejected('nothing-to-tell');
});

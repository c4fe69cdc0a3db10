import { describe } from '@jest/globals';
import { scenarios } from '@mulin/testing';
import { at, before, booked, calledOff, checkedIn, dateOf, published, visitor } from './a-day.testing.js';
import { book, cancelBooking, moveBooking, nameCases } from './booking.js';
import type { Event } from './day-events.js';
import { decider } from './day-state.js';

const scenario = scenarios(decider);
const comes = (name: string, slot: number) => book(visitor(name), slot, 'portal', dateOf);
const of = (name: string) => `booking of ${name}`;
const cancelled: Event = { type: 'BookingCancelled', data: { booking: of('sun'), cancelledAt: before } };

describe('Booking', () => {
  scenario('somebody has a place').given(published).at(before).when(comes('sun', 1)).then(booked('sun', 1));
  scenario('sent twice it is one')
    .given(published, booked('sun', 1))
    .at(before)
    .when(comes('sun', 1))
    .thenEcho();
  scenario('a slot that is full takes nobody else')
    .given(published, booked('sun', 1))
    .at(before)
    .when(comes('zhou', 1))
    .thenRejected('slot-full');
  scenario('a place that was given back is free')
    .given(published, booked('sun', 1), cancelled)
    .at(before)
    .when(comes('zhou', 1))
    .then(booked('zhou', 1));
  scenario('nobody has two places of one day')
    .given(published, booked('sun', 1))
    .at(before)
    .when(book({ ...visitor('sun'), booking: 'another' }, 2, 'desk', dateOf))
    .thenRejected('booked-already');
  scenario('nor by one account under two phones')
    .given(published, {
      type: 'BookingMade',
      data: { ...visitor('sun'), account: 'account', door: 'portal', slot: 1, bookedAt: before },
    })
    .at(before)
    .when(book({ ...visitor('zhou'), account: 'account' }, 2, 'portal', dateOf))
    .thenRejected('booked-already');
  scenario('two without an account are two')
    .given(published, booked('sun', 2))
    .at(before)
    .when(comes('zhou', 2))
    .then(booked('zhou', 2));
  scenario('who was seen on this day has had their place')
    .given(published, booked('sun', 1), checkedIn('sun', 1), {
      type: 'InterviewEnded',
      data: { booking: of('sun'), outcome: 'advised', wordsId: null, promises: [], endedAt: at('09:10') },
    })
    .at(at('09:15'))
    .when(book({ ...visitor('sun'), booking: 'another' }, 2, 'desk', dateOf))
    .thenRejected('booked-already');
  scenario('who missed their slot may have another one')
    .given(published, booked('sun', 1), {
      type: 'InterviewEnded',
      data: { booking: of('sun'), outcome: 'not-there', wordsId: null, promises: [], endedAt: at('09:10') },
    })
    .at(at('09:15'))
    .when(book({ ...visitor('sun'), booking: 'another' }, 2, 'desk', dateOf))
    .then({
      type: 'BookingMade',
      data: { ...visitor('sun'), booking: 'another', door: 'desk', slot: 2, bookedAt: at('09:15') },
    });
  scenario('a slot that has begun')
    .given(published)
    .at(at('09:00'))
    .when(comes('sun', 1))
    .thenRejected('slot-past');
  scenario('a slot that is not there')
    .given(published)
    .at(before)
    .when(comes('sun', 3))
    .thenRejected('slot-unknown');
  scenario('a day that is over')
    .given(published)
    .at(at('00:00', '2026-03-10'))
    .when(comes('sun', 2))
    .thenRejected('interview-day-over');
  scenario('a day that was called off')
    .given(published, calledOff(null))
    .at(before)
    .when(comes('sun', 2))
    .thenRejected('interview-day-called-off');
  scenario('a day that nobody published')
    .given()
    .at(before)
    .when(comes('sun', 2))
    .thenRejected('interview-day-unknown');
});

describe('Coming at another time', () => {
  const move = (slot: number) => moveBooking(of('sun'), slot, dateOf);
  scenario('to a slot with room')
    .given(published, booked('sun', 1))
    .at(before)
    .when(move(2))
    .then({
      type: 'BookingMoved',
      data: { booking: of('sun'), slot: 2, from: at('09:30'), movedAt: before },
    });
  scenario('to a full one')
    .given(published, booked('sun', 2), booked('zhou', 1))
    .at(before)
    .when(move(1))
    .thenRejected('slot-full');
  scenario('to the same one').given(published, booked('sun', 1)).at(before).when(move(1)).thenNothing();
  scenario('of nobody').given(published).at(before).when(move(1)).thenRejected('booking-unknown');
  scenario('of somebody who is here')
    .given(published, booked('sun', 1), checkedIn('sun', 1))
    .at(at('08:55'))
    .when(move(2))
    .thenRejected('booking-over');
  scenario('the place they had is free again')
    .given(published, booked('sun', 1), {
      type: 'BookingMoved',
      data: { booking: of('sun'), slot: 2, from: at('09:30'), movedAt: before },
    })
    .at(before)
    .when(comes('zhou', 1))
    .then(booked('zhou', 1));
});

describe('Not coming after all', () => {
  const cancel = cancelBooking(of('sun'), dateOf);
  scenario('is said before the slot')
    .given(published, booked('sun', 1))
    .at(before)
    .when(cancel)
    .then(cancelled);
  scenario('said twice').given(published, booked('sun', 1), cancelled).at(before).when(cancel).thenEcho();
  scenario('said when the slot has begun')
    .given(published, booked('sun', 1))
    .at(at('09:00'))
    .when(cancel)
    .thenRejected('slot-past');
  scenario('said by somebody who is here')
    .given(published, booked('sun', 1), checkedIn('sun', 1))
    .at(at('08:55'))
    .when(cancel)
    .thenRejected('booking-over');
  scenario('while the booking is on its way to another day')
    .given(published, booked('sun', 1), calledOff('other'))
    .at(before)
    .when(cancel)
    .thenRejected('interview-day-called-off');
});

describe('Cases at hand', () => {
  const name = (...cases: string[]) => nameCases(of('sun'), cases, dateOf);
  const named: Event = {
    type: 'CasesNamed',
    data: { booking: of('sun'), cases: ['mu-2026-000001'], namedAt: before },
  };
  scenario('are named, each once')
    .given(published, booked('sun', 1))
    .at(before)
    .when(name('mu-2026-000001', 'mu-2026-000001'))
    .then(named);
  scenario('that are named already')
    .given(published, booked('sun', 1), named)
    .at(before)
    .when(name('mu-2026-000001'))
    .thenEcho();
  scenario('of somebody who does not come')
    .given(published, booked('sun', 1), cancelled)
    .at(before)
    .when(name('x'))
    .thenRejected('booking-over');
});

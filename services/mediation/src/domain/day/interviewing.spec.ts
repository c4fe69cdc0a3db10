import { describe } from '@jest/globals';
import { scenarios } from '@mulin/testing';
import { at, booked, calledOff, checkedIn, dateOf, given, published, visitor } from './a-day.testing.js';
import type { Event, GivenPromise, InterviewOutcome } from './day-events.js';
import { decider } from './day-state.js';
import { checkIn, endInterview, walkIn } from './interviewing.js';

const scenario = scenarios(decider);
const of = (name: string) => `booking of ${name}`;
const morning = at('08:50');
const arrives = (name: string) => checkIn(of(name), dateOf);
const walkedIn = (name: string, queue: number): Event => ({
  type: 'WalkedIn',
  data: { ...visitor(name), queue, cameAt: morning },
});
const ends = (outcome: InterviewOutcome, promises: readonly GivenPromise[] = []) =>
  endInterview(of('sun'), { outcome, wordsId: null, promises });
const ended = (outcome: InterviewOutcome, promises: readonly GivenPromise[] = []): Event => ({
  type: 'InterviewEnded',
  data: { booking: of('sun'), outcome, wordsId: null, promises, endedAt: at('09:10') },
});

describe('Checking in', () => {
  scenario('the first has number one')
    .given(published, booked('sun', 1))
    .at(morning)
    .when(arrives('sun'))
    .then(checkedIn('sun', 1));
  scenario('numbers count who has come, and not who is expected')
    .given(published, booked('sun', 1), booked('zhou', 2), booked('li', 2))
    .at(morning)
    .when(arrives('sun'))
    .then(checkedIn('sun', 1));
  scenario('the next has the next one, whether they booked or not')
    .given(published, booked('sun', 1), walkedIn('zhou', 1))
    .at(morning)
    .when(arrives('sun'))
    .then(checkedIn('sun', 2));
  scenario('a second time')
    .given(published, booked('sun', 1), checkedIn('sun', 1))
    .at(morning)
    .when(arrives('sun'))
    .thenRejected('checked-in-already');
  scenario('the day before')
    .given(published, booked('sun', 1))
    .at(at('23:59', '2026-03-08'))
    .when(arrives('sun'))
    .thenRejected('not-today');
  scenario('the day after')
    .given(published, booked('sun', 1))
    .at(at('00:00', '2026-03-10'))
    .when(arrives('sun'))
    .thenRejected('interview-day-over');
  scenario('of somebody who has no booking')
    .given(published)
    .at(morning)
    .when(arrives('sun'))
    .thenRejected('booking-unknown');
  scenario('of somebody who cancelled')
    .given(published, booked('sun', 1), {
      type: 'BookingCancelled',
      data: { booking: of('sun'), cancelledAt: morning },
    })
    .at(morning)
    .when(arrives('sun'))
    .thenRejected('booking-over');
  scenario('when the day was called off')
    .given(published, booked('sun', 1), calledOff(null))
    .at(morning)
    .when(arrives('sun'))
    .thenRejected('interview-day-called-off');
});

describe('Walking in', () => {
  const walk = (name: string) => walkIn(visitor(name), dateOf);
  scenario('they have the next number')
    .given(published, booked('sun', 1), checkedIn('sun', 1))
    .at(morning)
    .when(walk('zhou'))
    .then(walkedIn('zhou', 2));
  scenario('sent twice it is one')
    .given(published, walkedIn('zhou', 1))
    .at(morning)
    .when(walk('zhou'))
    .thenEcho();
  scenario('whoever has a booking checks in')
    .given(published, booked('sun', 1))
    .at(morning)
    .when(walkIn({ ...visitor('sun'), booking: 'another' }, dateOf))
    .thenRejected('booked-already');
  scenario('on another day')
    .given(published)
    .at(at('12:00', '2026-03-08'))
    .when(walk('zhou'))
    .thenRejected('not-today');
  scenario('whoever missed their slot may wait for another number')
    .given(published, booked('sun', 1), ended('not-there'))
    .at(at('09:20'))
    .when(walkIn({ ...visitor('sun'), booking: 'another' }, dateOf))
    .then({
      type: 'WalkedIn',
      data: { ...visitor('sun'), booking: 'another', queue: 1, cameAt: at('09:20') },
    });
});

describe('An interview', () => {
  const here = [published, booked('sun', 1), checkedIn('sun', 1)];
  scenario('ends with a decision')
    .given(...here)
    .at(at('09:10'))
    .when(ends('decided'))
    .then(ended('decided'));
  scenario('ends with a promise')
    .given(...here)
    .at(at('09:10'))
    .when(ends('promised', [given]))
    .then(ended('promised', [given]));
  scenario('ends with a promise, and nobody says which')
    .given(...here)
    .at(at('09:10'))
    .when(ends('promised'))
    .thenRejected('promise-missing');
  scenario('ends with advice, and a promise beside it')
    .given(...here)
    .at(at('09:10'))
    .when(ends('advised', [given]))
    .thenRejected('not-promised');
  scenario('ends once')
    .given(...here, ended('advised'))
    .at(at('09:20'))
    .when(ends('decided'))
    .thenRejected('interview-ended');
  scenario('is written down on the day after')
    .given(...here)
    .at(at('09:10', '2026-03-10'))
    .when(ends('decided'))
    .then({
      type: 'InterviewEnded',
      data: {
        booking: of('sun'),
        outcome: 'decided',
        wordsId: null,
        promises: [],
        endedAt: at('09:10', '2026-03-10'),
      },
    });
  scenario('needs somebody who is there')
    .given(published, booked('sun', 1))
    .at(at('09:10'))
    .when(ends('decided'))
    .thenRejected('not-checked-in');
  scenario('nobody is missing before their slot')
    .given(published, booked('sun', 1))
    .at(at('08:59'))
    .when(ends('not-there'))
    .thenRejected('slot-not-begun');
  scenario('somebody did not come')
    .given(published, booked('sun', 1))
    .at(at('09:10'))
    .when(ends('not-there'))
    .then(ended('not-there'));
  scenario('somebody has left the queue')
    .given(published, walkedIn('sun', 1))
    .at(at('09:10'))
    .when(ends('not-there'))
    .then(ended('not-there'));
  scenario('is not held on a day that was called off')
    .given(...here, calledOff(null))
    .at(at('09:10'))
    .when(ends('decided'))
    .thenRejected('booking-over');
});

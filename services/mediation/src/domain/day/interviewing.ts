/** People come, wait by number, are seen, and hear a decision, a promise or advice. */
import type { Instant } from '@mulin/kernel';
import type { GivenPromise, InterviewOutcome, Visitor } from './day-events.js';
import { type Booking, isComing, type Known } from './day-state.js';
import { bookingIn, isSamePerson } from './booking.js';
import { type DateOf, type Decides, knownDay, openDay } from './publishing.js';
import {
  bookedAlready,
  bookingOver,
  checkedInAlready,
  interviewOver,
  noPromise,
  notCheckedIn,
  notToday,
  promiseWithoutOutcome,
  slotNotBegun,
} from './refusals.js';

const today = (it: Known, now: Instant, dateOf: DateOf): Known => {
  if (dateOf(now) !== it.date) throw notToday();
  return it;
};

/**
 * They are here, and have the next number of the queue.
 *
 * Refused as `openDay` says, and: `booking-unknown`, `booking-over`, `checked-in-already`, `not-today`.
 */
export const checkIn =
  (booking: string, dateOf: DateOf): Decides =>
  (state, now) => {
    const it = today(openDay(state, now, dateOf), now, dateOf);
    const known = bookingIn(it, booking);
    if (known.state === 'here') throw checkedInAlready();
    if (known.state !== 'booked') throw bookingOver();
    return [{ type: 'CheckedIn', data: { booking, queue: it.lastQueue + 1, checkedInAt: now } }];
  };

/**
 * Somebody comes without a booking, and has the next number of the queue.
 *
 * Refused as `openDay` says, and: `not-today`, `booked-already` where they are expected or wait already.
 */
export const walkIn =
  (visitor: Visitor, dateOf: DateOf): Decides =>
  (state, now) => {
    const it = today(openDay(state, now, dateOf), now, dateOf);
    if (it.bookings.some(({ booking }) => booking === visitor.booking)) return [];
    if (it.bookings.some((one) => isComing(one) && isSamePerson(one, visitor))) throw bookedAlready();
    return [{ type: 'WalkedIn', data: { ...visitor, queue: it.lastQueue + 1, cameAt: now } }];
  };

const refuseAbsence = (it: Known, { slot }: Booking, now: Instant): void => {
  const from = it.slots.find((one) => one.slot === slot)?.from;
  if (from !== undefined && now < from) throw slotNotBegun();
};

const refusePromises = (outcome: InterviewOutcome, { length }: readonly GivenPromise[]): void => {
  if (outcome === 'promised' && length === 0) throw noPromise();
  if (outcome !== 'promised' && length > 0) throw promiseWithoutOutcome();
};

type End = Readonly<{ outcome: InterviewOutcome; wordsId: string | null; promises: readonly GivenPromise[] }>;

/**
 * How it ended; also on the days after, because not everything is written down at once.
 *
 * Refused: `booking-unknown`, `interview-ended`, `booking-over`, `not-checked-in`, `slot-not-begun` where somebody is
 * said not to be there, `promise-missing`, `not-promised`.
 */
export const endInterview =
  (booking: string, { outcome, wordsId, promises }: End): Decides =>
  (state, now) => {
    const it = knownDay(state);
    const known = bookingIn(it, booking);
    if (known.outcome !== null) throw interviewOver();
    if (!isComing(known) || it.calledOff !== null) throw bookingOver();
    if (outcome === 'not-there') refuseAbsence(it, known, now);
    else if (known.state !== 'here') throw notCheckedIn();
    refusePromises(outcome, promises);
    return [{ type: 'InterviewEnded', data: { booking, outcome, wordsId, promises, endedAt: now } }];
  };

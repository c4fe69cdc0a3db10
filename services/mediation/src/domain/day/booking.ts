/** People book a slot of a day, choose another one, or do not come after all. */
import type { Instant } from '@mulin/kernel';
import type { BookingDoor, Slot, Visitor } from './day-events.js';
import { type Booking, isComing, type Known, roomIn } from './day-state.js';
import { type DateOf, type Decides, openDay } from './publishing.js';
import { bookedAlready, bookingOver, slotFull, slotPast, unknownBooking, unknownSlot } from './refusals.js';

/** Refused: `booking-unknown`. */
export const bookingIn = ({ bookings }: Known, booking: string): Booking => {
  const found = bookings.find((it) => it.booking === booking);
  if (found === undefined) throw unknownBooking();
  return found;
};

/** Refused: `slot-unknown`, `slot-past`, `slot-full`. */
const freeSlot = (it: Known, slot: number, now: Instant): Slot => {
  const found = it.slots.find((one) => one.slot === slot);
  if (found === undefined) throw unknownSlot();
  if (found.from <= now) throw slotPast();
  if (roomIn(it, found) <= 0) throw slotFull();
  return found;
};

/** One who is known by the same phone or the same account. */
export const isSamePerson = (
  one: Pick<Visitor, 'person' | 'account'>,
  other: Pick<Visitor, 'person' | 'account'>,
): boolean => one.person === other.person || (one.account !== undefined && one.account === other.account);

/**
 * They have a place in a slot. Refused as `openDay` says, and: `slot-unknown`, `slot-past`, `slot-full`, and
 * `booked-already` where they come to this day anyway, or were there.
 */
export const book =
  (visitor: Visitor, slot: number, door: BookingDoor, dateOf: DateOf): Decides =>
  (state, now) => {
    const it = openDay(state, now, dateOf);
    if (it.bookings.some(({ booking }) => booking === visitor.booking)) return [];
    const isThere = (one: Booking) => isComing(one) || one.state === 'seen';
    if (it.bookings.some((one) => isSamePerson(one, visitor) && isThere(one))) throw bookedAlready();
    freeSlot(it, slot, now);
    return [{ type: 'BookingMade', data: { ...visitor, door, slot, bookedAt: now } }];
  };

/** One that waits for its slot. */
const waiting = (it: Known, name: string): Booking & Readonly<{ slot: number }> => {
  const booking = bookingIn(it, name);
  if (booking.state !== 'booked' || booking.slot === null) throw bookingOver();
  return { ...booking, slot: booking.slot };
};

const slotOf = ({ slots }: Known, number: number): Slot | undefined =>
  slots.find(({ slot }) => slot === number);

/** They come to another slot of the day. Refused as `book` is, and: `booking-unknown`, `booking-over`. */
export const moveBooking =
  (booking: string, slot: number, dateOf: DateOf): Decides =>
  (state, now) => {
    const it = openDay(state, now, dateOf);
    if (waiting(it, booking).slot === slot) return [];
    const { from } = freeSlot(it, slot, now);
    return [{ type: 'BookingMoved', data: { booking, slot, from, movedAt: now } }];
  };

/** They do not come. Refused: `booking-unknown`, `booking-over`, `slot-past`, and as `openDay` says. */
export const cancelBooking =
  (booking: string, dateOf: DateOf): Decides =>
  (state, now) => {
    const it = openDay(state, now, dateOf);
    if (bookingIn(it, booking).state === 'cancelled') return [];
    const { slot } = waiting(it, booking);
    if ((slotOf(it, slot)?.from ?? now) <= now) throw slotPast();
    return [{ type: 'BookingCancelled', data: { booking, cancelledAt: now } }];
  };

/** Cases that it is about, so that they are at hand. Refused: `booking-over`. */
export const nameCases =
  (booking: string, cases: readonly string[], dateOf: DateOf): Decides =>
  (state, now) => {
    const known = bookingIn(openDay(state, now, dateOf), booking);
    if (!isComing(known)) throw bookingOver();
    const more = [...new Set(cases)].filter((it) => !known.cases.includes(it));
    return more.length === 0 ? [] : [{ type: 'CasesNamed', data: { booking, cases: more, namedAt: now } }];
  };

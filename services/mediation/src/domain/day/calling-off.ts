/** A day is called off: whoever was to come goes to another one, where there is room, and is told. */
import type { Instant } from '@mulin/kernel';
import type { BookingDoor, OtherPlace, Slot, Visitor } from './day-events.js';
import { bookingIn, isSamePerson } from './booking.js';
import { type Booking, isComing, type Known, roomIn, type State } from './day-state.js';
import { type DateOf, type Decides, knownDay, openDay } from './publishing.js';
import { dayCalledOff, noSuchTarget, nothingToTell } from './refusals.js';

/** Refuses (`target-day-closed`) a day to which nobody can be passed on. */
export const refuseClosed = (state: State, now: Instant, dateOf: DateOf): void => {
  if (state === null || !isOpen(state, now, dateOf)) throw noSuchTarget();
};

const isOpen = ({ calledOff, date }: Known, now: Instant, dateOf: DateOf): boolean =>
  calledOff === null && dateOf(now) <= date;

/**
 * It is not held. `toDay`: to which day bookings go; `null`: people are told to book anew. Refused as `openDay` says,
 * also where it was called off with another day in mind.
 */
export const callOff =
  (toDay: string | null, dateOf: DateOf): Decides =>
  (state, now) => {
    const known = knownDay(state);
    if (known.calledOff !== null) {
      if (known.calledOff.toDay === toDay) return [];
      throw dayCalledOff();
    }
    const { area, host } = openDay(state, now, dateOf);
    return [{ type: 'DayCalledOff', data: { area, host, toDay, calledOffAt: now } }];
  };

/** Who was to come to a day that was called off, and has not been passed on yet; the earliest first. */
export const toPassOn = (state: State): readonly Booking[] => {
  if (state === null || state.calledOff === null) return [];
  const fromOf = ({ slot }: Booking): string =>
    state.slots.find((it) => it.slot === slot)?.from ?? state.calledOff?.at ?? '';
  return state.bookings.filter(isComing).sort((one, other) => (fromOf(one) < fromOf(other) ? -1 : 1));
};

type PassedOn = Visitor & Readonly<{ door: BookingDoor; fromDay: string }>;

/** The booking by which somebody comes to a day: the one that was passed on, or their own. */
const placeOf = (it: Known, visitor: Pick<Visitor, 'booking' | 'person' | 'account'>): Booking | undefined =>
  it.bookings.find(({ booking }) => booking === visitor.booking) ??
  it.bookings.find((one) => isComing(one) && isSamePerson(one, visitor));

const firstFree = (it: Known, now: Instant): Slot | undefined =>
  [...it.slots]
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .find((slot) => slot.from > now && roomIn(it, slot) > 0);

/**
 * Told of somebody who was to come to a day that was called off: they have the first free slot here. Whoever comes to
 * this day anyway keeps the booking they have, and their cases are added to it. Without room nothing is recorded.
 */
export const receive =
  ({ fromDay, ...visitor }: PassedOn, dateOf: DateOf): Decides =>
  (state, now) => {
    if (state === null || !isOpen(state, now, dateOf)) return [];
    const known = placeOf(state, visitor);
    if (known !== undefined) {
      const cases = visitor.cases.filter((it) => !known.cases.includes(it));
      if (cases.length === 0) return [];
      return [{ type: 'CasesNamed', data: { booking: known.booking, cases, namedAt: now } }];
    }
    const free = firstFree(state, now);
    if (free === undefined) return [];
    const data = { ...visitor, slot: free.slot, cameFrom: fromDay, bookedAt: now };
    return [{ type: 'BookingMade', data }];
  };

/** Where somebody who was passed on to a day comes to; `null`: nowhere, there was no room. */
export const receivedAt = (
  day: string,
  state: State,
  visitor: Pick<Visitor, 'booking' | 'person' | 'account'>,
): OtherPlace | null => {
  const place = state === null ? undefined : placeOf(state, visitor);
  if (place?.state === 'passed-on') return place.to;
  const found = state?.slots.find(({ slot }) => slot === place?.slot);
  return found === undefined ? null : { day, slot: found.slot, from: found.from };
};

/** Told where somebody comes to instead of a day that was called off. */
export const passOn =
  (booking: string, to: OtherPlace | null): Decides =>
  (state, now) =>
    toPassOn(state).some((it) => it.booking === booking)
      ? [{ type: 'BookingPassedOn', data: { booking, to, passedOnAt: now } }]
      : [];

/** Somebody has told them that their day was called off, and what follows. Refused: `nothing-to-tell`. */
export const tellVisitor =
  (booking: string): Decides =>
  (state, now) => {
    const known = bookingIn(knownDay(state), booking);
    if (known.state !== 'passed-on') throw nothingToTell();
    return known.isTold ? [] : [{ type: 'VisitorTold', data: { booking, toldAt: now } }];
  };

/** An interview day as it stands, from everything that was recorded of it. */
import { type Decider, type Instant, unreachable } from '@mulin/kernel';
import type {
  Booking as BookingEvent,
  BookingDoor,
  Event,
  GivenPromise,
  HostRole,
  Interview,
  InterviewOutcome,
  OtherPlace,
  Publishing,
  Slot,
  Visitor,
} from './day-events.js';

/** `here`: checked in, and not seen yet. `passed-on`: the day was called off. */
export const bookingStates = ['booked', 'here', 'seen', 'not-there', 'cancelled', 'passed-on'] as const;

export type Booking = Visitor &
  Readonly<{
    door: BookingDoor | 'walk-in';
    /** `null`: a walk-in has none. */
    slot: number | null;
    state: (typeof bookingStates)[number];
    /** `null`: not checked in yet. */
    queue: number | null;
    bookedAt: Instant;
    /** Of one that was passed on: where to, and whether they were told. */
    to: OtherPlace | null;
    isTold: boolean;
    outcome: InterviewOutcome | null;
    /** When the interview ended; `null`: it has not. */
    endedAt: Instant | null;
    wordsId: string | null;
    promises: readonly GivenPromise[];
  }>;

export type Known = Readonly<{
  version: number;
  area: string;
  host: string;
  hostRole: HostRole;
  date: string;
  place: string;
  slots: readonly Slot[];
  /** The highest number that a slot ever had: a number is not given twice. */
  lastSlot: number;
  bookings: readonly Booking[];
  lastQueue: number;
  calledOff: Readonly<{ toDay: string | null; at: Instant }> | null;
}>;

/** `null`: there is no such day. */
export type State = Known | null;

const published = (state: State, { data }: Extract<Publishing, { type: 'DayPublished' }>): Known => {
  const { publishedAt: _, ...details } = data;
  const before = state ?? { lastSlot: 0, bookings: [], lastQueue: 0, calledOff: null };
  const lastSlot = Math.max(before.lastSlot, ...data.slots.map(({ slot }) => slot));
  return { ...before, ...details, lastSlot };
};

const coming = (visitor: Visitor, bookedAt: Instant): Omit<Booking, 'door' | 'slot' | 'state' | 'queue'> => ({
  ...visitor,
  bookedAt,
  to: null,
  isTold: false,
  outcome: null,
  endedAt: null,
  wordsId: null,
  promises: [],
});

const withBooking = (it: Known, booking: string, change: (one: Booking) => Booking): Known => ({
  ...it,
  bookings: it.bookings.map((one) => (one.booking === booking ? change(one) : one)),
});

const booked = (it: Known, { data }: Extract<BookingEvent, { type: 'BookingMade' }>): Known => {
  const { door, slot, cameFrom: _, bookedAt, ...visitor } = data;
  const booking: Booking = { ...coming(visitor, bookedAt), door, slot, state: 'booked', queue: null };
  return { ...it, bookings: [...it.bookings, booking] };
};

const aboutBookings = (it: Known, event: BookingEvent): Known => {
  switch (event.type) {
    case 'BookingMade':
      return booked(it, event);
    case 'CasesNamed': {
      const { booking, cases } = event.data;
      return withBooking(it, booking, (one) => ({ ...one, cases: [...one.cases, ...cases] }));
    }
    case 'BookingMoved': {
      const { booking, slot } = event.data;
      return withBooking(it, booking, (one) => ({ ...one, slot }));
    }
    case 'BookingCancelled':
      return withBooking(it, event.data.booking, (one) => ({ ...one, state: 'cancelled' }));
    case 'BookingPassedOn': {
      const { booking, to } = event.data;
      return withBooking(it, booking, (one) => ({ ...one, state: 'passed-on', to }));
    }
    case 'VisitorTold':
      return withBooking(it, event.data.booking, (one) => ({ ...one, isTold: true }));
    default:
      return unreachable(event);
  }
};

const aboutInterviews = (it: Known, event: Interview): Known => {
  switch (event.type) {
    case 'CheckedIn': {
      const { booking, queue } = event.data;
      const here = withBooking(it, booking, (one) => ({ ...one, state: 'here', queue }));
      return { ...here, lastQueue: Math.max(it.lastQueue, queue) };
    }
    case 'WalkedIn': {
      const { queue, cameAt, ...visitor } = event.data;
      const here = { ...coming(visitor, cameAt), door: 'walk-in', slot: null, state: 'here', queue } as const;
      return { ...it, bookings: [...it.bookings, here], lastQueue: Math.max(it.lastQueue, queue) };
    }
    case 'InterviewEnded': {
      const { booking, outcome, wordsId, promises, endedAt } = event.data;
      const state = outcome === 'not-there' ? 'not-there' : 'seen';
      return withBooking(it, booking, (one) => ({ ...one, state, outcome, wordsId, promises, endedAt }));
    }
    default:
      return unreachable(event);
  }
};

const isInterview = (event: Event): event is Interview =>
  event.type === 'CheckedIn' || event.type === 'WalkedIn' || event.type === 'InterviewEnded';

const evolve = (state: State, event: Event): State => {
  if (event.type === 'DayPublished') return published(state, event);
  if (state === null) return state;
  if (event.type === 'DayCalledOff') {
    const { toDay, calledOffAt: at } = event.data;
    return { ...state, calledOff: { toDay, at } };
  }
  return isInterview(event) ? aboutInterviews(state, event) : aboutBookings(state, event);
};

export const decider: Decider<State, Event> = { category: 'day', initial: null, evolve };

/** Whether they are still expected, or wait. */
export const isComing = ({ state }: Booking): boolean => state === 'booked' || state === 'here';

/** Whether the booking has, or had, its slot for itself. */
const takesRoom = ({ state }: Booking): boolean => state !== 'cancelled' && state !== 'passed-on';

/** How many can still book a slot. */
export const roomIn = ({ bookings }: Pick<Known, 'bookings'>, { slot, capacity }: Slot): number =>
  capacity - bookings.filter((it) => it.slot === slot && takesRoom(it)).length;

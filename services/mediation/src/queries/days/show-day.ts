/** Interview days and bookings as people read them; who comes and what about is in the vault. */
import { type Booking, type Known, roomIn } from '../../domain/day/day-state.js';

/** For everybody: neither who holds it by name, nor who comes. */
export const dayOf = (dayId: string, it: Known) => ({
  day: dayId,
  version: it.version,
  area: it.area,
  heldBy: it.hostRole,
  date: it.date,
  place: it.place,
  slots: it.slots.map((slot) => ({ ...slot, free: Math.max(0, roomIn(it, slot)) })),
  isCalledOff: it.calledOff !== null,
  toDay: it.calledOff?.toDay ?? null,
});

/** For whoever works with it. */
export const staffDayOf = (dayId: string, it: Known) => ({ ...dayOf(dayId, it), host: it.host });

/** For whoever booked, and whoever receives them. */
export const bookingOf = (dayId: string, day: Known, it: Booking) => {
  const slot = day.slots.find((one) => one.slot === it.slot);
  return {
    day: dayId,
    booking: it.booking,
    date: day.date,
    place: day.place,
    slot: it.slot,
    from: slot?.from ?? null,
    state: it.state,
    door: it.door,
    queue: it.queue,
    cases: [...it.cases],
    to: it.to,
    outcome: it.outcome,
    promises: it.promises.map(({ promise, number, owner, dueAt }) => ({ promise, number, owner, dueAt })),
  };
};

/** Those who wait or are expected come before everybody else. */
const ranks: Readonly<Partial<Record<Booking['state'], number>>> = { here: 0, booked: 1 };

/** Numbers, with leading zeros, so that comparing the text compares them. */
const orderOf = ({ state, queue, slot, bookedAt }: Booking): string =>
  [ranks[state] ?? 2, queue ?? 0, slot ?? 0].map((it) => String(it).padStart(6, '0')).join() + bookedAt;

/** First who waits, by their number; then who is expected, by their slot; then everybody else. */
export const queueOf = ({ bookings }: Pick<Known, 'bookings'>): readonly Booking[] =>
  [...bookings].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));

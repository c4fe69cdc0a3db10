/** When somebody, or a place, is taken: nobody can be in two sessions at once. One stream for each of them. */
import type { Decider, Decision, Instant, LocalizedText } from '@mulin/kernel';
import { doublyBooked } from './dispute/refusals.js';

type Booking = Readonly<{ booking: string; from: Instant; until: Instant }>;

export type Event =
  | Readonly<{ type: 'TimeBooked'; data: Booking }>
  | Readonly<{ type: 'TimeReleased'; data: { booking: string } }>;

export type State = readonly Booking[];

export const decider: Decider<State, Event> = {
  category: 'diary',
  initial: [],
  evolve: (state, { type, data }) => {
    const others = state.filter(({ booking }) => booking !== data.booking);
    return type === 'TimeBooked' ? [...others, data] : others;
  },
};

const doMeet = (one: Booking, other: Booking): boolean => one.from < other.until && other.from < one.until;

/**
 * The time is taken from now on. Refused (`doubly-booked`) where some of it is taken.
 *
 * @param what whose diary it is, as whoever asks reads it.
 * @param besides what is released when this one stands: the former time of the same session; `null`: nothing.
 */
export const book =
  (wanted: Booking, what: LocalizedText, besides: string | null = null): Decision<State, Event> =>
  (state) => {
    const known = state.find(({ booking }) => booking === wanted.booking);
    if (known?.from === wanted.from && known.until === wanted.until) return [];
    const others = state.filter(({ booking }) => booking !== wanted.booking && booking !== besides);
    if (others.some((it) => doMeet(it, wanted))) throw doublyBooked(what);
    return [{ type: 'TimeBooked', data: wanted }];
  };

export const release =
  (booking: string): Decision<State, Event> =>
  (state) =>
    state.some((it) => it.booking === booking) ? [{ type: 'TimeReleased', data: { booking } }] : [];

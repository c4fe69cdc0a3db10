/** One interview day, or one booking of it, for whoever may have to do with it. */
import { type Actor, mayReach, type Right } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import { bookingIn } from '../../domain/day/booking.js';
import type { Booking, Known } from '../../domain/day/day-state.js';
import { notYourBooking, notYourDay, unknownDay } from '../../domain/day/refusals.js';

export type FoundDay = Readonly<{ dayId: string; state: Known; revision: number }>;
export type FoundBooking = FoundDay & Readonly<{ booking: Booking }>;

type Knowing = Pick<Dependencies, 'town' | 'pseudonyms' | 'days'>;

/** Refused: `interview-day-unknown`, and `not-your-interview-day` to whoever it does not concern. */
export const findDay = async (
  { days }: Pick<Dependencies, 'days'>,
  dayId: string,
  actor: Actor,
  right: Right,
): Promise<FoundDay> => {
  const { state, revision } = await days.query(dayId);
  if (state === null) throw unknownDay();
  const ties = state.host === actor.id ? (['held'] as const) : [];
  if (!mayReach(right, actor, { area: state.area, ties })) throw notYourDay();
  return { dayId, state, revision };
};

/**
 * A booking for whoever may change it: a resident their own, everybody else those of a day that they may reach.
 *
 * Refused: `interview-day-unknown`, `booking-unknown`, `not-your-booking` to residents, else `not-your-interview-day`.
 */
export const findBooking = async (
  deps: Knowing,
  dayId: string,
  name: string,
  { actor, right }: Readonly<{ actor: Actor; right: Right }>,
): Promise<FoundBooking> => {
  if (actor.role !== 'resident') {
    const found = await findDay(deps, dayId, actor, right);
    return { ...found, booking: bookingIn(found.state, name) };
  }
  const { state, revision } = await deps.days.query(dayId);
  if (state === null) throw unknownDay();
  const booking = bookingIn(state, name);
  const isOwn = booking.account === deps.pseudonyms.of(deps.town, actor.id);
  const ties = isOwn ? (['own'] as const) : [];
  if (!mayReach(right, actor, { area: state.area, ties })) throw notYourBooking();
  return { dayId, state, revision, booking };
};

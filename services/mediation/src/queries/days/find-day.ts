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

/** A booking that whoever asks made for themselves, or for others at the desk. Refused: `not-your-booking`. */
export const findOwnBooking = async (
  deps: Knowing,
  dayId: string,
  name: string,
  actor: Actor,
): Promise<FoundBooking> => {
  const { state, revision } = await deps.days.query(dayId);
  if (state === null) throw unknownDay();
  const booking = bookingIn(state, name);
  const isOwn = actor.role === 'resident' && booking.account === deps.pseudonyms.of(deps.town, actor.id);
  const ties = isOwn ? (['own'] as const) : [];
  if (!mayReach('interview.book', actor, { area: state.area, ties })) throw notYourBooking();
  return { dayId, state, revision, booking };
};

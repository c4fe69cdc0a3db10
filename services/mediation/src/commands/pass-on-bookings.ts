/** Whoever was to come to a day that was called off goes to another one. */
import { type DecisionContext, uuidOf } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import { passOn, receive, receivedAt, toPassOn } from '../domain/day/calling-off.js';
import type { OtherPlace } from '../domain/day/day-events.js';
import type { Booking, State } from '../domain/day/day-state.js';

type Parts = Pick<Dependencies, 'days' | 'dateOf'>;
type Passing = Readonly<{ fromDay: string; booking: Booking; context: DecisionContext }>;

/** One cause decides once on one stream, and several people may go to the same day: each is a cause of its own. */
const causeOf = async (context: DecisionContext, booking: string): Promise<DecisionContext> => ({
  ...context,
  causationId: await uuidOf(context.causationId, 'pass on', booking),
});

/** As the day hears of them to which they go. */
const wantedOf = ({ fromDay, booking: it }: Passing) => ({
  booking: it.booking,
  person: it.person,
  detailsId: it.detailsId,
  cases: it.cases,
  ...(it.account === undefined ? {} : { account: it.account }),
  door: it.door === 'walk-in' ? ('desk' as const) : it.door,
  fromDay,
});

/** Where they come to; a day that was called off as well sends them on. `null`: there was no room. */
const placeOn = async (parts: Parts, passing: Passing, target: string): Promise<OtherPlace | null> => {
  const wanted = wantedOf(passing);
  const asked = new Set([passing.fromDay]);
  for (let day: string | null = target; day !== null && !asked.has(day);) {
    asked.add(day);
    const { state }: { state: State } = await parts.days(day, receive(wanted, parts.dateOf), passing.context);
    const place = receivedAt(day, state, wanted);
    if (place !== null) return place;
    day = state?.calledOff?.toDay ?? null;
  }
  return null;
};

/**
 * Passes on everybody who was to come to a day that was called off. Doing so again, after it was interrupted anywhere,
 * loses nobody and gives nobody two places.
 */
export const passOnBookings = async (
  parts: Parts,
  fromDay: string,
  context: DecisionContext,
): Promise<void> => {
  const { state } = await parts.days.query(fromDay);
  const toDay = state?.calledOff?.toDay ?? null;
  // One after the other, so that who comes first has the first free slot.
  for (const booking of toPassOn(state)) {
    const own = await causeOf(context, booking.booking);
    const to = toDay === null ? null : await placeOn(parts, { fromDay, booking, context: own }, toDay);
    await parts.days(fromDay, passOn(booking.booking, to), own);
  }
};

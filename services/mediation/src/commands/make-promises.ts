/** What was promised in an interview becomes promises that somebody keeps. */
import type { DecisionContext } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { Known } from '../domain/day/day-state.js';
import { make } from '../domain/promise/promise.js';

/** Those of one booking; what was made already stays as it is. */
export const makePromises = async (
  { promises }: Pick<Dependencies, 'promises'>,
  day: Readonly<{ dayId: string; state: Known }>,
  name: string,
  context: DecisionContext,
): Promise<void> => {
  const booking = day.state.bookings.find((it) => it.booking === name);
  if (booking === undefined || booking.endedAt === null) return;
  const { person, endedAt } = booking;
  for (const { promise, ...given } of booking.promises) {
    const details = { ...given, area: day.state.area, day: day.dayId, booking: name, person };
    await promises(promise, make(details, endedAt), context);
  }
};

/** Whom the desk has to tell that their interview day was called off. */
import type { Dependencies } from '../../dependencies.js';
import type { Booking, Known } from '../../domain/day/day-state.js';
import type { DayRow } from '../../views/days.js';
import { bookingOf } from './show-day.js';

/** Who has gone on from where they were sent is told of that, and not of what was in between. */
const hasGoneOn = (target: DayRow | null | undefined, { booking }: Booking): boolean =>
  (target?.state?.bookings ?? []).some((it) => it.booking === booking && it.state === 'passed-on');

const targetOf = ({ to }: Booking): string => to?.day ?? '';

export const untold = async ({ dayRows }: Pick<Dependencies, 'dayRows'>, rows: readonly DayRow[]) => {
  const known = rows.flatMap(({ dayId, state }) => (state === null ? [] : [{ dayId, state }]));
  const of = ({ bookings }: Known) => bookings.filter((it) => it.state === 'passed-on' && !it.isTold);
  const all = known.flatMap((day) => of(day.state).map((booking) => ({ ...day, booking })));
  const names = [...new Set(all.map(({ booking }) => targetOf(booking)))];
  const found = await dayRows.getMany(names);
  const targets = new Map(names.map((name, nth) => [name, found[nth]]));
  return all
    .filter(({ booking }) => !hasGoneOn(targets.get(targetOf(booking)), booking))
    .map(({ dayId, state, booking }) => bookingOf(dayId, state, booking));
};

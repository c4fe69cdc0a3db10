/** Every interview day as it stands: for lists, and to find who comes. */
import { column, idOf, type Projection, type ReadModelOf } from '@mulin/kernel';
import type { Event } from '../domain/day/day-events.js';
import { type Booking, decider, type Known, type State } from '../domain/day/day-state.js';

/** `state` is `null` for what begins with an event that publishes nothing, which no log has. */
export type DayRow = Readonly<{ dayId: string; state: State }>;

const of =
  <Value>(get: (it: Known) => Value) =>
  ({ state }: DayRow): Value | null =>
    state === null ? null : get(state);

const isToTell = ({ state, isTold }: Booking): boolean => state === 'passed-on' && !isTold;

export const days = {
  name: 'days',
  version: 1,
  categories: [decider.category],
  key: idOf,
  project: (row, event) => ({
    dayId: idOf(event),
    state: decider.evolve(row?.state ?? decider.initial, event),
  }),
  columns: {
    area: column.path(of((it) => it.area)),
    host: column.text(of((it) => it.host)),
    date: column.text(of((it) => it.date)),
    calledOff: column.boolean(of((it) => it.calledOff !== null)),
    /** Somebody was passed on, and nobody has told them. */
    toTell: column.boolean(of((it) => it.bookings.some(isToTell))),
    /** The accounts of those who booked, as pseudonyms. */
    accounts: column.texts(({ state }) => (state?.bookings ?? []).flatMap(({ account }) => account ?? [])),
  },
  sorts: ['date'],
} satisfies Projection<DayRow, Event>;

export type DaysView = ReadModelOf<typeof days>;

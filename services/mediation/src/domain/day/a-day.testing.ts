/** An interview day as scenarios need it: two slots of a morning, and people who come. */
import { type Instant, instant, type PersonId } from '@mulin/kernel';
import { localDate } from '@mulin/working-time';
import type { Event, GivenPromise, Visitor } from './day-events.js';
import type { DateOf } from './publishing.js';

export const dateOf: DateOf = (at) => localDate('Asia/Shanghai', Date.parse(at));

/** At this hour and minute of the day itself, by the clocks of the town. */
export const at = (clock: string, date = '2026-03-09'): Instant => instant(`${date}T${clock}:00+08:00`);

export const before = at('10:00', '2026-03-02');

export const slots = [
  { from: at('09:00'), until: at('09:30'), capacity: 1 },
  { from: at('09:30'), until: at('10:00'), capacity: 2 },
] as const;

export const details = {
  area: 'mu/dongguan',
  host: 'secretary',
  hostRole: 'community-secretary',
  place: 'Room 201',
} as const;

export const published: Event = {
  type: 'DayPublished',
  data: {
    ...details,
    date: '2026-03-09',
    version: 1,
    slots: slots.map((slot, nth) => ({ slot: nth + 1, ...slot })),
    publishedAt: before,
  },
};

export const visitor = (name: string, cases: readonly string[] = []): Visitor => ({
  booking: `booking of ${name}`,
  person: `person ${name}` as PersonId, // any text will do here
  detailsId: `details of ${name}`,
  cases,
});

export const booked = (name: string, slot: number, bookedAt: Instant = before): Event => ({
  type: 'BookingMade',
  data: { ...visitor(name), door: 'portal', slot, bookedAt },
});

export const checkedIn = (name: string, queue: number, checkedInAt = at('08:50')): Event => ({
  type: 'CheckedIn',
  data: { booking: `booking of ${name}`, queue, checkedInAt },
});

export const calledOff = (toDay: string | null, calledOffAt = before): Event => ({
  type: 'DayCalledOff',
  data: { area: 'mu/dongguan', host: 'secretary', toDay, calledOffAt },
});

export const given: GivenPromise = {
  promise: 'promise 1',
  number: 'mu-P-2026-000001',
  owner: 'member',
  textId: 'text 1',
  publicText: null,
  dueAt: at('17:00', '2026-03-20'),
  about: null,
};

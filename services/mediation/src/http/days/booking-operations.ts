/** What the routes promise by which people book, choose another slot, or do not come after all. */
import { interviewOutcomes } from '@mulin/contracts';
import { type Operation, pageOf, type Refusals, TownTime } from '@mulin/service';
import { z } from 'zod';
import { bookingStates } from '../../domain/day/day-state.js';
import { standings } from '../../domain/promise/promise.js';
import { both, words } from '../disputes/common-operations.js';
import { exampleDay, ofDay, tag } from './day-operations.js';

const Place = z.strictObject({ day: z.uuid(), slot: z.int(), from: TownTime });

export const Booking = z
  .strictObject({
    day: z.uuid(),
    booking: z.uuid(),
    date: z.iso.date(),
    place: z.string(),
    /** `null`: a walk-in has none. */
    slot: z.int().nullable(),
    from: TownTime.nullable(),
    state: z.enum(bookingStates).meta({ id: 'BookingState' }),
    door: z.enum(['portal', 'code', 'desk', 'walk-in']),
    /** `null`: not checked in yet. */
    queue: z.int().nullable(),
    cases: z.array(z.string()),
    /** Of one whose day was called off: where they come to instead; `null`: nowhere, please book anew. */
    to: Place.nullable(),
    outcome: z.enum(interviewOutcomes).nullable(),
    promises: z.array(
      z.strictObject({ promise: z.uuid(), number: z.string(), owner: z.string(), dueAt: TownTime }),
    ),
  })
  .meta({ id: 'InterviewBooking' });

export const exampleBooking: z.infer<typeof Booking> = {
  day: exampleDay.day,
  booking: '7d0a4c52-9b1e-8a3f-8c55-1e2d3c4b5a02',
  date: exampleDay.date,
  place: exampleDay.place,
  slot: 1,
  from: '2026-03-13T09:00:00.000+08:00',
  state: 'booked',
  door: 'portal',
  queue: null,
  cases: ['mu-2026-000417'],
  to: null,
  outcome: null,
  promises: [],
};

export const closedDay = ['interview-day-over', 'interview-day-called-off'] as const;
const places = ['slot-past', 'slot-full', ...closedDay] as const;

export const booking: Operation = {
  tag,
  ...words(
    both('Book a slot', '预约接访'),
    both(
      'By a resident for themselves, with an account or with number and code of a case, or by the desk for a caller. Nobody has two bookings of one day.',
      '居民凭账号或案件编号和查询码预约，或由受理台代约；每人每个接访日限约一次。',
    ),
  ),
  answer: Booking,
  example: exampleBooking,
  refusals: {
    404: ['interview-day-unknown', 'slot-unknown'],
    409: [...places, 'booked-already', 'phone-not-readable'],
  },
};

const ofBooking = (...more: readonly string[]): Refusals => ({
  403: ['not-your-booking', 'not-your-interview-day'],
  404: ['interview-day-unknown', 'booking-unknown', 'slot-unknown'],
  409: ['booking-over', ...more],
});

export const moving: Operation = {
  tag,
  ...words(
    both('Choose another slot', '改约时段'),
    both(
      'On the same day, where there is room: a resident their own booking; the desk, and whoever holds the day, that of anybody, whom they tell themselves: nobody else does.',
      '在同一接访日内改到有名额的时段：居民改本人的预约，受理台和当日接访人可改任何人的预约，并由其告知本人。',
    ),
  ),
  answer: Booking,
  example: { ...exampleBooking, slot: 2 },
  refusals: ofBooking(...places),
};

export const cancelling: Operation = {
  tag,
  ...words(
    both('Cancel a booking', '取消预约'),
    both('Before the slot begins; the place is free again.', '须在时段开始前取消，名额随即释放。'),
  ),
  answer: Booking,
  example: { ...exampleBooking, state: 'cancelled' },
  refusals: ofBooking('slot-past', ...closedDay),
};

const OwnPromise = z.strictObject({
  number: z.string(),
  state: z.enum(standings),
  dueAt: TownTime,
  keptAt: TownTime.nullable(),
  /** `null`: it was erased. */
  text: z.string().nullable(),
});

export const listingOwn: Operation = {
  tag,
  ...words(
    both('List one’s own bookings', '我的预约'),
    both(
      'With what became of them, and what was promised. The owners of promises are not named.',
      '本人的预约、结果以及得到的承诺；不显示承诺责任人。',
    ),
  ),
  answer: z.strictObject({
    items: z.array(
      z
        .strictObject({ ...Booking.omit({ promises: true }).shape, promises: z.array(OwnPromise) })
        .meta({ id: 'OwnInterviewBooking' }),
    ),
    next: z.string().nullable(),
  }),
  example: { items: [exampleBooking], next: null },
  refusals: { 400: ['malformed-cursor'] },
};

export const listingToTell: Operation = {
  tag,
  ...words(
    both('List whom to tell', '待告知人员'),
    both(
      'Whoever had booked a day that was called off, and has not been told yet what follows.',
      '所约接访日已取消、尚未告知后续安排的人员。',
    ),
  ),
  answer: pageOf(Booking),
  example: {
    items: [{ ...exampleBooking, state: 'passed-on', to: null }],
    next: null,
  },
  refusals: { 400: ['malformed-cursor'] },
};

export const telling: Operation = {
  tag,
  ...words(
    both('Record that somebody was told', '登记已告知'),
    both('They know that their day was called off, and what follows.', '已告知其接访日取消及后续安排。'),
  ),
  answer: Booking,
  example: { ...exampleBooking, state: 'passed-on' },
  refusals: { ...ofDay('nothing-to-tell'), 404: ['interview-day-unknown', 'booking-unknown'] },
};

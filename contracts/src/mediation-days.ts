import { z } from 'zod';
import { contract, moment } from './contract.js';
import { InterviewOutcome } from './mediation-words.js';

const Account = z.string().min(1);
const AreaPath = z.string().min(1);
const Ordinal = z.int().positive();
const Promised = { number: z.string().min(1), area: AreaPath };

/** People can book an interview day from now on, or it is another one than was said before. `subject`: the day. */
export const InterviewDayPublishedV1 = contract(
  'mediation.interview-day-published.v1',
  z.object({
    /** `1` when it was published first; the last one counts. */
    version: Ordinal,
    area: AreaPath,
    /** Whose day it is. */
    host: Account,
    date: z.iso.date(),
    slots: z
      .array(z.object({ slot: Ordinal, from: moment, until: moment, capacity: z.int().positive() }))
      .min(1),
  }),
);

/** An interview day is not held. `subject`: the day. */
export const InterviewDayCalledOffV1 = contract(
  'mediation.interview-day-called-off.v1',
  z.object({
    area: AreaPath,
    host: Account,
    /** The day to which bookings go; `null`: people are told to book anew. */
    toDay: z.uuid().nullable(),
  }),
);

/** Somebody comes at another time than they had booked. `subject`: the day that they had booked. */
export const BookingMovedV1 = contract(
  'mediation.booking-moved.v1',
  z.object({
    booking: z.uuid(),
    /** `null`: nowhere, because no other day had room; they are told to book anew. */
    to: z.object({ day: z.uuid(), slot: Ordinal, from: moment }).nullable(),
  }),
);

/** Somebody was seen on an interview day, or did not come. `subject`: the day. */
export const InterviewEndedV1 = contract(
  'mediation.interview-ended.v1',
  z.object({
    booking: z.uuid(),
    outcome: InterviewOutcome,
    /** The promises that were made in it. */
    promises: z.array(z.uuid()),
  }),
);

/** The town has promised somebody something. `subject`: the promise; its deadline is told beside. */
export const PromiseMadeV1 = contract(
  'mediation.promise-made.v1',
  z.object({
    ...Promised,
    /** Who keeps it. */
    owner: Account,
    dueAt: moment,
    /** The interview day on which it was made. */
    day: z.uuid(),
    /** The case it is about; absent: about none. */
    about: z.object({ caseId: z.uuid(), number: z.string().min(1) }).optional(),
  }),
);

/** A promise was kept, in time or late. `subject`: the promise. */
export const PromiseKeptV1 = contract('mediation.promise-kept.v1', z.object({ ...Promised, owner: Account }));

/** A promise was declared not to be kept. `subject`: the promise. */
export const PromiseDroppedV1 = contract(
  'mediation.promise-dropped.v1',
  z.object({ ...Promised, owner: Account }),
);

/** What the routes promise by which people are received and seen. */
import { type Operation, type Refusals } from '@mulin/service';
import { z } from 'zod';
import { both, words } from '../disputes/common-operations.js';
import { Promised, promiseExample } from '../promises/promise-operations.js';
import { Booking, closedDay, exampleBooking } from './booking-operations.js';
import { ofDay, tag } from './day-operations.js';

const here = { ...exampleBooking, state: 'here' as const, queue: 1 };

const ofVisitor = (...more: readonly string[]): Refusals => ({
  ...ofDay(...more),
  404: ['interview-day-unknown', 'booking-unknown'],
});

export const listingQueue: Operation = {
  tag,
  ...words(
    both('List who comes', '来访名单'),
    both(
      'First who waits, by their number, then who is expected; for whoever holds the day, and the desk. Names are in each visitor’s file.',
      '先按取号顺序列出候访人员，再列出已预约人员，供接访人和受理台查看；姓名见来访人资料。',
    ),
  ),
  answer: z.strictObject({ items: z.array(Booking) }).meta({ id: 'InterviewQueue' }),
  example: { items: [here] },
  refusals: { 403: ['not-your-interview-day'], 404: ['interview-day-unknown'] },
};

export const readingVisitor: Operation = {
  tag,
  ...words(
    both('Read what is at hand for an interview', '查看来访人资料'),
    both(
      'Who comes and what about, the cases they named, and what the town has promised them before. Each reading is on record.',
      '来访人、来访事项、相关案件以及此前得到的承诺。每次查看均留痕。',
    ),
  ),
  answer: z
    .strictObject({
      booking: z.uuid(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      topic: z.string().nullable(),
      cases: z.array(z.string()),
      promises: z.array(z.strictObject({ ...Promised.shape, text: z.string().nullable() })),
      words: z.string().nullable(),
    })
    .meta({ id: 'InterviewVisitor' }),
  example: {
    booking: exampleBooking.booking,
    name: 'Somebody',
    phone: null,
    topic: 'The lamp at the gate.',
    cases: exampleBooking.cases,
    promises: [{ ...promiseExample, text: 'A lamp by the end of the month.' }],
    words: null,
  },
  refusals: ofVisitor(),
};

export const namingCases: Operation = {
  tag,
  ...words(
    both('Name cases of a visit', '登记相关案件'),
    both('So that they are at hand when the visitor is seen.', '供接访时查阅。'),
  ),
  answer: Booking,
  example: exampleBooking,
  refusals: ofVisitor('booking-over', ...closedDay),
};

export const checkingIn: Operation = {
  tag,
  ...words(
    both('Check a visitor in', '签到取号'),
    both('They are here, and have the next number of the queue.', '来访人到场，领取下一个候访号。'),
  ),
  answer: Booking,
  example: here,
  refusals: ofVisitor('booking-over', 'checked-in-already', 'not-today', ...closedDay),
};

export const walkingIn: Operation = {
  tag,
  ...words(
    both('Receive a visitor without a booking', '登记未预约来访'),
    both('They have the next number of the queue.', '领取下一个候访号。'),
  ),
  answer: Booking,
  example: { ...here, slot: null, from: null, door: 'walk-in' },
  refusals: ofDay('booked-already', 'not-today', 'phone-not-readable', ...closedDay),
};

export const ending: Operation = {
  tag,
  ...words(
    both('Record how an interview ended', '登记接访结果'),
    both(
      'By whoever holds the day: a decision, a promise, advice, or nobody was there. Each promise has an owner and a date, and is a deadline from then on.',
      '由接访人登记：当场决定、作出承诺、解释引导或来访人未到。每项承诺须有责任人和期限，并随即计时。',
    ),
  ),
  answer: Booking,
  example: {
    ...here,
    state: 'seen',
    outcome: 'promised',
    promises: [
      {
        promise: promiseExample.promiseId,
        number: promiseExample.number,
        owner: promiseExample.owner,
        dueAt: promiseExample.dueAt,
      },
    ],
  },
  refusals: ofVisitor(
    'booking-over',
    'interview-ended',
    'not-checked-in',
    'slot-not-begun',
    'promise-missing',
    'not-promised',
    'promise-without-owner',
    'promise-without-due',
    'promise-due-past',
    'public-text-personal',
    'owner-unknown',
  ),
};

/** What the routes promise that publish, list and call off interview days. */
import { type Operation, pageOf, type Refusals, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { both, words } from '../disputes/common-operations.js';

export const tag: Tag = {
  name: 'interview-days',
  description: {
    en: 'Days on which a secretary or town leader sees people: slots, bookings, the queue, and what comes of it.',
    zh: '书记接访日：时段、预约、取号候访及接访结果。',
  },
};

const Slot = z.strictObject({
  slot: z.int(),
  from: TownTime,
  until: TownTime,
  capacity: z.int(),
  /** How many can still book it. */
  free: z.int(),
});

const Day = z
  .strictObject({
    day: z.uuid(),
    version: z.int(),
    area: z.string(),
    heldBy: z.enum(['community-secretary', 'town-leader']),
    date: z.iso.date(),
    place: z.string(),
    slots: z.array(Slot),
    isCalledOff: z.boolean(),
    /** Of one that was called off: the day to which bookings go. */
    toDay: z.uuid().nullable(),
  })
  .meta({ id: 'InterviewDay' });

/** With the account of whoever holds it. */
const StaffDay = z.strictObject({ ...Day.shape, host: z.string() }).meta({ id: 'InterviewDayOfStaff' });

export const exampleDay: z.infer<typeof Day> = {
  day: '3b9c1f0e-6a57-8d5b-9a6c-2f0d7a1b4c01',
  version: 1,
  area: 'mu/dongguan',
  heldBy: 'community-secretary',
  date: '2026-03-13',
  place: 'Room 201',
  slots: [
    {
      slot: 1,
      from: '2026-03-13T09:00:00.000+08:00',
      until: '2026-03-13T09:30:00.000+08:00',
      capacity: 2,
      free: 1,
    },
  ],
  isCalledOff: false,
  toDay: null,
};
const staffExample = { ...exampleDay, host: 'secretary@mu' };

const slotCodes = [
  'no-slots',
  'slot-backwards',
  'slots-overlap',
  'slots-of-two-days',
  'slot-past',
  'place-personal',
] as const;

/** What anybody is refused who works with a day. */
export const ofDay = (...more: readonly string[]): Refusals => ({
  403: ['not-your-interview-day'],
  404: ['interview-day-unknown'],
  409: more,
});

export const publishing: Operation = {
  tag,
  ...words(
    both('Publish an interview day', '发布接访日'),
    both(
      'For a secretary or town leader, or by the desk for them: place and slots, each with how many can book it.',
      '由社区书记、镇领导或受理台发布：地点、各时段及名额。',
    ),
  ),
  answer: StaffDay,
  example: staffExample,
  refusals: { 403: ['not-your-area'], 409: [...slotCodes, 'host-unknown'] },
};

export const changing: Operation = {
  tag,
  ...words(
    both('Publish an interview day again', '更改接访日'),
    both(
      'Another place or other slots. A slot is known by when it begins; one that somebody has booked stays, with room for them all.',
      '更改地点或时段。时段以开始时间识别；已有预约的时段须保留，名额不少于已约人数。',
    ),
  ),
  answer: StaffDay,
  example: { ...staffExample, version: 2 },
  refusals: ofDay(...slotCodes, 'slot-has-bookings', 'interview-day-over', 'interview-day-called-off'),
};

export const callingOff: Operation = {
  tag,
  ...words(
    both('Call an interview day off', '取消接访日'),
    both(
      'Whoever had booked goes to the day that is named, where there is room, the earliest first; the desk sees whom to tell.',
      '已预约人员按先后改到指定的接访日，名额不足或未指定的须重新预约；受理台可查看待告知人员。',
    ),
  ),
  answer: StaffDay,
  example: { ...staffExample, isCalledOff: true },
  refusals: ofDay('interview-day-over', 'interview-day-called-off', 'target-day-closed'),
};

export const listing: Operation = {
  tag,
  ...words(
    both('List interview days', '接访日列表'),
    both(
      'For everybody, without signing in: where and when, and how many can still book.',
      '对所有人公开，无须登录：时间、地点和剩余名额。',
    ),
  ),
  answer: pageOf(Day),
  example: { items: [exampleDay], next: null },
  refusals: { 400: ['malformed-cursor'] },
};

export const reading: Operation = {
  tag,
  ...words(
    both('Read an interview day', '查看接访日'),
    both('For everybody, without signing in.', '对所有人公开，无须登录。'),
  ),
  answer: Day,
  example: exampleDay,
  refusals: { 404: ['interview-day-unknown'] },
};

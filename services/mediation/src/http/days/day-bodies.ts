/** What is sent about interview days. */
import { interviewOutcomes } from '@mulin/contracts';
import { inBothLanguages, Moment } from '@mulin/service';
import { z } from 'zod';

/** Several pages. */
const longest = 20_000;
const Text = z.string().trim().min(1).max(longest);
const Line = z.string().trim().min(1).max(200);
const Path = z.string().min(1).max(400);
const Account = z.string().trim().min(1).max(400);

export const DayId = z.uuid();
export const BookingId = z.uuid();

/** A day of more slots is a mistake of the unit. */
const mostSlots = 100;
const Slots = z
  .array(z.strictObject({ from: Moment, until: Moment, capacity: z.int().positive().max(1_000) }))
  .max(mostSlots);

export const PublishDay = z.strictObject({
  area: Path,
  /** Absent: of whoever asks. */
  host: Account.optional(),
  /** Where people come to; everybody reads it. */
  place: Line,
  slots: Slots,
});
export const ChangeDay = z.strictObject({ place: Line, slots: Slots });
/** `null`: people are told to book anew. */
export const CallOffDay = z.strictObject({ toDay: DayId.nullable() });

const phone = /^[+(（]?[0-9][0-9 ()（）.·-]{3,28}$/;
const Phone = z
  .string()
  .max(40)
  .regex(
    phone,
    inBothLanguages('a phone number of 5 to 20 digits is needed', '应为 5 至 20 位数字的电话号码'),
  );

/** Nobody talks about more of them in one interview. */
const mostCases = 50;
const Cases = z.array(Line.max(64)).max(mostCases);

const Visitor = z.strictObject({
  name: Line,
  phone: Phone,
  topic: Text.optional(),
  /** Numbers of cases that it is about. */
  cases: Cases.default([]),
});

export const BookSlot = z.strictObject({ ...Visitor.shape, slot: z.int().positive() });
/** Without a phone, nothing that was promised to them before is found. */
export const WalkIn = z.strictObject({ ...Visitor.shape, phone: Phone.optional() });
export const ChooseSlot = z.strictObject({ slot: z.int().positive() });
export const NameCases = z.strictObject({ cases: Cases.min(1) });

/** More promises at once are no promises. */
const mostPromises = 20;

const Promised = z.strictObject({
  text: Text,
  /** The account of whoever keeps it. */
  owner: Account.optional(),
  dueAt: Moment.optional(),
  /** What everybody may read of it; absent: nothing. */
  publicText: Line.optional(),
  /** The case it is about. */
  about: z.strictObject({ caseId: z.uuid(), number: Line.max(64) }).optional(),
});

export const EndInterview = z.strictObject({
  outcome: z.enum(interviewOutcomes),
  /** What was decided or advised. */
  words: Text.optional(),
  promises: z.array(Promised).max(mostPromises).default([]),
});

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};

export const ListDays = z.strictObject({
  area: Path.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  ...page,
});
export const ListBookings = z.strictObject(page);

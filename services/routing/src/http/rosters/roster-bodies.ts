/** What is sent of a roster. */
import { Moment } from '@mulin/service';
import { standings } from '@mulin/pack';
import { z } from 'zod';

const mostDuties = 60;
const mostDays = 3_660;

const Turn = z
  .strictObject({
    first: Moment,
    days: z.int().min(1).max(mostDays),
    every: z.int().min(1).max(mostDays),
  })
  .refine(({ days, every }) => days <= every);

/** `from` absent: since ever; `until` absent: without an end. `shift` absent: round the clock. */
const Duty = z.strictObject({
  account: z.string().min(1).max(400),
  role: z.string().min(1).max(40),
  standing: z.enum(standings).optional(),
  from: Moment.optional(),
  until: Moment.optional(),
  shift: z.string().min(1).max(100).optional(),
  turn: Turn.optional(),
});

/** All who are on duty there from now on; who stands first is asked first. `isEmptyMeant`: that nobody is, now. */
export const ChangeRoster = z.strictObject({
  duties: z.array(Duty).max(mostDuties),
  isEmptyMeant: z.boolean().default(false),
});

/** The id of a micro-grid, the path of an area, or `office:` and the id of an office. */
export const PlaceId = z.string().min(1).max(400);

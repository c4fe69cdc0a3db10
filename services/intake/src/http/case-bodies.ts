/** What is sent and asked about a case. */
import { channels, declineReasons, doors, outcomes, reclassifyReasons, urgencies } from '@mulin/contracts';
import { inBothLanguages, Moment } from '@mulin/service';
import { z } from 'zod';
import { Phone, Place, Words } from './fields.js';

export const RegisterDemand = z.strictObject({
  menuItem: z.string().min(1).max(64),
  words: Words,
  place: Place.optional(),
  channel: z.enum(channels).optional(),
  urgency: z.enum(urgencies).optional(),
  /** Who asks, where a clerk writes it down for them. */
  phone: Phone.optional(),
  name: z.string().min(1).max(100).optional(),
  reportedAt: Moment.optional(),
});
export const DeclineCase = z.strictObject({ reason: z.enum(declineReasons), door: z.enum(doors) });
export const ReclassifyCase = z
  .strictObject({
    reason: z.enum(reclassifyReasons),
    menuItem: z.string().min(1).max(64).optional(),
    urgency: z.enum(urgencies).optional(),
    place: Place.optional(),
    /** Who asked, where somebody else was noted. */
    phone: Phone.optional(),
    name: z.string().min(1).max(100).optional(),
    /** Whoever was noted first asked after all: their account and code open it again. */
    isFirstPerson: z.literal(true).optional(),
  })
  .refine(
    ({ isFirstPerson, phone, name }) => isFirstPerson === undefined || (phone ?? name) === undefined,
    inBothLanguages(
      'isFirstPerson: phone and name are those that were noted first, and are not said again',
      '填写 `isFirstPerson` 时沿用最初登记的电话和姓名，请勿再填 `phone`、`name`',
    ),
  )
  .refine(
    ({ reason: _, ...corrected }) => Object.values(corrected).some((it) => it !== undefined),
    inBothLanguages(
      'menuItem, urgency, place, phone, name or isFirstPerson: one of them is corrected',
      '至少须更正 `menuItem`、`urgency`、`place`、`phone`、`name`、`isFirstPerson` 中的一项',
    ),
  );
export const WithdrawCase = z.strictObject({});
export const CloseCase = z.strictObject({
  outcome: z.enum(outcomes),
  /** For `duplicate`: the case that answers for this one, too, by its id or its number. */
  duplicateOf: z.string().min(1).max(100).optional(),
});
export const Purpose = z.strictObject({
  purpose: z.enum(['answering', 'call-back', 'verification', 'supervision']),
});

/** To take up a case again, divide it, join it to another one, or add to it. */
export const ReopenCase = z.strictObject({
  /** Absent: whoever asked asks again. */
  because: z.enum(['asked-again', 'closed-by-mistake']).optional(),
});
export const SplitCase = z.strictObject({
  menuItem: z.string().min(1).max(64),
  /** What of the demand is the part. */
  words: Words,
  /** Absent: where the whole is. */
  place: Place.optional(),
  urgency: z.enum(urgencies).optional(),
});
export const MergeCase = z.strictObject({
  /** The case that answers for both, by its id or its number. */
  into: z.string().min(1).max(100),
});
export const UnmergeCase = z.strictObject({});

/** As many photos as a phone sends at once. */
const photosAtOnce = 20;

export const AddToCase = z
  .strictObject({ words: Words.optional(), photoIds: z.array(z.uuid()).min(1).max(photosAtOnce).optional() })
  .refine(
    ({ words, photoIds }) => words !== undefined || photoIds !== undefined,
    inBothLanguages('words or photoIds: one of them is added', '须填写 `words` 或 `photoIds`'),
  );
/** Staff say what for; of a resident’s own case it is known. */
export const ReadAdditions = z.strictObject({
  purpose: z.enum(['answering', 'call-back', 'verification', 'supervision']).optional(),
});
export const KeepPhoto = z.strictObject({
  /** Which case it is about, by its id or its number; a resident may leave it out until they add it. */
  caseId: z.string().min(1).max(100).optional(),
});

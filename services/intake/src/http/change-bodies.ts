/** What is sent to take up a case again, divide it, join it to another one, or add to it. */
import { urgencies } from '@mulin/contracts';
import { inBothLanguages } from '@mulin/service';
import { z } from 'zod';
import { Place, Words } from './fields.js';

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

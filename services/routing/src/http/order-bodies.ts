/** What is sent of the work on an order. */
import { contactManners, handOverReasons, refusalReasons } from '@mulin/contracts';
import { type Instant, instant } from '@mulin/kernel';
import { Moment } from '@mulin/service';
import { z } from 'zod';

/** A letter of several pages. */
const wordsMax = 20_000;
const photosMax = 9;

/** When it was done, by the clock of the device; absent: now. */
const at = Moment.optional();
/** The device's time as decisions take it. */
export const claimed = ({ at: said }: Readonly<{ at?: string | undefined }>): Readonly<{ at?: Instant }> =>
  said === undefined ? {} : { at: instant(said) };
const words = z.string().trim().min(1).max(wordsMax).optional();
/** Of photos that were sent to `/api/v1/photos` before. */
const photoIds = z.array(z.uuid()).min(1).max(photosMax).optional();

/** What the words of an order are read for. */
export const Purpose = z.strictObject({
  purpose: z.enum(['answering', 'call-back', 'verification', 'supervision']),
});

export const TakeOrder = z.strictObject({ at });
export const MakeContact = z.strictObject({ manner: z.enum(contactManners), at });
export const ReportProgress = z.strictObject({ words, photoIds, at });
export const FinishOrder = z.strictObject({ result: z.enum(['solved', 'explained']), words, photoIds, at });

/** `unit` as in a hand-over, or `helpers:` and the path of an area. `task`: what they are to do. */
export const CallHelper = z.strictObject({ unit: z.string().min(1).max(400), task: words });
export const HelpDone = z.strictObject({ at });
export const ReleaseHelper = z.strictObject({ because: z.enum(['not-needed', 'overruled']) });

/** Why it is not done must be said, and nothing else of what is. */
export const VerifyOrder = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('confirmed'), words }),
  z.strictObject({ outcome: z.literal('refused'), reason: z.enum(refusalReasons), words }),
]);

/** `to`: the id of a micro-grid, the path of an area, or `office:` and the id of an office. */
export const HandOverOrder = z.strictObject({
  to: z.string().min(1).max(400),
  reason: z.enum(handOverReasons),
});

/** What is sent about the feedback of a case, and what lists are asked for. */
import { callBackOutcomes, Rating } from '@mulin/contracts';
import { Moment } from '@mulin/service';
import { z } from 'zod';
import { stages } from '../domain/standing.js';

/** What somebody says beside a rating: a page. */
const wordsMax = 4_000;

const Words = z.string().trim().min(1).max(wordsMax);

export const GiveRating = z.strictObject({ ...Rating.shape, words: Words.optional() });
export type GiveRating = z.infer<typeof GiveRating>;

export const MakeCallBack = z.strictObject({
  outcome: z.enum(callBackOutcomes),
  /** What they said of it on the phone; only where they were reached. */
  rating: GiveRating.optional(),
  /** When it was, by the clock of a phone; absent: now. */
  at: Moment.optional(),
});
export type MakeCallBack = z.infer<typeof MakeCallBack>;

export const DecideConclusion = z.strictObject({ decision: z.enum(['close', 'redo']) });

export const Purpose = z.strictObject({
  purpose: z.enum(['answering', 'call-back', 'verification', 'supervision']),
});

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};

/** Without a state: what somebody is to call back now. */
export const ListCallBacks = z.strictObject({ state: z.enum(stages).default('due'), ...page });

const Path = z.string().min(1).max(400);

export const ListRatings = z.strictObject({
  /** By its number or its id. */
  caseId: z.string().min(1).max(200).optional(),
  /** All that lies in it. */
  area: Path.optional(),
  /** Given from this moment on, and before that one. */
  from: Moment.optional(),
  to: Moment.optional(),
  ...page,
});

/** What is sent about exemptions from the rates. */
import { Cycle, exemptionReasons } from '@mulin/contracts';
import { z } from 'zod';
import { exemptionStages } from '../domain/rates/rate-state.js';

/** What speaks for something: a page. */
const wordsMax = 4_000;

const Evidence = z.string().trim().min(1).max(wordsMax);

/** Absent: the last cycle. */
const OfCycle = { cycle: Cycle.optional() };

export const AskExemption = z.strictObject({
  ...OfCycle,
  reason: z.enum(exemptionReasons),
  evidence: Evidence,
});
export const DecideExemption = z.strictObject({ ...OfCycle, granted: z.boolean() });
export const AppealExemption = z.strictObject({ ...OfCycle, evidence: Evidence });
export const ReadExemption = z.strictObject({
  cycle: z.coerce.number().int().positive().optional(),
  /** The unit that asked, where several did; absent: the one that waits for somebody, else of which something was said last. */
  area: z.string().min(1).max(400).optional(),
  office: z.string().min(1).max(400).optional(),
});

/** Without a state: what waits for a decision. */
export const ListExemptions = z.strictObject({
  state: z.enum(exemptionStages).default('asked'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

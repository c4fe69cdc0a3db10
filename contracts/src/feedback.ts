import { z } from 'zod';
import { contract } from './contract.js';
import { CallBackOutcome, ConclusionReason, Cycle, Rating, RatingChannel } from './words.js';

const Account = z.string().min(1);
const AreaPath = z.string().min(1);
const CaseNumber = z.string().min(1);

/** Whoever asked is to be called, by somebody who did not handle it (`time`: since when). */
export const CallBackDueV1 = contract(
  'feedback.call-back-due.v1',
  z.object({ number: CaseNumber, cycle: Cycle, area: AreaPath, handlers: z.array(Account) }),
);

/** Whoever asked was called, or somebody tried to. `attempt`: the how-manieth of this cycle. */
export const CallBackMadeV1 = contract(
  'feedback.call-back-made.v1',
  z.object({
    cycle: Cycle,
    attempt: z.int().positive(),
    caller: Account,
    outcome: CallBackOutcome,
    /** Nobody calls again in this cycle: they were reached, or it was tried often enough. */
    isLast: z.boolean(),
  }),
);

/** What whoever asked says of it. The last rating of a cycle stands. */
export const CaseRatedV1 = contract(
  'feedback.case-rated.v1',
  z.object({ number: CaseNumber, cycle: Cycle, channel: RatingChannel, ...Rating.shape }),
);

/** Whoever asked is not content: the town does it again, in the next cycle. */
export const RedoDemandedV1 = contract(
  'feedback.redo-demanded.v1',
  z.object({ number: CaseNumber, cycle: Cycle, nextCycle: Cycle }),
);

/** Whoever asked is not content though it was done again: the community secretary decides what becomes of it. */
export const SecretaryAskedV1 = contract(
  'feedback.secretary-asked.v1',
  z.object({ number: CaseNumber, cycle: Cycle, area: AreaPath }),
);

/** Nothing is left to ask: the case may be closed (`time`: since when). */
export const CaseConcludedV1 = contract(
  'feedback.case-concluded.v1',
  z.object({
    number: CaseNumber,
    cycle: Cycle,
    outcome: z.enum(['done', 'explained']),
    because: ConclusionReason,
    /** The letter that tells whoever asked, in the vault. */
    letterId: z.uuid().optional(),
  }),
);

import { z } from 'zod';
import { contract } from './contract.js';
import { CallBackOutcome, ConclusionReason, Cycle, ExemptionReason, Rating, RatingChannel } from './words.js';

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

/** A rated unit asks that what of a cycle counts for it be taken out of the rates (`time`: when); somebody outside of it decides. */
export const ExemptionAskedV1 = contract(
  'feedback.exemption-asked.v1',
  z.object({
    number: CaseNumber,
    cycle: Cycle,
    /** Where the case lies, whose units are rated by it; `null`: nobody's land. */
    area: AreaPath.nullable(),
    /** The id of the office of the town that had it. */
    office: z.string().min(1).optional(),
    reason: ExemptionReason,
    /** What speaks for it, in the vault. */
    evidenceId: z.uuid(),
    by: Account,
  }),
);

/** The unit whose exemption it is about; absent from what was published before several could ask in one cycle. */
const askingUnit = { area: AreaPath.nullable().optional(), office: z.string().min(1).optional() };

/** Granted, what of the cycle counts for that unit is in the raw rates alone; somebody outside the rated unit decided so (`time`: when). */
export const ExemptionDecidedV1 = contract(
  'feedback.exemption-decided.v1',
  z.object({ number: CaseNumber, cycle: Cycle, ...askingUnit, granted: z.boolean(), by: Account }),
);

/** Whoever that decision went against has it decided by the town leader; until then it stands. */
export const ExemptionAppealedV1 = contract(
  'feedback.exemption-appealed.v1',
  z.object({
    number: CaseNumber,
    cycle: Cycle,
    area: AreaPath.nullable(),
    office: askingUnit.office,
    /** What speaks against it, in the vault. */
    evidenceId: z.uuid(),
    by: Account,
  }),
);

/** The town leader has decided about the appeal, for good: whether the cycle is taken out of the rates. */
export const ExemptionSettledV1 = contract(
  'feedback.exemption-settled.v1',
  z.object({ number: CaseNumber, cycle: Cycle, ...askingUnit, granted: z.boolean(), by: Account }),
);

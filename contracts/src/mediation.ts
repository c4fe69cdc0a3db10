import { z } from 'zod';
import { contract, moment } from './contract.js';
import {
  AssignmentReason,
  CommitmentEnd,
  CommitmentKind,
  ConfirmationOutcome,
  DisputeDoor,
  DisputeKind,
  DisputeOutcome,
  OtherWay,
  RiskColour,
} from './mediation-words.js';

const Account = z.string().min(1);
const AreaPath = z.string().min(1);
const Numbered = { number: z.string().min(1) };
/** `1` of the first agreement that was drafted in a dispute. */
const Version = z.int().positive();
const Ordinal = z.int().positive();

/** A quarrel is before the mediation committee from now on. `subject`: the dispute. */
export const DisputeOpenedV1 = contract(
  'mediation.dispute-opened.v1',
  z.object({
    ...Numbered,
    kind: DisputeKind,
    colour: RiskColour,
    area: AreaPath,
    door: DisputeDoor,
    /** The case it came from; absent: from none. */
    fromCase: z.object({ caseId: z.uuid(), number: z.string().min(1) }).optional(),
    /** How many parties it has at first. */
    parties: z.int().min(2),
  }),
);

/** A case is mediated from now on. `subject`: the case; its own clocks go on. */
export const CaseInMediationV1 = contract(
  'mediation.case-in-mediation.v1',
  z.object({ disputeId: z.uuid(), disputeNumber: z.string().min(1) }),
);

/** The mediation of a case is over. `subject`: the case. */
export const CaseMediatedV1 = contract(
  'mediation.case-mediated.v1',
  z.object({ disputeId: z.uuid(), disputeNumber: z.string().min(1), outcome: DisputeOutcome }),
);

/** How grave a quarrel is was judged anew. */
export const ColourChangedV1 = contract(
  'mediation.colour-changed.v1',
  z.object({ ...Numbered, colour: RiskColour, before: RiskColour }),
);

/** A party said whether they want mediation. */
export const ConsentGivenV1 = contract(
  'mediation.consent-given.v1',
  z.object({ ...Numbered, party: z.uuid(), isGiven: z.boolean(), isEverybodys: z.boolean() }),
);

/** A mediator has the dispute from now on. */
export const MediatorAssignedV1 = contract(
  'mediation.mediator-assigned.v1',
  z.object({
    ...Numbered,
    mediator: Account,
    /** Whom they stand in for from now on; absent: it is the first one. */
    insteadOf: Account.optional(),
    because: AssignmentReason,
    area: AreaPath,
  }),
);

/** A party does not want this mediator; the committee decides (People's Mediation Law, article 19). */
export const MediatorChallengedV1 = contract(
  'mediation.mediator-challenged.v1',
  z.object({ ...Numbered, mediator: Account, area: AreaPath }),
);

/** A session is to be held, or at another time or place than was said before. */
export const SessionPlannedV1 = contract(
  'mediation.session-planned.v1',
  z.object({
    ...Numbered,
    session: Ordinal,
    from: moment,
    until: moment,
    place: z.string().min(1),
    /** How many parties nobody can call: they are invited in person. Absent: none is. */
    withoutPhone: z.int().positive().optional(),
  }),
);

/** A session that was planned is not held. */
export const SessionCalledOffV1 = contract(
  'mediation.session-called-off.v1',
  z.object({ ...Numbered, session: Ordinal }),
);

/** A session was held (`time`: when it began). */
export const SessionHeldV1 = contract(
  'mediation.session-held.v1',
  z.object({ ...Numbered, session: Ordinal, present: z.int().nonnegative(), parties: z.int().positive() }),
);

/** An agreement has effect from now on: the last signature or seal is there, or it was agreed by word of mouth. */
export const AgreementInEffectV1 = contract(
  'mediation.agreement-in-effect.v1',
  z.object({
    ...Numbered,
    version: Version,
    form: z.enum(['written', 'oral']),
    terms: z.array(z.object({ term: Ordinal, party: z.uuid(), dueAt: moment })).min(1),
  }),
);

/** A term of an agreement was performed, all of it or a part. */
export const TermPerformedV1 = contract(
  'mediation.term-performed.v1',
  z.object({ ...Numbered, version: Version, term: Ordinal, isWhole: z.boolean() }),
);

/** Parties who were promised something were told that a court may help them (People's Mediation Law, article 32). */
export const CourtAdvisedV1 = contract(
  'mediation.court-advised.v1',
  z.object({ ...Numbered, version: Version, term: Ordinal }),
);

/** The parties asked a court together to confirm their agreement. */
export const ConfirmationSoughtV1 = contract(
  'mediation.confirmation-sought.v1',
  z.object({ ...Numbered, version: Version }),
);

/** What the court said. */
export const ConfirmationDecidedV1 = contract(
  'mediation.confirmation-decided.v1',
  z.object({ ...Numbered, version: Version, outcome: ConfirmationOutcome }),
);

/** The quarrel may turn into harm: the secretary is told at once (People's Mediation Law, article 25). */
export const DangerReportedV1 = contract(
  'mediation.danger-reported.v1',
  z.object({ ...Numbered, area: AreaPath, danger: Ordinal }),
);

/** The dispute is over. `otherWays`: what was told to parties who did not agree. */
export const DisputeEndedV1 = contract(
  'mediation.dispute-ended.v1',
  z.object({ ...Numbered, outcome: DisputeOutcome, otherWays: z.array(OtherWay) }),
);

/** A dispute that was over is before the committee again. */
export const DisputeReopenedV1 = contract('mediation.dispute-reopened.v1', z.object({ ...Numbered }));

/**
 * A deadline is owed (`time`: since when). It presses whoever works for the town, and never a party. `subject`: the
 * dispute or the promise.
 */
export const DeadlineSetV1 = contract(
  'mediation.deadline-set.v1',
  z.object({
    ...Numbered,
    of: CommitmentKind,
    /** `<name>/<ordinal>` or `<name>/<ordinal>/<term>`: each is set once. */
    clock: z.string().min(1),
    /** The policy whose clock of this name says how long it may take, and who hears. */
    policy: z.string().min(1),
    /** By when, where that was agreed; absent: the policy says. */
    dueAt: moment.optional(),
    area: AreaPath,
    /** Whose it is; absent: nobody's yet. */
    holder: Account.optional(),
  }),
);

/** It is another person's from now on. */
export const DeadlineHandedOverV1 = contract(
  'mediation.deadline-handed-over.v1',
  z.object({ ...Numbered, of: CommitmentKind, clock: z.string().min(1), holder: Account }),
);

/** A deadline is not owed any more (`time`: since when). */
export const DeadlineEndedV1 = contract(
  'mediation.deadline-ended.v1',
  z.object({ ...Numbered, of: CommitmentKind, clock: z.string().min(1), end: CommitmentEnd }),
);

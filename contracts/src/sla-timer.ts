import { z } from 'zod';
import { contract, moment } from './contract.js';
import { CommitmentAddressee, CommitmentKind } from './mediation-words.js';
import {
  Addressee,
  CancelReason,
  Cycle,
  LadderRole,
  MissingReason,
  ReportedBy,
  SecretaryDecision,
  TermsReason,
  Verdict,
} from './words.js';

/** `<name>/<cycle>` or `<name>/<cycle>/<leg>`. */
const Clock = z.string().min(1);

/** A deadline is owed from now on (`time`: since when), by these terms. */
export const ClockStartedV1 = contract(
  'sla-timer.clock-started.v1',
  z.object({
    clock: Clock,
    cycle: Cycle,
    dueAt: moment,
    /** `<id>@<version>` of what it was computed from; `archive` where the source had set the target. */
    policy: z.string().min(1),
    calendar: z.string().min(1),
    /** The calendar is not announced as far as that: the moment may still move. */
    provisional: z.boolean(),
    /** Whose word `time` is, where it is not the town's own clock. */
    reportedBy: ReportedBy.optional(),
  }),
);

/** A deadline that runs is another one from now on (`time`: since when), because the case was changed. */
export const ClockChangedV1 = contract(
  'sla-timer.clock-changed.v1',
  z.object({
    clock: Clock,
    cycle: Cycle,
    because: TermsReason,
    dueAt: moment,
    /** By when it was owed before. */
    formerDueAt: moment,
    policy: z.string().min(1),
    calendar: z.string().min(1),
    provisional: z.boolean(),
  }),
);

/** A deadline is owed and cannot be computed: the rules of the town lack something. The secretary has the case. */
export const ClockMissingV1 = contract(
  'sla-timer.clock-missing.v1',
  z.object({ number: z.string(), clock: Clock, cycle: Cycle, because: MissingReason }),
);

/** A deadline was kept or missed, by event times. A later verdict on the same clock replaces an earlier one. */
export const VerdictGivenV1 = contract(
  'sla-timer.verdict-given.v1',
  z.object({
    clock: Clock,
    cycle: Cycle,
    verdict: Verdict,
    dueAt: moment,
    /** `null`: still unanswered when it was missed. */
    endedAt: moment.nullable(),
  }),
);

/** The miss that had been announced was none: an answer in time was heard late, or the deadline was moved. */
export const BreachRevokedV1 = contract(
  'sla-timer.breach-revoked.v1',
  z.object({
    clock: Clock,
    cycle: Cycle,
    dueAt: moment,
    /** `null`: the deadline was moved, and the clock still runs. */
    endedAt: moment.nullable(),
  }),
);

/** Not published any more: `ClockCancelledV2`. */
export const ClockCancelledV1 = contract(
  'sla-timer.clock-cancelled.v1',
  z.object({ clock: Clock, cycle: Cycle, because: z.enum(['withdrawn', 'merged', 'declined', 'returned']) }),
);

/** A clock is over without a verdict (`time`: since when): nobody has kept or missed it. */
export const ClockCancelledV2 = contract(
  'sla-timer.clock-cancelled.v2',
  z.object({ clock: Clock, cycle: Cycle, because: CancelReason, dueAt: moment, endedAt: moment }),
);

/** Not published any more: `CaseWarnedV2`. */
export const CaseWarnedV1 = contract(
  'sla-timer.case-warned.v1',
  z.object({
    number: z.string(),
    clock: Clock,
    cycle: Cycle,
    step: z.string().min(1),
    to: LadderRole,
    dueAt: moment,
  }),
);

/** Not published any more: `CaseEscalatedV2`. */
export const CaseEscalatedV1 = contract(
  'sla-timer.case-escalated.v1',
  z.object({
    number: z.string(),
    clock: Clock,
    cycle: Cycle,
    step: z.string().min(1),
    to: LadderRole,
    dueAt: moment,
    lateSeconds: z.int().nonnegative(),
    /** The answer had been given, late, before this could be told. */
    answered: z.boolean(),
  }),
);

/** Not published any more: `EscalationRevokedV2`. */
export const EscalationRevokedV1 = contract(
  'sla-timer.escalation-revoked.v1',
  z.object({
    clock: Clock,
    cycle: Cycle,
    step: z.string().min(1),
    to: LadderRole,
    /** `null`: the deadline was moved, and the clock still runs. */
    endedAt: moment.nullable(),
  }),
);

/** What every notice says. `time`: when it was given. */
const notice = {
  number: z.string(),
  clock: Clock,
  cycle: Cycle,
  /** The step of the ladder: `<clock>/<threshold>/<addressee>`. */
  step: z.string().min(1),
  to: Addressee,
  /** The addressees of the ladder for whom `to` stands in, because nobody holds those roles there. */
  insteadOf: z.array(Addressee),
  /** Where the case lies, as far as that is known. */
  area: z.string().min(1).nullable(),
  dueAt: moment,
  /** When the ladder owed this notice. */
  owedAt: moment,
  /** How long after that it was given. */
  lateSeconds: z.int().nonnegative(),
};

/** A deadline draws near, and this role should know. */
export const CaseWarnedV2 = contract('sla-timer.case-warned.v2', z.object(notice));

/** A deadline was missed, and this role must act. */
export const CaseEscalatedV2 = contract(
  'sla-timer.case-escalated.v2',
  z.object({
    ...notice,
    /** The answer had been given, late, before this could be told. */
    answered: z.boolean(),
  }),
);

/** Who was told of a lateness is told that it does not concern them (any more). */
export const EscalationRevokedV2 = contract(
  'sla-timer.escalation-revoked.v2',
  z.object({
    number: z.string(),
    clock: Clock,
    cycle: Cycle,
    step: z.string().min(1),
    to: Addressee,
    dueAt: moment,
    /**
     * `in-time`: it ended in time; `moved`: the deadline was; `other-ladder`: others are told of it now; `undecided`: of
     * its end only the day is known, on which it was due at some hour.
     */
    because: z.enum(['in-time', 'moved', 'other-ladder', 'undecided']).meta({ 'x-may-grow': true }),
    /** What they were told that still stands: that the deadline draws near. Absent: nothing. */
    left: z.literal('warning').optional(),
    /**
     * Where they were told (`null`: that was not known), where others of that role, who were told elsewhere, keep what
     * they know. Absent: wherever they were told.
     */
    area: z.string().min(1).nullable().optional(),
  }),
);

/** What had ended a clock does not stand (`time`: since when that is known): it goes on as if it had not stopped. */
export const EndRevokedV1 = contract(
  'sla-timer.end-revoked.v1',
  z.object({ clock: Clock, cycle: Cycle, dueAt: moment, endedAt: moment }),
);

/** Whoever a lateness was escalated to has said what they do about it (`time`: when). */
export const EscalationAcknowledgedV1 = contract(
  'sla-timer.escalation-acknowledged.v1',
  z.object({
    number: z.string(),
    cycle: Cycle,
    /** The account that acknowledged, and its role. */
    by: z.string().min(1),
    role: Addressee,
    decision: SecretaryDecision,
  }),
);

/** What is said of a deadline of a dispute, or of a promise. `subject`: the dispute or the promise. */
const commitment = { number: z.string().min(1), of: CommitmentKind, clock: Clock };

/** A deadline of a dispute or a promise runs from now on (`time`: since when), by these terms. */
export const CommitmentStartedV1 = contract(
  'sla-timer.commitment-started.v1',
  z.object({
    ...commitment,
    dueAt: moment,
    /** `<id>@<version>` of what it was computed from. */
    policy: z.string().min(1),
    calendar: z.string().min(1),
    provisional: z.boolean(),
  }),
);

/** It was kept, missed, or is not owed any more. A later word on the same clock replaces an earlier one. */
export const CommitmentJudgedV1 = contract(
  'sla-timer.commitment-judged.v1',
  z.object({
    ...commitment,
    verdict: z.enum(['met', 'breached', 'cancelled']),
    dueAt: moment,
    /** `null`: still unanswered when it was missed. */
    endedAt: moment.nullable(),
  }),
);

/** It draws near or was missed, and somebody should know. */
export const CommitmentNoticeV1 = contract(
  'sla-timer.commitment-notice.v1',
  z.object({
    ...commitment,
    level: z.enum(['warning', 'escalation']),
    step: z.string().min(1),
    to: CommitmentAddressee,
    /** The addressees of the ladder for whom `to` stands in, because nobody holds those roles there. */
    insteadOf: z.array(CommitmentAddressee),
    /** Whose deadline it is; absent: nobody's yet. */
    holder: z.string().min(1).optional(),
    area: z.string().min(1),
    dueAt: moment,
    owedAt: moment,
    lateSeconds: z.int().nonnegative(),
    /** The answer had been given, late, before this could be told. */
    answered: z.boolean(),
  }),
);

/** It cannot be computed by when it is owed: the rules of the town lack something. */
export const CommitmentMissingV1 = contract(
  'sla-timer.commitment-missing.v1',
  z.object({ ...commitment, because: MissingReason }),
);

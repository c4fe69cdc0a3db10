import { z } from 'zod';
import { contract, moment } from './contract.js';
import { Cycle, LadderRole, Verdict } from './words.js';

/** `<name>/<cycle>` or `<name>/<cycle>/<leg>`. */
const Clock = z.string().min(1);

/** A deadline is owed from now on (`time`: since when), by these terms. Told again when the terms change. */
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
  }),
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

/** A clock is over without a verdict: the demand was withdrawn, declined or merged into another. */
export const ClockCancelledV1 = contract(
  'sla-timer.clock-cancelled.v1',
  z.object({ clock: Clock, cycle: Cycle, because: z.enum(['withdrawn', 'merged', 'declined', 'returned']) }),
);

/** A deadline draws near, and this role should know. */
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

/** A deadline was missed, and this role must act. `lateSeconds`: how long after it was owed this was told. */
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

/** Who was told of a lateness that was none is told so. */
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

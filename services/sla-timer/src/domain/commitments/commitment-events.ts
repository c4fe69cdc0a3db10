/** What is put on record of the deadlines of one dispute or promise. */
import type { Instant } from '@mulin/kernel';
import type { MissingReason, Step } from '../clocks/terms.js';

type OfClock = Readonly<{ clock: string }>;
/** What is said of a deadline to everybody: the number of the dispute or promise, and which of the two it is. */
type About = OfClock & Readonly<{ number: string; of: string }>;

/** A deadline is owed since then: by what the policy says, or by the moment that was agreed (`dueAt`). */
export type Setting = About &
  Readonly<{
    policy: string;
    since: Instant;
    dueAt?: Instant;
    area: string;
    /** The account whose it is; absent: nobody's yet. */
    holder?: string;
  }>;

/** `sequence` orders two of one moment, as mediation said them. */
export type Handover = OfClock & Readonly<{ holder: string; at: Instant; sequence?: string }>;

export type End = OfClock & Readonly<{ end: 'answered' | 'cancelled'; at: Instant }>;

/** All that a deadline is judged by. The versions it names do not change under it. */
export type Terms = About &
  Readonly<{
    since: Instant;
    dueAt: Instant;
    ladder: readonly Step[];
    policy: string;
    calendar: string;
    provisional: boolean;
  }>;

type Missing = About & Readonly<{ since: Instant; because: MissingReason }>;

export type Verdict = 'met' | 'breached' | 'cancelled';

export type Judgement = About & Readonly<{ verdict: Verdict; dueAt: Instant; endedAt: Instant | null }>;

/** One person is told, of all steps that are owed to them by then. */
export type Notice = About &
  Readonly<{
    level: 'warning' | 'escalation';
    /** The last of `steps`. */
    step: string;
    steps: readonly string[];
    to: string;
    /** Whom the ladder names in these steps. */
    addressees: readonly string[];
    holder?: string;
    area: string;
    dueAt: Instant;
    owedAt: Instant;
    givenAt: Instant;
    lateSeconds: number;
    answered: boolean;
  }>;

/** Heard from mediation. */
export type ObservedEvent = Readonly<
  | { type: 'DeadlineSet'; data: Setting }
  | { type: 'DeadlineHandedOver'; data: Handover }
  | { type: 'DeadlineEnded'; data: End }
>;

/** What follows from it by these rules. */
type OwnEvent = Readonly<
  | { type: 'CommitmentStarted'; data: Terms }
  | { type: 'CommitmentMissing'; data: Missing }
  | { type: 'CommitmentJudged'; data: Judgement }
  | { type: 'CommitmentNoticeGiven'; data: Notice }
>;

export type Event = ObservedEvent | OwnEvent;

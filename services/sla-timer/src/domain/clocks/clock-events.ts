/** What is on record of the clocks of a case. */
import type { Instant } from '@mulin/kernel';
import type { Archive, Classification, Day, MissingReason, MovedIn, Terms } from './terms.js';

/**
 * What ended a clock. Of two in one millisecond the one that stands further left counts; which of them are
 * answers, and to which clock, is said in `clock-status.ts`. `closed` is the close of an archive, and of cases that
 * were closed before `done` and `explained` were told apart from it; `closed-on-due-day` is what a clock says whose
 * source tells of that close only the day.
 */
export const endReasons = [
  'offered',
  'taken',
  'finished',
  'decided',
  'contacted',
  'reported',
  'helped',
  'verified',
  'refused',
  'called-back',
  'acknowledged',
  'closed',
  'closed-on-due-day',
  'done',
  'explained',
  'returned',
  'released',
  'moved',
  'declined',
  'withdrawn',
  'merged',
] as const;
export type EndReason = (typeof endReasons)[number];
/**
 * `into`: the case that answers for this one from then on, where it was closed as its duplicate; `round`: the
 * how-manieth finish of its cycle, which somebody has to verify; `day`: it came at some moment of that day, of which
 * `endedAt` is the last one.
 */
export type End = Readonly<{
  endedAt: Instant;
  because: EndReason;
  /** Who took it, of a take; absent from what was recorded before it was. */
  member?: string;
  into?: string;
  round?: number;
  day?: Day;
}>;

export type Verdict = 'met' | 'breached' | 'cancelled';

export type Beginning = Classification &
  Readonly<{
    cycle: number;
    number: string;
    beganAt: Instant;
    archive: Archive | null;
    movedIn?: MovedIn;
    /** Whose word `beganAt` is, where it is not the town's own clock. */
    reportedBy?: string;
  }>;

/** `sequence` orders two corrections of one millisecond; absent in what was recorded before it existed. */
export type Reclassification = Classification &
  Readonly<{ cycle: number; reclassifiedAt: Instant; sequence?: string }>;
/** `from`: the case that this one answers for, too; absent where it was not told. */
export type Joining = Readonly<{ cycle: number; dueAt: Instant; joinedAt: Instant; from?: string }>;
/** `area`: where it lies; `because`: why this leg begins; `byRole`: who decided so. Absent where it was not told. */
export type Offer = Readonly<{
  cycle: number;
  leg: number;
  offeredAt: Instant;
  area?: string;
  because?: string;
  byRole?: string;
  /** Who is asked; absent from what was recorded before it was. */
  member?: string;
}>;
/** Nobody is asked: the arbiter of that area decides who will be. */
export type Leaving = Readonly<{
  cycle: number;
  area: string;
  leftAt: Instant;
  because?: string;
  turn?: number;
  /** The last leg before; 0: there was none. */
  leg?: number;
}>;
/** The holder keeps it, and by a correction it belongs elsewhere: the arbiter of that area decides. */
export type Doubt = Readonly<{
  cycle: number;
  area: string;
  askedAt: Instant;
  turn: number;
  leg?: number;
  sequence?: string;
}>;
/** By a later correction it belongs where it is. `sequence` orders what routing said within one millisecond. */
export type Settling = Readonly<{ cycle: number; settledAt: Instant; sequence?: string }>;

/** A report of the holder that counts. */
export type Report = Readonly<{ cycle: number; reportedAt: Instant }>;
/** A unit was called in beside the holder; `call`: the how-manieth of the cycle. */
export type Call = Readonly<{ cycle: number; call: number; calledAt: Instant; byRole?: string }>;
/** Whoever was called in has come. */
export type Arrival = Readonly<{ cycle: number; call: number; member: string; joinedAt: Instant }>;
/** A verifier did not confirm the finish of that moment. */
export type Refusal = Readonly<{ cycle: number; round: number; finishedAt: Instant; refusedAt: Instant }>;
/** Whoever asked is to be called back from then on. */
export type CallBack = Readonly<{ cycle: number; dueSince: Instant }>;
/** What was merged are two things after all: `from`, for the one that answered for the other. */
export type Unmerging = Readonly<{ cycle: number; unmergedAt: Instant; from?: string }>;
/** Somebody to whom a lateness was escalated says what they do about it. */
type Acknowledgement = Readonly<{
  cycle: number;
  number: string;
  by: string;
  role: string;
  decision: string;
  acknowledgedAt: Instant;
}>;

export type OfClock = Readonly<{ clock: string; cycle: number }>;

export type NoticeLevel = 'warning' | 'escalation';

/** Somebody is told of a deadline, and for which addressees of the ladder this counts. */
export type Notice = OfClock &
  Readonly<{
    number: string;
    step: string;
    to: string;
    addressees: readonly string[];
    level: NoticeLevel;
    area: string | null;
    dueAt: Instant;
    owedAt: Instant;
    givenAt: Instant;
    lateSeconds: number;
    answered: boolean;
  }>;

/** Whoever was told is told that it does not concern them; `told`: or what is left of what they know. */
export type Withdrawal = OfClock &
  Readonly<{
    number: string;
    step: string;
    to: string;
    addressees: readonly string[];
    dueAt: Instant;
    because: 'in-time' | 'moved' | 'other-ladder' | 'undecided';
    left: 'nothing' | 'warning';
    /** Somebody else of the same name still concerns them, or they were only warned: they hear nothing. */
    isSilent: boolean;
    /** Where they were told, where others of that name, who were told elsewhere, keep what they know; absent: all. */
    area?: string | null;
  }>;

/** As steps were recorded before notices were: by their place in the ladder, told one by one. */
type FormerStep = OfClock & Readonly<{ number: string; step: string; to: string; dueAt: Instant }>;

export type Event = Readonly<
  | { type: 'CycleBegan'; data: Beginning }
  | { type: 'CycleReclassified'; data: Reclassification }
  | { type: 'CycleJoined'; data: Joining }
  | { type: 'LegOffered'; data: Offer }
  | { type: 'LeftToArbiter'; data: Leaving }
  | { type: 'ArbiterAsked'; data: Doubt }
  | { type: 'DoubtSettled'; data: Settling }
  | { type: 'HolderReported'; data: Report }
  | { type: 'HelperCalled'; data: Call }
  | { type: 'HelperJoined'; data: Arrival }
  | { type: 'FinishRefused'; data: Refusal }
  | { type: 'CallBackDue'; data: CallBack }
  | { type: 'CycleUnmerged'; data: Unmerging }
  | { type: 'ClockEnded'; data: OfClock & End }
  | { type: 'CycleEnded'; data: { cycle: number } & End }
  /**
   * `owedBy`: the due moment that holds now that these terms count, too. `formerlyOwedBy`: the one before; `null`:
   * none, the clock starts; the same: nobody hears of these terms. Absent in what was recorded before it existed.
   */
  | { type: 'TermsSet'; data: Terms & { owedBy: Instant; formerlyOwedBy?: Instant | null } }
  | { type: 'TermsMissing'; data: OfClock & { number: string; since: Instant; because: MissingReason } }
  | { type: 'ClockMet'; data: OfClock & { dueAt: Instant; endedAt: Instant } }
  | { type: 'ClockBreached'; data: OfClock & { dueAt: Instant; endedAt: Instant | null } }
  | { type: 'ClockCancelled'; data: OfClock & End & { dueAt: Instant } }
  | { type: 'BreachRevoked'; data: OfClock & { dueAt: Instant; endedAt: Instant | null } }
  /** What had ended the clock does not stand: it goes on as if it had not stopped. */
  | { type: 'EndRevoked'; data: OfClock & { dueAt: Instant; endedAt: Instant } }
  | { type: 'EscalationAcknowledged'; data: Acknowledgement }
  | { type: 'NoticeGiven'; data: Notice }
  | { type: 'NoticeWithdrawn'; data: Withdrawal }
  | {
      type: 'StepRaised';
      data: FormerStep & { owedAt: Instant; raisedAt: Instant; lateSeconds: number; answered: boolean };
    }
  | { type: 'StepRevoked'; data: FormerStep & { endedAt: Instant | null } }
>;

const observedTypes = [
  'CycleBegan',
  'CycleReclassified',
  'CycleJoined',
  'LegOffered',
  'LeftToArbiter',
  'ArbiterAsked',
  'DoubtSettled',
  'HolderReported',
  'HelperCalled',
  'HelperJoined',
  'FinishRefused',
  'CallBackDue',
  'CycleUnmerged',
  'ClockEnded',
  'CycleEnded',
] as const;
const verdictTypes = ['ClockMet', 'ClockBreached', 'ClockCancelled', 'BreachRevoked', 'EndRevoked'] as const;
const noticeTypes = ['NoticeGiven', 'NoticeWithdrawn', 'StepRaised', 'StepRevoked'] as const;

const isOneOf =
  <Type extends Event['type']>(types: readonly Type[]) =>
  <E extends Event>(event: E): event is Extract<E, { type: Type }> =>
    types.some((type) => type === event.type);

/** What was heard from others: everything else follows from it and from the time. */
export type ObservedEvent = Extract<Event, { type: (typeof observedTypes)[number] }>;
export const isObserved = isOneOf(observedTypes);

export type VerdictEvent = Extract<Event, { type: (typeof verdictTypes)[number] }>;
export const isVerdict = isOneOf(verdictTypes);

export type NoticeEvent = Extract<Event, { type: (typeof noticeTypes)[number] }>;
export const isNotice = isOneOf(noticeTypes);

/** What is on record of an order. */
import type { Instant } from '@mulin/kernel';
import type { References } from './references.js';
import type { Net } from '../land/territory.js';

export type ReturnReason = 'not-my-area' | 'not-my-power' | 'needs-other-unit' | 'place-not-found';
export type Result = 'solved' | 'explained';
export type LeftBecause = 'nobodys-land' | 'nobody-on-duty' | 'second-return' | 'place-unknown';
export type ReportContent = 'none' | 'text' | 'photo' | 'text-and-photo';
/** What a verifier found who does not confirm that it is done. */
export type RefusalReason = 'not-done' | 'partly-done' | 'wrong-place' | 'no-proof';
export type OverBecause = 'closed' | 'declined' | 'withdrawn' | 'merged';
/** Why somebody is asked. */
export type OfferBecause =
  | 'registered'
  | 'returned'
  | 'corrected'
  | 'decided'
  | 'reassigned'
  | 'off-duty'
  | 'account-disabled'
  | 'not-taken'
  | 'taken-in-time'
  | 'redo'
  | 'handed-over';
/** How the holder got in touch; `nobody-there` is an attempt. */
export type ContactManner = 'face-to-face' | 'phone' | 'message' | 'nobody-there';
/** Why the town owes an answer once more. */
export type ReopenBecause = 'redo' | 'asked-again' | 'closed-by-mistake';
export type HandOverReason = 'needs-other-unit' | 'beyond-my-power' | 'needs-several' | 'leave';
/** By the levels of the town. */
export type Direction = 'up' | 'down' | 'sideways';
/** Why a helper is not waited for any more. */
export type ReleaseReason =
  'overruled' | 'not-needed' | 'case-over' | 'off-duty' | 'account-disabled' | 'nobody-on-duty';
export type NoticeLevel = 'warning' | 'escalation';

/** What the case is about, as far as it matters to who answers. */
export type Terms = Readonly<{ menuItem: string; net: Net; urgency: string }>;
export type Demand = Terms & Readonly<{ number: string; cycle: number }>;

/** Whose land it is; `gridNet` is the micro-grid's own, absent where it was recorded before that was kept. */
export type Land = Readonly<{ microGrid: string; area: string; gridNet?: Net }>;

/** Whose land it is, and who is asked there. */
/** `unit`: whose roster names them, where that is another one than the micro-grid's. */
export type Answerer = Land & Readonly<{ member: string; unit?: string }>;

/** Where an order goes: to whoever is on duty there, or to the arbiter of that community. */
export type Route = Readonly<{ land: Land } | { because: LeftBecause; area: string }>;

/** As routes were recorded once: with the person, which is asked anew now. */
export type FormerRoute = Route | Readonly<{ to: Answerer }>;

/** Somebody who is asked beside the others in an emergency; `unit`: what they lead, where they are no grid member. */
export type AskedMember = Readonly<{ member: string; unit?: string }>;

/** `alsoAsked`: everybody else who is asked at the same time; whoever takes it first has it. */
type Offer = Demand &
  Answerer &
  Readonly<{ leg: number; final: boolean; alsoAsked?: readonly AskedMember[] }>;
export type Leg = Readonly<{ cycle: number; leg: number; member: string }>;
/** Whose clock said when, where it was not the town's. */
type ByDevice = Readonly<{ timedBy?: 'device' }>;
/** What was said lies in the vault, and so do photos, which intake keeps. */
type Said = Readonly<{ wordsId?: string; photoIds?: readonly string[] }>;
/** What is known of the order when it is finished; absent from what was recorded before it was kept. */
type Finish = Readonly<{ number: string; area: string; round: number; handlers: readonly string[] }>;
/** One call for help; `member`: who was asked, has come, or was there last. */
type Call = Readonly<{ cycle: number; call: number; member: string }>;
/** Somebody has looked at the finish of this round. */
type Looked = Said &
  Readonly<{ number: string; cycle: number; leg: number; round: number; verifier: string }>;
/** `leg`: the last one before; `land`: where nobody is on duty, absent where it was recorded before that was kept. */
type Left = Demand &
  References &
  Readonly<{ because: LeftBecause; area: string; land?: Land; turn?: number; leg?: number }>;

type Reclassified = Terms &
  References & { route: FormerRoute; reclassifiedAt: Instant; sequence?: string | undefined };

/** What was noted wrongly, noted anew; `sequence` orders two corrections of one millisecond. */
export type Correction = Terms &
  References &
  Readonly<{ cycle: number; route: Route; reclassifiedAt: Instant; sequence?: string | undefined }>;

/** What somebody who has the order is told of a correction; `turn`: the arbiter decides whether it stays theirs. */
export type NotifiedHolder = Readonly<{
  number: string;
  leg: number;
  member: string;
  area: string;
  turn?: number;
}>;

/** Whom somebody told of which clock: a role. */
export type Addressed = Readonly<{ clock: string; to: string }>;
/** `area` of `null`: nobody knows yet where the order lies. */
export type Notified = Addressed & Readonly<{ level: NoticeLevel; area: string | null }>;

export type Event = Readonly<
  /** `by`: whoever decided so; `final`: for good. */
  | {
      type: 'OrderOffered';
      data: Offer &
        References & { by: string | null; because?: OfferBecause; from?: string; offeredAt: Instant };
    }
  /** `unit`: whose roster names whoever took it, where it was offered to others, too. */
  | { type: 'OrderTaken'; data: Leg & ByDevice & { unit?: string; takenAt: Instant } }
  /** Whoever was asked had to take it until `dueAt`, and has not. */
  | { type: 'OrderNotTaken'; data: Leg & { dueAt: Instant } }
  | { type: 'ContactMade'; data: Leg & ByDevice & { manner: ContactManner; contactedAt: Instant } }
  | {
      type: 'ProgressReported';
      /** `wordsHash` is keyed, of what makes the words the same to whoever reads them. */
      data: Leg &
        ByDevice &
        Said & { wordsHash?: string; content: ReportContent; counts: boolean; reportedAt: Instant };
    }
  | { type: 'OrderReturned'; data: Leg & { reason: ReturnReason; returnedAt: Instant } }
  /** `member`: whoever had it. */
  | {
      type: 'OrderHandedOver';
      data: Leg & { to: string; direction: Direction; reason: HandOverReason; handedOverAt: Instant };
    }
  /** `unit`: of whom `member` was asked, by the account `by`; `area`: where the case lies. `wordsId`: what for. */
  | {
      type: 'HelperCalled';
      data: Call & {
        number: string;
        by: string;
        unit: string;
        area: string;
        wordsId?: string;
        calledAt: Instant;
        /** When the first of that unit was called, where nobody has come yet; absent: `calledAt`. */
        since?: Instant;
      };
    }
  | { type: 'HelperJoined'; data: Call & ByDevice & { joinedAt: Instant } }
  | { type: 'HelperFinished'; data: Call & ByDevice & { finishedAt: Instant } }
  | { type: 'HelperReleased'; data: Call & { because: ReleaseReason; releasedAt: Instant } }
  | { type: 'OrderLeftToArbiter'; data: Left & { leftAt: Instant } }
  | {
      type: 'OrderFinished';
      data: Leg & ByDevice & Said & { result: Result; finishedAt: Instant } & Partial<Finish>;
    }
  | {
      type: 'OrderVerified';
      data: Looked & { result: Result; area: string; handlers: readonly string[]; verifiedAt: Instant };
    }
  | {
      type: 'FinishRefused';
      data: Looked & { reason: RefusalReason; finishedAt: Instant; refusedAt: Instant };
    }
  | { type: 'OrderReclassified'; data: Reclassified & { cycle: number; told?: NotifiedHolder } }
  /** The cycle that begins. */
  | {
      type: 'OrderReopened';
      data: { number: string; cycle: number; because: ReopenBecause; reopenedAt: Instant };
    }
  | { type: 'OrderOver'; data: { cycle: number; because: OverBecause; overAt: Instant } }
  /** It was over because it was merged into another case, and is answered by itself again. */
  | { type: 'OrderResumed'; data: { cycle: number; resumedAt: Instant } }
  | {
      type: 'LatenessTold';
      /** `area`: where it lay for whom it was told; absent or `null`: that was not said. */
      data: Addressed & { cycle: number; level: NoticeLevel; area?: string | null; toldAt: Instant };
    }
  | { type: 'LatenessTakenBack'; data: Addressed & { cycle: number } }
  | { type: 'ArbiterCalled'; data: { cycle: number; because: 'no-clock'; calledAt: Instant } }
  | {
      type: 'ArchivedCaseRouted';
      data: {
        cycle: number;
        net: Net;
        microGrid: string | null;
        area: string | null;
        /** It names no place at all. */
        isPlaceless?: boolean;
        reportedAt: Instant;
      };
    }
>;

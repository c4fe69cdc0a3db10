/** What happens to a case, and the words in which that is recorded. */
import type { Instant, PersonId, VaultRef } from '@mulin/kernel';

export type Flag =
  | 'closed-before-opened'
  | 'unknown-menu-item'
  | 'no-place'
  | 'place-outside-town'
  | 'date-without-time'
  | 'implausible-time'
  | 'implausible-place'
  | 'closed-on-due-day'
  | 'masked-phone'
  | 'due-before-reported';

/** A time of which its source knows only the day. */
export type RowTime = 'reportedAt' | 'dueAt' | 'closedAt';

/** A row of history: judged as of `asOf`, offered to nobody. `dueAt` and `claim` are its source's. */
export type Archive = Readonly<{
  batch: string;
  sourceId: string;
  asOf: Instant;
  dueAt: Instant | null;
  closedAt: Instant | null;
  claim: 'met' | 'breached' | null;
  flags: readonly Flag[];
  /** Absent: none. */
  days?: readonly RowTime[];
}>;

/** An open case of another system that this town goes on with: its clocks go on, and nobody hears of it as new. */
export type MovedIn = Readonly<{
  batch: string;
  sourceId: string;
  dueAt: Instant | null;
  flags: readonly Flag[];
  days?: readonly RowTime[];
}>;

export type Urgency = 'emergency' | 'urgent' | 'ordinary' | 'complex';
export type Net = 'life' | 'production' | 'commerce';
export type Channel =
  'portal' | 'hotline-12345' | 'neighbours-hotline' | 'open311' | 'patrol' | 'file' | 'interview-day';
export type Outcome = 'done' | 'explained' | 'declined' | 'withdrawn' | 'duplicate';
export type DeclineReason =
  'not-of-this-town' | 'before-a-court' | 'already-decided' | 'not-a-public-matter' | 'not-understandable';
/** Why it begins another cycle: somebody is not content, has asked again, or it was ended by mistake. */
export type ReopenReason = 'redo' | 'asked-again' | 'closed-by-mistake';
export type AdditionKind = 'words' | 'photo' | 'note';
export type ReclassifyReason = 'wrong-menu-item' | 'wrong-place' | 'wrong-urgency' | 'wrong-person';
export type Point = Readonly<{ lat: number; lon: number }>;
/** What kind of demand it is, and where: what a clerk may have noted wrongly. */
export type Classified = Readonly<{
  menuItem: string;
  net: Net;
  urgency: Urgency;
  /** The urgency of the menu item itself; absent where it was recorded before that was kept. */
  itemUrgency?: Urgency;
  policy: string;
  place: VaultRef | null;
  /** Where it is, if the item is about a public place. */
  point?: Point;
}>;

/** Words, place and how to reach the person are in the vault; here is where to find them. */
export type Personal = Readonly<{ person: PersonId; words: VaultRef; contact: VaultRef | null }>;
export type Demand = Classified &
  Personal &
  Readonly<{
    channel: Channel;
    /** How urgent the resident says it is. */
    wishedUrgency?: Urgency;
  }>;

export type Registration = Readonly<{
  number: string;
  /** What people at its source know it by; absent where it came by no file, and where it may be somebody's phone. */
  sourceNumber?: string;
  demand: Demand;
  reportedAt: Instant;
  /** Whose word the time of the report is: the town's own clock, or the caller's, the device's, the source's. */
  reportedBy: 'town' | 'caller' | 'source';
  /**
   * The account that reported what it saw on its way: it adds photos to it, wherever it lies. Absent: somebody else asked,
   * by themselves or by whoever wrote it down for them.
   */
  seenBy?: string;
}>;

/** `isOfSomebodyElse`: it was by then noted as another person's than first. */
export type Whole = OtherCase & Readonly<{ isOfSomebodyElse?: true }>;

export type Event = Readonly<
  | {
      type: 'CaseRegistered';
      data: Registration & {
        registeredAt: Instant;
        archive?: Archive;
        movedIn?: MovedIn;
        /** The case of which this one was a part. */
        splitFrom?: Whole;
      };
    }
  | {
      type: 'CaseDeclined';
      data: { cycle: number; reason: DeclineReason; door: string; declinedAt: Instant };
    }
  | {
      type: 'CaseReclassified';
      data: Classified &
        Partial<Personal> & {
          cycle: number;
          reason: ReclassifyReason;
          /** Whoever was noted first asked after all. */
          isFirstPerson?: true;
          reclassifiedAt: Instant;
        };
    }
  | {
      type: 'CaseWithdrawn';
      data: { cycle: number; recordedBy?: 'resident' | 'desk'; withdrawnAt: Instant };
    }
  | {
      type: 'CaseClosed';
      data: {
        cycle: number;
        outcome: Outcome;
        duplicateOf?: OtherCase;
        closedAt: Instant;
        /** What tells whoever asked how it was answered, in the vault. */
        letterId?: string;
        /** A later file of its source says so, as of then. */
        source?: Readonly<{
          asOf: Instant;
          claim: 'met' | 'breached' | null;
          days?: readonly RowTime[];
          flags?: readonly Flag[];
        }>;
      };
    }
  /** That one is about to be closed as a duplicate of this one; was; or was not, after all. */
  | { type: 'DuplicateExpected'; data: OtherCase & { cycle: number; expectedAt: Instant } }
  | { type: 'DuplicateJoined'; data: OtherCase & { cycle: number; joinedAt: Instant } }
  | { type: 'DuplicateGone'; data: { cycle: number; caseId: string; goneAt: Instant } }
  /** It is no duplicate after all: of the one that was closed, and of the one that answered for it. */
  | { type: 'CaseUnmerged'; data: { cycle: number; survivor: OtherCase; unmergedAt: Instant } }
  | { type: 'DuplicateSeparated'; data: OtherCase & { cycle: number; separatedAt: Instant } }
  /** The town owes an answer once more. What was noted of the demand stands in it again, for whoever hears no more. */
  | {
      type: 'CaseReopened';
      data: Classified &
        Pick<Personal, 'words' | 'contact'> & {
          number: string;
          /** The cycle that begins. */
          cycle: number;
          because: ReopenReason;
          reopenedAt: Instant;
        };
    }
  | { type: 'CaseSplit'; data: { number: string; cycle: number; part: OtherCase; splitAt: Instant } }
  | { type: 'CaseSupplemented'; data: Supplement & { number: string; cycle: number; addedAt: Instant } }
>;

/** Something that was added to a case; what it says is in the vault. */
export type Supplement = Readonly<{
  kind: AdditionKind;
  item: VaultRef;
  /** Whoever asked sees it, too. */
  isForResident: boolean;
}>;

/** The case that answers for another one, too. */
export type OtherCase = Readonly<{ caseId: string; number: string }>;

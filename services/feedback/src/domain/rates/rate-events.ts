/** What is recorded of a case so that rates can be made of it, cycle by cycle, and who was taken out of them. */
import type { Instant } from '@mulin/kernel';

/** Where it stands in its publisher's stream of the case: of two words about the same thing, the later one counts. */
export type Stamp = Readonly<{ sequence: number }>;

/** What the cycle is about, as intake says; of a correction, only what it changes. */
export type Filing = Stamp &
  Readonly<{
    menuItem: string;
    net: string;
    number?: string;
    channel?: string;
    /** History for which its source had set no target: nobody could have kept one. */
    isUntargeted?: true;
    /** Of history: when its source had closed it. */
    closedAt?: Instant;
  }>;

/** Who is rated: `area` `null` is nobody's land of an archive, which counts for the town alone; `office`, where one was asked. */
export type RatedUnit = Readonly<{ area: string | null; office: string | null }>;

/** Who was to answer for it, `since` when; without a moment in what was recorded before moments were. */
export type Place = Stamp & RatedUnit & Readonly<{ since?: Instant }>;

/**
 * How a clock stands: met (`endedAt`: when; absent from what was recorded before it was), missed (`dueAt`: when it was
 * owed), or neither (any more).
 */
export type Judged = Stamp &
  Readonly<
    { standing: 'none' } | { standing: 'met'; endedAt?: Instant } | { standing: 'missed'; dueAt: Instant }
  >;

/** Why a cycle may be taken out of the rates (剔除). */
export type ExemptionReason =
  | 'no-competence'
  | 'against-law-or-policy'
  | 'force-majeure'
  | 'complainant-unreachable'
  | 'duplicate'
  | 'other-owner';

/** Who did it, as what. */
export type By = Readonly<{ account: string; role: string }>;

/** What was heard of others. It may come early, late and twice. */
export type HeardEvent = Readonly<
  | { type: 'CycleFiled'; data: { cycle: number } & Filing }
  | { type: 'CyclePlaced'; data: { cycle: number } & Place }
  | { type: 'ClockJudged'; data: { cycle: number; clock: string } & Judged }
>;

export type ExemptionEvent = Readonly<
  | {
      type: 'ExemptionAsked';
      data: {
        number: string;
        cycle: number;
        area: string | null;
        office?: string;
        reason: ExemptionReason;
        /** What speaks for it, in the vault. */
        evidenceId: string;
        by: By;
        askedAt: Instant;
      };
    }
  | { type: 'ExemptionDecided'; data: Ruling & { decidedAt: Instant } }
  | {
      type: 'ExemptionAppealed';
      data: {
        number: string;
        cycle: number;
        area: string | null;
        office?: string;
        /** What speaks against the decision, in the vault. */
        evidenceId: string;
        by: By;
        appealedAt: Instant;
      };
    }
  | { type: 'ExemptionSettled'; data: Ruling & { settledAt: Instant } }
>;

/** The unit whose exemption it is about; recorded by an older version, the one that asked last. */
type Concerned = Readonly<{ area?: string | null; office?: string }>;

type Ruling = Concerned & Readonly<{ number: string; cycle: number; granted: boolean; by: By }>;

export type Event = HeardEvent | ExemptionEvent;

/** What is known of a dispute. */
import type { Instant } from '@mulin/kernel';
import type { ClockEnd, Deadline } from '../deadline-events.js';
import type {
  Agreement,
  Colour,
  Details,
  Outcome,
  Party,
  Relation,
  SignedAs,
  Signer,
} from './dispute-events.js';

export type KeptParty = Party &
  Readonly<{
    consent: Readonly<{ isGiven: boolean; at: Instant }> | null;
    representatives: readonly Readonly<{ detailsId: string; authority: 'general' | 'special' }>[];
    statements: readonly Readonly<{ statementId: string; isForAll: boolean; madeAt: Instant }>[];
  }>;

/** What was taken in the diaries of whoever mediates, and of the place. */
export type TakenTime = Readonly<{ mediator: string; place: string; booking: string }>;

export type Session = TakenTime &
  Readonly<{
    session: number;
    from: Instant;
    until: Instant;
    /** What was taken for it each time before it was moved. */
    former: readonly TakenTime[];
    state: 'planned' | 'called-off' | 'held';
    present: readonly string[];
    minutesId: string | null;
  }>;

type Signature = Readonly<{ signer: Signer; as: SignedAs; signedAt: Instant }>;

export type KeptAgreement = Agreement &
  Readonly<{
    draftedAt: Instant;
    signatures: readonly Signature[];
    effectAt: Instant | null;
    /** By term: when it was performed wholly; absent: not yet. */
    performed: Readonly<Record<number, Instant>>;
    /** Terms of which a part was performed. */
    inPart: readonly number[];
    advised: readonly number[];
    soughtAt: Instant | null;
    confirmation: Readonly<{ outcome: string; at: Instant }> | null;
  }>;

type Turn = Readonly<{ mediator: string; at: Instant }>;
type KeptDeadline = Deadline & Readonly<{ end: Readonly<{ end: ClockEnd; at: Instant }> | null }>;

export type Known = Readonly<{
  number: string;
  kind: string;
  colour: Colour;
  /** The how-manieth terms of its deadlines hold: raised with each change of them. */
  turn: number;
  /** The how-manieth terms of asking and meeting hold: raised where somebody else is to be asked, or the colour changes. */
  round: number;
  /** How many agreements were drafted in it. */
  versions: number;
  area: string;
  door: string;
  fromCase: Details['fromCase'] | null;
  factsId: string | null;
  openedAt: Instant;
  /** When it was last opened: at first, or anew. */
  beganAt: Instant;
  beginnings: number;
  parties: readonly KeptParty[];
  relations: readonly Readonly<{ party: string; mediator: string; relation: Relation }>[];
  mediator: Turn | null;
  /** Who had it before, and has it no more. */
  former: readonly string[];
  challenge: Readonly<{ party: string; mediator: string; because: string; at: Instant }> | null;
  caucus: readonly Readonly<{ party: string; noteId: string; mediator: string; notedAt: Instant }>[];
  sessions: readonly Session[];
  proposals: readonly Readonly<{ proposal: number; from: string; textId: string; madeAt: Instant }>[];
  /** The last one that was drafted counts. */
  agreement: KeptAgreement | null;
  extendedUntil: readonly Instant[];
  dangers: readonly Readonly<{
    danger: number;
    textId: string;
    at: Instant;
    acknowledgedAt: Instant | null;
  }>[];
  end: Readonly<{ outcome: Outcome; otherWays: readonly string[]; into: string | null; at: Instant }> | null;
  callBacks: readonly Readonly<{ party: string; isKept: boolean; wordsId: string | null; at: Instant }>[];
  deadlines: Readonly<Record<string, KeptDeadline>>;
}>;

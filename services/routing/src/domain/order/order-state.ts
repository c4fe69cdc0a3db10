/** How an order stands. */
import type { Instant } from '@mulin/kernel';
import type {
  Answerer,
  AskedMember,
  ContactManner,
  Demand,
  LeftBecause,
  OfferBecause,
  Result,
  Route,
  Terms,
  Notified,
} from './order-events.js';
import type { Helper } from '../handling/helpers.js';
import { nothingReported, type Report, type Reported } from '../handling/reports.js';
import { type References } from './references.js';

export type Status =
  'none' | 'offered' | 'taken' | 'with-arbiter' | 'finished' | 'verified' | 'over' | 'archived';

/** `takenFrom`: whose lateness has brought it here. `takenAt`: `null` until it is taken. */
export type Holder = Answerer &
  Readonly<{
    leg: number;
    final: boolean;
    by: string | null;
    takenFrom: string | null;
    because: OfferBecause | undefined;
    offeredAt: Instant;
    takenAt: Instant | null;
    /** Everybody else who was asked at the same time. */
    alsoAsked: readonly AskedMember[];
  }>;

/** Whose turn passed in this cycle without a word, and from when until when they were to take it. */
type MissedTurn = Readonly<{
  leg: number;
  member: string;
  unit?: string;
  /** Who had been asked at the same time. */
  alsoAsked: readonly AskedMember[];
  offeredAt: Instant;
  dueAt: Instant;
}>;

/** A take of a phone that was heard when it had gone on: whose, when, and the leg by which it is theirs again. */
type TakeInTime = Readonly<{ member: string; takenAt: Instant; leg: number }>;

export type State = Readonly<{
  status: Status;
  demand: Demand | null;
  references: References;
  /** Where it belongs, by what is known of its place and net; `null`: recorded before that was kept. */
  route: Route | null;
  /** Who has it in hand, or had it last. */
  holder: Holder | null;
  left: Readonly<{ because: LeftBecause; area: string }> | null;
  /** How often it lay with the arbiter. */
  turns: number;
  returnedBy: readonly string[];
  notTaken: readonly MissedTurn[];
  takenInTime: TakeInTime | null;
  /** When there was contact last, and when it was last reported how it stands. */
  contactedAt: Instant | null;
  contactedBy: ContactManner | null;
  reportedAt: Instant | null;
  /** What was said and shown then. */
  lastReport: Report;
  reported: Reported;
  /** Who was called in beside the holder in this cycle, in the order of the calls. */
  helpers: readonly Helper[];
  /** Everybody who has had it taken or has come to help in this cycle. */
  handlers: readonly string[];
  /** How often it was finished in this cycle. */
  round: number;
  finishedAt: Instant | null;
  /** When a finish was refused last. */
  refusedAt: Instant | null;
  /** Who has confirmed that it was done, in whatever cycle. */
  verifiedBy: readonly string[];
  result: Result | null;
  /** Whoever had it in the cycles before this one. */
  formerHands: readonly string[];
  /** The latest cycle whose end is known; 0: none. */
  ended: number;
  /** The cycles of which it was told that nobody will be reminded. */
  clockless: readonly number[];
  reclassified:
    (Terms & References & { route: Route; cycle: number; reclassifiedAt: Instant; sequence: string }) | null;
  /** It lies with the arbiter, or the arbiter should look whether it is in the right hands. */
  isForArbiter: boolean;
  /** Nobody will be reminded of it: the arbiter should look, until they have decided. */
  lacksClock: boolean;
  /** Who was told of which clock, for where, and how much. */
  told: readonly Notified[];
}>;

export const initial: State = {
  status: 'none',
  demand: null,
  references: {},
  route: null,
  holder: null,
  left: null,
  turns: 0,
  returnedBy: [],
  notTaken: [],
  takenInTime: null,
  contactedAt: null,
  contactedBy: null,
  reportedAt: null,
  lastReport: {},
  reported: nothingReported,
  helpers: [],
  handlers: [],
  round: 0,
  finishedAt: null,
  refusedAt: null,
  verifiedBy: [],
  result: null,
  formerHands: [],
  ended: 0,
  clockless: [],
  reclassified: null,
  isForArbiter: false,
  lacksClock: false,
  told: [],
};

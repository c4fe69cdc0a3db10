/** What a clock is judged by, and what must be known of a case to compute it. */
import type { Instant } from '@mulin/kernel';

/** A day of which no hour is known: from its first moment until the first one of the next. */
export type Day = Readonly<{ from: Instant; until: Instant }>;

/**
 * Who must be told if there is still no answer at that moment. `step` is `<clock>/<threshold>/<addressee>`: what
 * the step says, not its place in a list, so that the steps of two policies can be compared.
 */
export type Step = Readonly<{ step: string; at: Instant; to: string }>;

/** Why terms hold: the clock started so, or something about the case was changed. */
type TermsReason = 'started' | 'merged' | 'reclassified';

/** A deadline with all it is judged by. The versions it names do not change under it. */
export type Terms = Readonly<{
  clock: string;
  cycle: number;
  because: TermsReason;
  /** When that happened: for the first terms, when the clock started. */
  since: Instant;
  startedAt: Instant;
  dueAt: Instant;
  ladder: readonly Step[];
  /** `<id>@<version>`; `archive` where the source of a historic case had set the target. */
  policy: string;
  calendar: string;
  /** The calendar is not announced as far as that. */
  provisional: boolean;
  /** Whose word the start is, where it is not the town's own clock. */
  reportedBy?: string;
  /** Orders two corrections of one millisecond. */
  sequence?: string;
  /**
   * That due moment holds in place of their own: it had been missed before these terms came, or is that of another
   * report of the same thing. Their ladder is counted from it. They stand beside the same terms as they are of
   * themselves, and count where it holds.
   */
  missedAt?: Instant;
}>;

/** History that came in a file: judged as of one moment, and waited for by nobody. */
export type Archive = Readonly<{
  asOf: Instant;
  dueAt: Instant | null;
  closedAt: Instant | null;
  /** That day, where its source noted no hour of the closing. */
  closedDay?: Day;
  /** Its times are not such that it can be judged: it has no clock. */
  isUnjudged?: boolean;
}>;

/**
 * An open case of another system that came in a file: `dueAt` is the deadline its source had set, `at` when it came.
 * What fell due before is told to nobody as new.
 */
export type MovedIn = Readonly<{ at: Instant; dueAt: Instant | null }>;

/** What a demand is, as far as deadlines care. */
export type Classification = Readonly<{
  /** The policy of its menu item. */
  policy: string;
  urgency: string;
  /** The urgency its menu item has of itself; `urgency` is another one where somebody decided so. */
  itemUrgency?: string;
  /** It is done again because whoever asked was not content: the policy may give less time for that. */
  isRedo?: boolean;
}>;

/** The clocks of disputes and promises, as a policy of mediation names them. */
const commitmentClocks = [
  'assign',
  'consent',
  'meet',
  'settle',
  'perform',
  'confirm',
  'danger',
  'promise',
] as const;

export type ClockName =
  | (typeof commitmentClocks)[number]
  | 'accept'
  | 'take'
  | 'complete'
  | 'arbitrate'
  | 'contact'
  | 'heartbeat'
  | 'help'
  | 'verify'
  | 'call-back'
  | 'acknowledge';

/** What a policy is asked: how long for this clock, of such a case, by the rules of that moment. */
export type DeadlineQuery = Classification &
  Readonly<{
    name: ClockName;
    startedAt: Instant;
    /** The moment whose policy and calendar count. */
    at: Instant;
    /** A due moment that is settled already: only the ladder is asked for. */
    dueAt?: Instant;
  }>;

export type Deadline = Readonly<{
  dueAt: Instant;
  /** `threshold` in words that two policies share: `50%` of the target, `+24hour` after the due moment. */
  ladder: readonly Readonly<{ at: Instant; to: string; threshold: string }>[];
  policy: string;
  calendar: string;
  provisional: boolean;
}>;

/** Why a deadline that is owed cannot be computed. */
export type MissingReason = 'no-policy' | 'no-calendar' | 'uncountable';

/**
 * Pure: the rules in force at every moment are in it. `null`: the policy has no such clock. `missing`: a clock is
 * owed, and the rules lack what it is computed from.
 */
export type DeadlineCalculator = (
  query: DeadlineQuery,
) => Deadline | Readonly<{ missing: MissingReason }> | null;

/** A ladder step by what it says: which clock, at which threshold, to whom. */
export const stepName = (clock: string, threshold: string, to: string): string =>
  `${clock}/${threshold}/${to}`;

export const nameOf = (clock: string): string => clock.slice(0, clock.indexOf('/'));
/** The name of a clock of a dispute or a promise; `undefined`: these programs know none of that name. */
export const commitmentNameOf = (clock: string): ClockName | undefined =>
  commitmentClocks.find((name) => name === nameOf(clock));
export const acceptClock = (cycle: number): string => `accept/${cycle}`;
export const completeClock = (cycle: number): string => `complete/${cycle}`;
export const takeClock = (cycle: number, leg: number): string => `take/${cycle}/${leg}`;
/** `turn`: the how-manieth time in this cycle that the order lies with an arbiter. */
export const arbitrateClock = (cycle: number, turn: number): string => `arbitrate/${cycle}/${turn}`;
/** Which leg a clock `take`, or which turn a clock `arbitrate`, is about. */
export const ordinalOf = (clock: string): number => Number(clock.slice(clock.lastIndexOf('/') + 1));

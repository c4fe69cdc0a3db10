/** What a clock is judged by, and what must be known of a case to set it. */
import type { Instant } from '@mulin/kernel';

/** Who must be told if there is still no answer at that moment. */
export type Step = Readonly<{ step: string; at: Instant; to: string }>;

/** Why terms hold: the clock started so, or something about the case was changed. */
export type Because = 'started' | 'merged' | 'reclassified';

/** A deadline with all it is judged by. The versions it names do not change under it. */
export type Terms = Readonly<{
  clock: string;
  cycle: number;
  because: Because;
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
}>;

/** History that came in a file: judged as of one moment, and waited for by nobody. */
export type Archive = Readonly<{ asOf: Instant; dueAt: Instant | null; closedAt: Instant | null }>;

/** What a demand is, as far as deadlines care. */
export type Sort = Readonly<{ policy: string; urgency: string }>;

export type ClockName = 'accept' | 'take' | 'complete';

/** What a policy is asked: how long for this clock, of such a case, by the rules of that moment. */
export type Question = Sort &
  Readonly<{
    name: ClockName;
    startedAt: Instant;
    /** The moment whose policy and calendar count. */
    at: Instant;
    /** A due moment that is settled already: only the ladder is asked for. */
    dueAt?: Instant;
  }>;

export type Reckoned = Readonly<{
  dueAt: Instant;
  ladder: readonly Readonly<{ at: Instant; to: string }>[];
  policy: string;
  calendar: string;
  provisional: boolean;
}>;

/** Pure: the rules in force at every moment are in it. `null`: the policy has no such clock. */
export type Reckon = (question: Question) => Reckoned | null;

export const nameOf = (clock: string): string => clock.slice(0, clock.indexOf('/'));
export const takeClock = (cycle: number, leg: number): string => `take/${cycle}/${leg}`;
/** Which leg a clock of the name `take` is about. */
export const legOf = (clock: string): number => Number(clock.slice(clock.lastIndexOf('/') + 1));
export const acceptClock = (cycle: number): string => `accept/${cycle}`;
export const completeClock = (cycle: number): string => `complete/${cycle}`;

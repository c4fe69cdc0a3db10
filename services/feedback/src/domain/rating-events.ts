/** What is recorded of how whoever asked was asked whether it was solved, and of what they said. */
import type { Instant } from '@mulin/kernel';

/** How the town asks for feedback, as it was in force when a case was verified. */
export type Terms = Readonly<{
  callBack: Readonly<{ attempts: number; hoursBetween: number }>;
  rating: Readonly<{ days: number }>;
  redo: Readonly<{ atMost: number }>;
  reopen: Readonly<{ days: number }>;
}>;

type Result = 'solved' | 'explained';
export type CallBackOutcome = 'reached' | 'no-answer' | 'wrong-number' | 'call-later' | 'refused';
export type Channel = 'link' | 'portal' | 'desk';
export type Rated = Readonly<{
  response: 'responded' | 'not-responded';
  resolution: 'solved' | 'partly-solved' | 'not-solved';
  satisfaction: 'very-satisfied' | 'satisfied' | 'fairly-satisfied' | 'dissatisfied' | 'very-dissatisfied';
}>;
export type ConcludedBecause = 'satisfied' | 'no-rating' | 'not-reached' | 'secretary-decided';
/** Why the town owes nothing any more in a cycle. */
export type OverBecause = 'closed' | 'declined' | 'withdrawn' | 'merged';

/** Who asked what, as the last word of intake says; `wordsId`: where in the vault their words are. */
export type Asking = Readonly<{
  number: string;
  menuItem: string;
  reportedAt: Instant;
  /** A resident who asked with an account of their own, as the pseudonym of it; `null`: nobody with one. */
  asker: string | null;
  wordsId: string | null;
  /** The case of which this one was a part; absent: it was none. Whoever asked in that one asked in this one. */
  splitFrom?: string;
  /** It turned out that another person had asked: no code and no account of before opens it any more. */
  isOfSomebodyElse?: true;
  /** Whoever was noted first asked after all: their code and account open it again. */
  isFirstPerson?: true;
  /** The account by which it was asked first, as `asker`. */
  firstAsker?: string | null;
}>;

/** The work is done, by the word of whoever had it. */
export type Finish = Readonly<{
  cycle: number;
  round: number;
  member: string;
  area: string | null;
  result: Result;
  finishedAt: Instant;
}>;

export type Verification = Readonly<{
  number: string;
  cycle: number;
  /** Which finish of the cycle it confirms. */
  round: number;
  area: string;
  handlers: readonly string[];
  result: Result;
  verifiedAt: Instant;
}>;

/** Whoever asked is asked from now on: in which cycle, and by which terms. */
export type Question = Verification & Readonly<{ terms: Terms; askedAt: Instant }>;

export type Conclusion = Readonly<{
  number: string;
  cycle: number;
  outcome: 'done' | 'explained';
  because: ConcludedBecause;
  /** The letter to whoever asked, in the vault; absent: there is nobody to write to. */
  letterId?: string;
  concludedAt: Instant;
}>;

/** What was heard of others. It may come early, late and twice. */
export type ObservedEvent = Readonly<
  | { type: 'CaseNoted'; data: Asking & { notedAt: Instant; sequence: string } }
  | { type: 'FinishNoted'; data: Finish }
  | { type: 'FinishRefusalNoted'; data: { cycle: number; round: number } }
  | { type: 'VerificationNoted'; data: Verification }
  | { type: 'CycleBegan'; data: { cycle: number } }
  | { type: 'CycleEnded'; data: { cycle: number; because: OverBecause; into?: string; endedAt: Instant } }
  | { type: 'MergeUndone'; data: { cycle: number; undoneAt: Instant } }
>;

export type Event =
  | ObservedEvent
  | Readonly<
      | { type: 'CallBackDue'; data: Question }
      | {
          type: 'CallBackMade';
          data: {
            cycle: number;
            attempt: number;
            caller: string;
            outcome: CallBackOutcome;
            isLast: boolean;
            madeAt: Instant;
          };
        }
      | {
          type: 'CaseRated';
          data: Rated & {
            number: string;
            cycle: number;
            area: string;
            channel: Channel;
            /** What they said beside it, in the vault. */
            wordsId?: string;
            ratedAt: Instant;
          };
        }
      | {
          type: 'RedoDemanded';
          data: { number: string; cycle: number; nextCycle: number; demandedAt: Instant };
        }
      | { type: 'SecretaryAsked'; data: { number: string; cycle: number; area: string; askedAt: Instant } }
      | { type: 'CaseConcluded'; data: Conclusion }
    >;

/** Where passwords, sessions, failures and the record of them are kept. */
import type { Instant, Page, SessionEnd, SignInQuery, SignInRecord } from '@mulin/kernel';
import type { AttemptRule } from './attempts.js';

/** `hash`: a keyed hash of the secret that its owner holds. */
export type KeptSession = Readonly<{
  hash: string;
  account: string;
  seenAt: Instant;
  endsAt: Instant;
}>;

/** A session that was ended before its time, for whoever had it. */
export type EndedSession = Pick<KeptSession, 'account' | 'endsAt'> & Readonly<{ because: SessionEnd }>;

/** `key`: a keyed hash of what is guessed at, or of who guesses. */
export type Guess = Readonly<{ key: string; rule: AttemptRule }>;

export interface CredentialStore {
  /** The hash of a password; `null`: this account has none. */
  password(account: string): Promise<string | null>;
  /** All or nothing; sessions of these accounts end with it. */
  setPasswords(hashes: ReadonlyMap<string, string>): Promise<void>;
  /** The same password, hashed at another cost, unless it was changed meanwhile; sessions go on. */
  rehash(account: string, from: string, to: string): Promise<void>;
  hasPasswords(): Promise<boolean>;

  openSession(session: KeptSession): Promise<void>;
  /** What another process ended or opened is seen within a second. */
  session(hash: string): Promise<KeptSession | null>;
  seen(hash: string, at: Instant): Promise<void>;
  closeSession(hash: string): Promise<boolean>;
  /** `because` is kept, also of those that were ended so before; without it nothing is. */
  endSessions(account: string, because?: SessionEnd): Promise<void>;
  /** `null`: none of this hash was ended with a reason. */
  endedSession(hash: string): Promise<EndedSession | null>;

  /**
   * Counts one more failure for each key, or none where one of them is locked, and says so: until when the longest lock
   * is. `locks`: whether this failure locks any of them. At any moment one at a time for a key, in all processes.
   */
  guess(guesses: readonly Guess[], now: Instant): Promise<GuessOutcome>;
  /** It was none: `forgotten` begin anew, `eased` have one failure less. */
  forgive(keys: Readonly<{ forgotten: readonly string[]; eased: readonly string[] }>): Promise<void>;

  record(record: SignInRecord): Promise<void>;
  records(query: SignInQuery): Promise<Page<SignInRecord>>;

  /** Removes sessions that would have ended before then, and failures that were last counted before then; says how many. */
  tidy(before: Instant): Promise<number>;
}

type GuessOutcome = Readonly<{ lockedUntil: Instant | null; locks: boolean }>;

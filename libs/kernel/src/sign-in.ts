/** How people sign in with a password, and what is on record of it. */
import type { Instant } from './instant.js';
import type { Actor, Area, Role } from './ports.js';
import type { Page } from './query.js';

/** Somebody who has signed in: who they are now, how they are called, and when they must sign in again at the latest. */
export type Session = Readonly<{ actor: Actor; name: string | null; until: Instant }>;

/** What is on record: of accounts, of the demo of a town, and of how residents come to their own cases. */
export const signInEvents = [
  'signed-in',
  'signed-in-by-demo',
  'demo-ended',
  'sign-in-failed',
  'sign-in-locked',
  'signed-out',
  'password-changed',
  'password-reset',
  'account-added',
  'account-disabled',
  'account-enabled',
  'account-changed',
  'case-opened',
  'case-code-wrong',
  'case-locked',
] as const;
/** What an operator does to an account that ends its sessions. */
export type SessionEnd = 'account-disabled' | 'account-changed';

/** One of `signInEvents`. */
export type SignInEvent = (typeof signInEvents)[number];

type RoleAndArea = Readonly<{ role: Role; area: Area }>;

/** From what to what an account was changed; of its name only whether it is another. */
export type AccountChange = Readonly<{ was: RoleAndArea; is: RoleAndArea; isRenamed: boolean }>;

/**
 * `about`: the account, the town whose demo ended, or the id of the case; `null` where what was given is neither. `by`:
 * the account of whoever did it for somebody else. `from`: a keyed hash of the network address, the same for the same
 * address. `change`: `null` of whatever is no change of an account, and of what was changed before this was put on record.
 */
export type SignInRecord = Readonly<{
  at: Instant;
  what: SignInEvent;
  about: string | null;
  by: string | null;
  from: string | null;
  change: AccountChange | null;
}>;

/**
 * Which entries of the record are asked for: `about` an account or a case, of one kind (`what`), at most `limit` of
 * them, from the one behind `cursor` on. Default: all kinds, about anything, from the newest.
 */
export type SignInQuery = Readonly<{
  about?: string | undefined;
  what?: SignInEvent | undefined;
  limit: number;
  cursor?: string | undefined;
}>;

/** `address`: the network address of whoever asks; kept as a keyed hash alone. */
export type Credentials = Readonly<{ account: string; password: string; address: string }>;

/** A password to be set: `by` whom, from which network `address`, which is kept as a keyed hash alone. */
export type NewPassword = Readonly<{
  account: string;
  password: string;
  /** What they had before; absent: somebody who may sets it for them. */
  oldPassword?: string | undefined;
  by: string;
  address: string;
}>;

/** What a person is asked for that proves it: `found` says of what it is (an account, a case), right or wrong. */
export type Proven<Result> = Readonly<{ found: string | null; result: Result | null }>;

/** Passwords and sessions of accounts. Every method rejects with `Unavailable` while they cannot be read. */
export interface SignIn {
  /**
   * Opens a session. Throws a `Rejection`: `wrong-credentials` (also where there is no such account, or it is disabled;
   * it takes as long), `sign-in-locked` with how long to wait after too many failures of one account or address; with
   * the password of an account that is disabled, which proves whose it is, `own-account-disabled`.
   */
  open(credentials: Credentials): Promise<Session & Readonly<{ secret: string }>>;

  /**
   * Opens a session of an hour without a password, for a town in which nothing is real: whoever calls this has made
   * sure of that. `null`: no such account may sign in.
   */
  openByDemo(
    asked: Readonly<{ account: string; address: string }>,
  ): Promise<(Session & Readonly<{ secret: string }>) | null>;

  /**
   * Who has this session, looked up now; `null`: nobody, any more. What another process ended, within a second.
   *
   * @param options.isAsking whether somebody asks for something with it, which keeps it from being idle; `false` where
   *   it is only looked whether it is still good. Default: `true`.
   */
  session(secret: string, options?: Readonly<{ isAsking?: boolean }>): Promise<Session | null>;

  /** Ends a session; `false`: there was none. */
  close(secret: string): Promise<boolean>;

  /**
   * Sets a password, and ends every session of the account. Throws a `Rejection`: `account-unknown`,
   * `old-password-wrong`, `password-too-short`, `password-too-long`, `password-too-plain`, `sign-in-locked`.
   */
  setPassword(wanted: NewPassword): Promise<void>;

  /** Sets random passwords for accounts that have none, all or nothing, and gives them back, this once. */
  seedPasswords(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Whether any account has a password. */
  hasPasswords(): Promise<boolean>;

  /** Ends every session of an account. `because`: what its owner is told by `endOf`. Default: nothing. */
  endSessions(account: string, because?: SessionEnd): Promise<void>;

  /**
   * Why this session is over, for whoever had it, until it would have ended by itself; `null`: it never was one, or
   * nothing but its time or its owner ended it, or the account was enabled again since.
   */
  endOf(secret: string): Promise<SessionEnd | null>;

  /**
   * Lets somebody prove that a case is theirs. After ten failures for one `number` it is locked for a while, whether
   * there is such a case or not. Throws a `Rejection`: `case-code-wrong`, `case-access-locked`.
   */
  proveCase<Result>(
    asked: Readonly<{ number: string; address: string }>,
    check: () => Promise<Proven<Result>>,
  ): Promise<Result>;

  /** Puts on record what an operator did to an account; `by`: absent where nobody did it; `change`: where it was changed. */
  record(what: SignInEvent, about: string, by?: string, change?: AccountChange): Promise<void>;

  /** Newest first. Refused (`malformed-cursor`) with a cursor that this list did not give. */
  records(query: SignInQuery): Promise<Page<SignInRecord>>;
}

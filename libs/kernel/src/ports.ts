/** What every service may need from outside. Each port is a promise that all of its adapters keep. */
import type { Brand, PersonId } from './ids.js';
import type { Instant } from './instant.js';
import type { Page } from './query.js';

/** Ends what it belongs to. Resolves when that is over; what it used may be closed then. */
export type Stop = () => Promise<void>;

/**
 * What became of one message. `handled` and `ignored` are done. `set-aside`: it can never be handled as it is, and is a
 * dead letter now. `paused`: something it needs cannot be reached; the same message must be delivered again.
 */
export type HandlingOutcome = 'handled' | 'ignored' | 'set-aside' | 'paused';

/**
 * `value` is a CloudEvent in structured JSON; `key` is its subject. `headers` are for others who look at a broker, such as
 * `traceparent`: they say nothing that `value` does not, and an adapter that has none leaves them out.
 */
export type Message = Readonly<{ key: string; value: string; headers?: Readonly<Record<string, string>> }>;

/**
 * A message with its place: topic, partition (from 0) and offset (from 0) name the same message for ever. `traceparent`
 * is the header of this name, where the adapter keeps headers: whoever carried the message on may have set it anew.
 */
export type Delivered = Omit<Message, 'headers'> &
  Readonly<{ topic: string; partition: number; offset: number; traceparent?: string }>;

/** For each partition of a topic, the offset that its next message will have. */
export type TopicEnds = readonly number[];

/** Where a topic ends, and the offsets that each group has committed: everything before them is handled. */
export type TopicOffsets = Readonly<{ ends: TopicEnds; groups: ReadonlyMap<string, readonly number[]> }>;

/**
 * A partitioned log of messages, in the words of Kafka. Every method rejects with `Unavailable` while the bus cannot be
 * reached.
 */
export interface Bus {
  /**
   * Appends messages to a topic, which is made if it is new and the adapter makes topics (Kafka does not); on disk when it
   * resolves. The messages of one call that have the same key keep their order.
   *
   * @returns the ends of the topic after they were appended; an empty list for no messages. Of a partition that got none
   *   of them it may be an earlier end.
   */
  publish(topic: string, messages: readonly Message[]): Promise<TopicEnds>;

  /** The same in every process; empty for a topic that does not exist yet. */
  offsets(topic: string): Promise<TopicOffsets>;

  /**
   * Delivers every message of these topics to a consumer group at least once, from the group's committed offsets (a new
   * group: from the beginning). Messages of one key come in order and one at a time, others side by side. The processes
   * of a group share its partitions. A message whose `receive` gives `paused` or rejects is delivered again.
   */
  subscribe(
    group: string,
    topics: readonly string[],
    receive: (message: Delivered) => Promise<HandlingOutcome>,
  ): Stop;

  /** How many messages of each topic the group has not committed yet. */
  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** A message that a group could not handle, kept with the reason; the group has gone on to the next one. */
export type DeadLetter = Readonly<{
  id: string;
  group: string;
  message: Delivered;
  reason: string;
  at: Instant;
}>;

/** Messages that could not be handled, kept with their reasons until an operator has looked at them. */
export interface DeadLetterQueue {
  /** Idempotent: the same message of the same group is one item, with the newest reason. */
  put(item: Omit<DeadLetter, 'id'>): Promise<void>;
  /** Oldest first; of one group, or of all. */
  list(group?: string): Promise<readonly DeadLetter[]>;
  /**
   * Hands it to its group again, and removes it when the outcome is `handled` or `ignored`. `null`: there is no such
   * item. Rejects with `Unavailable` where no consumer of that group runs in this process.
   */
  retry(id: string): Promise<HandlingOutcome | null>;
  /** Removes it without handling it; `false`: there is no such item. */
  drop(id: string): Promise<boolean>;
}

/** By subject, the trace context (W3C `traceparent`) in which its timer was scheduled, where that was told. */
export type TracesOfTimers = ReadonlyMap<string, string>;

/**
 * Timers that carry no data but the trace they belong to: they only say "look at this subject now". The events of the
 * subject decide what is due.
 */
export interface Scheduler {
  /**
   * Has `subject` fire at `at` or later, at least once; stored when it resolves. A subject has one timer, the earliest
   * that was scheduled; it is removed when it has fired. It may fire late, twice or for nothing.
   *
   * @param traceparent the trace in which it was scheduled. Default: none; one that the timer has stays.
   */
  schedule(subject: string, at: Instant, traceparent?: string): Promise<void>;

  /** Registers the handler. Subjects that are due together come in one call; if it rejects, they come again. */
  onDue(look: (subjects: readonly string[], traces: TracesOfTimers) => Promise<void>): void;
}

/**
 * Pieces of work with the world outside, such as a message to send: each is tried until it is over. A job carries no
 * data but the trace it belongs to, and no queue is trusted: what is owed is in the events, and whoever adds jobs adds again what is overdue.
 */
export interface Jobs {
  /**
   * Has a job tried at `at` or later, at least once. Where one of this id waits already, it is tried once, at either of
   * the two moments. Rejects with `Unavailable` while the queue cannot be reached.
   *
   * @param id letters, digits and dashes, with at least one letter; such as a UUID.
   * @param traceparent the trace in which it is owed. Default: none.
   */
  add(id: string, at: Instant, traceparent?: string): Promise<void>;

  /**
   * Registers what tries a job: it resolves with the moment of the next attempt, or with `null` where the job is over.
   * Where it rejects, the job is tried again after a back-off of 1 to 60 seconds. Up to eight are tried side by side,
   * one of an id at a time in each process; like a timer, a job may be tried late, twice or for nothing.
   */
  onJob(attempt: (id: string, traceparent?: string) => Promise<Instant | null>): void;
}

/** What an event may hold of personal content: where it is, and a salted hash that proves it was this. */
export type VaultRef = Readonly<{ id: string; hash: string }>;

/**
 * Who reads personal content and what for, and `about` which case, where it is about one. A service that reads for
 * itself names itself.
 */
export type Reading = Readonly<{ actor: string; purpose: string; about?: string }>;

/** A reading by a person of the town, or an erasure, as it is on record; `kind`: of what, `null` of an erasure and
 * of a search by a phone. */
export type ReadingRecord = Readonly<{
  at: Instant;
  service: string;
  actor: string;
  purpose: string;
  about: string | null;
  kind: string | null;
  isErasure: boolean;
}>;

/** Everything that is given must hold; `from` is included, `to` is not. */
export type ReadingQuery = Readonly<{
  about?: string | undefined;
  actor?: string | undefined;
  from?: Instant | undefined;
  to?: Instant | undefined;
  limit: number;
  cursor?: string | undefined;
}>;

/** The record of who opened what in the vault. */
export interface Readings {
  /** Newest first. Refused (`malformed-cursor`) with a cursor that this list did not give. */
  list(query: ReadingQuery): Promise<Page<ReadingRecord>>;
}

/** Something personal, to be kept in the vault. */
export type VaultItem = Readonly<{
  /** Derived by the caller from the request, so that a repeated request keeps nothing twice. */
  id: string;
  person: PersonId;
  /** What it is: `words`, `place`, `contact`, `note`. A grant names the kinds it opens. */
  kind: string;
  content: unknown;
}>;

/** Personal content, encrypted under a key of the person it belongs to. */
export interface Vault {
  /** Durable when it answers. The same id with other content is refused (`same-id-other-content`). */
  keep(items: readonly VaultItem[]): Promise<readonly VaultRef[]>;

  /**
   * Under whom an item is kept, so that something else may be kept beside it, to be erased with it. `null`: there is no
   * such item, or it opens nothing any more. Says nothing about the person, and needs no grant.
   */
  ownerOf(id: string): Promise<PersonId | null>;

  /** What was kept, or `null` where the key was destroyed. Refused (`no-grant`) beyond this service's grant. */
  read(id: string, reading: Reading): Promise<unknown>;

  /**
   * The person of this phone in this town: the same for the same phone, found by a keyed hash of it. Whoever was
   * erased is not found by it any more: who calls after them is another person.
   */
  personOfPhone(phone: string): Promise<PersonId>;

  /**
   * The ids of the contacts that are kept under this phone, newest first, found by a keyed hash of it: nothing of whoever
   * was erased. On record like a reading, before it answers. Refused (`no-grant`) beyond this service's grant, and
   * (`phone-not-readable`) for what is no phone.
   */
  contactsOf(phone: string, reading: Reading): Promise<readonly string[]>;

  /** The person whom a source calls by this word: the same promise as of a phone. */
  personBySourceId(source: string, word: string): Promise<PersonId>;

  /**
   * Erases a person by destroying their key: references stay in events and open nothing any more. On record with
   * who did it and what for. `alsoItems`: what was kept under others by mistake and is theirs; these items open
   * nothing any more, and what else those others have does. All or nothing. `false`: there was nothing, or nothing any
   * more, to erase.
   */
  shred(person: PersonId, reading: Reading, alsoItems?: readonly string[]): Promise<boolean>;
}

/** Who can have an account, and as what. */
export const roles = [
  'resident',
  'hotline-clerk',
  'grid-member',
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
  'office-member',
  'mediator',
  'verifier',
  'helper',
  'auditor',
  'operator',
  'integrator',
] as const;
/** One of `roles`. */
export type Role = (typeof roles)[number];

/** A path `town/community/village/grid/micro-grid`, or the beginning of one: all that lies below is in it. */
export type Area = Brand<string, 'Area'>;

/**
 * Who acts: an account with the role and the area that it has now. `caseId`: a resident who showed the code of this case,
 * and may do nothing about any other. `isVisitor`: a resident who has shown nothing, and may ask for something.
 */
export type Actor = Readonly<{ id: string; role: Role; area: Area; caseId?: string; isVisitor?: true }>;

/** An account as an operator sees it. */
export type ListedAccount = Readonly<{
  account: string;
  role: Role;
  area: Area;
  disabled: boolean;
  /** How people call whoever has it, where that was said. */
  name?: string;
}>;

/** An account to be made. */
export type NewAccount = Readonly<{ actor: Actor; name: string | null }>;

/** What of an account may be changed; `name`: `null` where nobody says one. */
export type AccountParts = Readonly<{ role: Role; area: Area; name: string | null }>;

/** An account before and after a change. */
type AccountChanged = Readonly<{ was: AccountParts; is: AccountParts }>;

/** Tokens and accounts of a town. */
export interface Identity {
  /** Whose token this is, role and area looked up now, so that they can be taken away; `null`: nobody's. */
  actorOf(token: string): Promise<Actor | null>;

  /**
   * A signed token for an account of this role and area, made if there is none. Throws a `Rejection`:
   * `account-is-another` where it has another role or area, `account-disabled`, `minutes-out-of-range`.
   */
  issue(grant: {
    role: Role;
    area: Area;
    minutes: number;
    account?: string;
  }): Promise<{ token: string; expiresAt: Instant }>;

  /** A signed token for whoever showed the code of this case. Throws a `Rejection`: `minutes-out-of-range`. */
  issueForCase(caseId: string, minutes: number): Promise<{ token: string; expiresAt: Instant }>;

  /**
   * A signed token for a resident whom nobody knows: no account is made. Throws a `Rejection`: `minutes-out-of-range`.
   *
   * @param visit a name that no other visit has.
   */
  issueForVisit(visit: string, minutes: number): Promise<{ token: string; expiresAt: Instant }>;

  /** An account that may sign in, as it stands now; `null`: there is none, or it was disabled. */
  find(account: string): Promise<NewAccount | null>;

  /** Makes an account. Throws a `Rejection` (`account-exists`) where there is one, disabled or not. */
  add(account: NewAccount): Promise<void>;

  /** Makes those that are not there yet; what is there stays as it is. */
  ensureAll(accounts: readonly NewAccount[]): Promise<void>;

  /** Tokens of this account open nothing from now on; `false`: there is none, or it was disabled before. */
  disable(account: string): Promise<boolean>;

  /** Tokens of this account open again what they opened; `false`: there is none that was disabled. */
  enable(account: string): Promise<boolean>;

  /**
   * Makes an account, disabled or not, what `decide` says of it as it stands; what `decide` throws changes nothing. At
   * any moment one change of an account at a time, in all processes. `null`: there is no such account. Role and area are
   * those of whoever asks with its tokens from now on; in another process, within a second.
   */
  change(account: string, decide: (was: AccountParts) => AccountParts): Promise<AccountChanged | null>;

  /** Accounts by their names, at most `limit` of them, from the one behind `after` on. */
  list(page: Readonly<{ after?: string | undefined; limit: number }>): Promise<readonly ListedAccount[]>;

  /** The accounts that may not sign in any more; what another process disabled, within a second. */
  disabled(): Promise<ReadonlySet<string>>;
}

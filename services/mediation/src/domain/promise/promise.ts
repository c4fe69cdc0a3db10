/** What the town promised somebody, who keeps it and by when, and what became of it. */
import {
  type Decider,
  type Decision,
  type Instant,
  looksPersonal,
  type PersonId,
  unreachable,
} from '@mulin/kernel';
import type { Deadline, DeadlineEvent } from '../deadline-events.js';
import {
  duePast,
  noDue,
  noOwner,
  ownerKnown,
  promiseOver,
  publicTextPersonal,
  unknownPromise,
} from './refusals.js';

/** Where and to whom it was made: a day, and a booking of it. */
type Made = Readonly<{ day: string; booking: string; person: PersonId }>;

export type Details = Made &
  Readonly<{
    number: string;
    area: string;
    /** The account of whoever keeps it. */
    owner: string;
    /** What was promised, in the vault. */
    textId: string;
    /** What everybody may read of it; `null`: nothing. */
    publicText: string | null;
    dueAt: Instant;
    /** The case it is about; `null`: none. */
    about: Readonly<{ caseId: string; number: string }> | null;
  }>;

type Deed =
  | Readonly<{ type: 'PromiseMade'; data: Details & Readonly<{ madeAt: Instant }> }>
  | Readonly<{
      type: 'PromiseHandedOver';
      data: Readonly<{ number: string; owner: string; before: string; handedOverAt: Instant }>;
    }>
  | Readonly<{
      type: 'PromiseKept';
      /** `doneId`: what was done, in the vault. */
      data: Readonly<{ number: string; area: string; owner: string; doneId: string; keptAt: Instant }>;
    }>
  | Readonly<{
      type: 'PromiseDropped';
      /** `reasonId`: why it is not kept, in the vault. */
      data: Readonly<{ number: string; area: string; owner: string; reasonId: string; droppedAt: Instant }>;
    }>;

export type Event = Deed | DeadlineEvent;

export type Known = Details &
  Readonly<{
    madeAt: Instant;
    kept: Readonly<{ doneId: string; at: Instant }> | null;
    dropped: Readonly<{ reasonId: string; at: Instant }> | null;
  }>;

/** `null`: there is no such promise. */
export type State = Known | null;

const changed = (it: Known, event: Exclude<Event, { type: 'PromiseMade' }>): Known => {
  switch (event.type) {
    case 'PromiseHandedOver':
      return { ...it, owner: event.data.owner };
    case 'PromiseKept':
      return { ...it, kept: { doneId: event.data.doneId, at: event.data.keptAt } };
    case 'PromiseDropped':
      return { ...it, dropped: { reasonId: event.data.reasonId, at: event.data.droppedAt } };
    // What the deadline says follows from the rest.
    case 'DeadlineSet':
    case 'DeadlineHandedOver':
    case 'DeadlineEnded':
      return it;
    default:
      return unreachable(event);
  }
};

const evolve = (state: State, event: Event): State => {
  if (event.type === 'PromiseMade') return { ...event.data, kept: null, dropped: null };
  return state === null ? state : changed(state, event);
};

export const decider: Decider<State, Event> = { category: 'promise', initial: null, evolve };

type Decides = Decision<State, Event>;

/** Each promise has one deadline, and it is its own. */
const clock = 'promise/1';
const policy = 'promise';

/** As somebody said it: what it lacks is refused. */
export type Wanted = Readonly<{ owner: string | null; dueAt: Instant | null; publicText: string | null }>;

/**
 * What is wanted, with all that a promise needs.
 *
 * Refused: `promise-without-owner`, `promise-without-due`, `promise-due-past`, `public-text-personal`.
 */
export const soundPromise = (
  { owner, dueAt, publicText }: Wanted,
  now: Instant,
): Pick<Details, 'owner' | 'dueAt' | 'publicText'> => {
  if (owner === null) throw noOwner();
  if (dueAt === null) throw noDue();
  if (dueAt <= now) throw duePast();
  if (publicText !== null && looksPersonal(publicText)) throw publicTextPersonal();
  return { owner, dueAt, publicText };
};

/** Told of a promise that was made. `madeAt`: when; its deadline runs from then. */
export const make =
  (details: Details, madeAt: Instant): Decides =>
  (state) => {
    if (state !== null) return [];
    const { number, area, owner: holder, dueAt } = details;
    const deadline: Deadline = { clock, policy, since: madeAt, dueAt, holder };
    return [
      { type: 'PromiseMade', data: { ...details, madeAt } },
      { type: 'DeadlineSet', data: { number, area, ...deadline } },
    ];
  };

/** Refused: `promise-unknown`, `promise-over`. */
const open = (state: State): Known => {
  if (state === null) throw unknownPromise('');
  if (state.kept !== null || state.dropped !== null) throw promiseOver();
  return state;
};

/** It is somebody else's from now on. Refused: `owner-has-it`, `promise-over`. */
export const handOver =
  (owner: string): Decides =>
  (state, now) => {
    const { number, owner: before } = open(state);
    if (owner === before) throw ownerKnown();
    return [
      { type: 'PromiseHandedOver', data: { number, owner, before, handedOverAt: now } },
      { type: 'DeadlineHandedOver', data: { number, clock, holder: owner, at: now } },
    ];
  };

/** It was kept, also where that was late. Refused: `promise-over`. */
export const keep =
  (doneId: string): Decides =>
  (state, now) => {
    const { number, area, owner } = open(state);
    return [
      { type: 'PromiseKept', data: { number, area, owner, doneId, keptAt: now } },
      { type: 'DeadlineEnded', data: { number, clock, end: 'answered', endedAt: now } },
    ];
  };

/** It is declared not to be kept. Refused: `promise-over`. */
export const drop =
  (reasonId: string): Decides =>
  (state, now) => {
    const { number, area, owner } = open(state);
    return [
      { type: 'PromiseDropped', data: { number, area, owner, reasonId, droppedAt: now } },
      { type: 'DeadlineEnded', data: { number, clock, end: 'cancelled', endedAt: now } },
    ];
  };

/** `late`: kept after it was due. `broken`: not kept when it was due, or declared not to be kept. */
export const standings = ['open', 'kept', 'late', 'broken'] as const;
export type Standing = (typeof standings)[number];

/** How it stands at a moment, by the moments at which things happened alone. */
export const standingAt = (
  { dueAt, kept, dropped }: Pick<Known, 'dueAt' | 'kept' | 'dropped'>,
  at: Instant,
): Standing => {
  if (kept !== null) return kept.at <= dueAt ? 'kept' : 'late';
  return dropped !== null || dueAt < at ? 'broken' : 'open';
};

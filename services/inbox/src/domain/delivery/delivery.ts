/** One message to one account by one channel: that it is owed, each attempt to send it, and what became of it. */
import { canonical, type Decider, type Decision, type Instant, unreachable } from '@mulin/kernel';
import type { Moment } from '../observed-events.js';
import type { Item } from '../item.js';
import type { Channel, Language } from '../recipient/recipient.js';
import { attemptAfter } from './retrying.js';
import type { Failure, GivenUp } from './failures.js';

/** `urgent`: goes at once; `notice`: while the window is open; `digest`: what had to wait, all in one. */
export const kinds = ['urgent', 'notice', 'digest'] as const;
export type Kind = (typeof kinds)[number];

/** One thing that waits, as it stood when the message was made. Nothing in it is personal. */
export type Line = Pick<
  Item,
  'id' | 'caseId' | 'of' | 'number' | 'what' | 'why' | 'since' | 'until' | 'isUrgent'
> &
  Readonly<{ isNew: boolean }>;

export type Owed = Readonly<{
  account: string;
  channel: Channel;
  kind: Kind;
  language: Language;
  lines: readonly Line[];
  /** How many are new, and whether more waits than the lines say. */
  fresh: number;
  hasMore: boolean;
  /** What had opened after the first position, up to the second, is told by it. */
  after: number;
  upTo: number;
  at: Moment;
}>;

/** What it tells, as it stands right before it is sent. */
type Revised = Pick<Owed, 'lines' | 'hasMore' | 'fresh'>;

/** `address`: the id of where it was sent to, in the vault; `null`: nowhere. */
type Attempt = Readonly<{ attempt: number; at: Moment; address: string | null }>;
type Failed = Readonly<{ because: Failure; status?: number }>;

export type Event =
  | Readonly<{ type: 'DeliveryOwed'; data: Owed }>
  | Readonly<{ type: 'DeliverySent'; data: Attempt }>
  | Readonly<{ type: 'DeliveryFailed'; data: Attempt & Failed & Readonly<{ nextAt: Instant }> }>
  /** Some of what it told waits no more, or until another moment: this is what it tells instead. */
  | Readonly<{ type: 'DeliveryRevised'; data: Revised & Readonly<{ at: Moment }> }>
  /** Nothing of what was new waits any more: it is not sent. */
  | Readonly<{ type: 'DeliveryDropped'; data: Readonly<{ at: Moment }> }>
  /** Where it was tried is not stated any more: it is tried anew at this address. */
  | Readonly<{ type: 'DeliveryResumed'; data: Readonly<{ at: Instant; address: string }> }>
  /** The window has closed meanwhile. */
  | Readonly<{ type: 'DeliveryPutOff'; data: Readonly<{ at: Moment; nextAt: Instant }> }>
  | Readonly<{ type: 'DeliveryGivenUp'; data: Attempt & Readonly<{ because: GivenUp; status?: number }> }>;

export type State = Readonly<{
  owed: Owed | null;
  attempts: number;
  /** Where it was tried last, the id of it in the vault, and how often in a row; `null`: nowhere yet. */
  address: string | null;
  triesThere: number;
  isGivenUp: boolean;
  /** When it is tried next; `null`: it is over, or was never owed. */
  nextAt: Instant | null;
}>;

const initial: State = {
  owed: null,
  attempts: 0,
  address: null,
  triesThere: 0,
  isGivenUp: false,
  nextAt: null,
};

const triesAt = (state: State, address: string | null): number =>
  address === state.address ? state.triesThere + 1 : 1;

const tried = (state: State, { attempt, address }: Attempt): State =>
  address === null
    ? { ...state, attempts: attempt }
    : { ...state, attempts: attempt, address, triesThere: triesAt(state, address) };

const evolve = (state: State, event: Event): State => {
  switch (event.type) {
    case 'DeliveryOwed':
      // It was recorded in our own form.
      return { ...initial, owed: event.data, nextAt: event.data.at as Instant };
    case 'DeliverySent':
      return { ...tried(state, event.data), nextAt: null };
    case 'DeliveryGivenUp':
      return { ...tried(state, event.data), isGivenUp: true, nextAt: null };
    case 'DeliveryFailed':
      return { ...tried(state, event.data), nextAt: event.data.nextAt };
    case 'DeliveryResumed': {
      const { at, address } = event.data;
      return { ...state, address, triesThere: 0, isGivenUp: false, nextAt: at };
    }
    case 'DeliveryPutOff':
      return { ...state, nextAt: event.data.nextAt };
    case 'DeliveryRevised': {
      const { at: _, ...revised } = event.data;
      return { ...state, owed: state.owed && { ...state.owed, ...revised } };
    }
    case 'DeliveryDropped':
      return { ...state, nextAt: null };
    default:
      return unreachable(event);
  }
};

export const decider: Decider<State, Event> = {
  category: 'delivery',
  initial,
  evolve,
};

/** It is owed from now on. Said again, it is owed once. */
export const owe =
  (owed: Owed): Decision<State, Event> =>
  (state) =>
    state.owed === null ? [{ type: 'DeliveryOwed', data: owed }] : [];

/** What an attempt came to. `isFinal`: another one would come to the same. */
export type Outcome = Readonly<{ is: 'sent' }> | (Failed & Readonly<{ is: 'failed'; isFinal: boolean }>);

type Noted = Readonly<{
  outcome: Outcome;
  address: string;
  /** The first moment, from this one on, at which it may be sent. */
  mayGo: (at: Instant) => Instant;
}>;

/** What one attempt came to: where it failed, there is another one later, up to the last. */
export const note =
  ({ outcome, address, mayGo }: Noted): Decision<State, Event> =>
  (state, at) => {
    if (state.nextAt === null) return [];
    const attempt = { attempt: state.attempts + 1, at, address };
    if (outcome.is === 'sent') return [{ type: 'DeliverySent', data: attempt }];
    const { because, status } = outcome;
    const failed = { ...attempt, because, ...(status === undefined ? {} : { status }) };
    const nextAt = outcome.isFinal ? null : attemptAfter(triesAt(state, address), at);
    return nextAt === null
      ? [{ type: 'DeliveryGivenUp', data: failed }]
      : [{ type: 'DeliveryFailed', data: { ...failed, nextAt: mayGo(nextAt) } }];
  };

/** What it tells now; nothing new (`fresh` 0) is not sent, and what it told anyway is not said again. */
export const revise =
  (revised: Revised): Decision<State, Event> =>
  ({ owed, nextAt }, at) => {
    if (owed === null || nextAt === null) return [];
    if (revised.fresh === 0) return [{ type: 'DeliveryDropped', data: { at } }];
    const { lines, hasMore, fresh } = owed;
    return canonical(revised) === canonical({ lines, hasMore, fresh })
      ? []
      : [{ type: 'DeliveryRevised', data: { ...revised, at } }];
  };

/** There is nobody to send it to any more. */
export const giveUp =
  (because: GivenUp): Decision<State, Event> =>
  (state, at) =>
    state.nextAt === null
      ? []
      : [{ type: 'DeliveryGivenUp', data: { attempt: state.attempts, at, address: null, because } }];

type NewAddress = Readonly<{ address: string; since: number }>;

/**
 * Another address is stated than the one where it was tried: it is owed there now, also where it was given up. Not what
 * had opened before this way of sending was stated (`since`, a position in the log).
 */
export const resume =
  ({ address, since }: NewAddress): Decision<State, Event> =>
  (state, at) => {
    const { owed, isGivenUp, nextAt } = state;
    const isElsewhere = state.address !== null && state.address !== address;
    const isPending = isGivenUp || (nextAt !== null && nextAt > at);
    return owed !== null && owed.upTo > since && isElsewhere && isPending
      ? [{ type: 'DeliveryResumed', data: { at, address } }]
      : [];
  };

/** It may not be sent before this moment. */
export const putOff =
  (nextAt: Instant): Decision<State, Event> =>
  (state, at) =>
    state.nextAt === null || state.nextAt >= nextAt ? [] : [{ type: 'DeliveryPutOff', data: { at, nextAt } }];

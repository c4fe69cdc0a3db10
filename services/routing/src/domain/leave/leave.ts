/**
 * Who is away from their duties, and who has them meanwhile: what the pack says, and what was recorded beside it. One
 * stream for the town, so that two who record at the same moment cannot name each other's absent as a stand-in.
 */
import { canonical, type Decider, type Decision, type Instant, plus, unreachable } from '@mulin/kernel';
import {
  endsBeforeItBegins,
  leaveIsOver,
  leaveTwice,
  leaveWithoutStandIn,
  noSuchLeave,
  standInAway,
  unknownAccount,
} from './refusals.js';

/** From (inclusive) until (exclusive); `until: null` is until further notice. */
export type Absence = Readonly<{ account: string; from: Instant; until: Instant | null; standIn?: string }>;

/** `by`: the account that recorded it. */
export type Leave = Absence & Readonly<{ id: string; by: string }>;

export type Event = Readonly<
  | { type: 'LeavePlanned'; data: { leave: readonly Absence[]; version: number } }
  | { type: 'LeaveRecorded'; data: { leave: Leave; version: number; recordedAt: Instant } }
  | {
      type: 'LeaveEnded';
      data: { id: string; account: string; by: string; version: number; endedAt: Instant };
    }
>;

/** `version` counts what was changed; whatever is made of an older one is no longer true. */
export type State = Readonly<{
  planned: readonly Absence[];
  recorded: readonly Leave[];
  version: number;
}>;

const evolve = (state: State, { type, data }: Event): State => {
  const { version } = data;
  switch (type) {
    case 'LeavePlanned':
      return { ...state, planned: data.leave, version };
    case 'LeaveRecorded':
      return { ...state, recorded: [...state.recorded, data.leave], version };
    case 'LeaveEnded':
      return {
        ...state,
        recorded: state.recorded.map((it) => (it.id === data.id ? { ...it, until: data.endedAt } : it)),
        version,
      };
    default:
      return unreachable(type);
  }
};

export const decider: Decider<State, Event> = {
  category: 'leave',
  initial: { planned: [], recorded: [], version: 0 },
  evolve,
};

/** The pack says who is away so. Its rosters are without them already. */
export const plan =
  (leave: readonly Absence[]): Decision<State, Event> =>
  ({ planned, version }) =>
    canonical(planned) === canonical(leave)
      ? []
      : [{ type: 'LeavePlanned', data: { leave, version: version + 1 } }];

/** Whether there is a moment of it: what was ended before it began has none. */
const isEver = ({ from, until }: Absence): boolean => until === null || from < until;

const doOverlap = (one: Absence, other: Absence): boolean =>
  isEver(one) &&
  isEver(other) &&
  (one.until === null || other.from < one.until) &&
  (other.until === null || one.from < other.until);

/** That it goes on or lies ahead. */
export const isAhead = (leave: Absence, now: Instant): boolean =>
  isEver(leave) && (leave.until === null || now < leave.until);

/** Everybody's, of the pack and recorded. */
const allOf = ({ planned, recorded }: State): readonly Absence[] => [...planned, ...recorded];

/** What is said of a leave besides it. */
type Said = Readonly<{
  /** Whether an account stands on any roster. */
  isKnown: (account: string) => boolean;
  /** That it is known that nobody stands in. */
  nobodyStandsIn: boolean;
}>;

const accountsOf = ({ account, standIn }: Absence): readonly string[] =>
  standIn === undefined ? [account] : [account, standIn];

/**
 * Nobody goes twice at one time, and nobody stands in who is away. Of what lasts until further notice the beginning counts:
 * nobody knows yet whether it reaches a leave that is planned for next spring.
 */
const refuseDoubles = (state: State, leave: Leave): void => {
  const { account, standIn, from } = leave;
  const asFarAsKnown = { ...leave, until: leave.until ?? plus(from, 1) };
  const isAway = (who: string) =>
    allOf(state).some((it) => it.account === who && doOverlap(it, asFarAsKnown));
  if (isAway(account)) throw leaveTwice();
  if (standIn !== undefined && (standIn === account || isAway(standIn))) throw standInAway();
};

/** Somebody is away, by the checks that a pack's leave is looked at by. */
export const record =
  (leave: Leave, { isKnown, nobodyStandsIn }: Said): Decision<State, Event> =>
  (state, now) => {
    if (!isEver(leave)) throw endsBeforeItBegins();
    if (!isAhead(leave, now)) throw leaveIsOver();
    if (!accountsOf(leave).every((it) => isKnown(it))) throw unknownAccount();
    if (leave.standIn === undefined && !nobodyStandsIn) throw leaveWithoutStandIn();
    refuseDoubles(state, leave);
    return [{ type: 'LeaveRecorded', data: { leave, version: state.version + 1, recordedAt: now } }];
  };

/** Somebody is back sooner, or does not go. What went on to others meanwhile stays with them. */
export const end =
  (id: string, by: string): Decision<State, Event> =>
  ({ recorded, version }, now) => {
    const leave = recorded.find((it) => it.id === id);
    if (leave === undefined) throw noSuchLeave();
    if (!isAhead(leave, now)) throw leaveIsOver();
    const { account } = leave;
    return [{ type: 'LeaveEnded', data: { id, account, by, version: version + 1, endedAt: now } }];
  };

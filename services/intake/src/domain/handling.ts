/** How a case is being handled, as routing and the clocks publish it: what intake must know before it lets go. */
import { type Decider, type Decision, type Instant, type Tie, unreachable } from '@mulin/kernel';

export type HandlingState = 'taken' | 'returned' | 'with-arbiter' | 'finished' | 'offered';

/** What became of the order; `leg` tells which word of routing is newer. Absent: it follows what is known. */
type Moved = Readonly<{
  cycle: number;
  leg?: number;
  state: HandlingState;
  member: string | null;
  area: string | null;
  at: Instant;
}>;
type Notice = Readonly<{ cycle: number; clock: string; to: string; area: string | null }>;

export type Event = Readonly<
  | { type: 'OrderMoved'; data: Moved }
  | { type: 'LatenessNoted'; data: Notice }
  | { type: 'LatenessTakenBack'; data: Omit<Notice, 'area'> }
>;

export type State = Readonly<{
  leg: number;
  /** `null`: nobody has had it, as far as was heard. */
  state: HandlingState | null;
  /** Whose leg it is or was. */
  member: string | null;
  /** Where it lies, as far as that was heard. */
  area: string | null;
  /** Whether anybody ever took it. */
  wasTaken: boolean;
  /** Who said last that the work is done. */
  finishedBy: string | null;
  /** Roles that were told of a deadline, by `<role> <clock>`. */
  told: readonly string[];
}>;

export const initial: State = {
  leg: 0,
  state: null,
  member: null,
  area: null,
  wasTaken: false,
  finishedBy: null,
  told: [],
};

/** Within one leg: it is offered, taken, and then comes to an end. */
const order: readonly HandlingState[] = ['offered', 'taken', 'returned', 'with-arbiter', 'finished'];

const isNewer = (before: State, { leg = before.leg, state }: Moved): boolean =>
  leg > before.leg ||
  (leg === before.leg && (before.state === null || order.indexOf(state) > order.indexOf(before.state)));

const moved = (state: State, data: Moved): State => {
  const wasTaken = state.wasTaken || data.state === 'taken' || data.state === 'finished';
  const finishedBy = data.state === 'finished' ? data.member : state.finishedBy;
  if (!isNewer(state, data)) return { ...state, wasTaken, finishedBy };
  const { leg = state.leg, member, area } = data;
  return { ...state, leg, state: data.state, member, area: area ?? state.area, wasTaken, finishedBy };
};

const nameOf = ({ to, clock }: Omit<Notice, 'area'>): string => `${to} ${clock}`;

const evolve = (state: State, { type, data }: Event): State => {
  switch (type) {
    case 'OrderMoved':
      return moved(state, data);
    case 'LatenessNoted':
      return { ...state, area: state.area ?? data.area, told: [...state.told, nameOf(data)] };
    case 'LatenessTakenBack':
      return { ...state, told: state.told.filter((name) => name !== nameOf(data)) };
    default:
      return unreachable(type);
  }
};

/** A stream beside the case's own, so that a version of the case that a clerk has read stays good meanwhile. */
export const decider: Decider<State, Event> = { category: 'handling', initial, evolve };

type Decides = Decision<State, Event>;

/** Told what became of the order. */
export const move =
  (data: Moved): Decides =>
  (state) => {
    const { leg = state.leg } = data;
    const isKnown = state.leg === leg && state.state === data.state && state.member === data.member;
    return isKnown ? [] : [{ type: 'OrderMoved', data }];
  };

/** Told who hears of a deadline: they may read the case. */
export const noteLateness =
  (notice: Notice): Decides =>
  ({ told }) =>
    told.includes(nameOf(notice)) ? [] : [{ type: 'LatenessNoted', data: notice }];

/** Told that a lateness does not concern somebody any more. */
export const takeBackLateness =
  (notice: Omit<Notice, 'area'>): Decides =>
  ({ told }) =>
    told.includes(nameOf(notice)) ? [{ type: 'LatenessTakenBack', data: notice }] : [];

/** Whether somebody has it in hand now. */
export const isInHand = ({ state }: State): boolean => state === 'taken';

/** What ties somebody of this role to it: they were told of a deadline; it waits for the arbiter's decision. */
export const tiesOf = ({ state, told }: State, role: string): readonly Tie[] => [
  ...(told.some((name) => name.startsWith(`${role} `)) ? (['told'] as const) : []),
  ...(state === 'with-arbiter' ? (['arbiter'] as const) : []),
];

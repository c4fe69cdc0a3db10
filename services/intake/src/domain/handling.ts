/** How a case is being handled, as routing and the clocks publish it: what intake must know before it lets go. */
import {
  type Actor,
  canonical,
  type Decider,
  type Decision,
  type Instant,
  isNoticeFor,
  type Tie,
  unreachable,
} from '@mulin/kernel';

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
/** Who was told of which deadline, for where; `null`: what told it did not say where the case lies. */
type Notice = Readonly<{ cycle: number; clock: string; to: string; area: string | null }>;
type Told = Omit<Notice, 'cycle'>;

export type Event = Readonly<
  | { type: 'OrderMoved'; data: Moved }
  | { type: 'LatenessNoted'; data: Notice }
  | { type: 'LatenessTakenBack'; data: Omit<Notice, 'area'> }
  /** By a correction; `isAsked`: the arbiter is to decide whether this leg goes on, or not any more. */
  | { type: 'HoldingDoubted'; data: { cycle: number; leg: number; isAsked: boolean } }
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
  /** The leg of which the arbiter is to decide whether it goes on. */
  doubted: number | null;
  /** `area` of `null`: nobody knew yet where the case lies. */
  told: readonly Told[];
}>;

export const initial: State = {
  leg: 0,
  state: null,
  member: null,
  area: null,
  wasTaken: false,
  finishedBy: null,
  doubted: null,
  told: [],
};

/** Within one leg: it is offered, taken, and then comes to an end. */
const order: readonly HandlingState[] = ['offered', 'taken', 'returned', 'with-arbiter', 'finished'];

const isNewer = (before: State, { leg = before.leg, state }: Moved): boolean =>
  leg > before.leg ||
  (leg === before.leg && (before.state === null || order.indexOf(state) > order.indexOf(before.state)));

/** What was told while nobody knew where the case lies was told for where it lies first. */
const toldIn = (told: State['told'], area: string | null): State['told'] =>
  area === null ? told : told.map((it) => (it.area === null ? { ...it, area } : it));

/** Where it lay before is better than nothing. */
const placed = (state: State, heard: string | null, isNews: boolean): State => {
  const area = isNews ? (heard ?? state.area) : (state.area ?? heard);
  return { ...state, area, told: toldIn(state.told, area) };
};

const moved = (state: State, data: Moved): State => {
  const wasTaken = state.wasTaken || data.state === 'taken' || data.state === 'finished';
  const finishedBy = data.state === 'finished' ? data.member : state.finishedBy;
  const isNews = isNewer(state, data);
  const known = { ...placed(state, data.area, isNews), wasTaken, finishedBy };
  const { leg = state.leg, member } = data;
  return isNews ? { ...known, leg, state: data.state, member } : known;
};

const lateness = (state: State, { to, clock, area }: Notice): State =>
  placed({ ...state, told: [...state.told, { to, clock, area }] }, area, false);

type Addressed = Pick<Notice, 'to' | 'clock'>;
const isSame = (one: Addressed, { to, clock }: Addressed): boolean => one.to === to && one.clock === clock;

const evolve = (state: State, { type, data }: Event): State => {
  switch (type) {
    case 'OrderMoved':
      return moved(state, data);
    case 'LatenessNoted':
      return lateness(state, data);
    case 'LatenessTakenBack':
      return { ...state, told: state.told.filter((it) => !isSame(it, data)) };
    case 'HoldingDoubted':
      return { ...state, doubted: data.isAsked ? data.leg : null };
    default:
      return unreachable(type);
  }
};

/** A stream beside the case's own, so that a version of the case that a clerk has read stays good meanwhile. */
export const decider: Decider<State, Event> = { category: 'handling', initial, evolve };

type Decides = Decision<State, Event>;

/** Told what became of the order: what changes nothing about what is known of it is not recorded. */
export const move =
  (data: Moved): Decides =>
  (state) =>
    canonical(moved(state, data)) === canonical(state) ? [] : [{ type: 'OrderMoved', data }];

/** Told who hears of a deadline: they may read the case while it lies where it was told for. */
export const noteLateness =
  (notice: Notice): Decides =>
  ({ told }) => {
    const isKnown = ({ area }: Told) => notice.area === null || area === notice.area;
    const known = told.some((it) => isSame(it, notice) && isKnown(it));
    return known ? [] : [{ type: 'LatenessNoted', data: notice }];
  };

/** Told that a lateness does not concern somebody any more. */
export const takeBackLateness =
  (notice: Omit<Notice, 'area'>): Decides =>
  ({ told }) =>
    told.some((it) => isSame(it, notice)) ? [{ type: 'LatenessTakenBack', data: notice }] : [];

/** Told whether the arbiter is asked about whoever has it, since it belongs elsewhere by a correction. */
export const doubt =
  (cycle: number, leg: number, isAsked: boolean): Decides =>
  ({ doubted }) =>
    (doubted === leg) === isAsked ? [] : [{ type: 'HoldingDoubted', data: { cycle, leg, isAsked } }];

const waitsForArbiter = ({ state, leg, doubted }: State): boolean =>
  state === 'with-arbiter' || (doubted === leg && (state === 'offered' || state === 'taken'));

/** Whether somebody has it in hand now. */
export const isInHand = ({ state }: State): boolean => state === 'taken';

/**
 * What ties somebody to it: they were told of a deadline, for their own area or while nobody knew where the case
 * lies; it waits for the arbiter's decision, or for somebody to look whether it is solved. Nobody is tied to a case that is over: what they were told of is settled,
 * and nobody decides it any more.
 */
export const tiesOf = (
  state: State,
  actor: Pick<Actor, 'id' | 'role' | 'area'>,
  { isOver }: Readonly<{ isOver: boolean }>,
): readonly Tie[] => (isOver ? [] : openTies(state, actor));

/** Whoever finished it does not look themselves whether it is solved. */
const isToVerify = ({ state, finishedBy }: State, { id }: Pick<Actor, 'id'>): boolean =>
  state === 'finished' && finishedBy !== id;

const openTies = (state: State, actor: Pick<Actor, 'id' | 'role' | 'area'>): readonly Tie[] => [
  ...state.told
    .filter((notice) => isNoticeFor(actor, notice))
    .map(({ area }): Tie => (area === null ? 'unplaced' : 'told')),
  ...(waitsForArbiter(state) ? (['arbiter'] as const) : []),
  ...(isToVerify(state, actor) ? (['to-verify'] as const) : []),
];

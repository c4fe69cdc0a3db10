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

export type HandlingState = 'taken' | 'returned' | 'with-arbiter' | 'finished' | 'verified' | 'offered';

/** What became of the order; cycle and `leg` tell which word of routing is newer. Absent: it follows what is known. */
type Moved = Readonly<{
  cycle: number;
  leg?: number;
  /** Of a finish, and of what somebody else says of it: the how-manieth of this cycle. Absent: the first. */
  round?: number;
  state: HandlingState;
  member: string | null;
  area: string | null;
  at: Instant;
}>;
/** Who was told of which deadline, for where; `null`: what told it did not say where the case lies. */
type Notice = Readonly<{ cycle: number; clock: string; to: string; area: string | null }>;

/** One call for help, and who has come; once it is over it stays so. */
type Help = Readonly<{ call: number; member: string; isOver: boolean }>;

export type Event = Readonly<
  | { type: 'OrderMoved'; data: Moved }
  | { type: 'LatenessNoted'; data: Notice }
  | { type: 'LatenessTakenBack'; data: Omit<Notice, 'area'> }
  /** By a correction; `isAsked`: the arbiter is to decide whether this leg goes on, or not any more. */
  | { type: 'HoldingDoubted'; data: { cycle: number; leg: number; isAsked: boolean } }
  /** Somebody has come to help, or does not help any more. */
  | { type: 'HelpNoted'; data: Help & { cycle: number } }
>;

export type State = Readonly<{
  /** The latest cycle that was heard of; what is known of earlier ones is over. */
  cycle: number;
  leg: number;
  /** How far it came within its leg. */
  step: number;
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
  told: readonly Notice[];
  /** Who has come to help in this cycle. */
  helped: readonly Help[];
}>;

export const initial: State = {
  cycle: 1,
  leg: 0,
  step: 0,
  state: null,
  member: null,
  area: null,
  wasTaken: false,
  finishedBy: null,
  doubted: null,
  told: [],
  helped: [],
};

/** Within one leg: it is offered, taken, and then comes to an end. */
const steps = { offered: 1, taken: 2, returned: 3, 'with-arbiter': 4 } as const;
/** Each round of finishing has three steps: finished, refused, verified. */
const stepsOfRound = 3;
const beforeRounds = 2;
const stepInRound = { finished: 0, taken: 1, verified: 2 } as const;

/** A finish that somebody refuses is followed by another one of the next round. */
const stepOf = ({ state, round }: Moved): number => {
  const rounds = beforeRounds + stepsOfRound * (round ?? 1);
  if (state === 'finished' || state === 'verified') return rounds + stepInRound[state];
  return state === 'taken' && round !== undefined ? rounds + stepInRound.taken : steps[state];
};

const isRefused = ({ state, step }: State): boolean => state === 'taken' && step > steps.taken;
const endsLeg = ({ state }: Moved): boolean => state === 'returned' || state === 'with-arbiter';

const isNewer = (before: State, data: Moved): boolean => {
  const { leg = before.leg } = data;
  if (leg !== before.leg) return leg > before.leg;
  // Whoever goes on after a refusal may give it back like anybody else; before it nobody did, as that ends the leg.
  if (isRefused(before) && endsLeg(data)) return data.leg !== undefined;
  return before.state === null || stepOf(data) > before.step;
};

/**
 * The state as of a cycle: of a later one than was heard of, nothing is known yet but where it lies. What was told of
 * deadlines of a cycle is over with it.
 */
export const inCycle = (state: State, cycle: number): State => {
  if (cycle <= state.cycle) return state;
  const told = state.told.filter((notice) => notice.cycle >= cycle);
  return { ...initial, cycle, area: state.area, told };
};

/** What was told while nobody knew where the case lies was told for where it lies first. */
const toldIn = (told: State['told'], area: string | null): State['told'] =>
  area === null ? told : told.map((it) => (it.area === null ? { ...it, area } : it));

/** Where it lay before is better than nothing. */
const placed = (state: State, heard: string | null, isNews: boolean): State => {
  const area = isNews ? (heard ?? state.area) : (state.area ?? heard);
  return { ...state, area, told: toldIn(state.told, area) };
};

const isRefusal = ({ state, round }: Moved): boolean => state === 'taken' && round !== undefined;

/** Who has finished it, as far as nobody has refused that. */
const finisherAfter = ({ finishedBy, leg }: State, data: Moved, isNews: boolean): string | null => {
  if (isRefusal(data) && isNews) return null;
  if (data.state !== 'finished') return finishedBy;
  const isOfLegBefore = data.leg !== undefined && data.leg < leg;
  return isNews || (isOfLegBefore && finishedBy === null) ? data.member : finishedBy;
};

const moved = (before: State, data: Moved): State => {
  if (data.cycle < before.cycle) return before;
  const state = inCycle(before, data.cycle);
  const wasTaken = state.wasTaken || data.state === 'taken' || data.state === 'finished';
  const isNews = isNewer(state, data);
  const finishedBy = finisherAfter(state, data, isNews);
  const known = { ...placed(state, data.area, isNews), wasTaken, finishedBy };
  const { leg = state.leg, member } = data;
  return isNews ? { ...known, leg, step: stepOf(data), state: data.state, member } : known;
};

const lateness = (before: State, { to, clock, area, cycle }: Notice): State => {
  if (cycle < before.cycle) return before;
  return placed({ ...before, told: [...before.told, { cycle, to, clock, area }] }, area, false);
};

type Addressed = Pick<Notice, 'to' | 'clock'>;
const isSame = (one: Addressed, { to, clock }: Addressed): boolean => one.to === to && one.clock === clock;

type Doubt = Extract<Event, { type: 'HoldingDoubted' }>['data'];

const doubtful = (before: State, { cycle, leg, isAsked }: Doubt): State =>
  cycle < before.cycle ? before : { ...inCycle(before, cycle), doubted: isAsked ? leg : null };

const withHelp = (before: State, { cycle, call, member, isOver }: Help & { cycle: number }): State => {
  if (cycle < before.cycle) return before;
  const state = inCycle(before, cycle);
  const known = state.helped.find((it) => it.call === call);
  if (known?.isOver === true) return state;
  return {
    ...state,
    helped: [...state.helped.filter((it) => it.call !== call), { call, member, isOver }],
  };
};

const evolve = (state: State, { type, data }: Event): State => {
  switch (type) {
    case 'OrderMoved':
      return moved(state, data);
    case 'LatenessNoted':
      return lateness(state, data);
    case 'LatenessTakenBack':
      return { ...state, told: state.told.filter((it) => !isSame(it, data)) };
    case 'HoldingDoubted':
      return doubtful(state, data);
    case 'HelpNoted':
      return withHelp(state, data);
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

/** Told what somebody else found of a finish; it stays whose it is. */
export const lookedAt =
  (data: Omit<Moved, 'member' | 'area'> & Readonly<{ leg: number; round: number }>): Decides =>
  (state, now) => {
    const { leg, member } = inCycle(state, data.cycle);
    return move({ ...data, member: leg === data.leg ? member : null, area: null })(state, now);
  };

/** Told who hears of a deadline: they may read the case while it lies where it was told for. */
export const noteLateness =
  (notice: Notice): Decides =>
  ({ told, cycle }) => {
    if (notice.cycle < cycle) return [];
    const isKnown = ({ area }: Notice) => notice.area === null || area === notice.area;
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
  (state) =>
    cycle < state.cycle || (inCycle(state, cycle).doubted === leg) === isAsked
      ? []
      : [{ type: 'HoldingDoubted', data: { cycle, leg, isAsked } }];

/** Told that somebody has come to help, or that nobody waits for them any more; what changes nothing is not recorded. */
export const noteHelp =
  (help: Help & Readonly<{ cycle: number }>): Decides =>
  (state) =>
    canonical(withHelp(state, help)) === canonical(state) ? [] : [{ type: 'HelpNoted', data: help }];

const waitsForArbiter = ({ state, leg, doubted }: State): boolean =>
  state === 'with-arbiter' || (doubted === leg && (state === 'offered' || state === 'taken'));

/** Whose it is now to take, or to work on; `null`: nobody's. */
export const holderOf = ({ state, member }: State): string | null =>
  state === 'offered' || state === 'taken' ? member : null;

/** Whether somebody has it in hand now. */
export const isInHand = ({ state }: State): boolean => state === 'taken';

/**
 * What ties somebody to it: they were told of a deadline, for their own area or while nobody knew where the case
 * lies; it waits for the arbiter's decision, or for somebody to look whether it is solved; they have come to help. Nobody is tied to a case that is over: what they were told of is settled,
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

const isHelping = ({ helped }: State, { id }: Pick<Actor, 'id'>): boolean =>
  helped.some(({ member, isOver }) => member === id && !isOver);

const openTies = (state: State, actor: Pick<Actor, 'id' | 'role' | 'area'>): readonly Tie[] => [
  ...state.told
    .filter((notice) => isNoticeFor(actor, notice))
    .map(({ area }): Tie => (area === null ? 'unplaced' : 'told')),
  ...(waitsForArbiter(state) ? (['arbiter'] as const) : []),
  ...(isToVerify(state, actor) ? (['to-verify'] as const) : []),
  ...(isHelping(state, actor) ? (['helps'] as const) : []),
];

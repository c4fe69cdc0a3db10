/** Who is asked to answer for a case, who has taken it, and who decides when nobody will. */
import { type Decider, type Decision, type Instant, unreachable } from '@mulin/kernel';
import { type References, referencesOver } from './references.js';
import {
  alreadyFinished,
  archivedCase,
  decidedForGood,
  isOver,
  noSuchOrder,
  notBeforeArbiter,
  notTaken,
  notYours,
  withArbiter,
} from './refusals.js';
import { type Net, upTo } from './territory.js';

export type ReturnReason = 'not-my-area' | 'not-my-power' | 'needs-other-unit' | 'place-not-found';
export type Result = 'solved' | 'explained';
export type Because = 'nobodys-land' | 'nobody-on-duty' | 'second-return' | 'place-unknown';
export type OverBecause = 'closed' | 'declined' | 'withdrawn' | 'merged';

/** What the case is about, as far as it matters to who answers. */
export type Terms = Readonly<{ menuItem: string; net: Net; urgency: string }>;
export type Demand = Terms & Readonly<{ number: string; cycle: number }>;

type LandOf = Readonly<{ microGrid: string; area: string }>;

/** Whose land it is, and who is on duty there. */
export type Answerer = LandOf & Readonly<{ member: string }>;

/** Where an order goes: to somebody on duty, or to the arbiter of that community. */
export type Route = Readonly<{ to: Answerer } | { because: Because; area: string }>;

/** The grid member on duty who may stand in for these in a micro-grid; `null`: there is no other. */
export type StandIn = (microGrid: string, instead: readonly string[]) => string | null;

type Offer = Demand & Answerer & Readonly<{ leg: number; final: boolean }>;
type Leg = Readonly<{ cycle: number; leg: number; member: string }>;

type Left = Demand & References & Readonly<{ because: Because; area: string }>;

export type Event = Readonly<
  /** `by`: the arbiter who decided so, and for good. */
  | { type: 'OrderOffered'; data: Offer & References & { by: string | null; offeredAt: Instant } }
  | { type: 'OrderTaken'; data: Leg & { takenAt: Instant } }
  | { type: 'OrderReturned'; data: Leg & { reason: ReturnReason; returnedAt: Instant } }
  | { type: 'OrderLeftToArbiter'; data: Left & { leftAt: Instant } }
  | { type: 'OrderFinished'; data: Leg & { result: Result; finishedAt: Instant } }
  | { type: 'OrderReclassified'; data: Correction }
  | { type: 'OrderOver'; data: { cycle: number; because: OverBecause; overAt: Instant } }
  | {
      type: 'ArchivedCaseRouted';
      data: { cycle: number; net: Net; microGrid: string | null; area: string | null; reportedAt: Instant };
    }
>;

export type Status = 'none' | 'offered' | 'taken' | 'with-arbiter' | 'finished' | 'over' | 'archived';

type Reclassified = Terms & Pick<References, 'placeId'> & Readonly<{ route: Route; reclassifiedAt: Instant }>;
export type Correction = Reclassified & Readonly<{ cycle: number }>;

export type State = Readonly<{
  status: Status;
  demand: Demand | null;
  references: References;
  /** Who has it in hand, or had it last. */
  holder: (Answerer & Readonly<{ leg: number; final: boolean; by: string | null }>) | null;
  left: Readonly<{ because: Because; area: string }> | null;
  returnedBy: readonly string[];
  result: Result | null;
  reclassified: Reclassified | null;
  /** It was reclassified after somebody had taken it, or after the arbiter had decided: he should look. */
  isForArbiter: boolean;
}>;

const initial: State = {
  status: 'none',
  demand: null,
  references: {},
  holder: null,
  left: null,
  returnedBy: [],
  result: null,
  reclassified: null,
  isForArbiter: false,
};

const demandIn = ({ number, cycle, menuItem, net, urgency }: Demand): Demand => ({
  number,
  cycle,
  menuItem,
  net,
  urgency,
});

const offered = (state: State, offer: Offer & References & { by: string | null }): State => {
  const { microGrid, area, member, leg, final, by } = offer;
  const holder = { microGrid, area, member, leg, final, by };
  const references = referencesOver(state.references, offer);
  const demand = demandIn(offer);
  return { ...state, status: 'offered', demand, references, holder, left: null, isForArbiter: false };
};

const left = (state: State, to: Left): State => ({
  ...state,
  status: 'with-arbiter',
  demand: demandIn(to),
  references: referencesOver(state.references, to),
  left: { because: to.because, area: to.area },
  isForArbiter: true,
});

const reclassified = (state: State, { menuItem, net, urgency, ...rest }: Reclassified): State => {
  const { status, demand, holder, isForArbiter } = state;
  const hasDecided = status === 'taken' || (status === 'offered' && holder?.final === true);
  return {
    ...state,
    demand: demand && { ...demand, menuItem, net, urgency },
    references: referencesOver(state.references, rest),
    reclassified: { menuItem, net, urgency, ...rest },
    isForArbiter: isForArbiter || hasDecided,
  };
};

type Custody = 'OrderOffered' | 'OrderTaken' | 'OrderReturned' | 'OrderLeftToArbiter' | 'OrderFinished';

/** What was heard of the case, which is in nobody's hands by it. */
const learned = (state: State, { type, data }: Exclude<Event, { type: Custody }>): State => {
  switch (type) {
    case 'OrderReclassified':
      return reclassified(state, data);
    case 'OrderOver':
      return { ...state, status: 'over', isForArbiter: false };
    case 'ArchivedCaseRouted':
      return { ...state, status: 'archived' };
    default:
      return unreachable(type);
  }
};

const evolve = (state: State, event: Event): State => {
  switch (event.type) {
    case 'OrderOffered':
      return offered(state, event.data);
    case 'OrderTaken':
      return { ...state, status: 'taken' };
    case 'OrderReturned':
      return { ...state, returnedBy: [...state.returnedBy, event.data.member] };
    case 'OrderLeftToArbiter':
      return left(state, event.data);
    case 'OrderFinished':
      return { ...state, status: 'finished', result: event.data.result, isForArbiter: false };
    default:
      return learned(state, event);
  }
};

export const decider: Decider<State, Event> = { category: 'order', initial, evolve };

type Decides = Decision<State, Event>;

const sendTo = (demand: Demand & References, route: Route, leg: number, now: Instant): Event =>
  'to' in route
    ? { type: 'OrderOffered', data: { ...demand, ...route.to, leg, final: false, by: null, offeredAt: now } }
    : { type: 'OrderLeftToArbiter', data: { ...demand, ...route, leftAt: now } };

const nextLeg = ({ holder }: State): number => (holder?.leg ?? 0) + 1;

/** Told of a registration: the first offer of a case. A correction that was heard before it is already heeded. */
export const offer =
  (demand: Demand & References, route: Route): Decides =>
  ({ status, reclassified: corrected }, now) => {
    if (status !== 'none') return [];
    if (!corrected) return [sendTo(demand, route, 1, now)];
    const { menuItem, net, urgency } = corrected;
    const terms = { menuItem, net, urgency, ...referencesOver(demand, corrected) };
    return [sendTo({ ...demand, ...terms }, corrected.route, 1, now)];
  };

/** Told of a case of the archive: who would have answered is put on record, and nobody is asked. */
export const record =
  (cycle: number, net: Net, land: LandOf | null, reportedAt: Instant): Decides =>
  ({ status, demand }) => {
    if (status === 'archived' || demand !== null) return [];
    const { microGrid, area } = land ?? { microGrid: null, area: null };
    return [{ type: 'ArchivedCaseRouted', data: { cycle, net, microGrid, area, reportedAt } }];
  };

/**
 * Told that what was noted was wrong. An order that nobody has taken goes where it belongs, but to nobody who has
 * given it back; one that was taken, or decided for good, stays where it is until the arbiter has looked. The
 * newest correction stands.
 */
export const reclassify =
  (correction: Correction, standIn: StandIn): Decides =>
  (state, now) => {
    const { cycle: _, route, reclassifiedAt, ...terms } = correction;
    if (state.reclassified && state.reclassified.reclassifiedAt >= reclassifiedAt) return [];
    const fact: Event = { type: 'OrderReclassified', data: correction };
    const next = sparing(state.returnedBy, route, standIn);
    if (state.demand === null || isSameGrid(route, state) || !movesTo(next, state)) return [fact];
    return [fact, sendTo({ ...state.demand, ...terms }, next, nextLeg(state), now)];
  };

/** The same way, but past those who have given it back. */
const sparing = (returnedBy: readonly string[], route: Route, standIn: StandIn): Route =>
  'to' in route && returnedBy.includes(route.to.member)
    ? inPlaceOf(route.to, standIn(route.to.microGrid, returnedBy))
    : route;

/** Whoever stands in there; where nobody does, the arbiter of that community decides. */
const inPlaceOf = ({ microGrid, area }: LandOf, other: string | null): Route =>
  other === null
    ? { because: 'nobody-on-duty', area: upTo('community', area) }
    : { to: { microGrid, area, member: other } };

/** It is on offer in that micro-grid already: to whoever answers there, or stands in for them. */
const isSameGrid = (route: Route, { status, holder }: State): boolean =>
  'to' in route && status === 'offered' && route.to.microGrid === holder?.microGrid;

/** What the arbiter has decided, or has been asked to decide after two returns, no correction takes away. */
const isOpenTo = ({ status, holder, left }: State): boolean =>
  status === 'with-arbiter'
    ? left?.because !== 'second-return'
    : status === 'offered' && holder?.final === false;

const movesTo = (route: Route, state: State): boolean => {
  if (!isOpenTo(state)) return false;
  return 'to' in route || state.status !== 'with-arbiter' || route.area !== state.left?.area;
};

/** Told that nothing is owed any more: nobody is asked from now on. What was done stays on record. */
export const end =
  (cycle: number, because: OverBecause, overAt: Instant): Decides =>
  ({ status }) =>
    status === 'over' || status === 'archived'
      ? []
      : [{ type: 'OrderOver', data: { cycle, because, overAt } }];

/** The grid member takes it and answers for it from now on. */
export const take =
  (member: string): Decides =>
  (state, now) => {
    const leg = legOf(state, member);
    return state.status === 'taken' ? [] : [{ type: 'OrderTaken', data: { ...leg, takenAt: now } }];
  };

/** The holder gives it back. The first time somebody stands in; the second time the arbiter decides for good. */
export const giveBack =
  (member: string, reason: ReturnReason, standIn: StandIn): Decides =>
  (state, now) => {
    const { demand, holder, returnedBy } = state;
    const leg = legOf(state, member);
    if (demand === null || holder === null) return [];
    if (holder.final) throw decidedForGood();

    const returned: Event = { type: 'OrderReturned', data: { ...leg, reason, returnedAt: now } };
    const area = upTo('community', holder.area);
    if (returnedBy.length > 0)
      return [returned, sendTo(demand, { because: 'second-return', area }, leg.leg, now)];

    const route = inPlaceOf(holder, standIn(holder.microGrid, [member]));
    return [returned, sendTo(demand, route, leg.leg + 1, now)];
  };

/** The arbiter says who answers, and it cannot be returned again. */
export const arbitrate =
  (by: string, to: Answerer): Decides =>
  (state, now) => {
    const { demand, holder, isForArbiter } = state;
    if (demand === null) throw notThere(state);
    if (isForArbiter)
      return [
        {
          type: 'OrderOffered',
          data: { ...demand, ...to, leg: nextLeg(state), final: true, by, offeredAt: now },
        },
      ];
    if (holder?.by === by && holder.member === to.member && holder.microGrid === to.microGrid) return [];
    throw notBeforeArbiter();
  };

/** The holder says that the work is done. Somebody else looks at it before the case is closed. */
export const finish =
  (member: string, result: Result): Decides =>
  (state, now) => {
    if (state.status === 'finished' && state.holder?.member === member && state.result === result) return [];
    const leg = legOf(state, member);
    if (state.status === 'offered') throw notTaken();
    return [{ type: 'OrderFinished', data: { ...leg, result, finishedAt: now } }];
  };

/** What is asked; refused where there is no order. */
export const demandOf = (state: State): Demand => {
  if (state.demand === null) throw notThere(state);
  return state.demand;
};

/** Where it lies, or whose secretary decides; refused where there is no order. */
export const areaOf = (state: State): string => {
  const area = state.left?.area ?? state.holder?.area;
  if (area === undefined) throw notThere(state);
  return area;
};

/** The leg of custody that this member has now; refused to everybody else, and when nobody has any. */
const legOf = (state: State, member: string): Leg => {
  const { status, demand, holder } = state;
  if (demand === null) throw notThere(state);
  if (status === 'with-arbiter') throw withArbiter();
  if (holder?.member !== member) throw notYours();
  if (status === 'finished') throw alreadyFinished();
  if (status === 'over') throw isOver();
  return { cycle: demand.cycle, leg: holder.leg, member };
};

const notThere = ({ status }: State) => (status === 'archived' ? archivedCase() : noSuchOrder());

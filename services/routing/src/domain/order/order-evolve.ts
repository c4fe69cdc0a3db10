/** What each event makes of an order. */
import { type Decider, unreachable } from '@mulin/kernel';
import type { Addressed, Event, FormerRoute, Land, Route } from './order-events.js';
import { takenFrom } from '../handling/emergency.js';
import { type HelperEvent, withHelper } from '../handling/helpers.js';
import { inNextCycle, withRefusal, withReport, withShown } from '../handling/reports.js';
import { demandIn } from './order-questions.js';
import { referencesOver } from './references.js';

import { initial, type State } from './order-state.js';

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>['data'];

/** Before it was said why somebody is asked, the first who was asked was asked because of the registration. */
const routeBy = ({ route, holder }: State, { because }: Of<'OrderOffered'>, land: Land): Route | null =>
  route ??
  (because === 'registered' || because === 'redo' || (because === undefined && holder === null)
    ? { land }
    : null);

/** What was told while nobody knew where the order lies was told for where it lies first. */
const toldIn = (told: State['told'], area: string): State['told'] =>
  told.map((it) => (it.area === null ? { ...it, area } : it));

export const isSame = (one: Addressed, { to, clock }: Addressed): boolean =>
  one.to === to && one.clock === clock;

/** Of what one person was told of one clock, for one place, the last stands. */
const lateness = (state: State, { clock, to, level, area }: Of<'LatenessTold'>): State => {
  const where = area ?? state.left?.area ?? state.holder?.area ?? null;
  const others = state.told.filter((it) => !(isSame(it, { clock, to }) && it.area === where));
  return { ...state, told: [...others, { clock, to, level, area: where }] };
};

const offered = (state: State, offer: Of<'OrderOffered'>): State => {
  const { microGrid, area, gridNet, member, leg, final, by, because, from = null, offeredAt, unit } = offer;
  const land = { microGrid, area, ...(gridNet === undefined ? {} : { gridNet }) };
  const takenFrom = because === 'reassigned' ? from : null;
  return {
    ...state,
    status: 'offered',
    demand: demandIn(offer),
    references: referencesOver(state.references, offer),
    route: routeBy(state, offer, land),
    holder: {
      ...land,
      ...(unit === undefined ? {} : { unit }),
      member,
      leg,
      final,
      by,
      takenFrom,
      because,
      offeredAt,
      takenAt: null,
      alsoAsked: offer.alsoAsked ?? [],
    },
    left: null,
    isForArbiter: false,
    told: toldIn(state.told, area),
    lacksClock: state.lacksClock && because !== 'decided',
  };
};

/** Whose land it is; not known where it was left for another reason, or recorded before the land was kept. */
const routeLeft = ({ because, area, land }: Of<'OrderLeftToArbiter'>): Route | null => {
  if (because === 'nobodys-land' || because === 'place-unknown') return { because, area };
  return land === undefined ? null : { land };
};

const left = (state: State, to: Of<'OrderLeftToArbiter'>): State => ({
  ...state,
  status: 'with-arbiter',
  demand: demandIn(to),
  references: referencesOver(state.references, to),
  route: state.route ?? routeLeft(to),
  left: { because: to.because, area: to.area },
  told: toldIn(state.told, to.area),
  turns: Math.max(state.turns, to.turn ?? state.turns + 1),
  isForArbiter: true,
});

const routeIn = (route: FormerRoute): Route => {
  if (!('to' in route)) return route;
  const { microGrid, area } = route.to;
  return { land: { microGrid, area } };
};

/** Before it was said whether the arbiter is asked, they were asked of every correction of what somebody had taken. */
const isForArbiterBy = ({ status, holder, isForArbiter }: State, { told }: Of<'OrderReclassified'>) => {
  if (told !== undefined) return told.turn !== undefined;
  return isForArbiter || status === 'taken' || (status === 'offered' && holder?.final === true);
};

const reclassified = (state: State, data: Of<'OrderReclassified'>): State => {
  const { menuItem, net, urgency, cycle, route, reclassifiedAt, sequence = '', told } = data;
  const terms = { menuItem, net, urgency };
  const references = referencesOver({}, data);
  const known = { ...terms, ...references, route: routeIn(route), cycle, reclassifiedAt, sequence };
  // Of a cycle that has not begun yet as far as is known here.
  if (state.demand !== null && cycle > state.demand.cycle) return { ...state, reclassified: known };
  return {
    ...state,
    demand: state.demand && { ...state.demand, ...terms },
    references: referencesOver(state.references, data),
    reclassified: known,
    route: routeIn(route),
    turns: told?.turn ?? state.turns,
    isForArbiter: isForArbiterBy(state, data),
  };
};

/** What was done in the cycles before stands; nobody has it in hand, until it is offered anew. */
const reopened = (state: State, { cycle }: Of<'OrderReopened'>): State => {
  const { holder, returnedBy, handlers, formerHands } = state;
  const hands = [...formerHands, ...returnedBy, ...handlers, ...(holder === null ? [] : [holder.member])];
  return {
    ...initial,
    references: state.references,
    demand: state.demand && { ...state.demand, cycle },
    told: state.told,
    verifiedBy: state.verifiedBy,
    reported: inNextCycle(state.reported),
    formerHands: [...new Set(hands)],
    ended: state.ended,
    clockless: state.clockless,
    reclassified: state.reclassified,
  };
};

const over = (state: State, { cycle }: Of<'OrderOver'>): State => ({
  ...state,
  status: 'over',
  ended: Math.max(state.ended, cycle),
  isForArbiter: false,
  lacksClock: false,
});

const arbiterCalled = (state: State, { cycle }: Of<'ArbiterCalled'>): State => {
  const isOfNow = cycle === (state.demand?.cycle ?? 1);
  return {
    ...state,
    clockless: [...new Set([...state.clockless, cycle])],
    lacksClock: state.lacksClock || (isOfNow && state.status !== 'over'),
  };
};

/** Who had it stays on record; nobody has it in hand, until it is offered anew. */
const resumed = (state: State, { cycle }: Of<'OrderResumed'>): State => ({
  ...state,
  status: 'none',
  ended: Math.min(state.ended, cycle - 1),
});

const handlersWith = ({ handlers }: State, member: string): readonly string[] =>
  handlers.includes(member) ? handlers : [...handlers, member];

/** Whoever comes to help has a hand in it from then on. */
const helped = (state: State, event: HelperEvent): State => ({
  ...state,
  helpers: withHelper(state.helpers, event),
  handlers:
    event.type === 'HelperJoined' || event.type === 'HelperFinished'
      ? handlersWith(state, event.data.member)
      : state.handlers,
});

const missed = (state: State, { leg, member, dueAt }: Of<'OrderNotTaken'>): State => {
  const offeredAt = state.holder?.offeredAt ?? dueAt;
  const unit = state.holder?.unit === undefined ? {} : { unit: state.holder.unit };
  const alsoAsked = state.holder?.alsoAsked ?? [];
  return { ...state, notTaken: [...state.notTaken, { leg, member, ...unit, alsoAsked, offeredAt, dueAt }] };
};

/** Of a turn that was thought to have passed: it was none, and whoever took it is asked once more. */
const takenInTime = (state: State, { leg, member, takenAt }: Of<'OrderTaken'>): State => ({
  ...state,
  handlers: handlersWith(state, member),
  takenInTime: { member, takenAt, leg: (state.holder?.leg ?? leg) + 1 },
  notTaken: state.notTaken.filter((it) => it.leg !== leg),
});

const taken = (state: State, data: Of<'OrderTaken'>): State => ({
  ...state,
  status: 'taken',
  handlers: handlersWith(state, data.member),
  // A take by the clock of a phone, of a turn that was thought to have passed and stayed where it was.
  notTaken: state.notTaken.filter((it) => it.leg !== data.leg || data.takenAt > it.dueAt),
  holder: state.holder && takenFrom(state.holder, data),
});

type Custody =
  | 'OrderOffered'
  | 'OrderTaken'
  | 'OrderNotTaken'
  | 'OrderReturned'
  | 'OrderLeftToArbiter'
  | 'OrderFinished'
  | 'OrderVerified'
  | 'FinishRefused'
  | HelperEvent['type'];

/** What was heard of the case, by which nobody gets it into their hands. */
const learned = (state: State, { type, data }: Exclude<Event, { type: Custody }>): State => {
  switch (type) {
    case 'OrderReclassified':
      return reclassified(state, data);
    case 'OrderOver':
      return over(state, data);
    case 'OrderReopened':
      return reopened(state, data);
    case 'OrderResumed':
      return resumed(state, data);
    case 'LatenessTold':
      return lateness(state, data);
    case 'LatenessTakenBack':
      return { ...state, told: state.told.filter((it) => !isSame(it, data)) };
    case 'ArbiterCalled':
      return arbiterCalled(state, data);
    case 'ArchivedCaseRouted':
      return { ...state, status: 'archived' };
    // Whoever is asked next is in the event that follows.
    case 'OrderHandedOver':
      return state;
    case 'ContactMade':
      return { ...state, contactedAt: data.contactedAt, contactedBy: data.manner };
    case 'ProgressReported':
      return {
        ...state,
        reportedAt: data.reportedAt,
        reported: withReport(state.reported, data),
        lastReport: { wordsHash: data.wordsHash, photoIds: data.photoIds },
      };
    default:
      return unreachable(type);
  }
};

const finished = (state: State, { result, round, finishedAt, photoIds }: Of<'OrderFinished'>): State => ({
  ...state,
  status: 'finished',
  round: round ?? state.round + 1,
  finishedAt,
  result,
  reported: withShown(state.reported, { photoIds }),
  isForArbiter: false,
  lacksClock: false,
});

const refused = (state: State, { refusedAt }: Of<'FinishRefused'>): State => ({
  ...state,
  status: 'taken',
  result: null,
  finishedAt: null,
  refusedAt,
  reported: withRefusal(state.reported),
});

const evolve = (state: State, event: Event): State => {
  switch (event.type) {
    case 'OrderOffered':
      return offered(state, event.data);
    case 'OrderTaken':
      return event.data.leg === state.holder?.leg ? taken(state, event.data) : takenInTime(state, event.data);
    case 'OrderNotTaken':
      return missed(state, event.data);
    case 'OrderReturned':
      return { ...state, returnedBy: [...state.returnedBy, event.data.member] };
    case 'OrderLeftToArbiter':
      return left(state, event.data);
    case 'OrderFinished':
      return finished(state, event.data);
    case 'OrderVerified':
      return { ...state, status: 'verified', verifiedBy: [...state.verifiedBy, event.data.verifier] };
    case 'FinishRefused':
      return refused(state, event.data);
    case 'HelperCalled':
    case 'HelperJoined':
    case 'HelperFinished':
    case 'HelperReleased':
      return helped(state, event);
    default:
      return learned(state, event);
  }
};

export const decider: Decider<State, Event> = { category: 'order', initial, evolve };

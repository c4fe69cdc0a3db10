/** Who is asked to answer for a case, who has taken it, and who decides when nobody will. */
import { type Actor, type Decision, type Instant, mayReach, upTo } from '@mulin/kernel';
import {
  type Asking,
  askIn,
  type Duty,
  landOf,
  leave,
  nextLeg,
  nextTurn,
  offerTo,
  sendTo,
} from './order-asking.js';
import type {
  Answerer,
  Correction,
  Demand,
  Event,
  Land,
  NoticeLevel,
  OverBecause,
  Result,
  ReturnReason,
  Route,
  State,
} from './order-events.js';
import { areaOf, inHand, legOf, notThere } from './order-questions.js';
import { type References, referencesOver } from './references.js';
import { alreadyFinished, decidedForGood, isOver, notBeforeArbiter, notTaken } from './refusals.js';
import type { Net } from './territory.js';
import { tiesOf } from './who-may-look.js';

export type { Duty } from './order-asking.js';
export {
  type Answerer,
  type Correction,
  decider,
  type Demand,
  type Event,
  type Land,
  type LeftBecause,
  type NoticeLevel,
  type OverBecause,
  type Result,
  type ReturnReason,
  type Route,
  type State,
  type Status,
} from './order-events.js';
export { areaOf, demandOf, inHand } from './order-questions.js';

type Decides = Decision<State, Event>;

/**
 * Told of a registration: the first offer of a case, to whoever is on duty now. A correction that was heard before it
 * is already heeded.
 */
export const offer =
  (demand: Demand & References, route: Route, duty: Duty): Decides =>
  (state, now) => {
    const { status, reclassified: corrected } = state;
    if (status !== 'none') return [];
    const asking: Asking = { because: 'registered', leg: 1, turn: nextTurn(state), now };
    const choice = { duty, returnedBy: [] };
    if (!corrected) return [sendTo(demand, route, asking, choice)];
    const { menuItem, net, urgency } = corrected;
    const terms = { menuItem, net, urgency, ...referencesOver(demand, corrected) };
    return [sendTo({ ...demand, ...terms }, corrected.route, asking, choice)];
  };

/** Told of a case of the archive: who would have answered is put on record, and nobody is asked. */
export const record =
  (cycle: number, net: Net, land: Land | null, reportedAt: Instant): Decides =>
  ({ status, demand }) => {
    if (status === 'archived' || demand !== null) return [];
    const { microGrid, area } = land ?? { microGrid: null, area: null };
    return [{ type: 'ArchivedCaseRouted', data: { cycle, net, microGrid, area, reportedAt } }];
  };

const isNews = ({ reclassified }: State, { reclassifiedAt, sequence = '' }: Correction): boolean =>
  reclassified === null ||
  reclassified.reclassifiedAt < reclassifiedAt ||
  (reclassified.reclassifiedAt === reclassifiedAt && reclassified.sequence < sequence);

/**
 * Told that what was noted was wrong. An order that nobody has taken goes where it belongs, but to nobody who has
 * given it back. One that was taken, or decided for good, stays with its holder, who is told; where it belongs
 * elsewhere the arbiter looks. The newest correction stands.
 */
export const reclassify =
  (correction: Correction, duty: Duty): Decides =>
  (state, now) => {
    if (!isNews(state, correction)) return [];
    const { demand } = state;
    const mayMove = demand !== null && isOpen(state) && movesTo(correction.route, state);
    const sent = mayMove ? sendAnew({ ...state, demand }, correction, duty, now) : null;
    if (sent !== null) return [{ type: 'OrderReclassified', data: correction }, sent];
    const told = toldHolder(state, correction.route);
    return [{ type: 'OrderReclassified', data: told ? { ...correction, told } : correction }];
  };

/** Where it belongs by the correction; `null`: it lies with that arbiter already. */
const sendAnew = (
  state: State & { demand: Demand & References },
  correction: Correction,
  duty: Duty,
  now: Instant,
): Event | null => {
  const { cycle: _, route, reclassifiedAt: __, sequence: ___, ...terms } = correction;
  const { demand, returnedBy, left, status, holder } = state;
  const asking: Asking = {
    because: 'corrected',
    leg: nextLeg(state),
    turn: nextTurn(state),
    now,
    from: status === 'offered' ? holder?.member : undefined,
  };
  const sent = sendTo({ ...demand, ...terms }, route, asking, { duty, returnedBy });
  return sent.type === 'OrderLeftToArbiter' && sent.data.area === left?.area ? null : sent;
};

const isIn = (route: Route, microGrid: string | undefined): boolean =>
  'land' in route && route.land.microGrid === microGrid;

/** Whoever has it and keeps it; by a correction that leads elsewhere, until the arbiter has looked. */
const toldHolder = (state: State, route: Route) => {
  const holder = inHand(state);
  if (holder === null || state.demand === null) return undefined;
  if (isOpen(state) && movesTo(route, state)) return undefined;
  const { leg, member, area, microGrid } = holder;
  const told = { number: state.demand.number, leg, member, area: upTo('community', area) };
  return isIn(route, microGrid) ? told : { ...told, turn: nextTurn(state) };
};

/** What the arbiter has decided, or has been asked to decide after two returns, no correction takes away. */
const isOpen = ({ status, holder, left }: State): boolean =>
  status === 'with-arbiter'
    ? left?.because !== 'second-return'
    : status === 'offered' && holder?.final === false;

const movesTo = (route: Route, { status, holder, left }: State): boolean => {
  if (status === 'offered') return !isIn(route, holder?.microGrid);
  return 'land' in route || route.area !== left?.area;
};

/** Told that nothing is owed any more: nobody is asked from now on. What was done stays on record. */
export const end =
  (cycle: number, because: OverBecause, overAt: Instant): Decides =>
  ({ status }) =>
    status === 'over' || status === 'archived'
      ? []
      : [{ type: 'OrderOver', data: { cycle, because, overAt } }];

/** Somebody of the role `to` hears of the deadline of a clock: as a warning, or because it was missed. */
export type Lateness = Readonly<{
  cycle: number;
  clock: string;
  to: string;
  level: NoticeLevel;
  toldAt: Instant;
}>;

/** Told who hears of a deadline: they may know what it is about, and act when it was missed. */
export const noteLateness =
  (lateness: Lateness): Decides =>
  ({ told }) => {
    const known = told[`${lateness.to} ${lateness.clock}`];
    return known === lateness.level || known === 'escalation'
      ? []
      : [{ type: 'LatenessTold', data: lateness }];
  };

/** Told that a lateness does not concern somebody any more. */
export const takeBackLateness =
  (cycle: number, clock: string, to: string): Decides =>
  ({ told }) =>
    told[`${to} ${clock}`] === undefined ? [] : [{ type: 'LatenessTakenBack', data: { cycle, clock, to } }];

/** Told that a deadline could not be computed: nobody will be reminded of this case, so the arbiter must look. */
export const callArbiter =
  (cycle: number, calledAt: Instant): Decides =>
  ({ status, isForArbiter }) =>
    isForArbiter || status === 'over' || status === 'archived'
      ? []
      : [{ type: 'ArbiterCalled', data: { cycle, because: 'no-clock', calledAt } }];

/**
 * Whoever has it can be asked no more: what they were offered goes to whoever is on duty; what they had taken, when
 * they are gone for good.
 */
export const handOn =
  (duty: Duty): Decides =>
  (state, now) => {
    const holder = inHand(state);
    if (holder === null || state.demand === null) return [];
    const absence = duty.absence(holder.member, now);
    if (absence === null || (absence === 'off-duty' && state.status === 'taken')) return [];
    const { microGrid, member, final, by } = holder;
    const others = [...new Set([...state.returnedBy, member])];
    const asking: Asking = {
      because: absence === 'account-disabled' ? absence : 'off-duty',
      leg: nextLeg(state),
      turn: nextTurn(state),
      now,
      from: member,
      final,
      by,
    };
    return [askIn(state.demand, landOf(holder), duty.standIn(microGrid, others, now), asking)];
  };

/** The grid member takes it and answers for it from now on. */
export const take =
  (member: string): Decides =>
  (state, now) => {
    const leg = legOf(state, member);
    return state.status === 'taken' ? [] : [{ type: 'OrderTaken', data: { ...leg, takenAt: now } }];
  };

/** The holder gives it back. The first time somebody stands in; the second time the arbiter decides for good. */
export const giveBack =
  (member: string, reason: ReturnReason, duty: Duty): Decides =>
  (state, now) => {
    const { demand, holder, returnedBy } = state;
    const leg = legOf(state, member);
    if (demand === null || holder === null) return [];
    if (holder.final) throw decidedForGood();

    const returned: Event = { type: 'OrderReturned', data: { ...leg, reason, returnedAt: now } };
    const { microGrid, area } = holder;
    const asking: Asking = {
      because: 'returned',
      leg: leg.leg + 1,
      turn: nextTurn(state),
      now,
      from: member,
    };
    if (returnedBy.length > 0)
      return [returned, leave(demand, { because: 'second-return', area: upTo('community', area) }, asking)];
    return [returned, askIn(demand, landOf(holder), duty.standIn(microGrid, [member], now), asking)];
  };

/**
 * The arbiter says who answers, and it cannot be returned again. Whoever was told of a lateness may take the order
 * from its holder and give it to somebody else; a grid leader or a committee does not decide for good.
 */
export const arbitrate =
  (by: Actor, to: Answerer): Decides =>
  (state, now) => {
    const { demand, holder } = state;
    if (demand === null) throw notThere(state);
    const area = areaOf(state);
    const isArbiter = mayReach('order.arbitrate', by, { area, ties: ['arbiter'] });
    const isTheirs = isArbiter && state.isForArbiter;
    if (!isTheirs && isAnsweredBy(holder, to, by.id)) return [];
    refuseWhatIsDone(state);
    if (!mayReach('order.arbitrate', by, { area, ties: tiesOf(state, by) })) throw notBeforeArbiter();
    const asking: Asking = {
      because: isTheirs ? 'decided' : 'reassigned',
      leg: nextLeg(state),
      turn: nextTurn(state),
      now,
      from: inHand(state)?.member,
      final: isArbiter,
      by: by.id,
    };
    return [offerTo(demand, to, asking)];
  };

const isAnsweredBy = (holder: State['holder'], { member, microGrid }: Answerer, by: string): boolean =>
  holder?.by === by && holder.member === member && holder.microGrid === microGrid;

const refuseWhatIsDone = ({ status }: State): void => {
  if (status === 'finished') throw alreadyFinished();
  if (status === 'over') throw isOver();
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

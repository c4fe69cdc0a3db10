/** Who is asked to answer for a case, who has taken it, and who decides when nobody will. */
import { type Actor, type Decision, type Instant, liesIn, mayReach, upTo } from '@mulin/kernel';
import {
  ask,
  type Asking,
  type Duty,
  leadsTo,
  leave,
  nextLeg,
  nextTurn,
  offerTo,
  sendTo,
} from './order-asking.js';
import {
  type Answerer,
  type Demand,
  type Event,
  type Land,
  type NoticeLevel,
  type ReturnReason,
  type Route,
} from './order-events.js';
import { isSame } from './order-evolve.js';
import type { Holder, State } from './order-state.js';
import { arbiterCalled } from '../handling/cycles.js';
import { colleagueOf, passOn } from '../handling/passing.js';
import { areaOf, inHand, legOf, notThere } from './order-questions.js';
import { type References, referencesOver } from './references.js';
import {
  alreadyFinished,
  alreadyTheirs,
  decidedForGood,
  isOver,
  notBeforeArbiter,
  notYourArea,
} from './refusals.js';
import type { Net } from '../land/territory.js';
import { tiesOf } from './order-access.js';

export type { Duty } from './order-asking.js';
export type {
  Answerer,
  Correction,
  Demand,
  Event,
  Land,
  LeftBecause,
  NoticeLevel,
  OverBecause,
  Result,
  ReturnReason,
  Route,
} from './order-events.js';
export { decider } from './order-evolve.js';
export type { State, Status } from './order-state.js';
export { handOver } from '../handling/handing-over.js';
export { handOn, passTurn, whyItGoesOn } from '../handling/passing.js';
export { callIn, finishHelp, join, release, isToReplace, replaceHelpers } from '../handling/helping.js';
export { verify } from '../handling/verifying.js';
export { contact, finish, report, take } from '../handling/working.js';
export { callArbiter, end, reopen, type Reopening, resume } from '../handling/cycles.js';
export { reclassify } from './order-corrections.js';
export { areaOf, demandIn, demandOf, dutyAreaOf, inHand } from './order-questions.js';

type Decides = Decision<State, Event>;

/**
 * Told of a registration: the first offer of a case, to whoever is on duty now. A correction that was heard before it
 * is already heeded.
 */
export const offer =
  (demand: Demand & References, route: Route, duty: Duty): Decides =>
  (state, now) => {
    const { status, reclassified: corrected, lacksClock } = state;
    if (status !== 'none') return [];
    const asking: Asking = { because: 'registered', leg: 1, turn: nextTurn(state), now };
    const choice = { duty, returnedBy: [] };
    // Heard before there was an order, it is said again of the order, for whoever keeps lists of orders.
    const called = lacksClock ? [arbiterCalled(demand.cycle, now)] : [];
    if (!corrected) return [sendTo(demand, route, asking, choice), ...called];
    const { menuItem, net, urgency } = corrected;
    const terms = { menuItem, net, urgency, ...referencesOver(demand, corrected) };
    return [sendTo({ ...demand, ...terms }, corrected.route, asking, choice), ...called];
  };

/** Told of a case of the archive: who would have answered is put on record, and nobody is asked. */
export const record =
  (cycle: number, net: Net, land: Land | 'no place' | null, reportedAt: Instant): Decides =>
  ({ status, demand }) => {
    if (status === 'archived' || demand !== null) return [];
    const isPlaceless = land === 'no place';
    const { microGrid, area } = land === null || isPlaceless ? { microGrid: null, area: null } : land;
    const routed = { cycle, net, microGrid, area, ...(isPlaceless ? { isPlaceless } : {}), reportedAt };
    return [{ type: 'ArchivedCaseRouted', data: routed }];
  };

/**
 * Somebody of the role `to` hears of the deadline of a clock: as a warning, or because it was missed. `area`: for
 * where; absent or `null`: that was not said.
 */
export type Lateness = Readonly<{
  cycle: number;
  clock: string;
  to: string;
  level: NoticeLevel;
  area?: string | null;
  toldAt: Instant;
}>;

/** Told who hears of a deadline: they may know what it is about, and act when it was missed. */
export const noteLateness =
  (lateness: Lateness): Decides =>
  ({ told }) => {
    const { area = null, level } = lateness;
    const known = told.filter((it) => isSame(it, lateness) && (area === null || it.area === area));
    const isKnown = known.some((it) => it.level === level || it.level === 'escalation');
    return isKnown ? [] : [{ type: 'LatenessTold', data: lateness }];
  };

/** Told that a lateness does not concern somebody any more. */
export const takeBackLateness =
  (cycle: number, clock: string, to: string): Decides =>
  ({ told }) =>
    told.some((it) => isSame(it, { clock, to }))
      ? [{ type: 'LatenessTakenBack', data: { cycle, clock, to } }]
      : [];

/** Told that a lateness is none any more, and that somebody who had heard of it is warned still. */
export const leaveWarning =
  ({ cycle, clock, to }: Pick<Lateness, 'cycle' | 'clock' | 'to'>, toldAt: Instant): Decides =>
  ({ told }) =>
    told
      .filter((it) => isSame(it, { clock, to }) && it.level === 'escalation')
      .map(({ area }): Event => ({
        type: 'LatenessTold',
        data: { cycle, clock, to, level: 'warning', area, toldAt },
      }));

/**
 * The holder gives it back. The first time somebody stands in; the second time the arbiter decides for good. What needs
 * another unit goes to the office that answers for its menu item (`officeFor`; `null`: none does), else to the village
 * committee.
 */
export const giveBack =
  (
    member: string,
    reason: ReturnReason,
    duty: Duty,
    officeFor: (menuItem: string) => string | null = () => null,
  ): Decides =>
  (state, now) => {
    const { demand, holder, returnedBy } = state;
    const leg = legOf(state, member);
    if (demand === null || holder === null) return [];
    if (holder.final) throw decidedForGood();

    const returned: Event = { type: 'OrderReturned', data: { ...leg, reason, returnedAt: now } };
    const asking: Asking = {
      because: 'returned',
      leg: leg.leg + 1,
      turn: nextTurn(state),
      now,
      from: member,
    };
    if (returnedBy.length > 0) {
      const area = upTo('community', areaByCorrection(state) ?? holder.area);
      return [returned, leave(demand, { because: 'second-return', area }, asking)];
    }
    const others = holder.takenFrom === null ? [member] : [member, holder.takenFrom];
    const unit =
      reason === 'needs-other-unit' ? otherUnitFor(holder, officeFor(demand.menuItem), duty, now) : null;
    return [returned, returnedTo({ ...state, demand }, { holder, unit }, asking, { duty, others })];
  };

/** To the unit that is needed; else to whoever stands in. */
const returnedTo = (
  state: State & { demand: Demand },
  { holder, unit }: Readonly<{ holder: Holder; unit: Answerer | null }>,
  asking: Asking,
  whom: Parameters<typeof passOn>[3],
): Event => {
  if (unit === null) return passOn(state, holder, asking, whom);
  return ask(state.demand, unit, {
    asking,
    choice: { duty: whom.duty, returnedBy: [...state.returnedBy, ...whom.others] },
  });
};

/** Where it belongs by a correction that has led it away from its holder. */
const areaByCorrection = ({ route, isForArbiter }: State): string | null => {
  if (!isForArbiter || route === null) return null;
  return 'land' in route ? route.land.area : route.area;
};

/** Who is on duty in the office, else in the committee of the village where it lies; not where it comes from. */
const otherUnitFor = (holder: Holder, office: string | null, duty: Duty, now: Instant): Answerer | null => {
  const units = [...(office === null ? [] : [office]), upTo('village', holder.area)];
  const others = units.filter((unit) => unit !== holder.unit);
  const candidates = others.map((unit) => colleagueOf({ ...holder, unit }, [holder.member], duty, now));
  return candidates.find((it) => it !== null) ?? null;
};

/**
 * The arbiter says who answers, and it cannot be returned again. Whoever was told of a lateness may take the order
 * from its holder and give it to somebody else; a grid leader or a committee does not decide for good. All choose
 * among their own area; the arbiter also whoever answers where a correction leads.
 */
export const arbitrate =
  (by: Actor, to: Answerer): Decides =>
  (state, now) => {
    const { demand, holder } = state;
    if (demand === null) throw notThere(state);
    const isArbiter = mayReach('order.arbitrate', by, { area: areaOf(state), ties: ['arbiter'] });
    const isTheirs = isArbiter && (state.isForArbiter || state.lacksClock);
    if (!isTheirs && isAnsweredBy(holder, to, by.id)) return [];
    refuseWhatIsDone(state);
    refuseChoice(state, by, to, isTheirs);
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

/** Whoever decides chooses among their own; who only takes an order away must give it to somebody else. */
const refuseChoice = (state: State, by: Actor, to: Answerer, isTheirs: boolean): void => {
  if (!mayReach('order.arbitrate', by, { area: areaOf(state), ties: tiesOf(state, by) }))
    throw notBeforeArbiter();
  const isWhereItBelongs = isTheirs && leadsTo(state.route, to.microGrid);
  if (!isWhereItBelongs && !liesIn(to.area, by.area)) throw notYourArea();
  if (!isTheirs && isHeldBy(inHand(state), to)) throw alreadyTheirs();
};

const isHeldBy = (holder: State['holder'], { member, microGrid }: Answerer): boolean =>
  holder?.member === member && holder.microGrid === microGrid;

const isAnsweredBy = (holder: State['holder'], to: Answerer, by: string): boolean =>
  holder?.by === by && isHeldBy(holder, to);

const refuseWhatIsDone = ({ status }: State): void => {
  if (status === 'finished' || status === 'verified') throw alreadyFinished();
  if (status === 'over') throw isOver();
};

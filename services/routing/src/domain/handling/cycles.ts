/** How the handling of a case ends, and how the town comes to owe an answer once more. */
import type { Decision, Instant } from '@mulin/kernel';
import { type Asking, type Duty, landOf, nextLeg, nextTurn, sendTo } from '../order/order-asking.js';
import type { Demand, Event, OverBecause, ReopenBecause, Route } from '../order/order-events.js';
import type { State } from '../order/order-state.js';
import { releaseAll } from './helping.js';
import { type References, referencesOver } from '../order/references.js';

type Decides = Decision<State, Event>;

export const arbiterCalled = (cycle: number, calledAt: Instant): Event => ({
  type: 'ArbiterCalled',
  data: { cycle, because: 'no-clock', calledAt },
});

/** Whether this cycle is over, or another one has begun since. */
const isPast = ({ demand, ended, status }: State, cycle: number): boolean =>
  status === 'archived' || cycle <= ended || (demand !== null && cycle < demand.cycle);

/**
 * Told that nothing is owed any more: nobody is asked from now on, and nobody waits for helpers. What was done stays on
 * record. The end of a later cycle is that of this one, too.
 */
export const end =
  (cycle: number, because: OverBecause, overAt: Instant): Decides =>
  (state) =>
    isPast(state, cycle)
      ? []
      : [...releaseAll(state, overAt), { type: 'OrderOver', data: { cycle, because, overAt } }];

/**
 * Told that a case that was merged into another is a case of its own after all: it is offered anew where it belongs, but
 * to nobody who has given it back. Of one that was not known here yet nothing is over any more.
 */
export const resume =
  (cycle: number, resumedAt: Instant, duty: Duty): Decides =>
  (state, now) => {
    const { demand, ended, references, returnedBy } = state;
    const route = routeKnown(state);
    if (ended !== cycle || (demand !== null && demand.cycle !== cycle)) return [];
    const resumed: Event = { type: 'OrderResumed', data: { cycle, resumedAt } };
    if (demand === null || route === null) return [resumed];
    const asking: Asking = { because: 'registered', leg: nextLeg(state), turn: nextTurn(state), now };
    const offered = sendTo({ ...demand, ...references }, route, asking, { duty, returnedBy });
    return [resumed, offered, ...(state.clockless.includes(cycle) ? [arbiterCalled(cycle, now)] : [])];
  };

/** Where it belongs; of what was recorded before that was kept, where it lay. */
const routeKnown = ({ route, left, holder }: State): Route | null =>
  route ?? left ?? (holder && { land: landOf(holder) });

/** Told that a deadline could not be computed: nobody will be reminded of this case, so the arbiter must look. */
export const callArbiter =
  (cycle: number, calledAt: Instant): Decides =>
  (state) =>
    isPast(state, cycle) || state.clockless.includes(cycle) ? [] : [arbiterCalled(cycle, calledAt)];

/** A cycle that begins, and the demand as it stands by then. */
export type Reopening = Readonly<{
  demand: Demand & References;
  route: Route;
  because: ReopenBecause;
  reopenedAt: Instant;
}>;

/**
 * Told that the town owes an answer once more: it is offered anew, as its first leg. Where it is done again because
 * whoever asked was not content, somebody else is asked, if anybody else is on duty there. Corrections and ends of
 * that cycle that were heard before it count.
 */
export const reopen =
  ({ demand, route, because, reopenedAt }: Reopening, duty: Duty): Decides =>
  (state, now) => {
    const { cycle, number } = demand;
    if (hasBegun(state, cycle)) return [];
    const isRedo = because === 'redo';
    const asking: Asking = { because: isRedo ? 'redo' : 'registered', leg: 1, turn: 1, now };
    const choice = { duty: isRedo ? preferring(state, duty) : duty, returnedBy: [] };
    const { corrected, to } = heeding(state, demand, route);
    return [
      ...releaseAll(state, reopenedAt),
      { type: 'OrderReopened', data: { number, cycle, because, reopenedAt } },
      sendTo(corrected, to, asking, choice),
      ...(state.clockless.includes(cycle) ? [arbiterCalled(cycle, now)] : []),
    ];
  };

const hasBegun = (state: State, cycle: number): boolean =>
  isPast(state, cycle) || (state.demand !== null && cycle <= state.demand.cycle);

/** What was corrected of this cycle before it was known here that it has begun. */
const heeding = ({ reclassified }: State, demand: Demand & References, route: Route) => {
  if (reclassified?.cycle !== demand.cycle) return { corrected: demand, to: route };
  const { menuItem, net, urgency } = reclassified;
  const references = referencesOver(demand, reclassified);
  return { corrected: { ...demand, menuItem, net, urgency, ...references }, to: reclassified.route };
};

/** Somebody who has not had it before, where there is one. */
const preferring = ({ formerHands, handlers, returnedBy, holder }: State, duty: Duty): Duty => {
  const hands = new Set([...formerHands, ...handlers, ...returnedBy, holder?.member]);
  return {
    ...duty,
    onDuty: (microGrid, at) =>
      duty.allOnDuty(microGrid, at).find((member) => !hands.has(member)) ?? duty.onDuty(microGrid, at),
  };
};

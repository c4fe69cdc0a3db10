/** What can be asked of an order as it stands; refused where there is none. */
import { upTo } from '@mulin/kernel';
import type { Answerer, Demand, Leg } from './order-events.js';
import type { State } from './order-state.js';
import { alreadyFinished, archivedCase, isOver, noSuchOrder, notYours, withArbiter } from './refusals.js';

/** What is asked by an event that says more. */
export const demandIn = ({ number, cycle, menuItem, net, urgency }: Demand): Demand => ({
  number,
  cycle,
  menuItem,
  net,
  urgency,
});

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
export const legOf = (state: State, member: string): Leg => {
  const { status, demand, holder } = state;
  if (demand === null) throw notThere(state);
  if (status === 'with-arbiter') throw withArbiter();
  if (holder?.member !== member) throw notYours();
  if (status === 'finished' || status === 'verified') throw alreadyFinished();
  if (status === 'over') throw isOver();
  return { cycle: demand.cycle, leg: holder.leg, member };
};

export const notThere = ({ status }: State) => (status === 'archived' ? archivedCase() : noSuchOrder());

/**
 * Where somebody must be on duty to keep what they were asked: in its grid, as one of that grid; anywhere in the
 * town, where somebody gave it to them by name.
 */
export const dutyAreaOf = ({ area, by }: Pick<Answerer, 'area'> & Readonly<{ by: string | null }>): string =>
  upTo(by === null ? 'grid' : 'town', area);

/** Whether whoever had it from this leg on, until (exclusive) that one, has done nothing about it but let it pass. */
export const hasOnlyPassed = ({ notTaken }: State, since: number, until: number): boolean =>
  notTaken.filter(({ leg }) => leg >= since && leg < until).length === until - since;

/** Who has it offered or taken; `null`: nobody has it now. */
export const inHand = ({ status, holder }: State) =>
  status === 'offered' || status === 'taken' ? holder : null;

/** An order as routes answer with it. */
import { type Helper, standingOf } from '../domain/handling/helpers.js';
import * as Order from '../domain/order/order.js';
import type { ItemRules } from './item-rules.js';

/** In whose hands it is, or was last; while the arbiter decides, in nobody's. */
const handsOf = ({ status, holder }: Order.State) => {
  if (holder === null) return { microGrid: null, member: null, leg: 0, final: false };
  const { microGrid, member, leg, final } = holder;
  return status === 'with-arbiter'
    ? { microGrid, member: null, leg, final: false }
    : { microGrid, member, leg, final };
};

/** Of a call for help: who was asked, has come, or was there last. */
const helperShown = (helper: Helper) => {
  const { call, unit, member } = helper;
  return { call, unit, member, state: standingOf(helper) };
};

/** Where it stands and in whose hands. Refused where there is no order. */
export const summary = (caseId: string, state: Order.State, { demandedFor }: ItemRules) => ({
  caseId,
  ...Order.demandOf(state),
  state: state.status,
  area: Order.areaOf(state),
  ...handsOf(state),
  because: state.left?.because ?? null,
  forArbiter: state.isForArbiter || state.lacksClock,
  helpers: state.helpers.map(helperShown),
  result: state.result,
  finishNeeds: demandedFor(Order.demandOf(state).menuItem),
  notTaken: state.notTaken.map(({ member, leg }) => ({ member, leg })),
});

/** Who may look at an order, and who at what the resident said. */
import { type Actor, liesIn, type Role } from '@mulin/kernel';
import { areaOf, demandOf, type State } from './order.js';
import type { References } from './references.js';
import { notYours } from './refusals.js';

/** Refused to a grid member who never had it. */
export const mustHaveHad = (state: State, member: string): void => {
  demandOf(state);
  if (state.holder?.member !== member && !state.returnedBy.includes(member)) throw notYours();
};

const arbiters: ReadonlySet<Role> = new Set<Role>(['community-secretary', 'town-leader']);

/** For whoever must answer now, and for the arbiter while it is left to them; refused to everybody else. */
export const referencesFor = (state: State, { id, role, area }: Actor): References => {
  const { status, holder, references } = state;
  demandOf(state);
  const isHeld = (status === 'offered' || status === 'taken') && holder?.member === id;
  const isLeft = status === 'with-arbiter' && arbiters.has(role) && liesIn(areaOf(state), area);
  if (!isHeld && !isLeft) throw notYours();
  return references;
};

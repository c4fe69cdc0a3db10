/** Who may look at an order, and who at what the resident said. */
import { type Actor, liesIn, type Role } from '@mulin/kernel';
import type { State } from './order-events.js';
import { areaOf, demandOf } from './order-questions.js';
import type { References } from './references.js';
import { notYours } from './refusals.js';

/** Refused to a grid member who never had it. */
export const mustHaveHad = (state: State, member: string): void => {
  demandOf(state);
  if (state.holder?.member !== member && !state.returnedBy.includes(member)) throw notYours();
};

const arbiters: ReadonlySet<Role> = new Set<Role>(['community-secretary', 'town-leader']);

/** Whoever was told of a deadline of this order, with a warning or because it was missed. */
const wasTold = ({ told }: State, role: Role): boolean =>
  Object.keys(told).some((name) => name.startsWith(`${role} `));

/**
 * For whoever must answer now, for the arbiter while they are asked, and for those above who were told of a deadline of
 * it, each in their own area; refused to everybody else.
 */
export const referencesFor = (state: State, { id, role, area }: Actor): References => {
  const { status, holder, references, isForArbiter } = state;
  demandOf(state);
  const isHeld = (status === 'offered' || status === 'taken') && holder?.member === id;
  const isInArea = liesIn(areaOf(state), area);
  const isArbiters = isForArbiter && arbiters.has(role);
  // A grid member is told of what they hold, and by that alone may look.
  const isTold = role !== 'grid-member' && wasTold(state, role);
  if (!isHeld && !(isInArea && (isArbiters || isTold))) throw notYours();
  return references;
};

/** By what tie whoever works on orders has a right: holders, helpers, arbiters, and leaders who were told. */
import type { Role } from './ports.js';

/**
 * What opens a thing to somebody who has the right:
 * - `town`: it may be anywhere in the town, and also where nobody knows; for whoever is bound to a part of the town,
 *   it lies in that part;
 * - `area`: it lies in their own area;
 * - `own`: it is what they asked for themselves;
 * - `held`: it is in their hands; `had`: it was once;
 * - `helps`: they were called in to help with it, and it waits for them still; for what routing does not keep (the case,
 *   what is added to it, its timeline), from when they have come;
 * - `told`: it lies in their area, and they were told there of a deadline of it; `told-late`: that one was missed;
 * - `arbiter`: it lies in their area and waits for their decision;
 * - `to-verify`: it lies in their area, somebody else has finished it, and nobody has looked yet whether it is solved;
 * - `elsewhere`: it lies outside their own area, so that they decide about others;
 * - `unplaced`: nobody knows yet where it lies, and they were told of a deadline of it.
 */
export type Tie =
  | 'town'
  | 'area'
  | 'own'
  | 'held'
  | 'had'
  | 'helps'
  | 'told'
  | 'told-late'
  | 'arbiter'
  | 'to-verify'
  | 'elsewhere'
  | 'unplaced';

/** Which roles have a right, each by any of these ties. */
export type Holders = Readonly<Partial<Record<Role, readonly Tie[]>>>;

/** The rights of both, role by role. */
export const both = (one: Holders, other: Holders): Holders => ({
  ...one,
  ...Object.fromEntries(
    // Its keys are roles.
    (Object.keys(other) as Role[]).map((role) => [role, [...(one[role] ?? []), ...(other[role] ?? [])]]),
  ),
});

/** Leaders of what they were told of, or are to decide. */
export const leadersWhenTold: Holders = {
  'grid-leader': ['told'],
  'village-committee': ['told'],
  'community-secretary': ['told', 'arbiter', 'unplaced'],
  'town-leader': ['told', 'arbiter', 'unplaced'],
};
/** Orders are given to grid members, and handed over to whoever leads an area and to members of a town office. */
export const holder: Holders = {
  'grid-member': ['held'],
  'office-member': ['held'],
  'grid-leader': ['held'],
  'village-committee': ['held'],
  'community-secretary': ['held'],
  'town-leader': ['held'],
};
/** Whoever has, or once had, an order. */
export const handlers: Holders = {
  'grid-member': ['held', 'had'],
  'office-member': ['held', 'had'],
  'grid-leader': ['held', 'had'],
  'village-committee': ['held', 'had'],
  'community-secretary': ['held', 'had'],
  'town-leader': ['held', 'had'],
};
/** Everybody who may be on duty in a unit that is called in. */
export const helpers: Holders = {
  'grid-member': ['helps'],
  'office-member': ['helps'],
  'grid-leader': ['helps'],
  'village-committee': ['helps'],
  'community-secretary': ['helps'],
  'town-leader': ['helps'],
  helper: ['helps'],
};
/** Who decides about an order that is late, or waits for a decision. */
export const arbiters: Holders = {
  'grid-leader': ['told-late'],
  'village-committee': ['told-late'],
  'community-secretary': ['told-late', 'arbiter'],
  'town-leader': ['told-late', 'arbiter'],
};
/** Whoever holds it, and leaders also of what they were told of. */
export const holdersOrTold: Holders = both(leadersWhenTold, holder);

/** Anywhere in the town. */
export const town = ['town'] as const;
export const own = ['own'] as const;
/** In their own area. */
export const area = ['area'] as const;

/** Who leads an area, or the town. */
export const leaders: Holders = {
  'grid-leader': area,
  'village-committee': area,
  'community-secretary': area,
  'town-leader': area,
};
/** Who answers the phone. */
export const desk: Holders = { 'hotline-clerk': town };
/** Who looks at what others did. */
export const examiners: Holders = { auditor: town, operator: town };
export const operator: Holders = { operator: town };
export const verifier: Holders = { verifier: ['to-verify'] };
/** A program of another system (12345): it hands demands in and follows them, and reads nobody's words. */
export const integrator: Holders = { integrator: town };
/** Who reports what they see on their way: it is their own, whoever answers for it. */
export const reporters: Holders = { 'grid-member': own, helper: own };

/** What is everybody's, and of their own account alone. */
export const everybody = {
  resident: own,
  'hotline-clerk': own,
  'grid-member': own,
  'grid-leader': own,
  'village-committee': own,
  'community-secretary': own,
  'town-leader': own,
  'office-member': own,
  mediator: own,
  verifier: own,
  helper: own,
  auditor: own,
  operator: own,
  integrator: own,
} as const satisfies Holders;

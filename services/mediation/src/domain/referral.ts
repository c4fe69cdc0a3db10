/** A case and the dispute that came of it: what whoever follows the case is told. One stream for each case. */
import type { Decider, Decision, Instant } from '@mulin/kernel';
import type { Outcome } from './dispute/dispute-events.js';

type Referred = Readonly<{ disputeId: string; disputeNumber: string; at: Instant }>;

export type Event =
  | Readonly<{ type: 'CaseReferred'; data: Referred }>
  | Readonly<{ type: 'ReferralEnded'; data: Referred & { outcome: Outcome } }>;

/** By the id of the dispute, whether it is over. */
export type State = Readonly<Record<string, 'open' | 'over'>>;

export const decider: Decider<State, Event> = {
  category: 'referral',
  initial: {},
  evolve: (state, { type, data }) => ({
    ...state,
    [data.disputeId]: type === 'CaseReferred' ? 'open' : 'over',
  }),
};

/** Its dispute is before the committee. */
export const refer =
  (referred: Referred): Decision<State, Event> =>
  (state) =>
    state[referred.disputeId] === 'open' ? [] : [{ type: 'CaseReferred', data: referred }];

/** Its dispute is over. */
export const endReferral =
  (referred: Referred, outcome: Outcome): Decision<State, Event> =>
  (state) =>
    state[referred.disputeId] === 'over' ? [] : [{ type: 'ReferralEnded', data: { ...referred, outcome } }];

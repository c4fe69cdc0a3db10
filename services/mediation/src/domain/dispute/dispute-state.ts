/** A dispute as it stands, from everything that was recorded of it. */
import type { Decider } from '@mulin/kernel';
import type { Event } from './dispute-events.js';
import type { Known } from './dispute-known.js';
import {
  aboutAgreements,
  aboutDeadlines,
  aboutEnds,
  aboutMeetings,
  aboutPeople,
  opened,
} from './evolving.js';

export type { KeptAgreement, Known, Session, TakenTime } from './dispute-known.js';

/** `null`: there is no such dispute. */
export type State = Known | null;

const fundamental = [
  'PartyJoined',
  'RepresentativeNamed',
  'RelationDeclared',
  'ColourChanged',
  'ConsentStated',
  'MediatorAssigned',
  'MediatorChallenged',
  'ChallengeDecided',
  'StatementMade',
  'CaucusNoted',
] as const;
const meeting = ['SessionPlanned', 'SessionCalledOff', 'SessionHeld', 'ProposalMade'] as const;
const ending = [
  'DangerReported',
  'DangerAcknowledged',
  'DisputeEnded',
  'DisputeReopened',
  'CalledBack',
] as const;
const deadline = ['DeadlineSet', 'DeadlineHandedOver', 'DeadlineEnded'] as const;

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

const isOneOf = <Type extends Event['type']>(event: Event, types: readonly Type[]): event is Of<Type> =>
  types.some((it) => it === event.type);

const evolve = (state: State, event: Event): State => {
  if (event.type === 'DisputeOpened') return opened(event);
  if (state === null) return state;
  if (isOneOf(event, fundamental)) return aboutPeople(state, event);
  if (isOneOf(event, meeting)) return aboutMeetings(state, event);
  if (isOneOf(event, ending)) return aboutEnds(state, event);
  if (isOneOf(event, deadline)) return aboutDeadlines(state, event);
  return aboutAgreements(state, event);
};

export const decider: Decider<State, Event> = { category: 'dispute', initial: null, evolve };

/** How a dispute stands, as people ask for it. */
export const stages = ['opened', 'asking-consent', 'in-mediation', 'agreed', 'to-perform', 'ended'] as const;
export type Stage = (typeof stages)[number];

/** Whether every party wants mediation. */
export const isConsented = ({ parties }: Known): boolean =>
  parties.every(({ consent }) => consent?.isGiven === true);

export const stageOf = (it: Known): Stage => {
  if (it.end !== null) return 'ended';
  if (it.agreement !== null && it.agreement.effectAt !== null) return 'to-perform';
  if (it.agreement !== null) return 'agreed';
  if (isConsented(it)) return 'in-mediation';
  return it.mediator === null ? 'opened' : 'asking-consent';
};

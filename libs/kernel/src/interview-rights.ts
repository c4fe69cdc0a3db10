/** Who may do and see what on interview days, and with the promises that are made on them. */
import { area, both, desk, examiners, type Holders, leaders } from './right-holders.js';

/** Whoever may be given something to do for the town by a promise. */
const promiseKeepers: Holders = {
  'hotline-clerk': ['held'],
  'grid-member': ['held'],
  'grid-leader': ['held'],
  'village-committee': ['held'],
  'community-secretary': ['held'],
  'town-leader': ['held'],
  'office-member': ['held'],
  mediator: ['held'],
  verifier: ['held'],
  helper: ['held'],
};
const hosts: Holders = { 'community-secretary': ['held'], 'town-leader': ['held'] };
const booking: Holders = { resident: ['own'], ...desk };
const secretaries: Holders = { 'community-secretary': area, 'town-leader': area };

/** The rows of the table of rights that are about them. */
export const interviewRights = {
  /** By whoever may hold it, for their area, or by the desk for them. */
  'interview-day.publish': { ...secretaries, ...desk },
  /** By residents for themselves, with an account or by the code of a case, and by the desk for callers. */
  'interview.book': booking,
  /** To another slot of the same day: also by whoever holds it, and knows how the day goes. */
  'interview.move': both(booking, hosts),
  /** Who comes and what about, and who is next: for whoever holds the day, and for the desk. */
  'interview.receive': both(hosts, desk),
  'interview.conclude': hosts,
  'promise.list': both({ ...leaders, ...desk, ...examiners }, promiseKeepers),
  /** What was promised, and what was done, in words. */
  'promise.words': both(secretaries, promiseKeepers),
  'promise.keep': promiseKeepers,
  /** To give it to somebody else, or to say that it is not kept. */
  'promise.give-up': both(secretaries, promiseKeepers),
} as const satisfies Readonly<Record<string, Holders>>;

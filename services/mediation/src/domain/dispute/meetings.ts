/** Sessions, what is said in them, and what a party tells the mediator alone. */
import type { Instant } from '@mulin/kernel';
import type { Deed } from './dispute-events.js';
import { isConsented, type Known, type Session } from './dispute-state.js';
import { type Decides, going, partyIn } from './opening.js';
import {
  consentMissing,
  noMediatorYet,
  notYourDispute,
  sessionBackwards,
  sessionNotBegun,
  sessionNotPlanned,
  sessionPast,
  unknownSession,
} from './refusals.js';

/** Where and when people meet; `place`: the id of a home, or `elsewhere`. */
export type Meeting = Readonly<{ from: Instant; until: Instant; place: string }>;

/**
 * With what was taken for it in the diaries of whoever mediates, and of the place; `withoutPhone`: how many parties nobody
 * can call.
 */
type Booked = Meeting & Readonly<{ booking: string; mediator: string; withoutPhone?: number }>;

const mediatorOf = ({ mediator }: Known): string => {
  if (mediator === null) throw noMediatorYet();
  return mediator.mediator;
};

const sessionIn = ({ sessions }: Known, session: number): Session => {
  const found = sessions.find((it) => it.session === session);
  if (found === undefined) throw unknownSession();
  return found;
};

const plannedIn = (it: Known, session: number): Session => {
  const found = sessionIn(it, session);
  if (found.state !== 'planned') throw sessionNotPlanned();
  return found;
};

const refuseTime = ({ from, until }: Meeting, now: Instant): void => {
  if (from <= now) throw sessionPast();
  if (until <= from) throw sessionBackwards();
};

/**
 * People are to meet. `session`: one that is moved; `null`: another one.
 *
 * Refused: `consent-missing`, `session-past`, `session-backwards`, `session-unknown`, `session-not-planned`. That nobody
 * and no place is booked twice is for the diary.
 */
export const planSession =
  (meeting: Booked, session: number | null): Decides =>
  (state, now) => {
    const it = going(state);
    // Nobody else's time was taken.
    if (mediatorOf(it) !== meeting.mediator) throw notYourDispute();
    if (!isConsented(it)) throw consentMissing();
    refuseTime(meeting, now);
    const { withoutPhone = 0, ...booked } = meeting;
    const uncalled = withoutPhone === 0 ? {} : { withoutPhone };
    const nth = session === null ? it.sessions.length + 1 : plannedIn(it, session).session;
    return [
      {
        type: 'SessionPlanned',
        data: { number: it.number, area: it.area, session: nth, ...booked, ...uncalled, plannedAt: now },
      },
    ];
  };

export const callOff =
  (session: number): Decides =>
  (state, now) => {
    const it = going(state);
    plannedIn(it, session);
    return [{ type: 'SessionCalledOff', data: { number: it.number, session, calledOffAt: now } }];
  };

type Minutes = Readonly<{ minutesId: string; minutesHash: string }>;

/**
 * People have met: who was there, and what was said (People's Mediation Law, article 27: the mediator records it).
 *
 * Refused: `session-not-begun`, `session-not-planned`, `party-unknown`.
 */
export const holdSession =
  (session: number, present: readonly string[], minutes: Minutes): Decides =>
  (state, now) => {
    const it = going(state);
    const { from } = plannedIn(it, session);
    if (now < from) throw sessionNotBegun();
    for (const party of present) partyIn(it, party);
    const { number, parties } = it;
    const held = { number, session, present, parties: parties.length, ...minutes, beganAt: from };
    return [{ type: 'SessionHeld', data: held }];
  };

/** What a party tells the mediator alone: nobody else ever reads it, not even whoever mediates after them. */
export const noteCaucus =
  (party: string, noteId: string, mediator: string): Decides =>
  (state, now) => {
    const it = going(state);
    partyIn(it, party);
    // Whoever had it until a moment ago leaves nothing to whoever has it now.
    if (mediatorOf(it) !== mediator) throw notYourDispute();
    return [{ type: 'CaucusNoted', data: { party, noteId, mediator, notedAt: now } }];
  };

/** Somebody proposes how it might be settled; every party reads it. */
export const propose =
  (from: string, textId: string): Decides =>
  (state, now) => {
    const it = going(state);
    if (!isConsented(it)) throw consentMissing();
    const made: Deed = {
      type: 'ProposalMade',
      data: { proposal: it.proposals.length + 1, from, textId, madeAt: now },
    };
    return [made];
  };

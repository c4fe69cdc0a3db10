/** Who mediates: by the roster and by load, nobody who is near to a party, and another one where a party asks and the committee agrees. */
import type { Deed } from './dispute-events.js';
import type { Known } from './dispute-state.js';
import { challenged, type Decides, going, partyIn } from './opening.js';
import {
  challengeWaits,
  mediatorKnown,
  mediatorRelated,
  nobodyMediates,
  noMediatorYet,
  notChallenged,
} from './refusals.js';

/** A mediator of the roster of the area, with how many disputes they have that go on. */
export type Candidate = Readonly<{ mediator: string; load: number }>;

/** Whether somebody has said that they are near to a party, or they are one. */
export const isRelated = ({ relations, parties }: Known, mediator: string): boolean =>
  relations.some((it) => it.mediator === mediator) || parties.some(({ account }) => account === mediator);

/** Whoever has least to do; of several, the first by name, so that every process chooses the same one. */
export const leastLoaded = (candidates: readonly Candidate[]): string | null =>
  [...candidates].sort((a, b) => a.load - b.load || (a.mediator < b.mediator ? -1 : 1))[0]?.mediator ?? null;

/** Of a roster: nobody who is near to a party, has the dispute now, or had it before. */
const mayMediate = (it: Known, candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(
    ({ mediator }) =>
      !isRelated(it, mediator) && it.mediator?.mediator !== mediator && !it.former.includes(mediator),
  );

const assigned = (
  it: Known,
  mediator: string,
  because: 'load' | 'named' | 'replaced',
  now: string,
): Deed => ({
  type: 'MediatorAssigned',
  data: {
    number: it.number,
    mediator,
    ...(it.mediator === null ? {} : { insteadOf: it.mediator.mediator }),
    because,
    area: it.area,
    assignedAt: now as Known['openedAt'],
  },
});

/**
 * The committee gives the dispute to somebody: whom it names, or of `candidates` whoever has least to do.
 *
 * Refused: `mediator-related` (whoever is kin to a party, or near in another way, does not mediate: rules of people's
 * mediation, and the right of each party to an impartial one, People's Mediation Law, article 15), `mediator-has-it`,
 * `no-mediator-free`.
 */
export const assign =
  (named: string | null, candidates: readonly Candidate[]): Decides =>
  (state, now) => {
    const it = going(state);
    const mediator = named ?? leastLoaded(mayMediate(it, candidates));
    if (mediator === null) throw nobodyMediates();
    if (isRelated(it, mediator)) throw mediatorRelated();
    if (it.mediator?.mediator === mediator) throw mediatorKnown();
    const because = it.mediator === null ? (named === null ? 'load' : 'named') : 'replaced';
    return [assigned(it, mediator, because, now)];
  };

/** A party does not want this mediator. Refused: `no-mediator-yet`, `challenge-waits`. */
export const challenge =
  (party: string, because: string): Decides =>
  (state, now) => {
    const it = going(state);
    partyIn(it, party);
    if (it.mediator === null) throw noMediatorYet();
    if (it.challenge !== null) throw challengeWaits();
    return [challenged(it, { party, mediator: it.mediator.mediator, because }, now)];
  };

/**
 * The committee decides about a challenge; upheld, somebody else has the dispute from now on.
 *
 * Refused: `not-challenged`, `no-mediator-free`, `mediator-related`.
 */
export const decideChallenge =
  (isUpheld: boolean, named: string | null, candidates: readonly Candidate[]): Decides =>
  (state, now) => {
    const it = going(state);
    if (it.challenge === null) throw notChallenged();
    const { mediator } = it.challenge;
    const decided: Deed = { type: 'ChallengeDecided', data: { mediator, isUpheld, decidedAt: now } };
    if (!isUpheld) return [decided];
    const other = named ?? leastLoaded(mayMediate(it, candidates));
    if (other === null) throw nobodyMediates();
    if (isRelated(it, other)) throw mediatorRelated();
    if (other === mediator) throw mediatorKnown();
    return [decided, assigned(it, other, 'replaced', now)];
  };

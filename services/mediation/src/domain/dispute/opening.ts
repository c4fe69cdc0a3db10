/** A quarrel comes before the committee: who its parties are, who stands in for them, how grave it is, whether they want it. */
import type { Decision, Instant } from '@mulin/kernel';
import type { Authority, Colour, Deed, Details, Party, Relation } from './dispute-events.js';
import type { Known, State } from './dispute-state.js';
import {
  agreementInEffect,
  consentStated,
  deedTime,
  disputeOver,
  noSides,
  sameParty,
  unknownDispute,
  unknownParty,
  noMediatorYet,
} from './refusals.js';

export type Decides = Decision<State, Deed>;

/**
 * When something was done that is recorded now, or earlier than it is recorded. Refused (`deed-time`) where it lies before
 * `earliest`, or ahead.
 */
export const timeOfDeed = (at: Instant | null, earliest: Instant, now: Instant): Instant => {
  if (at !== null && (at < earliest || at > now)) throw deedTime();
  return at ?? now;
};

/** A dispute that goes on. Refused: `dispute-unknown`, `dispute-over`. */
export const going = (state: State): Known => {
  if (state === null) throw unknownDispute('');
  if (state.end !== null) throw disputeOver();
  return state;
};

export const partyIn = ({ parties }: Known, party: string): Known['parties'][number] => {
  const found = parties.find((it) => it.party === party);
  if (found === undefined) throw unknownParty();
  return found;
};

const areDifferent = (names: readonly string[]): boolean => new Set(names).size === names.length;

/** Neither by their phone nor by the account by which they come is anybody on both sides. */
const refuseSame = (parties: readonly Pick<Party, 'person' | 'account'>[]): void => {
  const accounts = parties.flatMap(({ account }) => account ?? []);
  if (!areDifferent(parties.map(({ person }) => person)) || !areDifferent(accounts)) throw sameParty();
};

/**
 * Opened, with somebody of the roster: whoever has least to do, or who is named; `candidate` of `null`: nobody of it may
 * take it.
 *
 * Refused: `same-party-twice`, `no-two-sides`.
 */
export const open =
  (details: Details, candidate: string | null, because: 'load' | 'named' = 'load'): Decides =>
  (state, now) => {
    if (state !== null) return [];
    const { parties } = details;
    refuseSame(parties);
    const has = (role: Party['role']) => parties.some((it) => it.role === role);
    if (!has('applicant') || !has('respondent')) throw noSides();
    const { number, area } = details;
    const assigned: readonly Deed[] =
      candidate === null
        ? []
        : [
            {
              type: 'MediatorAssigned',
              data: { number, mediator: candidate, because, area, assignedAt: now },
            },
          ];
    return [{ type: 'DisputeOpened', data: { ...details, openedAt: now } }, ...assigned];
  };

/** Somebody else is a party, too, and is asked. Refused: `same-party-twice`, `agreement-in-effect`. */
export const join =
  (party: Party): Decides =>
  (state, now) => {
    const it = going(state);
    if (isBound(it)) throw agreementInEffect();
    refuseSame([...it.parties, party]);
    return [{ type: 'PartyJoined', data: { ...party, joinedAt: now } }];
  };

/** Somebody stands in for a party. `detailsId`: who they are and what shows their authority, in the vault. */
export const represent =
  (party: string, detailsId: string, authority: Authority): Decides =>
  (state, now) => {
    partyIn(going(state), party);
    return [{ type: 'RepresentativeNamed', data: { party, detailsId, authority, namedAt: now } }];
  };

/**
 * Somebody says that a mediator is near to a party: whoever is does not get the dispute, and where they have it the committee
 * decides, as about a challenge.
 */
export const declareRelation =
  (party: string, mediator: string, relation: Relation): Decides =>
  (state, now) => {
    const it = going(state);
    partyIn(it, party);
    const isKnown = it.relations.some((one) => one.party === party && one.mediator === mediator);
    if (isKnown) return [];
    const declared: Deed = { type: 'RelationDeclared', data: { party, mediator, relation, declaredAt: now } };
    return it.mediator?.mediator === mediator && it.challenge === null
      ? [declared, challenged(it, { party, mediator, because: 'kin' }, now)]
      : [declared];
  };

/** The committee is asked whether somebody else should mediate. */
export const challenged = (
  { number, area }: Known,
  about: Readonly<{ party: string; mediator: string; because: string }>,
  challengedAt: Instant,
): Deed => ({ type: 'MediatorChallenged', data: { number, area, ...about, challengedAt } });

/** How grave it is, judged anew: the deadlines that run are those of the new colour, from when they began. */
export const recolour =
  (colour: Colour): Decides =>
  (state, now) => {
    const { number, colour: before } = going(state);
    return colour === before
      ? []
      : [{ type: 'ColourChanged', data: { number, colour, before, changedAt: now } }];
  };

/** Whether an agreement has effect: it is kept or not, and nobody steps back from it by a word. */
const isBound = ({ agreement }: Known): boolean => agreement !== null && agreement.effectAt !== null;

/** What is open to a party who does not want mediation is told to them with it. */
const waysOfRefusal = ['court'] as const;

/**
 * A party says whether they want mediation. Whoever refuses ends it, also after they had wanted it, and nothing follows from
 * that for them (People's Mediation Law, articles 3, 17 and 23: each may accept it, refuse it, or ask to end it).
 *
 * Refused: `party-unknown`; `no-mediator-yet` to whoever wants it; `consent-stated` where they have said the same in this
 * attempt; `agreement-in-effect` for what binds already.
 */
export const stateConsent =
  (party: string, isGiven: boolean): Decides =>
  (state, now) => {
    const it = going(state);
    const { consent } = partyIn(it, party);
    if (isGiven && it.mediator === null) throw noMediatorYet();
    if (consent !== null && consent.isGiven === isGiven) throw consentStated();
    if (isBound(it)) throw agreementInEffect();
    const { number, parties } = it;
    const isEverybodys =
      isGiven && parties.every((one) => one.party === party || one.consent?.isGiven === true);
    const stated: Deed = {
      type: 'ConsentStated',
      data: { number, party, isGiven, isEverybodys, statedAt: now },
    };
    return isGiven ? [stated] : [stated, refused(it, now)];
  };

const refused = ({ number }: Known, endedAt: Instant): Deed => ({
  type: 'DisputeEnded',
  data: { number, outcome: 'refused', otherWays: waysOfRefusal, endedAt },
});

/** What a party says of the quarrel; `isForAll`: the others may read it. */
export const makeStatement =
  (party: string, statementId: string, isForAll: boolean): Decides =>
  (state, now) => {
    partyIn(going(state), party);
    return [{ type: 'StatementMade', data: { party, statementId, isForAll, madeAt: now } }];
  };

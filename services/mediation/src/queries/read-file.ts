/** What was said in a dispute, for whoever may read it. Each reading is on record. */
import type { Actor } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { Known } from '../domain/dispute/dispute-state.js';
import { partyIn } from '../domain/dispute/opening.js';
import type { Found } from './find-dispute.js';

type Parts = Pick<Dependencies, 'town' | 'vault' | 'pseudonyms'>;

type Open = (id: string | null) => Promise<unknown>;
type Text = string | null;

const asText = (content: unknown): Text => (typeof content === 'string' ? content : null);

/** A party is on record by its pseudonym, as everywhere. */
const opening = ({ town, vault, pseudonyms }: Parts, { disputeId }: Found, actor: Actor): Open => {
  const isResident = actor.role === 'resident';
  const reader = isResident ? pseudonyms.of(town, actor.id) : actor.id;
  const purpose = isResident ? 'own-dispute' : 'mediation';
  return async (id) => (id === null ? null : vault.read(id, { actor: reader, purpose, about: disputeId }));
};

const fieldOf = (content: unknown, field: string): Text =>
  typeof content === 'object' && content !== null && field in content
    ? asText((content as Readonly<Record<string, unknown>>)[field])
    : null;

/** How to reach the others is for the mediator to know; their names stand in the agreement. */
const partyOf = async (open: Open, { own }: Found, it: Known['parties'][number]) => {
  const { party, role, detailsId } = it;
  const details = await open(detailsId);
  const isOpen = own === null || own === party;
  return {
    party,
    role,
    name: fieldOf(details, 'name'),
    phone: isOpen ? fieldOf(details, 'phone') : null,
    address: isOpen ? fieldOf(details, 'address') : null,
  };
};

/** To a party what it said itself, and of the others what they said for all. */
const statementsOf = (open: Open, { own, state }: Found) =>
  state.parties.flatMap(({ party, statements }) =>
    statements
      .filter(({ isForAll }) => isForAll || own === null || own === party)
      .map(async ({ statementId, madeAt }) => ({ party, text: asText(await open(statementId)), madeAt })),
  );

/** Who stands in for whom, and what shows it: each party its own. */
const representativesOf = (open: Open, { own, state }: Found) =>
  state.parties
    .filter(({ party }) => own === null || own === party)
    .flatMap(({ party, representatives }) =>
      representatives.map(async ({ detailsId, authority }) => {
        const details = await open(detailsId);
        return {
          party,
          authority,
          name: fieldOf(details, 'name'),
          evidence: fieldOf(details, 'evidence'),
        };
      }),
    );

/** What whoever was called back said: each party its own. */
const callBacksOf = (open: Open, { own, state }: Found) =>
  state.callBacks
    .filter(({ party }) => own === null || own === party)
    .map(async ({ party, isKept, wordsId, at }) => ({
      party,
      isKept,
      words: asText(await open(wordsId)),
      at,
    }));

const agreementOf = async (open: Open, { agreement }: Known) =>
  agreement && {
    facts: asText(await open(agreement.factsId)),
    terms: await Promise.all(
      agreement.terms.map(async ({ term, whatId }) => ({ term, what: asText(await open(whatId)) })),
    ),
  };

/** What the quarrel is, as whoever asked for mediation told it: theirs and the mediator's. */
const mayReadFacts = ({ own, state }: Found): boolean =>
  own === null || state.parties.some(({ party, role }) => party === own && role === 'applicant');

/** What was said where a party was not is no business of theirs. */
const wasThere = ({ own }: Found, { present }: Known['sessions'][number]): boolean =>
  own === null || present.includes(own);

/** All that a reader may read of it. What was erased, and what is not theirs to read, is `null` or left out. */
export const fileFor = async (deps: Parts, found: Found, actor: Actor) => {
  const { state } = found;
  const open = opening(deps, found, actor);
  const all = <Thing>(things: readonly Promise<Thing>[]) => Promise.all(things);
  return {
    number: state.number,
    facts: mayReadFacts(found) ? asText(await open(state.factsId)) : null,
    parties: await all(state.parties.map((it) => partyOf(open, found, it))),
    statements: await all(statementsOf(open, found)),
    minutes: await all(
      state.sessions
        .filter((it) => it.state === 'held' && wasThere(found, it))
        .map(async ({ session, minutesId }) => ({ session, text: asText(await open(minutesId)) })),
    ),
    proposals: await all(
      state.proposals.map(async ({ proposal, from, textId }) => ({
        proposal,
        from,
        text: asText(await open(textId)),
      })),
    ),
    agreement: await agreementOf(open, state),
    representatives: await all(representativesOf(open, found)),
    callBacks: await all(callBacksOf(open, found)),
  };
};

/** What parties told this mediator alone; not what they told another one before. */
export const caucusNotes = async (deps: Parts, found: Found, actor: Actor) => {
  const open = opening(deps, found, actor);
  return Promise.all(
    found.state.caucus
      .filter(({ mediator }) => mediator === actor.id)
      .map(async ({ party, noteId, notedAt }) => ({ party, text: asText(await open(noteId)), notedAt })),
  );
};

/**
 * The code of a party, which its mediator hands to it: it opens that side alone. On record as a reading of who they are.
 * Refused: `party-unknown`.
 */
export const codeFor = async (
  deps: Parts & Pick<Dependencies, 'codes'>,
  found: Found,
  actor: Actor,
  party: string,
) => {
  const { detailsId } = partyIn(found.state, party);
  await opening(deps, found, actor)(detailsId);
  return { party, code: deps.codes.of(party) };
};

/** What was reported of dangers, the first first. What was erased is `null`. */
export const dangersFor = async (deps: Parts, found: Found, actor: Actor) => {
  const open = opening(deps, found, actor);
  return Promise.all(
    found.state.dangers.map(async ({ danger, textId, at }) => ({
      danger,
      text: asText(await open(textId)),
      at,
    })),
  );
};

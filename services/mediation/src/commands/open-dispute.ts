/** A quarrel is opened: who the parties are goes into the vault first, then somebody of the roster has it. */
import { type PersonId, personId, uuidOf, type VaultItem } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type { Colour, Details, Door, Party, PartyRole } from '../domain/dispute/dispute-events.js';
import { withWhatFollows } from '../domain/dispute/deadlines.js';
import { type Candidate, leastLoaded } from '../domain/dispute/mediators.js';
import { open } from '../domain/dispute/opening.js';
import { notAMediator } from '../domain/dispute/refusals.js';
import { candidatesFor } from '../queries/candidates.js';

/** As they were named; `phone` tells whether two are one. */
type NamedParty = Readonly<{
  role: PartyRole;
  isBody: boolean;
  name: string;
  phone?: string | undefined;
  address?: string | undefined;
  /** The resident who asks is this party. */
  isMyself?: boolean | undefined;
}>;

type Opening = Readonly<{
  kind: string;
  colour: Colour;
  area: string;
  door: Door;
  fromCase?: Details['fromCase'] | undefined;
  facts?: string | undefined;
  parties: readonly NamedParty[];
}>;

/** What everybody's and nobody's own, such as minutes, is kept under: it goes when the dispute does. */
export const sharedPerson = async (disputeId: string): Promise<PersonId> =>
  personId(await uuidOf(disputeId, 'dispute'));

/** Of whoever has no phone: somebody of this quarrel alone. */
const withoutPhoneOf = async (party: string): Promise<PersonId> => personId(await uuidOf(party, 'person'));

/** How many of these parties nobody can call. */
export const countWithoutPhone = async (
  parties: readonly Pick<Party, 'party' | 'person'>[],
): Promise<number> => {
  const persons = await Promise.all(parties.map(({ party }) => withoutPhoneOf(party)));
  return parties.filter(({ person }, nth) => person === persons[nth]).length;
};

/** By their phone, so that a person of several quarrels is one; somebody without one is a person of this one alone. */
const personOf = async (
  { vault }: Pick<Dependencies, 'vault'>,
  { phone }: NamedParty,
  party: string,
): Promise<PersonId> => (phone === undefined ? withoutPhoneOf(party) : vault.personOfPhone(phone));

type Kept = Readonly<{ party: Party; item: VaultItem }>;

/** A party to be kept: `nth` of what the request makes. */
export const partyOf = async (
  deps: Pick<Dependencies, 'vault' | 'town' | 'pseudonyms'>,
  { id, actor }: CommandContext,
  named: NamedParty,
  nth: number,
): Promise<Kept> => {
  const party = await uuidOf(id, 'party', String(nth));
  const person = await personOf(deps, named, party);
  const detailsId = await uuidOf(party, 'details');
  const { name, phone = null, address = null, role, isBody, isMyself } = named;
  const account =
    isMyself === true && actor.role === 'resident'
      ? { account: deps.pseudonyms.of(deps.town, actor.id) }
      : {};
  return {
    party: { party, role, isBody, person, detailsId, ...account },
    item: { id: detailsId, person, kind: 'party', content: { name, phone, address } },
  };
};

type Chosen = Readonly<{ mediator: string | null; because: 'load' | 'named' }>;

/** A mediator who brings a file has mediated what stands in it: it is theirs, and nobody else's. */
const mediatorFor = (
  { door }: Opening,
  { actor }: CommandContext,
  candidates: readonly Candidate[],
): Chosen => {
  if (door !== 'file' || actor.role !== 'mediator')
    return { mediator: leastLoaded(candidates), because: 'load' };
  if (!candidates.some(({ mediator }) => mediator === actor.id)) throw notAMediator(actor.id);
  return { mediator: actor.id, because: 'named' };
};

/**
 * Opens a dispute. Throws what `open` refuses, and `Rejection` (`phone-not-readable`; `not-a-mediator` where a mediator
 * who is not on the roster of the area brings a file).
 *
 * @returns its id, and its state as it stands after it was opened.
 */
export const openDispute = async (deps: Dependencies, request: CommandContext, opening: Opening) => {
  const disputeId = request.id;
  const kept = await Promise.all(opening.parties.map((it, nth) => partyOf(deps, request, it, nth)));
  const factsId = opening.facts === undefined ? null : await uuidOf(disputeId, 'facts');
  const facts: readonly VaultItem[] =
    factsId === null
      ? []
      : [
          {
            id: factsId,
            person: await sharedPerson(disputeId),
            kind: 'dispute-facts',
            content: opening.facts,
          },
        ];
  const { mediator, because } = mediatorFor(opening, request, await candidatesFor(deps, opening.area));
  const { kind, colour, area, door, fromCase } = opening;
  const about = {
    kind,
    colour,
    area,
    door,
    ...(fromCase === undefined ? {} : { fromCase }),
    parties: kept.map(({ party }) => party),
    factsId,
  };
  // Refused before anything is kept, and before a number is taken.
  open({ number: '', ...about }, null)(null, deps.now());
  await deps.vault.keep([...kept.map(({ item }) => item), ...facts]);
  const { state: known } = await deps.disputes.query(disputeId);
  // The same request once more has its number.
  const number = known?.number ?? (await deps.takeNumber(deps.now()));
  const decide = withWhatFollows(open({ number, ...about }, mediator, because));
  const result = await deps.disputes(disputeId, decide, request.context);
  return { disputeId, ...result };
};

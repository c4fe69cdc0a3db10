/** What somebody says is kept in the vault before the event that refers to it. */
import { type PersonId, uuidOf } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { partyIn } from '../domain/dispute/opening.js';
import type { Found } from '../queries/find-dispute.js';
import { sharedPerson } from './open-dispute.js';

type Kind = 'statement' | 'minutes' | 'caucus-note' | 'dispute-text' | 'dispute-facts' | 'party';

/** What a party says is theirs, to be erased with them; `null`: of the dispute as a whole. */
type Whose = Readonly<{ party: string | null; kind: Kind; name: string; content: unknown }>;

const personOf = (found: Found, party: string | null): Promise<PersonId> =>
  party === null ? sharedPerson(found.disputeId) : Promise.resolve(partyIn(found.state, party).person);

/** Keeps it. `name` tells it from others of the same request. */
export const keepText = async (
  { vault }: Pick<Dependencies, 'vault'>,
  { id }: CommandContext,
  found: Found,
  { party, kind, name, content }: Whose,
): Promise<Readonly<{ id: string; hash: string }>> => {
  const itemId = await uuidOf(id, name);
  const person = await personOf(found, party);
  const [kept] = await vault.keep([{ id: itemId, person, kind, content }]);
  if (kept === undefined) throw new Error('what is kept has its place');
  return kept;
};

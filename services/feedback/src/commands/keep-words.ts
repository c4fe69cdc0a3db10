/** What somebody says beside a rating is kept in the vault, under whoever asked, before the rating that refers to it. */
import { type Actor, personId, type PersonId, uuidOf } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type { Channel, Rated } from '../domain/rating-events.js';
import type { Word } from '../domain/asking.js';
import { askerErased } from '../domain/refusals.js';
import type { Found } from '../queries/find-case.js';

type Said = Rated & Readonly<{ words?: string | undefined }>;

/**
 * Whoever the words of the case are kept under, so that they are erased together. Of a case whose words nobody told,
 * a person of this case alone.
 */
const personOf = async ({ vault }: Dependencies, { caseId, state }: Found): Promise<PersonId> => {
  const wordsId = state.asking?.wordsId ?? null;
  if (wordsId === null) return personId(await uuidOf(caseId, 'asker'));
  const person = await vault.ownerOf(wordsId);
  if (person === null) throw askerErased();
  return person;
};

/** Whoever comes by a case's number and code came by a link. */
const channelOf = ({ role, caseId }: Actor): Channel => {
  if (role !== 'resident') return 'desk';
  return caseId === undefined ? 'portal' : 'link';
};

/** Refused (`asker-erased`) with words of somebody who was erased. */
export const wordOf = async (
  deps: Dependencies,
  { actor, id }: CommandContext,
  found: Found,
  { words, response, resolution, satisfaction }: Said,
): Promise<Word> => {
  const rated = { response, resolution, satisfaction, channel: channelOf(actor) };
  if (words === undefined) return rated;
  const wordsId = await uuidOf(id, 'rating-words');
  const person = await personOf(deps, found);
  await deps.vault.keep([{ id: wordsId, person, kind: 'rating-words', content: words }]);
  return { ...rated, wordsId };
};

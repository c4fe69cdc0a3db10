/** What somebody writes about an order may name whoever asked: it goes into the vault before the event that refers to it. */
import { personId, uuidOf } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { type Report, substanceOf } from '../domain/handling/reports.js';
import type { References } from '../domain/order/references.js';

type Kept = Pick<Report, 'wordsId' | 'wordsHash'>;
type Parts = Pick<Dependencies, 'orders' | 'vault'>;

/** The vault's kind of it: another one than `words`, which are those of whoever asked. */
const kind = 'report';

/** Under the key of whoever asked, so that it is erased with them; of a demand that kept nothing, under one of its own. */
const ownerOf = async ({ orders, vault }: Parts, caseId: string) => {
  const { state } = await orders.query(caseId);
  const { wordsId, contactId, placeId }: References = state.references;
  const known = wordsId ?? contactId ?? placeId ?? undefined;
  const person = known === undefined ? null : await vault.ownerOf(known);
  return person ?? personId(await uuidOf('case', caseId));
};

/** Where the words lie, and what shows whether the same were said before. Nothing is kept of no words. */
export const keepWords = async (
  parts: Parts,
  { id, hash }: Pick<CommandContext, 'id' | 'hash'>,
  caseId: string,
  words: string | undefined,
): Promise<Kept> => {
  if (words === undefined) return {};
  const wordsId = await uuidOf(id, kind);
  await parts.vault.keep([{ id: wordsId, person: await ownerOf(parts, caseId), kind, content: words }]);
  const substance = substanceOf(words);
  // Of a short text a bare hash would give the words away.
  return substance === '' ? { wordsId } : { wordsId, wordsHash: await hash([caseId, substance]) };
};

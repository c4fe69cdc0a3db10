/** Words and photos that are added to a case: what they say is kept first, then that they are there. */
import type { VaultRef } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { supplement } from '../domain/case/adding.js';
import type { Demand, Supplement } from '../domain/case/case.js';
import { photoUnknown } from '../domain/photo.js';
import { optionsOf } from '../queries/case-at-hand.js';
import { photoIn, photoPurpose } from './keep-photo.js';
import { first, pieceOf } from './vault-items.js';

type Added = Readonly<{ words?: string | undefined; photoIds?: readonly string[] | undefined }>;
type AdditionRequest = CommandContext & Readonly<{ caseId: string; demand: Demand }>;

/**
 * Whoever sent a photo adds it, or whoever may add to the case that it was sent for. What lies under another key than
 * that of whoever asked is kept again under theirs, to be erased with them.
 */
const photoOf = async (deps: Dependencies, request: AdditionRequest, id: string): Promise<VaultRef> => {
  const { actor, caseId, demand } = request;
  const { person } = demand;
  const photo = await photoIn(deps, id, { actor: 'intake', purpose: photoPurpose, about: caseId });
  if (photo === null) throw photoUnknown();
  const isForCase = photo.caseId === caseId;
  if (!isForCase && (photo.caseId !== null || photo.by !== actor.id)) throw photoUnknown();
  // The same content under the same id gives its reference, and nothing is kept twice.
  const ownId = photo.person === person ? id : await pieceOf(request.id, id);
  return first(await deps.vault.keep([{ id: ownId, person, kind: 'photo', content: { ...photo, person } }]));
};

/**
 * Adds to a case: what a resident says is for them to see again; what staff note is for staff. Refused:
 * `photo-unknown`, `too-many-additions`, and what refuses a change of a case that is over.
 */
export const addToCase = async (
  deps: Dependencies,
  request: AdditionRequest,
  { words, photoIds = [] }: Added,
) => {
  const { actor, id, demand, caseId, context } = request;
  const isForResident = actor.role === 'resident';
  const photos = await Promise.all([...new Set(photoIds)].map((photo) => photoOf(deps, request, photo)));
  const kind = isForResident ? 'words' : 'note';
  const said = { id: await pieceOf(id, 'added'), person: demand.person, kind, content: words };
  const texts = words === undefined ? [] : await deps.vault.keep([said]);
  const added: readonly Supplement[] = [
    ...texts.map((item) => ({ kind, item, isForResident }) as const),
    ...photos.map((item) => ({ kind: 'photo', item, isForResident }) as const),
  ];
  return deps.cases(caseId, supplement(added), context, optionsOf(request));
};

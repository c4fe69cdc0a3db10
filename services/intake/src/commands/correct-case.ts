/** What a correction makes of a demand: what is kept of it anew, and what it is classified as. */
import { type VaultItem, type PersonId, personId, type VaultRef, uuidOf } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type * as Case from '../domain/case/case.js';
import type { Correction } from '../domain/case/correcting.js';
import { asItemOf, type Place, pointIn } from '../domain/case/classifying.js';
import { orderable } from '../domain/menu.js';
import * as Person from '../domain/person.js';
import { first, pieceOf } from './vault-items.js';

type Corrected = Readonly<{
  menuItem?: string | undefined;
  urgency?: Case.Urgency | undefined;
  place?: Place | undefined;
  phone?: string | undefined;
  name?: string | undefined;
}>;

/** What is kept of another person is closed under their key. */
export const correctionOf = async (
  deps: Dependencies,
  asked: OfCase,
  demand: Case.Demand,
  body: Corrected,
): Promise<Correction> => {
  const menu = await deps.menu();
  const item = body.menuItem === undefined ? null : orderable(menu, body.menuItem);
  const content = await contentOf(deps, asked, demand, { ...body, isPublic: item?.public === true });
  const references = await keptAnew(deps, asked, demand, content);
  return {
    ...(item && asItemOf(item)),
    ...(body.urgency && { urgency: body.urgency }),
    ...references,
    ...seenOf(references.place ?? demand.place, content.where),
  };
};

const seenOf = (place: VaultRef | null, where: Place | null): Pick<Correction, 'seen'> => {
  const point = where === null ? undefined : pointIn(where);
  return place === null || point === undefined ? {} : { seen: { placeId: place.id, point } };
};

type OfCase = CommandContext & Readonly<{ caseId: string }>;

type Content = Readonly<{
  /** Who asked, where somebody else was noted. */
  contact: Readonly<{ phone: string | undefined; name: string | undefined }> | null;
  /** What must be kept anew, by its kind; `null`: there is nothing, or nothing any more. */
  pieces: Readonly<Record<string, unknown>>;
  /** The place as it is by then, if it was read. */
  where: Place | null;
}>;

/** For another person, all is read that they said; for a place that is public from now on, where it is. */
const contentOf = async (
  { vault }: Dependencies,
  { actor, caseId }: OfCase,
  demand: Case.Demand,
  { place, phone, name, isPublic }: Corrected & Readonly<{ isPublic: boolean }>,
): Promise<Content> => {
  const read = (reference: VaultRef | null) =>
    reference && vault.read(reference.id, { actor: actor.id, purpose: 'correction', about: caseId });
  // Intake kept it, as a place.
  const readPlace = async () => (await read(demand.place)) as Place | null;

  if (phone === undefined && name === undefined) {
    const isSought = isPublic && demand.point === undefined;
    const where = place ?? (isSought ? await readPlace() : null);
    return { contact: null, pieces: { place: place ?? null }, where };
  }
  const contact = { phone, name };
  const where = place ?? (await readPlace());
  return { contact, pieces: { words: await read(demand.words), place: where, contact }, where };
};

/**
 * What was kept under who was noted by mistake stays under their key, opened by no case any more, until either of the
 * two is erased.
 */
const keptAnew = async (
  { vault, persons }: Dependencies,
  asked: OfCase,
  demand: Case.Demand,
  { contact, pieces }: Content,
): Promise<Pick<Correction, 'words' | 'place' | 'contact' | 'person'>> => {
  const person = contact === null ? demand.person : await personOf(vault, asked, contact.phone);
  const there = Object.entries(pieces).filter(([, content]) => content !== null);
  const kept = await vault.keep(await Promise.all(there.map((piece) => itemOf(asked, person, piece))));
  const references = Object.fromEntries(there.map(([kind], at) => [kind, first(kept.slice(at))]));
  if (contact === null) return references;
  if (person !== demand.person) await persons(person, Person.takeOver(asked.caseId), asked.context);
  return { ...references, person };
};

type Piece = readonly [kind: string, content: unknown];

const itemOf = async (
  asked: CommandContext,
  person: PersonId,
  [kind, content]: Piece,
): Promise<VaultItem> => ({
  id: await pieceOf(asked.id, kind),
  person,
  kind,
  content,
});

/** A caller is the phone; whoever gives a name alone is a person of this case alone. */
const personOf = async (
  vault: Dependencies['vault'],
  asked: OfCase,
  phone: string | undefined,
): Promise<PersonId> =>
  phone === undefined ? personId(await uuidOf(asked.id, 'person')) : vault.personOfPhone(phone);

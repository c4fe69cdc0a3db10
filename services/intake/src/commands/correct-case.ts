/** What a correction makes of a demand: what is kept of it anew, and what it is classified as. */
import type { VaultItem, PersonId, VaultRef } from '@mulin/kernel';
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
  isFirstPerson?: true | undefined;
}>;

type Noted = Readonly<{ demand: Case.Demand; origin: Case.Origin }>;

const readingFor =
  ({ vault }: Dependencies, { actor, caseId }: OfCase) =>
  (reference: VaultRef | null): Promise<unknown> | null =>
    reference && vault.read(reference.id, { actor: actor.id, purpose: 'correction', about: caseId });

/** Whoever was noted first, whether they are called so or by the phone that they gave: they may have asked by an account. */
const personOf = async (
  deps: Dependencies,
  request: OfCase,
  { demand, origin }: Noted,
  { phone, isFirstPerson }: Corrected,
): Promise<PersonId> => {
  if (isFirstPerson) return origin.person;
  if (phone === undefined) return demand.person;
  const person = await deps.vault.personOfPhone(phone);
  const contact = (await readingFor(deps, request)(origin.contact)) as Contact | null; // intake kept it
  const isFirst = contact?.phone !== undefined && person === (await deps.vault.personOfPhone(contact.phone));
  return isFirst ? origin.person : person;
};

/** What is kept of another person is closed under their key; the same person keeps what they said, and their phone. */
export const correctionOf = async (
  deps: Dependencies,
  request: OfCase,
  noted: Noted,
  body: Corrected,
): Promise<Correction> => {
  const { demand } = noted;
  const menu = await deps.menu();
  const item = body.menuItem === undefined ? null : orderable(menu, body.menuItem);
  const person = await personOf(deps, request, noted, body);
  const isPublic = item?.public === true;
  const content = await contentOf(deps, request, noted, { ...body, isPublic, person });
  const references = await keptAnew(deps, request, demand, { ...content, person });
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
  /** What must be kept anew, by its kind; `null`: there is nothing, or nothing any more. */
  pieces: Readonly<Record<string, unknown>>;
  /** The place as it is by then, if it was read. */
  where: Place | null;
}>;

type Contact = Readonly<{ phone?: string | undefined; name?: string | undefined }>;

/** What of this contact is said; `null`: nothing. */
const saidOf = ({ phone, name }: Contact): Contact | null =>
  phone === undefined && name === undefined
    ? null
    : { ...(phone === undefined ? {} : { phone }), ...(name === undefined ? {} : { name }) };

/** How they can be reached: whoever was noted first as they said then, others as it was said now. */
const contactOf = (
  read: ReturnType<typeof readingFor>,
  { contact }: Case.Origin,
  { isFirstPerson, ...said }: Corrected,
): Promise<unknown> | Contact | null => (isFirstPerson ? read(contact) : saidOf(said));

/** For another person, all is read that they said; for a place that is public from now on, where it is. */
const contentOf = async (
  deps: Dependencies,
  request: OfCase,
  { demand, origin }: Noted,
  { place, isPublic, person, ...body }: Corrected & Readonly<{ isPublic: boolean; person: PersonId }>,
): Promise<Content> => {
  const read = readingFor(deps, request);
  // Intake kept it, as a place.
  const readPlace = async () => (await read(demand.place)) as Place | null;
  const said = saidOf(body);

  if (person === demand.person) {
    const isSought = isPublic && demand.point === undefined;
    const where = place ?? (isSought ? await readPlace() : null);
    // Intake kept it, as a contact: what is not said anew stays as it was noted.
    const contact = said && { ...((await read(demand.contact)) as Contact | null), ...said };
    return { pieces: { place: place ?? null, contact }, where };
  }
  const where = place ?? (await readPlace());
  const contact = await contactOf(read, origin, body);
  return { pieces: { words: await read(demand.words), place: where, contact }, where };
};

/**
 * What was kept under who was noted by mistake stays under their key, opened by no case any more, until either of the
 * two is erased.
 */
const keptAnew = async (
  { vault, persons }: Dependencies,
  request: OfCase,
  demand: Case.Demand,
  { person, pieces }: Content & Readonly<{ person: PersonId }>,
): Promise<Pick<Correction, 'words' | 'place' | 'contact' | 'person'>> => {
  const there = Object.entries(pieces).filter(([, content]) => content !== null);
  const kept = await vault.keep(await Promise.all(there.map((piece) => itemOf(request, person, piece))));
  const references = Object.fromEntries(there.map(([kind], at) => [kind, first(kept.slice(at))]));
  if (person === demand.person) return references;
  await persons(person, Person.takeOver(request.caseId), request.context);
  return { ...references, person };
};

type Piece = readonly [kind: string, content: unknown];

const itemOf = async (
  request: CommandContext,
  person: PersonId,
  [kind, content]: Piece,
): Promise<VaultItem> => ({
  id: await pieceOf(request.id, kind),
  person,
  kind,
  content,
});

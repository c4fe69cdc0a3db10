/** What a demand is classified as, and what a correction makes of it. */
import { type VaultItem, type PersonId, personId, type VaultRef, uuidOf } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import { type Desk, first, orderable, type Place, pieceOf } from '../dependencies.js';
import type * as Case from '../domain/case/case.js';
import type { Correction } from '../domain/case/correcting.js';
import type { MenuItem } from '../domain/menu.js';
import * as Person from '../domain/person.js';

/** What a demand has of its menu item. */
const asItemOf = ({ id, net, policy, urgency }: MenuItem) => ({
  menuItem: id,
  net,
  policy,
  itemUrgency: urgency,
});

/** `urgency`: as somebody decided; without it, the item's own. */
export const classifiedAs = (
  item: MenuItem,
  urgency: Case.Urgency | undefined,
): Pick<Case.Classified, 'menuItem' | 'net' | 'policy' | 'urgency' | 'itemUrgency'> => ({
  ...asItemOf(item),
  urgency: urgency ?? item.urgency,
});

const pointIn = ({ lat, lon }: Place): Case.Point | undefined =>
  lat !== undefined && lon !== undefined ? { lat, lon } : undefined;

/** The point of a public place is nobody's secret; every other place is for those who must answer. */
export const pointOf = (item: MenuItem, place: Place | undefined): Readonly<{ point?: Case.Point }> => {
  const point = item.public && place !== undefined ? pointIn(place) : undefined;
  return point === undefined ? {} : { point };
};

type Corrected = Readonly<{
  menuItem?: string | undefined;
  urgency?: Case.Urgency | undefined;
  place?: Place | undefined;
  phone?: string | undefined;
  name?: string | undefined;
}>;

/** What is kept of another person is closed under their key. */
export const correctionOf = async (
  desk: Desk,
  asked: OfCase,
  demand: Case.Demand,
  body: Corrected,
): Promise<Correction> => {
  const menu = await desk.menu();
  const item = body.menuItem === undefined ? null : orderable(menu, body.menuItem);
  const content = await contentOf(desk, asked, demand, { ...body, isPublic: item?.public === true });
  const references = await keptAnew(desk, asked, demand, content);
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
  { vault }: Desk,
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
  { vault, persons }: Desk,
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
const personOf = async (vault: Desk['vault'], asked: OfCase, phone: string | undefined): Promise<PersonId> =>
  phone === undefined ? personId(await uuidOf(asked.id, 'person')) : vault.personOfPhone(phone);

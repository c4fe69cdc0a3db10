/** What a demand is classified as, and what a correction makes of it. */
import { type Kept, type PersonId, personId, type Reference, uuidOf } from '@mulin/kernel';
import type { Asked } from '@mulin/service';
import { type Desk, first, orderable, type Place, pieceOf } from './desk.js';
import type * as Case from './domain/case.js';
import type { Correction } from './domain/correcting.js';
import type { MenuItem } from './domain/menu.js';

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

/** The point of a public place is nobody's secret; every other place is for those who must answer. */
export const pointOf = (item: MenuItem, place: Place | undefined): Readonly<{ point?: Case.Point }> =>
  item.public && place?.lat !== undefined && place.lon !== undefined
    ? { point: { lat: place.lat, lon: place.lon } }
    : {};

type Corrected = Readonly<{
  menuItem?: string | undefined;
  urgency?: Case.Urgency | undefined;
  place?: Place | undefined;
  phone?: string | undefined;
  name?: string | undefined;
}>;

/** What is kept of another person is closed under their key, and no more under that of who was noted by mistake. */
export const correctionOf = async (
  desk: Desk,
  asked: OfCase,
  demand: Case.Demand,
  body: Corrected,
): Promise<Correction> => {
  const menu = await desk.menu();
  const item = body.menuItem === undefined ? null : orderable(menu, body.menuItem);
  const { place, ...personal } = await keptAnew(desk, asked, demand, body);
  const current = item ?? menu.itemOf(demand.menuItem);
  const point = body.place === undefined || current === null ? {} : pointOf(current, body.place);
  return {
    ...(item && asItemOf(item)),
    ...(body.urgency && { urgency: body.urgency }),
    ...(place && { place }),
    ...point,
    ...personal,
  };
};

type OfCase = Asked & Readonly<{ caseId: string }>;

type Piece = readonly [kind: string, content: unknown];

const keptAnew = async (
  { vault }: Desk,
  asked: OfCase,
  demand: Case.Demand,
  { place, phone, name }: Corrected,
): Promise<Correction> => {
  const isOther = phone !== undefined || name !== undefined;
  const person = isOther ? await personOf(vault, asked, demand, phone) : demand.person;
  const known = (reference: Reference | null) =>
    isOther && reference
      ? vault.read(reference.id, { actor: asked.actor.id, purpose: 'correction', about: asked.caseId })
      : null;
  const words = await known(demand.words);
  const where = place ?? (await known(demand.place));
  const pieces: readonly Piece[] = [
    ['words', words],
    ['place', where],
    ['contact', isOther ? { phone, name } : null],
  ].filter((piece): piece is [string, unknown] => piece[1] !== null && piece[1] !== undefined);
  const kept = await vault.keep(await Promise.all(pieces.map((piece) => itemOf(asked, person, piece))));
  const references = Object.fromEntries(pieces.map(([kind], at) => [kind, first(kept.slice(at))]));
  return isOther ? { ...references, person } : references;
};

const itemOf = async (asked: Asked, person: PersonId, [kind, content]: Piece): Promise<Kept> => ({
  id: await pieceOf(asked.id, kind),
  person,
  kind,
  content,
});

/** A caller is the phone; whoever gives a name alone is a person of this case alone. */
const personOf = async (
  vault: Desk['vault'],
  asked: OfCase,
  demand: Case.Demand,
  phone: string | undefined,
): Promise<PersonId> =>
  phone === undefined
    ? personId(await uuidOf(asked.id, 'person', demand.person))
    : vault.personOfPhone(phone);

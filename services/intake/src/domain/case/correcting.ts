/** What was noted wrongly of a demand, and is noted anew. */
import {
  type Classified,
  type Decides,
  type Demand,
  type Personal,
  type Point,
  type ReclassifyReason,
  stillOwed,
  type Urgency,
} from './case.js';
import type { MenuItem } from '../menu.js';

/** What may be noted anew. Without an urgency, another item brings its own, unless somebody had raised it. */
export type Correction = Partial<Omit<Classified, 'point'> & Personal> &
  Readonly<{
    /** Where a place is, and which one, if it was read: published only where the corrected item is public. */
    seen?: Readonly<{ placeId: string; point: Point }>;
  }>;

/** What the menu says of an item now; `null`: it has none of that name. */
type ItemNow = (menuItem: string) => Pick<MenuItem, 'urgency' | 'public'> | null;

/** What was noted wrongly is noted anew, the rest stays as it is by then; the history keeps both. */
export const reclassify =
  ({ seen, ...change }: Correction, reason: ReclassifyReason, itemNow: ItemNow): Decides =>
  (state, now) => {
    const { cycle, demand, origin } = stillOwed(state);
    const { menuItem, net, itemUrgency, policy, place } = demand;
    const urgency = urgencyOf(demand, change, itemNow);
    const held = itemUrgency === undefined ? {} : { itemUrgency };
    const to = { menuItem, net, urgency, policy, place, ...held, ...change };
    if (isClassifiedAs(demand, to)) return [];
    const point = pointOf(demand, to, seen, itemNow);
    const where = point === undefined ? {} : { point };
    const isBack = change.person === origin.person && demand.person !== origin.person;
    const back = isBack ? { isFirstPerson: true as const } : {};
    return [
      { type: 'CaseReclassified', data: { ...to, ...where, ...back, cycle, reason, reclassifiedAt: now } },
    ];
  };

/** The most urgent first. */
const urgencies: readonly Urgency[] = ['emergency', 'urgent', 'ordinary', 'complex'];

const isMoreUrgent = (one: Urgency, other: Urgency): boolean =>
  urgencies.indexOf(one) < urgencies.indexOf(other);

/** What somebody had raised stays raised: a clerk who corrects the item alone says nothing of how urgent it is. */
const urgencyOf = (demand: Demand, { urgency, itemUrgency }: Correction, itemNow: ItemNow): Urgency => {
  if (urgency !== undefined) return urgency;
  if (itemUrgency === undefined) return demand.urgency;
  const own = demand.itemUrgency ?? itemNow(demand.menuItem)?.urgency ?? demand.urgency;
  const isRaised = isMoreUrgent(demand.urgency, own);
  return isRaised && isMoreUrgent(demand.urgency, itemUrgency) ? demand.urgency : itemUrgency;
};

/** Of an item that the menu has no more, what was public stays so. */
const isPublic = (demand: Demand, menuItem: string, itemNow: ItemNow): boolean => {
  const item = itemNow(menuItem);
  return item === null ? menuItem === demand.menuItem && demand.point !== undefined : item.public;
};

/** The point of what is about a public place by now: as that place was read, or as it was published already. */
const pointOf = (
  demand: Demand,
  { menuItem, place }: Pick<Classified, 'menuItem' | 'place'>,
  seen: Correction['seen'],
  itemNow: ItemNow,
): Point | undefined => {
  if (place === null || !isPublic(demand, menuItem, itemNow)) return undefined;
  if (seen?.placeId === place.id) return seen.point;
  return demand.place?.id === place.id ? demand.point : undefined;
};

const isClassifiedAs = (now: Demand, to: Classified & Partial<Personal>): boolean => {
  const then = { ...to, person: to.person ?? now.person, contact: to.contact ?? now.contact };
  const told = ({ menuItem, urgency, place, person, contact }: Classified & Omit<Personal, 'words'>) =>
    [menuItem, urgency, place?.id, person, contact?.id].join(' ');
  return told(now) === told(then);
};
